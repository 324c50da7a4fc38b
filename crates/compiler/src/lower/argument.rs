//! Whether the statements make an argument that can be reasoned with: no circles of support, all
//! claims on a way to a conclusion, steps where steps are denied, and doubts about the work's claims.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use concord_model::{ArgumentMap, Guide, Id, Statement, StatementKind};

use super::linked;
use crate::{diagnostic::Faults, suggest, symbols::Symbols};

pub(super) fn check(guide: &Guide, symbols: &Symbols, faults: &mut Faults) {
    let map = ArgumentMap::of(guide);
    let statements: Vec<&Statement> = guide.statements().map(|(_, own)| own).collect();
    let argument = Argument { map: &map, statements: &statements, symbols };
    let circling = argument.report_circles(faults);
    argument.report_claims_without_end(&circling, faults);
    argument.report_steps_that_are_not_there(faults);
    argument.report_what_nobody_doubts(faults);
    argument.report_what_has_no_label(faults);
    linked::check(guide, symbols, faults);
}

struct Argument<'g> {
    map: &'g ArgumentMap,
    statements: &'g [&'g Statement],
    symbols: &'g Symbols,
}

impl<'g> Argument<'g> {
    fn statement(&self, number: u32) -> Option<&'g Statement> {
        self.statements.get(number as usize).copied()
    }

    /// Reports statements that support themselves, each circle once and as a whole, and gives all
    /// that stand in one.
    fn report_circles(&self, faults: &mut Faults) -> BTreeSet<u32> {
        let mut onward: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
        for step in &self.map.inferences {
            for premise in &step.premises {
                onward.entry(*premise).or_default().insert(step.conclusion);
            }
        }
        prune(&mut onward);
        let mut circling = BTreeSet::new();
        while let Some((&first, _)) = onward.iter().next() {
            if let Some(circle) = shortest_circle(first, &onward) {
                self.report_circle(&circle, faults);
                for member in &circle {
                    onward.remove(member);
                }
                circling.extend(circle);
            } else {
                onward.remove(&first);
            }
            prune(&mut onward);
        }
        circling
    }

    fn report_circle(&self, circle: &[u32], faults: &mut Faults) {
        let members: Vec<&Statement> =
            circle.iter().filter_map(|number| self.statement(*number)).collect();
        let Some(first) = members.first() else { return };
        let names: Vec<String> =
            members.iter().chain([first]).map(|own| format!("`{}`", own.id)).collect();
        let message = format!("this {} supports itself: {}", first.kind.name(), names.join(" → "));
        self.symbols.error_at(&first.id, faults, message).hint(
            "change a `supports=`, `to=` or `from=` of one of them, so that it leads out of the circle",
        );
    }

    /// Reports claims that lead into a circle and so to no conclusion.
    fn report_claims_without_end(&self, circling: &BTreeSet<u32>, faults: &mut Faults) {
        let by_id: BTreeMap<&Id, &Statement> =
            self.statements.iter().map(|own| (&own.id, *own)).collect();
        // Those whose way ends: in a conclusion, or in a fault that has been told.
        let mut ending: BTreeSet<&Id> = BTreeSet::new();
        for (number, own) in (0..).zip(self.statements) {
            let mut way = BTreeSet::new();
            let mut here = *own;
            let ends = loop {
                if ending.contains(&here.id) {
                    break true;
                }
                if !way.insert(&here.id) {
                    break false;
                }
                match here.target.as_ref().and_then(|target| by_id.get(target)) {
                    Some(next) => here = next,
                    None => break true,
                }
            };
            if ends {
                ending.append(&mut way);
            } else if own.kind == StatementKind::Claim && !circling.contains(&number) {
                let message = "this claim leads to no conclusion".to_owned();
                self.symbols
                    .error_at(&own.id, faults, message)
                    .hint("what it supports runs in a circle, which is reported too");
            }
        }
    }

    /// Reports undercuts of a step that does not exist, or that could be one of several.
    fn report_steps_that_are_not_there(&self, faults: &mut Faults) {
        let denying: BTreeSet<u32> = self.map.undercuts.iter().map(|(from, _)| *from).collect();
        for (number, own) in (0..).zip(self.statements) {
            let Some(target) = own.target.as_ref() else { continue };
            if own.kind != StatementKind::Undercut || denying.contains(&number) {
                continue;
            }
            let ways: BTreeSet<&str> = self
                .statements
                .iter()
                .filter(|other| other.target.as_ref() == Some(target))
                .filter(|other| other.kind != StatementKind::Undercut)
                .filter_map(|other| other.way.as_ref().map(Id::as_str))
                .collect();
            let ways: Vec<&str> = ways.into_iter().collect();
            let supported = self.map.inferences.iter().any(|step| {
                self.statement(step.conclusion).is_some_and(|found| found.id == *target)
            });
            let (message, hint) = match &own.way {
                _ if !supported => (
                    format!("nothing supports `{target}`, so there is no step to deny"),
                    Some("make it an `.objection`, which attacks the statement itself".to_owned()),
                ),
                Some(way) => (
                    format!("no way `{way}` leads to `{target}`"),
                    suggest::did_you_mean(way.as_str(), ways.iter().copied())
                        .or_else(|| Some("take `way=` out: the step has no name".to_owned())),
                ),
                None => (
                    format!("several ways lead to `{target}`"),
                    Some(format!("say which one it denies: `way=…`, of {}", suggest::list(&ways))),
                ),
            };
            self.symbols.error_at(&own.id, faults, message).hint_if(hint);
        }
    }

    /// Warns of claims of the explained work that nothing attacks: neither them, nor a premise of
    /// theirs, nor the step from these.
    fn report_what_nobody_doubts(&self, faults: &mut Faults) {
        let attacked: BTreeSet<u32> = self.map.attacks.iter().map(|(_, to)| *to).collect();
        let shaken = self
            .map
            .inferences
            .iter()
            .filter(|step| step.premises.iter().any(|premise| attacked.contains(premise)));
        let mut doubted: BTreeSet<u32> = shaken.map(|step| step.conclusion).collect();
        doubted.extend(&attacked);
        let denied = self.map.undercuts.iter();
        let denied = denied.filter_map(|(_, step)| self.map.inferences.get(*step as usize));
        doubted.extend(denied.map(|step| step.conclusion));
        for (number, known) in (0..).zip(&self.map.statements) {
            let claims = matches!(known.kind, StatementKind::Claim | StatementKind::Conclusion);
            if !claims || !known.of_work || doubted.contains(&number) {
                continue;
            }
            if let Some(node) = self.symbols.nodes.get(&known.id) {
                let message = format!("nothing speaks against this {}", known.kind.name());
                faults
                    .warning(&node.place.path, node.span.clone(), message)
                    .hint("add an `.objection` or an `.undercut`: without one it looks agreed");
            }
        }
    }

    /// Warns of statements that are too long for their own label, and have no other.
    fn report_what_has_no_label(&self, faults: &mut Faults) {
        for own in self.statements.iter().filter(|own| own.short.is_none()) {
            let title = own.title.text();
            let label = Statement::shortened(&title);
            if let Some(node) = self.symbols.nodes.get(&own.id).filter(|_| label != title) {
                let message = format!("this {} has no label", own.kind.name());
                faults
                    .warning(&node.place.path, node.span.clone(), message)
                    .hint(format!("add `short=\"…\"` with at most {} letters; without it, “{label}” stands for it", Statement::MOST_SHORT));
            }
        }
    }
}

/// Takes out, again and again, what leads to nothing that is left; circles and what leads into them
/// remain.
fn prune(onward: &mut BTreeMap<u32, BTreeSet<u32>>) {
    let mut behind: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (from, targets) in onward.iter() {
        for target in targets {
            behind.entry(*target).or_default().push(*from);
        }
    }
    let mut ends: Vec<u32> =
        behind.keys().copied().filter(|target| !onward.contains_key(target)).collect();
    while let Some(end) = ends.pop() {
        for from in behind.remove(&end).into_iter().flatten() {
            let Some(targets) = onward.get_mut(&from) else { continue };
            targets.remove(&end);
            if targets.is_empty() {
                onward.remove(&from);
                ends.push(from);
            }
        }
    }
}

/// The shortest way from a statement back to itself, if there is one.
fn shortest_circle(first: u32, onward: &BTreeMap<u32, BTreeSet<u32>>) -> Option<Vec<u32>> {
    let mut came_from: BTreeMap<u32, u32> = BTreeMap::new();
    let mut waiting = VecDeque::from([first]);
    while let Some(here) = waiting.pop_front() {
        for next in onward.get(&here).into_iter().flatten() {
            if *next == first {
                let mut circle = vec![here];
                let mut back = here;
                while let Some(before) = came_from.get(&back).filter(|_| back != first) {
                    circle.push(*before);
                    back = *before;
                }
                circle.reverse();
                return Some(circle);
            }
            if !came_from.contains_key(next) {
                came_from.insert(*next, here);
                waiting.push_back(*next);
            }
        }
    }
    None
}
