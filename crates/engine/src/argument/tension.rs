//! Tensions: where what a stance holds attacks what it holds.

use super::{
    graph::Graph,
    label::{Label, Labelling},
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
/// A statement is *held* if it has support, attacks on it left aside: it is an accepted leaf, or an
/// inference to it is in force. An inference is held if all its premises are in. Both sides of a
/// tension are held, and the attacker is not out: an attack that the stance itself has answered is
/// no tension. So the attacker is in and the attacked is out in spite of its support, or both are
/// undecided because they attack each other.
#[must_use]
pub fn tensions(graph: &Graph, labelling: &Labelling) -> Vec<Tension> {
    let presses = |attacker: &u32| {
        labelling.of(*attacker) != Label::Out && labelling.is_held(graph, *attacker)
    };
    let mut tensions = Vec::new();
    let mut add = |attackers: &mut dyn Iterator<Item = u32>, attacked: Attacked| {
        tensions.extend(attackers.filter(presses).map(|attacker| Tension { attacker, attacked }));
    };
    for statement in 0..graph.statements() {
        if labelling.is_held(graph, statement) {
            add(&mut graph.attackers(statement), Attacked::Statement(statement));
        }
    }
    for inference in 0..graph.inferences() {
        if graph.premises(inference).all(|premise| labelling.of(premise) == Label::In) {
            add(&mut graph.undercutters(inference), Attacked::Inference(inference));
        }
    }
    tensions
}
