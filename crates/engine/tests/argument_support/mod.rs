//! Graphs as plain lists, all and random ones, and what a labelling of them should be by definition.
//!
//! The definition shares nothing with the engine: it builds every argument of a graph as a tree, as
//! in ASPIC+, then Dung's graph of attacks between arguments, and iterates its characteristic
//! function from the empty set.

#![allow(dead_code, reason = "each test uses its part")]

use concord_engine::argument::{Builder, Graph, Label, Stance, Verdict};
use proptest::prelude::*;

/// A graph as it is written down.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    pub(crate) statements: u32,
    /// Premises and conclusion.
    pub(crate) inferences: Vec<(Vec<u32>, u32)>,
    pub(crate) attacks: Vec<(u32, u32)>,
    pub(crate) undercuts: Vec<(u32, u32)>,
}

impl Plan {
    pub(crate) fn graph(&self) -> Graph {
        let mut builder = Builder::new(self.statements);
        for (premises, conclusion) in &self.inferences {
            builder.infer(premises, *conclusion);
        }
        for (attacker, attacked) in &self.attacks {
            builder.attack(*attacker, *attacked);
        }
        for (attacker, inference) in &self.undercuts {
            builder.undercut(*attacker, *inference);
        }
        builder.build().unwrap()
    }

    pub(crate) fn leaves(&self) -> Vec<u32> {
        let concluded = |s: &u32| self.inferences.iter().any(|(_, conclusion)| conclusion == s);
        (0..self.statements).filter(|s| !concluded(s)).collect()
    }
}

pub(crate) fn stance(verdicts: &[Verdict]) -> Stance {
    let mut stance = Stance::blank(verdicts.len() as u32);
    for (statement, verdict) in verdicts.iter().enumerate() {
        stance.set(statement as u32, *verdict);
    }
    stance
}

/// Only attacks.
pub(crate) fn attacks(statements: u32, attacks: &[(u32, u32)]) -> Graph {
    let mut builder = Builder::new(statements);
    attacks.iter().for_each(|(attacker, attacked)| builder.attack(*attacker, *attacked));
    builder.build().unwrap()
}

/// Everything accepted, but for these.
pub(crate) fn accepted_but(graph: &Graph, but: &[(u32, Verdict)]) -> Stance {
    let mut stance = stance(&vec![Verdict::Accept; graph.statements() as usize]);
    but.iter().for_each(|(leaf, verdict)| stance.set(*leaf, *verdict));
    stance
}

/// All stances that differ on some leaf.
pub(crate) fn all_stances(plan: &Plan) -> Vec<Vec<Verdict>> {
    let mut all = vec![vec![Verdict::Undecided; plan.statements as usize]];
    for leaf in plan.leaves() {
        let of = |verdict| {
            all.iter().map(move |stance: &Vec<Verdict>| {
                let mut stance = stance.clone();
                stance[leaf as usize] = verdict;
                stance
            })
        };
        all = Verdict::ALL.into_iter().flat_map(of).collect();
    }
    all
}

/// An argument: a tree of inferences, down to leaves.
#[derive(Clone, Copy)]
struct Argument {
    conclusion: u32,
    /// A bit for each statement that is a conclusion in it, and for each inference it uses.
    statements: u32,
    inferences: u32,
    /// Whether it is a leaf that the reader has not decided; such an argument attacks itself.
    is_open: bool,
}

/// All arguments. Conclusions have higher numbers than their premises, so all arguments for the
/// premises are there when those for the conclusion are built.
fn arguments(plan: &Plan, verdicts: &[Verdict]) -> Vec<Argument> {
    let mut all: Vec<Argument> = Vec::new();
    for statement in 0..plan.statements {
        let mut new = Vec::new();
        let verdict = verdicts[statement as usize];
        if plan.leaves().contains(&statement) && verdict != Verdict::Reject {
            let (statements, is_open) = (1 << statement, verdict == Verdict::Undecided);
            new.push(Argument { conclusion: statement, statements, inferences: 0, is_open });
        }
        for (number, (premises, conclusion)) in plan.inferences.iter().enumerate() {
            if *conclusion != statement {
                continue;
            }
            let mut trees = vec![Argument {
                conclusion: statement,
                statements: 1 << statement,
                inferences: 1 << number,
                is_open: false,
            }];
            for premise in premises {
                assert!(premise < conclusion);
                let below = all.iter().filter(|argument| argument.conclusion == *premise);
                trees = below
                    .flat_map(|below| {
                        trees.iter().map(|tree| Argument {
                            statements: tree.statements | below.statements,
                            inferences: tree.inferences | below.inferences,
                            ..*tree
                        })
                    })
                    .collect();
            }
            new.extend(trees);
        }
        all.extend(new);
    }
    all
}

/// The labels of all statements by definition.
pub(crate) fn labels(plan: &Plan, verdicts: &[Verdict]) -> Vec<Label> {
    let arguments = arguments(plan, verdicts);
    let attacks = |a: &Argument, b: &Argument| {
        let has = |set: u32, number: u32| set & 1 << number != 0;
        (a.is_open && has(b.statements, a.conclusion))
            || plan.attacks.iter().any(|(x, y)| *x == a.conclusion && has(b.statements, *y))
            || plan.undercuts.iter().any(|(x, y)| *x == a.conclusion && has(b.inferences, *y))
    };
    let attackers: Vec<Vec<usize>> = arguments
        .iter()
        .map(|b| (0..arguments.len()).filter(|a| attacks(&arguments[*a], b)).collect())
        .collect();
    // The characteristic function: what is defended by the arguments that were accepted before.
    let mut accepted = vec![false; arguments.len()];
    loop {
        let defeated: Vec<bool> =
            attackers.iter().map(|attackers| attackers.iter().any(|a| accepted[*a])).collect();
        let defended: Vec<bool> =
            attackers.iter().map(|attackers| attackers.iter().all(|a| defeated[*a])).collect();
        if defended == accepted {
            let label = |statement: u32| {
                let own = || (0..arguments.len()).filter(|a| arguments[*a].conclusion == statement);
                match () {
                    () if own().any(|a| accepted[a]) => Label::In,
                    () if own().all(|a| defeated[a]) => Label::Out,
                    () => Label::Undecided,
                }
            };
            return (0..plan.statements).map(label).collect();
        }
        accepted = defended;
    }
}

pub(crate) fn any_verdict() -> impl Strategy<Value = Verdict> {
    prop::sample::select(Verdict::ALL.to_vec())
}

/// Plans with up to so many statements, whose support has no cycles.
pub(crate) fn any_plan(most: u32) -> impl Strategy<Value = Plan> {
    (2..=most).prop_flat_map(|statements| {
        let one = move || 0..statements;
        let inference = (1..statements).prop_flat_map(|conclusion| {
            (prop::collection::vec(0..conclusion, 0..4), Just(conclusion))
        });
        let inferences = prop::collection::vec(inference, 0..6);
        let attacks = prop::collection::vec((one(), one()), 0..=statements as usize + 2);
        let undercuts = prop::collection::vec((one(), 0..6_u32), 0..4);
        (inferences, attacks, undercuts).prop_map(move |(inferences, attacks, mut undercuts)| {
            undercuts.retain(|(_, inference)| (*inference as usize) < inferences.len());
            Plan { statements, inferences, attacks, undercuts }
        })
    })
}

/// Plans whose support may have cycles, too.
pub(crate) fn any_cyclic_plan(most: u32) -> impl Strategy<Value = Plan> {
    any_plan(most).prop_perturb(|mut plan, mut rng| {
        for (premises, conclusion) in &mut plan.inferences {
            premises.iter_mut().for_each(|premise| *premise = rng.random_range(0..plan.statements));
            *conclusion = rng.random_range(0..plan.statements);
        }
        plan
    })
}

pub(crate) fn any_stance(statements: u32) -> impl Strategy<Value = Vec<Verdict>> {
    prop::collection::vec(any_verdict(), statements as usize)
}

/// A plan and a stance on it.
pub(crate) fn any_case(most: u32) -> impl Strategy<Value = (Plan, Vec<Verdict>)> {
    any_plan(most).prop_flat_map(|plan| {
        let statements = plan.statements;
        (Just(plan), any_stance(statements))
    })
}
