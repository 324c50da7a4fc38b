//! Which scheme each step of the argument has, and which of its questions the guide's own statements ask.

use crate::{ArgumentMap, Critique, Guide, Questioned, Scheme, Statement, StatementKind};

impl Critique {
    /// Which schemes the steps of an argument have, and which of their questions its statements ask.
    #[must_use]
    pub fn of(guide: &Guide, map: &ArgumentMap) -> Self {
        let all: Vec<&Statement> = guide.statements().map(|(_, own)| own).collect();
        let mut steps: Vec<Option<Questioned>> = (0..map.inferences.len())
            .map(|step| {
                let scheme = schemes(&all, map, step).next().map(|(_, scheme)| scheme)?;
                Some(Questioned { scheme, asked: Vec::new() })
            })
            .collect();
        for (number, own) in (0..).zip(&all) {
            let Some(asks) = &own.asks else { continue };
            if let [step] = meant(&all, map, number).as_slice()
                && let Some(Some(questioned)) = steps.get_mut(*step)
            {
                questioned.asked.push((asks.question, own.id.clone()));
            }
        }
        let mut critique = Self::default();
        for (step, questioned) in map.inferences.iter().zip(steps) {
            if let Some(own) = all.get(step.conclusion as usize) {
                critique.0.entry(own.id.clone()).or_default().push(questioned);
            }
        }
        critique
    }

    /// The step at that place of [`ArgumentMap::inferences`], if it says its scheme.
    #[must_use]
    pub fn at(&self, map: &ArgumentMap, step: u32) -> Option<&Questioned> {
        let step = step as usize;
        let conclusion = map.inferences.get(step)?.conclusion;
        let before = map.inferences.iter().take(step);
        let place = before.filter(|other| other.conclusion == conclusion).count();
        let own = map.statements.get(conclusion as usize)?;
        self.steps(&own.id).get(place)?.as_ref()
    }
}

/// Whether a step is what its conclusion says that it follows `from`, beside premises of its own.
#[must_use]
pub(crate) fn is_derived(all: &[&Statement], map: &ArgumentMap, step: usize) -> bool {
    let Some(way) = map.inferences.get(step) else { return false };
    let Some(conclusion) = all.get(way.conclusion as usize) else { return false };
    let own = |premise: &u32| all.get(*premise as usize);
    !way.premises
        .iter()
        .filter_map(own)
        .any(|premise| premise.target.as_ref() == Some(&conclusion.id))
}

/// The schemes that a step is given, each with the statement that says so.
pub fn schemes<'s>(
    all: &'s [&'s Statement],
    map: &'s ArgumentMap,
    step: usize,
) -> impl Iterator<Item = (&'s Statement, Scheme)> {
    let way = map.inferences.get(step);
    let derived = is_derived(all, map, step);
    let conclusion = way.and_then(|way| all.get(way.conclusion as usize)).filter(|_| derived);
    let premises = way.map(|way| way.premises.as_slice()).filter(|_| !derived).unwrap_or_default();
    let said = premises.iter().filter_map(|premise| all.get(*premise as usize));
    let said = said.filter_map(|own| Some((*own, own.scheme?)));
    said.chain(conclusion.and_then(|own| Some((*own, own.follows?))))
}

/// The steps that the question of a statement may be about: what it undercuts; the step of the premise that it
/// speaks against; or those that lead to what it speaks against, of the way that it names. It is meant to be one.
#[must_use]
pub fn meant(all: &[&Statement], map: &ArgumentMap, asking: u32) -> Vec<usize> {
    let Some(own) = all.get(asking as usize) else { return Vec::new() };
    if own.kind == StatementKind::Undercut {
        let denied = map.undercuts.iter().filter(|(from, _)| *from == asking);
        return denied.map(|(_, step)| *step as usize).collect();
    }
    let Some((_, target)) = map.attacks.iter().find(|(from, _)| *from == asking) else {
        return Vec::new();
    };
    let way = own.asks.as_ref().and_then(|asks| asks.way.as_ref());
    let is_premise =
        all.get(*target as usize).is_some_and(|target| target.kind == StatementKind::Premise);
    let leads = |step: &usize| {
        map.inferences.get(*step).is_some_and(|inference| match is_premise {
            true => inference.premises.contains(target) && !is_derived(all, map, *step),
            false => inference.conclusion == *target,
        })
    };
    let name = |step: usize| {
        let first = map.inferences.get(step).and_then(|step| step.premises.first());
        let first = first.and_then(|first| all.get(*first as usize));
        first.and_then(|own| own.way.as_ref()).filter(|_| !is_derived(all, map, step))
    };
    let found: Vec<usize> = (0..map.inferences.len()).filter(leads).collect();
    let of_way = |way| found.iter().copied().filter(|step| name(*step) == way).collect::<Vec<_>>();
    // As with undercuts: without a name it is the step without one, or the only one.
    match way {
        Some(way) => of_way(Some(way)),
        None if found.len() > 1 => match of_way(None).first() {
            Some(unnamed) => vec![*unnamed],
            None => found,
        },
        None => found,
    }
}
