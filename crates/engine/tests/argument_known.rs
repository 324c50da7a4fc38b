//! Graphs with known labellings, and what is said about them: reasons.

#![cfg(test)]

mod argument_support;

use argument_support::{accepted_but, any_case, attacks, stance};
use concord_engine::argument::{
    Builder, Check, Graph, Label, Labelling, Reason, Verdict, Way, because, circle, label,
    open_leaves,
};
use proptest::prelude::*;

const IN: Label = Label::In;
const OUT: Label = Label::Out;
const OPEN: Label = Label::Undecided;

fn labels(graph: &Graph, but: &[(u32, Verdict)]) -> Vec<Label> {
    let labelling = label(graph, &accepted_but(graph, but));
    (0..graph.statements()).map(|statement| labelling.of(statement)).collect()
}

#[test]
fn an_objection_defeats_a_claim_and_a_reply_reinstates_it() {
    assert_eq!(labels(&attacks(2, &[(1, 0)]), &[]), [OUT, IN]);
    let defended = attacks(3, &[(1, 0), (2, 1)]);
    assert_eq!(labels(&defended, &[]), [IN, OUT, IN]);
    assert_eq!(labels(&defended, &[(2, Verdict::Reject)]), [OUT, IN, OUT]);
    assert_eq!(labels(&defended, &[(2, Verdict::Undecided)]), [OPEN, OPEN, OPEN]);
    assert_eq!(labels(&defended, &[(1, Verdict::Undecided)]), [IN, OUT, IN]);
}

#[test]
fn rings_of_attacks_are_undecided_whether_odd_or_even() {
    let even = attacks(2, &[(0, 1), (1, 0)]);
    assert_eq!(labels(&even, &[]), [OPEN, OPEN]);
    assert_eq!(labels(&even, &[(0, Verdict::Reject)]), [OUT, IN]);
    let odd = attacks(3, &[(0, 1), (1, 2), (2, 0)]);
    assert_eq!(labels(&odd, &[]), [OPEN, OPEN, OPEN]);
    assert_eq!(labels(&odd, &[(0, Verdict::Reject)]), [OUT, IN, OUT]);
    let own = attacks(1, &[(0, 0)]);
    assert_eq!(labels(&own, &[]), [OPEN]);
    assert_eq!(labels(&own, &[(0, Verdict::Reject)]), [OUT]);
}

/// Two that attack each other both attack a third, which attacks a fourth. Whichever of the two
/// holds, the third falls; but grounded semantics does not take sides, so all stay open.
#[test]
fn floating_reinstatement_is_undecided() {
    let floating = attacks(4, &[(0, 1), (1, 0), (0, 2), (1, 2), (2, 3)]);
    assert_eq!(labels(&floating, &[]), [OPEN; 4]);
    assert_eq!(labels(&floating, &[(1, Verdict::Reject)]), [IN, OUT, OUT, IN]);
}

/// 0 and 1 jointly support 4, 2 supports it alone; 3 undercuts the joint inference.
fn two_ways() -> Graph {
    let mut builder = Builder::new(5);
    let joint = builder.infer(&[0, 1], 4);
    builder.infer(&[2], 4);
    builder.undercut(3, joint);
    builder.build().unwrap()
}

#[test]
fn premises_support_jointly_and_inferences_independently() {
    use Verdict::{Reject, Undecided};
    let graph = two_ways();
    // The undercutter stands, but there is the other way.
    assert_eq!(labels(&graph, &[])[4], IN);
    assert_eq!(labels(&graph, &[(2, Reject)])[4], OUT);
    assert_eq!(labels(&graph, &[(2, Reject), (3, Reject)])[4], IN);
    assert_eq!(labels(&graph, &[(2, Reject), (3, Reject), (1, Reject)])[4], OUT);
    assert_eq!(labels(&graph, &[(2, Reject), (3, Reject), (1, Undecided)])[4], OPEN);
    assert_eq!(labels(&graph, &[(2, Reject), (3, Undecided)])[4], OPEN);
    assert_eq!(labels(&graph, &[(2, Reject), (3, Undecided), (0, Reject)])[4], OUT);
}

#[test]
fn an_undercut_leaves_premises_and_conclusion_unattacked() {
    let labelling = label(&two_ways(), &accepted_but(&two_ways(), &[]));
    assert_eq!(labelling.of_inference(0), OUT);
    assert_eq!(labelling.of_inference(1), IN);
    assert!([0, 1, 2, 3, 4].iter().all(|statement| labelling.of(*statement) == IN));
}

#[test]
fn reasons_say_what_decided() {
    use Verdict::{Accept, Reject, Undecided};
    let graph = two_ways();
    let reason = |but: &[(u32, Verdict)], statement| {
        because(&graph, &label(&graph, &accepted_but(&graph, but)), statement).unwrap()
    };
    let way = |inference, check| Way { inference, check };
    assert_eq!(reason(&[], 0), Reason::Accepted { failing: vec![] });
    assert_eq!(reason(&[], 4), Reason::Follows { inference: 1, failing: vec![] });
    assert_eq!(reason(&[(1, Reject)], 1), Reason::Rejected);
    let ways = vec![way(0, Check::Undercut(3)), way(1, Check::Premise(2))];
    assert_eq!(reason(&[(2, Reject)], 4), Reason::Unsupported { ways });
    let ways = vec![way(0, Check::Premise(1))];
    assert_eq!(
        reason(&[(1, Undecided), (2, Reject), (3, Reject)], 4),
        Reason::Open { is_unjudged: false, ways, attackers: vec![] }
    );
    assert_eq!(
        reason(&[(1, Undecided)], 1),
        Reason::Open { is_unjudged: true, ways: vec![], attackers: vec![] }
    );
    // Defeated by an objection, defended by a reply, and contested.
    let graph = attacks(3, &[(1, 0), (2, 1)]);
    let reason = |verdict, statement| {
        because(&graph, &label(&graph, &accepted_but(&graph, &[(2, verdict)])), statement).unwrap()
    };
    assert_eq!(reason(Accept, 0), Reason::Accepted { failing: vec![1] });
    assert_eq!(reason(Accept, 1), Reason::Attacked { by: 2 });
    assert_eq!(
        reason(Undecided, 0),
        Reason::Open { is_unjudged: false, ways: vec![], attackers: vec![1] }
    );
}

/// 0 and 1 attack each other, and 2 attacks 0. What is said must not be that
/// 0 is out because of 1, which is in because 0 is out.
#[test]
fn reasons_do_not_go_in_circles() {
    let graph = attacks(3, &[(0, 1), (1, 0), (2, 0)]);
    let labelling = label(&graph, &accepted_but(&graph, &[]));
    assert_eq!(because(&graph, &labelling, 0), Some(Reason::Attacked { by: 2 }));
    assert_eq!(because(&graph, &labelling, 1), Some(Reason::Accepted { failing: vec![0] }));
}

#[test]
fn what_waits_for_leaves_names_them_and_a_ring_names_none() {
    let graph = two_ways();
    let but = [(0, Verdict::Undecided), (2, Verdict::Undecided), (3, Verdict::Reject)];
    let labelling = label(&graph, &accepted_but(&graph, &but));
    assert_eq!(open_leaves(&graph, &labelling, 4), [0, 2]);
    assert_eq!(open_leaves(&graph, &labelling, 1), [] as [u32; 0]);
    let ring = attacks(2, &[(0, 1), (1, 0)]);
    let labelling = label(&ring, &accepted_but(&ring, &[]));
    assert_eq!(open_leaves(&ring, &labelling, 0), [] as [u32; 0]);
}

#[test]
fn statements_that_block_each_other_are_told_as_a_circle() {
    // 0, 1 and 2 attack each other in a ring; 3 follows from 0, and 4 attacks 3.
    let mut builder = Builder::new(5);
    builder.infer(&[0], 3);
    [(1, 0), (2, 1), (0, 2), (4, 3)].iter().for_each(|(from, to)| builder.attack(*from, *to));
    let graph = builder.build().unwrap();
    let all = label(&graph, &accepted_but(&graph, &[(4, Verdict::Reject)]));
    let mut found = circle(&graph, &all, 3);
    found.sort_unstable();
    assert_eq!(found, [0, 1, 2]);
    assert_eq!(circle(&graph, &all, 4), [] as [u32; 0], "what is decided is in no circle");
    let open = label(&graph, &accepted_but(&graph, &[(2, Verdict::Undecided)]));
    assert_eq!(circle(&graph, &open, 2), [] as [u32; 0], "it waits for the reader");
}

/// The statements that a reason for a decided one refers to, all of which are part of it.
fn referred(graph: &Graph, labelling: &Labelling, statement: u32) -> Vec<u32> {
    let is = |statements: &[u32], label| statements.iter().all(|s| labelling.of(*s) == label);
    match because(graph, labelling, statement).unwrap() {
        Reason::Accepted { failing } => {
            assert_eq!(labelling.stance().verdict(statement), Verdict::Accept);
            assert!(graph.is_leaf(statement));
            assert!(failing.iter().copied().eq(graph.attackers(statement)) && is(&failing, OUT));
            failing
        }
        Reason::Follows { inference, failing } => {
            assert_eq!(graph.conclusion(inference), Some(statement));
            assert!(failing.iter().copied().eq(graph.attackers(statement)) && is(&failing, OUT));
            let premises: Vec<u32> = graph.premises(inference).collect();
            let undercutters: Vec<u32> = graph.undercutters(inference).collect();
            assert!(is(&premises, IN) && is(&undercutters, OUT));
            [failing, premises, undercutters].concat()
        }
        Reason::Rejected => {
            assert_eq!(labelling.stance().verdict(statement), Verdict::Reject);
            Vec::new()
        }
        Reason::Attacked { by } => {
            assert!(graph.attackers(statement).any(|attacker| attacker == by) && is(&[by], IN));
            vec![by]
        }
        Reason::Unsupported { ways } => {
            assert!(!graph.is_leaf(statement));
            assert!(ways.iter().map(|way| way.inference).eq(graph.ways(statement)));
            let check = |way: &Way| match way.check {
                Check::Premise(premise) => {
                    assert!(graph.premises(way.inference).any(|other| other == premise));
                    assert!(is(&[premise], OUT));
                    premise
                }
                Check::Undercut(by) => {
                    assert!(graph.undercutters(way.inference).any(|other| other == by));
                    assert!(is(&[by], IN));
                    by
                }
            };
            ways.iter().map(check).collect()
        }
        Reason::Open { .. } => panic!("it is decided"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reasons_are_true_and_end((plan, verdicts) in any_case(10)) {
        let graph = plan.graph();
        let labelling = label(&graph, &stance(&verdicts));
        // A statement is settled once all that its reason refers to is.
        let decided: Vec<u32> =
            (0..plan.statements).filter(|s| labelling.of(*s) != OPEN).collect();
        let mut settled = vec![false; plan.statements as usize];
        for _ in &decided {
            for statement in &decided {
                let refers = referred(&graph, &labelling, *statement);
                settled[*statement as usize] |= refers.iter().all(|s| settled[*s as usize]);
            }
        }
        prop_assert!(decided.iter().all(|statement| settled[*statement as usize]));
        for statement in (0..plan.statements).filter(|s| labelling.of(*s) == OPEN) {
            let reason = because(&graph, &labelling, statement).unwrap();
            let Reason::Open { is_unjudged, ways, attackers } = reason else {
                panic!("it is undecided");
            };
            prop_assert!(is_unjudged || !ways.is_empty() || !attackers.is_empty());
        }
    }
}
