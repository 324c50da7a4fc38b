//! What holds of every labelling: it is monotone, modular, independent of order, and the same after changes.

#![cfg(test)]

mod argument_support;

use argument_support::{
    Plan, any_case, any_cyclic_plan, any_plan, any_stance, any_verdict, stance,
};
use concord_engine::argument::{
    Builder, Graph, Label, Labelling, Stance, Verdict, because, label, open_leaves, tensions,
};
use proptest::prelude::*;

fn labels(plan: &Plan, labelling: &Labelling) -> (Vec<Label>, Vec<Label>) {
    let inferences = 0..plan.inferences.len() as u32;
    (
        (0..plan.statements).map(|statement| labelling.of(statement)).collect(),
        inferences.map(|inference| labelling.of_inference(inference)).collect(),
    )
}

/// Whether all that can be asked of two labellings has the same answer.
fn same(graph: &Graph, one: &Labelling, other: &Labelling) -> bool {
    (0..graph.statements()).all(|statement| {
        one.of(statement) == other.of(statement)
            && because(graph, one, statement) == because(graph, other, statement)
            && open_leaves(graph, one, statement) == open_leaves(graph, other, statement)
    }) && (0..graph.inferences()).all(|way| one.of_inference(way) == other.of_inference(way))
        && tensions(graph, one) == tensions(graph, other)
}

/// All edges between nodes, first the statements, then the inferences.
fn edges(plan: &Plan) -> Vec<(u32, u32)> {
    let node = |inference: u32| plan.statements + inference;
    let mut edges: Vec<(u32, u32)> = plan.attacks.clone();
    edges.extend(plan.undercuts.iter().map(|(attacker, inference)| (*attacker, node(*inference))));
    for (number, (premises, conclusion)) in (0..).zip(&plan.inferences) {
        edges.extend(premises.iter().map(|premise| (*premise, node(number))));
        edges.push((node(number), *conclusion));
    }
    edges
}

fn dependents(plan: &Plan, of: u32) -> Vec<bool> {
    let mut reached = vec![false; plan.statements as usize + plan.inferences.len()];
    reached[of as usize] = true;
    let edges = edges(plan);
    while let Some((_, to)) =
        edges.iter().find(|(from, to)| reached[*from as usize] && !reached[*to as usize])
    {
        reached[*to as usize] = true;
    }
    reached
}

/// The well-founded model as an alternating fixpoint: what must hold, and what may.
fn well_founded(plan: &Plan, verdicts: &[Verdict]) -> Vec<Label> {
    let leaves = plan.leaves();
    let derive = |assumed: &[bool]| -> Vec<bool> {
        let undercut = |inference: usize| {
            plan.undercuts.iter().any(|(x, y)| *y as usize == inference && assumed[*x as usize])
        };
        let attacked =
            |s: usize| plan.attacks.iter().any(|(x, y)| *y as usize == s && assumed[*x as usize]);
        let mut derived = vec![false; assumed.len()];
        loop {
            let before = derived.clone();
            for statement in 0..derived.len() {
                let from_leaf = leaves.contains(&(statement as u32))
                    && match verdicts[statement] {
                        Verdict::Accept => true,
                        Verdict::Reject => false,
                        Verdict::Undecided => !assumed[statement],
                    };
                let inferred = plan.inferences.iter().enumerate().any(|(number, (from, to))| {
                    *to as usize == statement
                        && from.iter().all(|premise| derived[*premise as usize])
                        && !undercut(number)
                });
                derived[statement] |= (from_leaf || inferred) && !attacked(statement);
            }
            if derived == before {
                return derived;
            }
        }
    };
    let mut must = vec![false; plan.statements as usize];
    loop {
        let may = derive(&must);
        let next = derive(&may);
        if next == must {
            let label = |(must, may)| match (must, may) {
                (true, _) => Label::In,
                (_, false) => Label::Out,
                _ => Label::Undecided,
            };
            return must.into_iter().zip(may).map(label).collect();
        }
        must = next;
    }
}

fn any_changes() -> impl Strategy<Value = Vec<(u32, Verdict)>> {
    prop::collection::vec((0..12_u32, any_verdict()), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn labelling_twice_is_labelling_once((plan, verdicts) in any_case(10)) {
        let graph = plan.graph();
        let labelling = label(&graph, &stance(&verdicts));
        prop_assert!(same(&graph, &labelling, &label(&graph, &stance(&verdicts))));
        prop_assert!(same(&graph, &labelling, &label(&graph, labelling.stance())));
        prop_assert!(labelling.visited() <= edges(&plan).len());
        // Changes to what is already so change nothing, and cost nothing.
        let mut changed = labelling.clone();
        for statement in 0..plan.statements {
            changed.change(&graph, statement, labelling.stance().verdict(statement));
            prop_assert_eq!(changed.visited(), 0);
        }
        prop_assert!(same(&graph, &labelling, &changed));
    }

    #[test]
    fn deciding_a_leaf_changes_nothing_that_was_decided((plan, verdicts) in any_case(10)) {
        let graph = plan.graph();
        let before = label(&graph, &stance(&verdicts));
        for leaf in plan.leaves() {
            if verdicts[leaf as usize] != Verdict::Undecided {
                continue;
            }
            for verdict in [Verdict::Accept, Verdict::Reject] {
                let mut decided = verdicts.clone();
                decided[leaf as usize] = verdict;
                let after = label(&graph, &stance(&decided));
                for statement in 0..plan.statements {
                    let old = before.of(statement);
                    prop_assert!(old == Label::Undecided || old == after.of(statement));
                }
            }
        }
    }

    #[test]
    fn changes_give_what_labelling_from_scratch_gives(
        (plan, verdicts) in any_case(12), changes in any_changes(),
    ) {
        let graph = plan.graph();
        let mut labelling = label(&graph, &stance(&verdicts));
        let mut verdicts = verdicts;
        for (leaf, verdict) in changes {
            labelling.change(&graph, leaf, verdict);
            if (leaf as usize) < verdicts.len() {
                verdicts[leaf as usize] = verdict;
            }
            prop_assert!(same(&graph, &labelling, &label(&graph, &stance(&verdicts))));
        }
    }

    #[test]
    fn a_change_touches_only_what_depends_on_it((plan, verdicts) in any_case(12), verdict in any_verdict()) {
        let graph = plan.graph();
        for leaf in plan.leaves() {
            let depends = dependents(&plan, leaf);
            let before = label(&graph, &stance(&verdicts));
            let mut after = before.clone();
            after.change(&graph, leaf, verdict);
            for statement in (0..plan.statements).filter(|s| !depends[*s as usize]) {
                prop_assert_eq!(before.of(statement), after.of(statement));
            }
            // To find what depends on it, what that depends on, and to label it.
            let has = |node: &u32| depends[*node as usize];
            let out = edges(&plan).iter().filter(|(from, _)| has(from)).count();
            let into = edges(&plan).iter().filter(|(_, to)| has(to)).count();
            prop_assert!(after.visited() <= 2 * out + into);
        }
    }

    #[test]
    fn the_order_of_edges_does_not_matter((plan, verdicts) in any_case(10)) {
        let mut turned = plan.clone();
        turned.inferences.reverse();
        turned.inferences.iter_mut().for_each(|(premises, _)| premises.reverse());
        turned.attacks.reverse();
        turned.undercuts.reverse();
        let last = plan.inferences.len() as u32;
        turned.undercuts.iter_mut().for_each(|(_, inference)| *inference = last - 1 - *inference);
        let one = labels(&plan, &label(&plan.graph(), &stance(&verdicts)));
        let mut other = labels(&turned, &label(&turned.graph(), &stance(&verdicts)));
        other.1.reverse();
        prop_assert_eq!(one, other);
    }

    #[test]
    fn without_cycles_of_support_it_is_the_well_founded_model((plan, verdicts) in any_case(10)) {
        let labelling = label(&plan.graph(), &stance(&verdicts));
        prop_assert_eq!(labels(&plan, &labelling).0, well_founded(&plan, &verdicts));
    }

    #[test]
    fn with_cycles_of_support_it_decides_nothing_that_the_well_founded_model_does_not(
        plan in any_cyclic_plan(8), verdicts in any_stance(8), changes in any_changes(),
    ) {
        let graph = plan.graph();
        let mut labelling = label(&graph, &stance(&verdicts));
        let model = well_founded(&plan, &verdicts);
        for statement in 0..plan.statements {
            let label = labelling.of(statement);
            prop_assert!(label == Label::Undecided || label == model[statement as usize]);
        }
        let mut verdicts = verdicts;
        for (leaf, verdict) in changes {
            labelling.change(&graph, leaf, verdict);
            if (leaf as usize) < verdicts.len() {
                verdicts[leaf as usize] = verdict;
            }
            prop_assert!(same(&graph, &labelling, &label(&graph, &stance(&verdicts))));
        }
    }

    #[test]
    fn a_graph_gives_back_what_it_was_built_from(plan in any_plan(8)) {
        let graph = plan.graph();
        prop_assert_eq!(graph.statements(), plan.statements);
        prop_assert_eq!(graph.inferences() as usize, plan.inferences.len());
        let mut attacks = plan.attacks.clone();
        attacks.sort_by_key(|(_, attacked)| *attacked);
        let given = (0..plan.statements).flat_map(|s| graph.attackers(s).map(move |a| (a, s)));
        prop_assert_eq!(given.collect::<Vec<_>>(), attacks);
        for (number, (premises, conclusion)) in (0..).zip(&plan.inferences) {
            prop_assert_eq!(&graph.premises(number).collect::<Vec<_>>(), premises);
            prop_assert_eq!(graph.conclusion(number), Some(*conclusion));
            prop_assert!(graph.ways(*conclusion).any(|way| way == number));
            let undercuts = plan.undercuts.iter().filter(|(_, inference)| *inference == number);
            let undercuts: Vec<u32> = undercuts.map(|(attacker, _)| *attacker).collect();
            prop_assert_eq!(graph.undercutters(number).collect::<Vec<_>>(), undercuts);
        }
        let leaves: Vec<u32> = (0..plan.statements).filter(|s| graph.is_leaf(*s)).collect();
        prop_assert_eq!(leaves, plan.leaves());
    }
}

#[test]
fn what_does_not_exist_is_refused_when_building_and_undecided_when_asked_for() {
    let dangling: [fn(&mut Builder); 6] = [
        |builder| _ = builder.infer(&[2], 0),
        |builder| _ = builder.infer(&[0], 2),
        |builder| builder.attack(2, 0),
        |builder| builder.attack(0, 2),
        |builder| builder.undercut(0, 0),
        |builder| builder.undercut(u32::MAX, u32::MAX),
    ];
    for add in dangling {
        let mut builder = Builder::new(2);
        add(&mut builder);
        assert_eq!(builder.build(), None);
    }
    assert_eq!(Builder::new(u32::MAX).build(), None);
    let mut builder = Builder::new(2);
    builder.infer(&[0], 1);
    let graph = builder.build().unwrap();
    // A stance on too few statements, or too many, is one on those that exist.
    for statements in [0, 1, 2, 9] {
        let mut labelling = label(&graph, &Stance::blank(statements));
        for leaf in [0, 1, 2, 3, u32::MAX] {
            labelling.change(&graph, leaf, Verdict::Accept);
        }
        assert_eq!(labelling.of(1), Label::In);
        for beyond in [2, 3, u32::MAX] {
            assert_eq!(labelling.of(beyond), Label::Undecided);
            assert_eq!(because(&graph, &labelling, beyond), None);
            assert_eq!(graph.ways(beyond).chain(graph.attackers(beyond)).count(), 0);
            assert_eq!(graph.conclusion(beyond), None);
            assert_eq!(graph.premises(beyond).chain(graph.undercutters(beyond)).count(), 0);
            assert!(!graph.is_leaf(beyond));
        }
        assert_eq!(labelling.of_inference(1), Label::Undecided);
        assert_eq!(labelling.of_inference(u32::MAX), Label::Undecided);
    }
}

/// A chain as long as the largest graph measured is labelled without recursion.
#[test]
fn a_long_chain_and_a_long_cycle() {
    let statements = 100_000;
    let mut builder = Builder::new(statements);
    (1..statements).for_each(|s| _ = builder.infer(&[s - 1], s));
    let graph = builder.build().unwrap();
    let mut labelling = label(&graph, &Stance::blank(statements));
    assert_eq!(open_leaves(&graph, &labelling, statements - 1), [0]);
    labelling.change(&graph, 0, Verdict::Accept);
    assert_eq!(labelling.of(statements - 1), Label::In);
    let mut builder = Builder::new(statements);
    (0..statements).for_each(|s| builder.attack(s, (s + 1) % statements));
    let graph = builder.build().unwrap();
    let mut labelling = label(&graph, &Stance::blank(statements));
    labelling.change(&graph, 0, Verdict::Reject);
    assert_eq!(labelling.of(0), Label::Out);
    assert_eq!(labelling.of(1), Label::Undecided);
}
