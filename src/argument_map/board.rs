//! The argument to play with: conclusions and claims as rows, each with what it rests on and what speaks against
//! it, judged in place. A row is a `details`, so that all of it can be read and opened without scripts; where
//! there is room, the open row's part stands beside the rows, above its drawing.

use std::collections::BTreeSet;

use concord_model::{
    Address, ArgumentMap, Html, MapStatement, ReasonerWords, Route, StatementKind, fill, html,
    talk::Verdict,
};

use super::outline::object;
use crate::{
    Site,
    text::{counted, href, mark, questions},
};

/// All rows: each conclusion, and below it the claims that support it. Drawings are named by their keys, first
/// the one of all claims, then those of lessons.
pub(crate) fn rows(site: Site, map: &ArgumentMap, drawings: &[&str]) -> Html {
    let mut board = Board { site, map, drawings, told: BTreeSet::new(), rows: Vec::new() };
    for conclusion in map.conclusions() {
        board.add(conclusion, 0);
    }
    // The first claim that falls with any of its premises, so that the first press of a button does something.
    let falls = |number: u32| {
        let mut ways = map.inferences.iter().filter(|way| way.conclusion == number);
        let only = ways.next().filter(|_| ways.next().is_none());
        only.is_some_and(|way| way.premises.iter().any(|premise| map.is_leaf(*premise)))
    };
    let rows = std::mem::take(&mut board.rows);
    let open = rows.iter().position(|(number, _)| falls(*number));
    let words = site.words();
    html! {
        div.rows {
            div.find.live {
                label { (words.argument_find()) " " input type="search" list="_shorts"; }
                " " span role="status" {
                    span.small data-none hidden { (words.argument_find_none()) }
                    span.small data-some hidden { (words.argument_find_some()) }
                }
                datalist #_shorts {}
                ul data-found {}
            }
            @for (place, (number, depth)) in rows.iter().enumerate() {
                (board.row(*number, *depth, open == Some(place)))
            }
        }
    }
}

/// The id of a row.
fn row_id(own: &MapStatement) -> String {
    format!("_row-{}", own.id)
}

struct Board<'m> {
    site: Site,
    map: &'m ArgumentMap,
    drawings: &'m [&'m str],
    told: BTreeSet<u32>,
    /// Statements with how far below their conclusion they stand.
    rows: Vec<(u32, usize)>,
}

impl Board<'_> {
    /// Adds a statement and the claims below it, each once.
    fn add(&mut self, number: u32, depth: usize) {
        if !self.told.insert(number) {
            return;
        }
        self.rows.push((number, depth));
        for way in self.map.inferences.iter().filter(|way| way.conclusion == number) {
            for premise in &way.premises {
                if self.map.statements.get(*premise as usize).is_some_and(is_claim) {
                    self.add(*premise, depth + 1);
                }
            }
        }
    }

    fn words(&self) -> &ReasonerWords {
        &self.site.guide.reasoner_words
    }

    /// The drawing that shows a statement in its lesson; the one of all claims for others.
    fn drawing(&self, own: &MapStatement) -> &str {
        let lesson = own.lesson.and_then(|place| self.site.guide.lessons.get(place as usize));
        let of_lesson =
            lesson.and_then(|lesson| self.drawings.iter().find(|key| **key == lesson.id.as_str()));
        of_lesson.or(self.drawings.first()).copied().unwrap_or_default()
    }

    fn row(&self, number: u32, depth: usize, is_open: bool) -> Html {
        let Some(own) = self.map.statements.get(number as usize) else { return Html::default() };
        let depth = format!("depth-{}", depth.min(4));
        html! {
            details class={ "row " (own.kind.name()) " " (depth) } id=(row_id(own)) name="_row" open[is_open]
                data-node=(own.id) data-draws=(self.drawing(own)) {
                summary {
                    span.label data-label=(own.id) {} " "
                    span.short { (own.short) }
                }
                div.opened { (self.opened(number, own)) }
            }
        }
    }

    /// What a row holds: the sentence in full, what it rests on, and what speaks against it.
    fn opened(&self, number: u32, own: &MapStatement) -> Html {
        let words = self.site.words();
        let critique = self.site.guide.critique.steps(&own.id);
        let ways: Vec<_> = (0_u32..)
            .zip(&self.map.inferences)
            .filter(|(_, way)| way.conclusion == number)
            .collect();
        let against =
            self.map.attacks.iter().filter(|(_, to)| *to == number).map(|(from, _)| *from);
        let denied =
            self.map.undercuts.iter().filter(|(_, to)| ways.iter().any(|(way, _)| way == to));
        let below = ways.iter().flat_map(|(_, way)| &way.premises);
        let below = self.map.attacks.iter().filter(|(_, to)| below.clone().any(|own| own == to));
        let against: BTreeSet<u32> =
            against.chain(denied.chain(below).map(|(from, _)| *from)).collect();
        html! {
            p.tag { (mark(own.mark)) span.part { (words.part(own.kind)) } " " span.owner { (own.owner) } }
            p.full { a href=(own.href) { (own.title) } }
            @if ways.len() > 1 {
                p.group { (counted(self.site, words.argument_ways(), "count", ways.len(), 0)) }
            }
            @for (place, (_, way)) in ways.iter().enumerate() {
                @if ways.len() == 1 {
                    p.group { (counted(self.site, words.argument_premises(), "count", way.premises.len(), 0)) }
                }
                ul.step { @for premise in self.judged_first(&way.premises) { (self.item(premise)) } }
                @if let Some(Some(step)) = critique.get(place) { (questions(self.site, step)) }
            }
            @if !against.is_empty() {
                details.against {
                    summary { (words.argument_against()) " " (against.len()) }
                    ul.step { @for objection in &against { (self.item(*objection)) } }
                }
            }
            (object(self.site, own))
        }
    }

    /// Premises, with those that a reader judges before claims with premises of their own.
    fn judged_first(&self, premises: &[u32]) -> Vec<u32> {
        let mut premises = premises.to_vec();
        premises.sort_by_key(|premise| !self.map.is_leaf(*premise));
        premises
    }

    /// A statement that another rests on, or that speaks against it; what rests on nothing else is judged here.
    fn item(&self, number: u32) -> Html {
        let Some(own) = self.map.statements.get(number as usize) else { return Html::default() };
        let href = match is_claim(own) {
            true => href(Address::new(Route::Argument, &row_id(own))),
            false => own.href.clone(),
        };
        let is_whole = own.short == own.title.text();
        html! {
            li {
                div class={ "point " (own.kind.name()) } data-node=(own.id) {
                    p.says {
                        span.label data-label=(own.id) {} " " (mark(own.mark)) " "
                        a.short href=(href) { (own.short) }
                        @if !is_whole { " " span.full { (own.title) } }
                    }
                    @if self.map.is_leaf(number) { (self.verdicts(own)) }
                }
            }
        }
    }

    fn verdicts(&self, own: &MapStatement) -> Html {
        let words = self.words();
        let name = fill(words.verdict_of(), &[("statement", &own.short)]);
        let named = |verdict| match verdict {
            Verdict::Accept => words.accept(),
            Verdict::Reject => words.reject(),
            Verdict::Undecided => words.leave_open(),
        };
        html! {
            span.verdicts.live role="group" aria-label=(name) {
                @for verdict in Verdict::ALL {
                    button.plain type="button" data-verdict=(verdict) data-on=(own.id) aria-pressed="false" {
                        (named(verdict))
                    }
                }
            }
        }
    }
}

fn is_claim(own: &MapStatement) -> bool {
    matches!(own.kind, StatementKind::Claim | StatementKind::Conclusion)
}
