//! Labellings against all arguments that can be built: on all small graphs, and on random larger ones.

#![cfg(test)]

mod argument_support;

use argument_support::{Plan, all_stances, any_case, any_plan, labels, stance};
use concord_engine::argument::{Label, Verdict, label};
use proptest::prelude::*;

fn engine(plan: &Plan, verdicts: &[Verdict]) -> Vec<Label> {
    let labelling = label(&plan.graph(), &stance(verdicts));
    (0..plan.statements).map(|statement| labelling.of(statement)).collect()
}

/// Compares under every stance; how many there are.
fn compare(plan: &Plan) -> usize {
    let stances = all_stances(plan);
    for verdicts in &stances {
        assert_eq!(engine(plan, verdicts), labels(plan, verdicts), "{plan:?} {verdicts:?}");
    }
    stances.len()
}

/// The subsets of a list that have at most so many members.
fn subsets<T: Clone>(of: &[T], most: usize) -> Vec<Vec<T>> {
    let mut all = vec![Vec::new()];
    for one in of {
        for mut set in all.clone() {
            if set.len() < most {
                set.push(one.clone());
                all.push(set);
            }
        }
    }
    all
}

/// All graphs with so many statements in which premises have lower numbers than conclusions, each
/// set of premises leads to a conclusion at most once, and there are at most so many attacks and
/// undercuts. Gives the number of graphs and of labellings compared.
fn compare_all(statements: u32, most_attacks: usize, most_undercuts: usize) -> (usize, usize) {
    let pairs: Vec<(u32, u32)> =
        (0..statements).flat_map(|a| (0..statements).map(move |b| (a, b))).collect();
    let below = |conclusion: u32| subsets(&(0..conclusion).collect::<Vec<_>>(), 9);
    let inferences: Vec<(Vec<u32>, u32)> = (0..statements)
        .flat_map(|conclusion| below(conclusion).into_iter().map(move |set| (set, conclusion)))
        .filter(|(premises, _)| !premises.is_empty())
        .collect();
    let (mut graphs, mut labellings) = (0, 0);
    for inferences in subsets(&inferences, usize::MAX) {
        let count = inferences.len() as u32;
        let aims: Vec<(u32, u32)> =
            (0..statements).flat_map(|a| (0..count).map(move |inference| (a, inference))).collect();
        for undercuts in subsets(&aims, most_undercuts) {
            for attacks in subsets(&pairs, most_attacks) {
                let (inferences, undercuts) = (inferences.clone(), undercuts.clone());
                labellings += compare(&Plan { statements, inferences, attacks, undercuts });
                graphs += 1;
            }
        }
    }
    (graphs, labellings)
}

#[test]
fn all_graphs_of_one_and_two_statements() {
    assert_eq!(compare_all(1, 1, 0), (2, 6));
    assert_eq!(compare_all(2, 4, 2), (80, 336));
}

/// All attacks between three statements, all ways to infer one from others, and one undercut.
#[test]
fn all_graphs_of_three_statements_with_up_to_one_undercut() {
    assert_eq!(compare_all(3, 9, 1), (57_344, 328_704));
}

#[test]
fn all_graphs_of_three_statements_with_up_to_three_attacks_and_two_undercuts() {
    assert_eq!(compare_all(3, 3, 2), (55_120, 277_680));
}

/// Up to eleven inferences between four statements.
#[test]
fn all_graphs_of_four_statements_with_up_to_one_attack() {
    assert_eq!(compare_all(4, 1, 0), (34_816, 265_200));
}

/// Nothing but attacks, as in Dung's own graphs.
#[test]
fn all_graphs_of_four_statements_that_only_attack() {
    let statements = 4;
    let pairs: Vec<(u32, u32)> = (0..4).flat_map(|a| (0..4).map(move |b| (a, b))).collect();
    let mut graphs = 0;
    for attacks in subsets(&pairs, usize::MAX) {
        let plan = Plan { statements, attacks, ..Plan::default() };
        let verdicts = [Verdict::Accept; 4];
        assert_eq!(engine(&plan, &verdicts), labels(&plan, &verdicts), "{plan:?}");
        graphs += 1;
    }
    assert_eq!(graphs, 65_536);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_graphs((plan, verdicts) in any_case(8)) {
        prop_assert_eq!(engine(&plan, &verdicts), labels(&plan, &verdicts));
    }

    #[test]
    fn random_graphs_under_every_stance(plan in any_plan(5)) {
        compare(&plan);
    }
}
