//! Tensions: where what a stance holds attacks what it holds.

use super::{
    graph::Graph,
    label::{Label, Labelling},
    stance::Verdict,
};

/// An attack between two things that a stance holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tension {
    /// The statement that attacks.
    pub attacker: u32,
    /// What it attacks.
    pub attacked: Attacked,
}

/// What an attack is aimed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attacked {
    /// A statement.
    Statement(u32),
    /// An inference, which is undercut.
    Inference(u32),
}

/// All attacks in which a stance holds both sides, in the order of what is attacked.
///
/// A statement is *held* if it is an accepted leaf, or if an inference to it is: one whose premises
/// are all held. What is out supports nothing further, but attacks count no more than that, so that two
/// sides which leave each other undecided are both held. The attacker is not out, as an attack that
/// the stance itself has answered is no tension. So either the attacker is in and the attacked is out
/// in spite of its support, or both are undecided because of each other.
#[must_use]
pub fn tensions(graph: &Graph, labelling: &Labelling) -> Vec<Tension> {
    let held = Held::of(graph, labelling);
    let mut tensions = Vec::new();
    let mut add = |attackers: &mut dyn Iterator<Item = u32>, attacked: Attacked| {
        let presses = |attacker: &u32| held.carries(labelling, *attacker);
        tensions.extend(attackers.filter(presses).map(|attacker| Tension { attacker, attacked }));
    };
    for statement in 0..graph.statements() {
        if held.holds(statement) {
            add(&mut graph.attackers(statement), Attacked::Statement(statement));
        }
    }
    for inference in 0..graph.inferences() {
        if graph.premises(inference).all(|premise| held.carries(labelling, premise)) {
            add(&mut graph.undercutters(inference), Attacked::Inference(inference));
        }
    }
    tensions
}

/// The statements that a stance holds.
struct Held(Vec<bool>);

impl Held {
    /// Follows support from the accepted leaves; each edge is visited once.
    fn of(graph: &Graph, labelling: &Labelling) -> Self {
        let mut held = Self(vec![false; graph.statements() as usize]);
        let mut next: Vec<u32> = (0..graph.statements())
            .filter(|leaf| {
                graph.is_leaf(*leaf) && labelling.stance().verdict(*leaf) == Verdict::Accept
            })
            .collect();
        let mut missing: Vec<usize> =
            (0..graph.inferences()).map(|inference| graph.premises(inference).count()).collect();
        for (inference, _) in (0..).zip(&missing).filter(|(_, missing)| **missing == 0) {
            next.extend(Self::conclusion(graph, labelling, inference));
        }
        while let Some(statement) = next.pop() {
            match held.0.get_mut(statement as usize) {
                Some(known) if !*known => *known = true,
                _ => continue,
            }
            if labelling.of(statement) == Label::Out {
                continue;
            }
            for inference in graph.leading_on(statement) {
                let Some(missing) = missing.get_mut(inference as usize) else { continue };
                *missing = missing.saturating_sub(1);
                if *missing == 0 {
                    next.extend(Self::conclusion(graph, labelling, inference));
                }
            }
        }
        held
    }

    /// What an inference supports whose premises are all held, unless it is broken.
    fn conclusion(graph: &Graph, labelling: &Labelling, inference: u32) -> Option<u32> {
        let is_broken = labelling.of_inference(inference) == Label::Out;
        graph.conclusion(inference).filter(|_| !is_broken)
    }

    fn holds(&self, statement: u32) -> bool {
        self.0.get(statement as usize).copied().unwrap_or_default()
    }

    /// Whether a statement is held and may bear something.
    fn carries(&self, labelling: &Labelling, statement: u32) -> bool {
        self.holds(statement) && labelling.of(statement) != Label::Out
    }
}
