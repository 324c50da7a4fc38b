//! The argument as an outline: each conclusion with what supports it, what speaks against that, and
//! what answers it. Each statement stands in full below what it speaks to, and as a link elsewhere.

use std::collections::BTreeMap;

use concord_model::{
    Address, ArgumentMap, Html, Id, MapStatement, Route, StatementKind, html, talk::ArgumentAction,
};

use crate::{
    Site,
    text::{counted, link, mark},
};

/// The whole outline.
pub(crate) fn outline(site: Site, map: &ArgumentMap) -> Html {
    let places: BTreeMap<&Id, u32> =
        (0..).zip(&map.statements).map(|(number, own)| (&own.id, number)).collect();
    let homes = site.guide.statements();
    let homes = homes.map(|(_, own)| own.target.as_ref().and_then(|id| places.get(id).copied()));
    let mut outline = Outline {
        site,
        map,
        homes: homes.collect(),
        steps: BTreeMap::new(),
        attackers: BTreeMap::new(),
        denying: BTreeMap::new(),
    };
    for (step, way) in (0..).zip(&map.inferences) {
        outline.steps.entry(way.conclusion).or_default().push(step);
    }
    for (from, attacked) in &map.attacks {
        outline.attackers.entry(*attacked).or_default().push(*from);
    }
    for (from, step) in &map.undercuts {
        outline.denying.entry(*step).or_default().push(*from);
    }
    // What speaks to nothing begins a tree of its own.
    let roots: Vec<u32> = (0..)
        .zip(&outline.homes)
        .filter(|(_, home)| home.is_none())
        .map(|(root, _)| root)
        .collect();
    outline.list(&roots, None)
}

struct Outline<'m> {
    site: Site,
    map: &'m ArgumentMap,
    /// What each statement speaks to, below which it stands in full.
    homes: Vec<Option<u32>>,
    /// The steps to each statement.
    steps: BTreeMap<u32, Vec<u32>>,
    /// What attacks each statement.
    attackers: BTreeMap<u32, Vec<u32>>,
    /// What denies each step.
    denying: BTreeMap<u32, Vec<u32>>,
}

/// What stands at a place of such a list.
fn at(lists: &BTreeMap<u32, Vec<u32>>, place: u32) -> &[u32] {
    lists.get(&place).map(Vec::as_slice).unwrap_or_default()
}

impl Outline<'_> {
    /// Statements that do something to `parent`.
    fn list(&self, statements: &[u32], parent: Option<u32>) -> Html {
        if statements.is_empty() {
            return Html::default();
        }
        html! { ul.outline { @for number in statements { (self.entry(*number, parent)) } } }
    }

    fn entry(&self, number: u32, parent: Option<u32>) -> Html {
        let Some(own) = self.map.statements.get(number as usize) else { return Html::default() };
        let at_home = self.homes.get(number as usize) == Some(&parent);
        if at_home { self.in_full(number, own) } else { elsewhere(own) }
    }

    fn in_full(&self, number: u32, own: &MapStatement) -> Html {
        html! {
            li class={ "node " (own.kind.name()) " by-" (own.mark.name()) } data-node=(own.id) id=(own.id) {
                p.tag {
                    (mark(own.mark))
                    span.part { (self.site.words().part(own.kind)) } " "
                    span.owner { (own.owner) } " "
                    span.label data-label=(own.id) {}
                }
                p.says { a href=(own.href) { (own.title) } }
                (object(self.site, own))
                @if at(&self.steps, number).is_empty() {
                    span.stance data-leaf=(own.id) {}
                } @else {
                    details.reasons.live {
                        summary { (self.site.words().argument_why()) }
                        div data-why=(own.id) {}
                    }
                }
                (self.folding(number, own))
            }
        }
    }

    /// What stands below a statement; below a claim, it can be folded away.
    fn folding(&self, number: u32, own: &MapStatement) -> Html {
        let below = self.below(number, own);
        let folds = matches!(own.kind, StatementKind::Claim | StatementKind::Conclusion);
        if !folds || below.is_empty() {
            return below;
        }
        html! {
            details.below open {
                summary { (self.site.words().argument_below()) }
                (below)
            }
        }
    }

    /// What supports a statement and what speaks against it.
    fn below(&self, number: u32, own: &MapStatement) -> Html {
        let words = self.site.words();
        let mut groups = Vec::new();
        let mut is_first = true;
        for step in at(&self.steps, number) {
            let Some(way) = self.map.inferences.get(*step as usize) else { continue };
            let homes = way.premises.iter().map(|premise| self.homes.get(*premise as usize));
            let follows = homes.into_iter().all(|home| home != Some(&Some(number)));
            let label = if follows {
                words.argument_from().to_owned()
            } else {
                let said =
                    if is_first { words.argument_premises() } else { words.argument_premises_or() };
                is_first = false;
                counted(self.site, said, "count", way.premises.len(), 0)
            };
            groups.push(self.group(&label, &way.premises, number));
            groups.push(self.group(words.argument_denied(), at(&self.denying, *step), number));
        }
        let answered = matches!(own.kind, StatementKind::Objection | StatementKind::Undercut);
        let label = if answered { words.argument_answers() } else { words.argument_against() };
        groups.push(self.group(label, at(&self.attackers, number), number));
        groups.into_iter().collect()
    }

    fn group(&self, label: &str, statements: &[u32], parent: u32) -> Html {
        if statements.is_empty() {
            return Html::default();
        }
        html! { p.group { (label) } (self.list(statements, Some(parent))) }
    }
}

/// The button by which a reader answers a statement in their own words.
pub(super) fn object(site: Site, own: &MapStatement) -> Html {
    let words = &site.guide.reasoner_words;
    let is_objection = matches!(own.kind, StatementKind::Objection | StatementKind::Undercut);
    let name = if is_objection { words.own_answer() } else { words.own_object() };
    html! {
        button .plain.live.object type="button" data-do=(ArgumentAction::Object) data-on=(own.id) { (name) }
    }
}

/// A statement that stands in full in another place.
fn elsewhere(own: &MapStatement) -> Html {
    let there = Address::new(Route::Argument, own.id.as_str());
    html! {
        li class={ "elsewhere by-" (own.mark.name()) } {
            p.says { (mark(own.mark)) " " (link(there, &own.title)) }
        }
    }
}
