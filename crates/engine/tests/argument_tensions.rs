//! Where a stance is in tension with itself: on known graphs, and by the definition on random ones.

#![cfg(test)]

mod argument_support;

use argument_support::{
    Plan, accepted_but, any_case, any_cyclic_plan, any_stance, attacks, stance,
};
use concord_engine::argument::{
    Attacked, Builder, Graph, Label, Labelling, Tension, Verdict, label, tensions,
};
use proptest::prelude::*;

#[test]
fn tensions_are_attacks_within_what_is_held() {
    let found = |graph: &Graph, but: &[(u32, Verdict)]| {
        tensions(graph, &label(graph, &accepted_but(graph, but)))
    };
    let on = |attacker, attacked| Tension { attacker, attacked: Attacked::Statement(attacked) };
    // An accepted statement attacks an accepted one; none if either is not accepted, or if the
    // attacker is answered.
    let one = attacks(2, &[(1, 0)]);
    assert_eq!(found(&one, &[]), [on(1, 0)]);
    for verdict in [Verdict::Reject, Verdict::Undecided] {
        assert_eq!(found(&one, &[(0, verdict)]), []);
        assert_eq!(found(&one, &[(1, verdict)]), []);
    }
    assert_eq!(found(&attacks(3, &[(1, 0), (2, 1)]), &[]), [on(2, 1)]);
    // In a ring, each presses the next.
    assert_eq!(found(&attacks(2, &[(0, 1), (1, 0)]), &[]), [on(1, 0), on(0, 1)]);
    // What follows from accepted premises is held, too, and so is an inference.
    let mut builder = Builder::new(4);
    builder.infer(&[0], 2);
    let way = builder.infer(&[1], 3);
    builder.attack(2, 3);
    builder.undercut(2, way);
    let graph = builder.build().unwrap();
    let undercut = Tension { attacker: 2, attacked: Attacked::Inference(way) };
    assert_eq!(found(&graph, &[]), [undercut]);
    let mut builder = Builder::new(4);
    builder.infer(&[0], 2);
    builder.infer(&[1], 3);
    builder.attack(2, 3);
    let graph = builder.build().unwrap();
    assert_eq!(found(&graph, &[]), [on(2, 3)]);
    assert_eq!(found(&graph, &[(1, Verdict::Undecided)]), []);
    // Two claims that each carry an objection to the other are held, though both are left undecided.
    let mut builder = Builder::new(6);
    for (premise, conclusion) in [(0, 2), (1, 3), (2, 4), (3, 5)] {
        builder.infer(&[premise], conclusion);
    }
    builder.attack(4, 3);
    builder.attack(5, 2);
    let graph = builder.build().unwrap();
    assert_eq!(found(&graph, &[]), [on(5, 2), on(4, 3)]);
    // What is out carries nothing further, so its objection presses nobody.
    let mut builder = Builder::new(5);
    builder.infer(&[0], 1);
    builder.infer(&[1], 2);
    builder.attack(3, 1);
    builder.attack(2, 4);
    let graph = builder.build().unwrap();
    assert_eq!(found(&graph, &[]), [on(3, 1)]);
}

/// The tensions by their definition: what is held is found by asking again until nothing is added.
fn tensions_by_definition(
    plan: &Plan,
    verdicts: &[Verdict],
    labelling: &Labelling,
) -> Vec<Tension> {
    let leaves = plan.leaves();
    let mut held = vec![false; plan.statements as usize];
    let carries = |held: &[bool], s: u32| held[s as usize] && labelling.of(s) != Label::Out;
    let full = |held: &[bool], way: usize| {
        plan.inferences[way].0.iter().all(|premise| carries(held, *premise))
    };
    loop {
        let before = held.clone();
        for s in 0..plan.statements {
            let mut ways = 0..plan.inferences.len();
            held[s as usize] |= leaves.contains(&s) && verdicts[s as usize] == Verdict::Accept
                || ways.any(|way| {
                    plan.inferences[way].1 == s
                        && full(&before, way)
                        && labelling.of_inference(way as u32) != Label::Out
                });
        }
        if held == before {
            break;
        }
    }
    let on = |attacker: &u32, attacked| Tension { attacker: *attacker, attacked };
    let attacks = (0..plan.statements).flat_map(|s| {
        let own = plan.attacks.iter().filter(move |(_, to)| *to == s);
        own.map(move |(from, _)| on(from, Attacked::Statement(s)))
    });
    let undercuts = (0..plan.inferences.len() as u32).flat_map(|way| {
        let own = plan.undercuts.iter().filter(move |(_, to)| *to == way);
        own.map(move |(from, _)| on(from, Attacked::Inference(way)))
    });
    let is_one = |tension: &Tension| {
        carries(&held, tension.attacker)
            && match tension.attacked {
                Attacked::Statement(s) => held[s as usize],
                Attacked::Inference(way) => full(&held, way as usize),
            }
    };
    attacks.chain(undercuts).filter(is_one).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tensions_are_what_their_definition_says((plan, verdicts) in prop_oneof![
        any_case(10),
        any_cyclic_plan(8).prop_flat_map(|plan| {
            let stances = any_stance(plan.statements);
            (Just(plan), stances)
        }),
    ]) {
        let graph = plan.graph();
        let labelling = label(&graph, &stance(&verdicts));
        let expected = tensions_by_definition(&plan, &verdicts, &labelling);
        prop_assert_eq!(tensions(&graph, &labelling), expected);
    }
}
