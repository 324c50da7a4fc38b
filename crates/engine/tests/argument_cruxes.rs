//! Cruxes against all sets of changes.

#![cfg(test)]

mod argument_support;

use argument_support::{Plan, all_stances, any_case, any_plan, any_stance, stance};
use concord_engine::argument::{
    Bound, Change, Choice, Cruxes, Label, Limits, Search, Stance, Verdict, cruxes, cruxes_toward,
    label, parting,
};
use proptest::prelude::*;

/// The smallest sets of changes that lead from `from` to one of the stances whose label of the
/// conclusion is `wanted`; none if `from` is one of them.
fn smallest<'s>(
    plan: &Plan,
    from: &[Verdict],
    to: impl IntoIterator<Item = &'s Vec<Verdict>>,
    conclusion: u32,
    wanted: impl Fn(Label) -> bool,
) -> Vec<Vec<Change>> {
    let graph = plan.graph();
    let reaches = |verdicts: &[Verdict]| wanted(label(&graph, &stance(verdicts)).of(conclusion));
    let changes = |to: &[Verdict]| -> Vec<Change> {
        let leaves = plan.leaves().into_iter();
        let changed = leaves.filter(|leaf| from[*leaf as usize] != to[*leaf as usize]);
        changed.map(|leaf| (leaf, to[leaf as usize])).collect()
    };
    if reaches(from) {
        return Vec::new();
    }
    let mut sets: Vec<Vec<Change>> =
        to.into_iter().filter(|to| reaches(to)).map(|to| changes(to)).collect();
    let size = sets.iter().map(Vec::len).min().unwrap_or_default();
    sets.retain(|set| set.len() == size);
    sets.sort();
    sets.dedup();
    sets
}

/// All stances that have the verdict of either stance on each leaf.
fn mixtures(plan: &Plan, first: &[Verdict], second: &[Verdict]) -> Vec<Vec<Verdict>> {
    let mut all = vec![first.to_vec()];
    for leaf in plan.leaves() {
        for mut mixture in all.clone() {
            mixture[leaf as usize] = second[leaf as usize];
            all.push(mixture);
        }
    }
    all
}

fn exact(sets: Vec<Vec<Change>>) -> Cruxes {
    Cruxes { sets, bound: Bound::Exact }
}

/// For each label of the last statement: the smallest sets that lead to it, found by trying all, and what the
/// search finds.
fn toward_each_label(plan: &Plan, verdicts: &[Verdict]) -> [(Vec<Vec<Change>>, Cruxes); 3] {
    let (graph, stances, conclusion) = (plan.graph(), all_stances(plan), plan.statements - 1);
    [Label::In, Label::Out, Label::Undecided].map(|wanted| {
        let expected = smallest(plan, verdicts, &stances, conclusion, |label| label == wanted);
        let own = stance(verdicts);
        (expected, cruxes_toward(&graph, &own, conclusion, wanted, Limits::default()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cruxes_are_the_smallest_of_all_sets((plan, verdicts) in any_case(6)) {
        let (graph, stances) = (plan.graph(), all_stances(&plan));
        for conclusion in 0..plan.statements {
            let own = label(&graph, &stance(&verdicts)).of(conclusion);
            let expected = smallest(&plan, &verdicts, &stances, conclusion, |label| label != own);
            let found = cruxes(&graph, &stance(&verdicts), conclusion, Limits::default());
            prop_assert_eq!(found, exact(expected));
        }
    }

    #[test]
    fn cruxes_toward_a_label_are_the_smallest_of_all_sets((plan, verdicts) in any_case(6)) {
        for (expected, found) in toward_each_label(&plan, &verdicts) {
            prop_assert_eq!(found, exact(expected));
        }
    }

    #[test]
    fn two_stances_part_where_all_mixtures_say(
        (plan, first) in any_case(8), second in any_stance(8),
    ) {
        let graph = plan.graph();
        let mixtures = mixtures(&plan, &first, &second);
        for conclusion in 0..plan.statements {
            let wanted = label(&graph, &stance(&second)).of(conclusion);
            let expected =
                smallest(&plan, &first, &mixtures, conclusion, |label| label == wanted);
            let found = parting(
                &graph, &stance(&first), &stance(&second), conclusion, Limits::default(),
            );
            let differ = label(&graph, &stance(&first)).of(conclusion) != wanted;
            prop_assert_eq!(found.sets.is_empty(), !differ);
            prop_assert_eq!(found, exact(expected));
        }
    }

    #[test]
    fn choices_stand_for_all_smallest_sets_and_no_others((plan, verdicts) in any_case(7)) {
        for (expected, found) in toward_each_label(&plan, &verdicts) {
            let told = told(&Choice::of(&found.sets));
            prop_assert_eq!(told, if expected.is_empty() { vec![Vec::new()] } else { expected });
        }
    }

    #[test]
    fn any_sets_are_told_whole_by_choices(
        mut sets in prop::collection::vec(prop::collection::btree_set(0..9_u32, 3), 1..40),
    ) {
        sets.sort();
        sets.dedup();
        let sets: Vec<Vec<Change>> = sets
            .iter()
            .map(|set| set.iter().map(|leaf| (*leaf, Verdict::Accept)).collect())
            .collect();
        let choice = Choice::of(&sets);
        prop_assert_eq!(choice.count(), sets.len());
        prop_assert_eq!(told(&choice), sets);
    }

    #[test]
    fn independent_choices_are_told_one_by_one(
        sizes in prop::collection::vec(2..5_u32, 1..5),
    ) {
        let mut next = 0..;
        let groups: Vec<Vec<u32>> =
            sizes.iter().map(|size| next.by_ref().take(*size as usize).collect()).collect();
        let mut sets = vec![vec![(99, Verdict::Reject)]];
        for group in &groups {
            sets = sets
                .iter()
                .flat_map(|set| group.iter().map(|leaf| [&[(*leaf, Verdict::Accept)], set.as_slice()].concat()))
                .collect();
        }
        sets.iter_mut().for_each(|set| set.sort());
        sets.sort();
        let choice = Choice::of(&sets);
        prop_assert_eq!(&choice.all, &vec![(99, Verdict::Reject)]);
        let leaves = |group: &Vec<Choice>| group.iter().map(|one| one.all[0].0).collect::<Vec<_>>();
        let mut found: Vec<_> = choice.groups.iter().map(leaves).collect();
        found.sort();
        prop_assert_eq!(found, groups);
    }

    #[test]
    fn a_search_in_steps_finds_the_same((plan, verdicts) in any_case(8), edges in 1..300_usize) {
        let graph = plan.graph();
        let from = label(&graph, &stance(&verdicts));
        for wanted in [Label::In, Label::Out, Label::Undecided] {
            let limits = Limits { edges: 3_000 };
            let mut search = Search::toward(from.clone(), plan.statements - 1, wanted, limits);
            let found = (0..10_000).find_map(|_| search.go_on(&graph, edges));
            let whole =
                cruxes_toward(&graph, from.stance(), plan.statements - 1, wanted, limits);
            prop_assert_eq!(found, Some(whole));
        }
    }

    #[test]
    fn a_bound_is_never_too_high((plan, verdicts) in any_case(6), edges in 0..2_000_usize) {
        let graph = plan.graph();
        for conclusion in 0..plan.statements {
            let from = stance(&verdicts);
            let full = cruxes(&graph, &from, conclusion, Limits::default());
            let limited = cruxes(&graph, &from, conclusion, Limits { edges });
            match limited.bound {
                Bound::Exact => prop_assert_eq!(limited, full),
                Bound::AtLeast(size) => {
                    prop_assert!(full.sets.iter().all(|set| set.len() >= size));
                    prop_assert!(limited.sets.iter().all(|set| set.len() == size));
                    prop_assert!(limited.sets.iter().all(|set| full.sets.contains(set)));
                }
            }
        }
    }

    #[test]
    fn what_is_downstream_or_apart_is_no_crux(plan in any_plan(8), conclusion in 0..8_u32) {
        let graph = plan.graph();
        let found = cruxes(&graph, &Stance::blank(plan.statements), conclusion, Limits::default());
        let mut upstream = vec![conclusion];
        let mut next = 0;
        while let Some(&statement) = upstream.get(next) {
            next += 1;
            let premises = graph.ways(statement).flat_map(|way| {
                graph.premises(way).chain(graph.undercutters(way)).collect::<Vec<_>>()
            });
            for below in premises.chain(graph.attackers(statement)) {
                if !upstream.contains(&below) {
                    upstream.push(below);
                }
            }
        }
        prop_assert!(found.sets.iter().flatten().all(|(leaf, _)| upstream.contains(leaf)));
    }
}

/// The sets that a choice stands for, found by trying all combinations; sorted.
fn told(choice: &Choice) -> Vec<Vec<Change>> {
    let mut sets: Vec<Vec<Change>> = vec![choice.all.clone()];
    for group in &choice.groups {
        assert!(group.len() > 1, "a choice is one between several: {choice:?}");
        let of_group: Vec<Vec<Change>> = group.iter().flat_map(told).collect();
        sets = sets
            .iter()
            .flat_map(|set| of_group.iter().map(|other| [set.as_slice(), other].concat()))
            .collect();
    }
    sets.iter_mut().for_each(|set| set.sort());
    sets.sort();
    sets
}

/// A conclusion with so many independent ways from one premise each.
fn many_ways(ways: u32) -> Plan {
    let inferences = (0..ways).map(|premise| (vec![premise], ways)).collect();
    Plan { statements: ways + 1, inferences, ..Plan::default() }
}

#[test]
fn a_conclusion_with_many_ways_needs_a_change_in_each() {
    let plan = many_ways(6);
    let accepted = stance(&[Verdict::Accept; 7]);
    let found = cruxes(&plan.graph(), &accepted, 6, Limits::default());
    // Each premise may be rejected or left open.
    assert_eq!((found.bound, found.sets.len()), (Bound::Exact, 64));
    assert!(found.sets.iter().all(|set| set.len() == 6));
    // To have it out, all must be rejected.
    let found = cruxes_toward(&plan.graph(), &accepted, 6, Label::Out, Limits::default());
    let all = (0..6).map(|premise| (premise, Verdict::Reject)).collect();
    assert_eq!(found, exact(vec![all]));
}

#[test]
fn beyond_the_limit_the_bound_is_what_was_ruled_out() {
    let plan = many_ways(40);
    let accepted = stance(&[Verdict::Accept; 41]);
    let found = cruxes(&plan.graph(), &accepted, 40, Limits { edges: 2_000 });
    assert_eq!(found, Cruxes { sets: Vec::new(), bound: Bound::AtLeast(6) });
    let none = cruxes(&plan.graph(), &accepted, 40, Limits { edges: 0 });
    assert_eq!(none, Cruxes { sets: Vec::new(), bound: Bound::AtLeast(1) });
}

/// 3 attacks 2; 2 rests on 0 by an inference that 1 undercuts, and 2 attacks 1. So 1 stands only
/// because 2 has fallen, and that the inference fails is no reason for 2 to fall.
#[test]
fn what_a_label_rests_on_does_not_rest_on_the_label() {
    let plan = Plan {
        statements: 4,
        inferences: vec![(vec![0], 2)],
        attacks: vec![(3, 2), (2, 1)],
        undercuts: vec![(1, 0)],
    };
    let accepted = stance(&[Verdict::Accept; 4]);
    let found = cruxes(&plan.graph(), &accepted, 2, Limits::default());
    assert_eq!(found, exact(vec![vec![(3, Verdict::Reject)], vec![(3, Verdict::Undecided)]]));
}

#[test]
fn what_no_leaf_can_change_has_no_crux() {
    // It attacks itself, and so it is never in; rejecting what it follows from does change it.
    let mut plan = Plan { statements: 2, attacks: vec![(1, 1)], ..Plan::default() };
    plan.inferences = vec![(vec![], 1)];
    let found = cruxes(&plan.graph(), &Stance::blank(2), 1, Limits::default());
    assert_eq!(found, exact(Vec::new()));
    plan.inferences = vec![(vec![0], 1)];
    let found = cruxes(&plan.graph(), &Stance::blank(2), 1, Limits::default());
    assert_eq!(found, exact(vec![vec![(0, Verdict::Reject)]]));
    // What does not exist has none either.
    for beyond in [2, 3, u32::MAX] {
        let found = cruxes(&plan.graph(), &Stance::blank(2), beyond, Limits::default());
        assert_eq!(found, exact(Vec::new()));
    }
}
