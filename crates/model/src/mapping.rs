//! Makes the graph of the argument from the statements of a guide.

use std::collections::BTreeMap;

use crate::{
    Address, ArgumentMap, Form, Guide, Id, MapInference, MapStatement, Owner, OwnerMark, Route,
    Statement, StatementKind,
};

/// Steps to one statement, each with the name of its way; in the order of their first premises.
type Ways<'g> = Vec<(Option<&'g Id>, Vec<u32>)>;

impl ArgumentMap {
    /// The graph of a guide's argument.
    ///
    /// Premises and claims that speak to the same statement support it together, unless ways tell
    /// them apart; what a statement follows from is a step of its own. An end that leads nowhere is
    /// left out: the compiler has reported it.
    #[must_use]
    pub fn of(guide: &Guide) -> Self {
        let found: Vec<_> = guide.statements().collect();
        let places: BTreeMap<&Id, u32> =
            (0..).zip(&found).map(|(place, (_, own))| (&own.id, place)).collect();
        let place = |id: &Id| places.get(id).copied();
        let mut ways: BTreeMap<u32, Ways<'_>> = BTreeMap::new();
        for (number, (_, own)) in (0..).zip(&found) {
            let Some(target) = own.target.as_ref().and_then(place) else { continue };
            if own.kind.is_support() {
                let ways = ways.entry(target).or_default();
                match ways.iter_mut().find(|(way, _)| *way == own.way.as_ref()) {
                    Some((_, premises)) => premises.push(number),
                    None => ways.push((own.way.as_ref(), vec![number])),
                }
            }
        }
        let mut map = Self::default();
        let mut steps: BTreeMap<u32, Vec<(Option<&Id>, u32)>> = BTreeMap::new();
        for (number, (route, own)) in (0..).zip(&found) {
            map.statements.push(map_statement(guide, route, own));
            let derived: Vec<u32> = own.from.iter().filter_map(place).collect();
            let derived = (!derived.is_empty()).then_some((None, derived));
            for (way, premises) in ways.remove(&number).into_iter().flatten().chain(derived) {
                let step = u32::try_from(map.inferences.len()).unwrap_or(u32::MAX);
                steps.entry(number).or_default().push((way, step));
                map.inferences.push(MapInference { premises, conclusion: number });
            }
        }
        for (number, (_, own)) in (0..).zip(&found) {
            let Some(target) = own.target.as_ref().and_then(place) else { continue };
            match own.kind {
                StatementKind::Objection | StatementKind::Reply => {
                    map.attacks.push((number, target));
                }
                StatementKind::Undercut => {
                    let steps = steps.get(&target).map(Vec::as_slice).unwrap_or_default();
                    map.undercuts
                        .extend(denied(steps, own.way.as_ref()).map(|step| (number, step)));
                }
                StatementKind::Claim | StatementKind::Conclusion | StatementKind::Premise => {}
            }
        }
        map
    }

    /// Whether nothing supports the statement, so that a reader decides about it.
    #[must_use]
    pub fn is_leaf(&self, statement: u32) -> bool {
        !self.inferences.iter().any(|step| step.conclusion == statement)
    }

    /// Where the explained work pulls against itself: one of its statements, the objection that follows
    /// from it, and what of the work that attacks. They stand whatever a reader accepts.
    #[must_use]
    pub fn inner_tensions(&self) -> Vec<(u32, u32, u32)> {
        let is_of_work =
            |number: u32| self.statements.get(number as usize).is_some_and(|own| own.of_work);
        let mut tensions = Vec::new();
        for (attacker, attacked) in &self.attacks {
            let steps = self.inferences.iter().filter(|step| step.conclusion == *attacker);
            let sources = steps.flat_map(|step| &step.premises);
            // What it attacks may be a premise that somebody else adds; then the claim is the work's.
            let rests = self.inferences.iter().filter(|step| step.premises.contains(attacked));
            let mut held = std::iter::once(*attacked).chain(rests.map(|step| step.conclusion));
            let Some(held) = held.find(|held| is_of_work(*held)) else { continue };
            let own = sources.filter(|source| is_of_work(**source));
            tensions.extend(own.map(|source| (*source, *attacker, held)));
        }
        tensions
    }

    /// The conclusions that the guide declares.
    pub fn conclusions(&self) -> impl Iterator<Item = u32> {
        let all = (0..).zip(&self.statements);
        all.filter(|(_, own)| own.kind == StatementKind::Conclusion).map(|(place, _)| place)
    }
}

/// The step of that way; without a name the one without a name, or the only one.
fn denied(steps: &[(Option<&Id>, u32)], way: Option<&Id>) -> Option<u32> {
    let named = steps.iter().find(|(name, _)| *name == way);
    let only = match steps {
        [only] if way.is_none() => Some(only),
        _ => None,
    };
    named.or(only).map(|(_, step)| *step)
}

fn map_statement(guide: &Guide, route: &Route, own: &Statement) -> MapStatement {
    let lesson = match route {
        Route::Lesson(id) => guide.lesson(id).and_then(|(place, _)| u32::try_from(place).ok()),
        _ => None,
    };
    let owner = guide.owner(&own.owner);
    MapStatement {
        id: own.id.clone(),
        kind: own.kind,
        title: own.title.clone(),
        short: own.label(),
        href: Address::new(route.clone(), own.id.as_str()).href(Form::Folder),
        lesson,
        owner: owner.map(|owner| owner.name.clone()).unwrap_or_default(),
        mark: owner.map_or(OwnerMark::Disc, |owner: &Owner| owner.mark),
        of_work: owner.is_some_and(|owner| owner.of_work),
    }
}
