//! What divides a class about the argument: who grants which premise, and on which of them it turns for how many whether a
//! claim stands.
//!
//! A premise is a *crux* of a class if some accept it and some reject it, and the claim would come out otherwise for some of
//! them had they judged this premise alone as the others do. The one on which it turns for most comes first; of equals, the one that
//! divides more evenly.

use std::cmp::Reverse;

use crate::argument::{Graph, Label, Stance, Verdict, label};

/// How a class stands to a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    /// The claim.
    pub statement: u32,
    /// For how many it stands, falls, and is open.
    pub labels: [usize; 3],
    /// The premises that bear on it and that somebody judged, the crux first.
    pub leaves: Vec<Divided>,
}

/// How a class stands to a premise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divided {
    /// The premise.
    pub leaf: u32,
    /// Which stances accept it, by their places.
    pub accept: Vec<usize>,
    /// Which reject it.
    pub reject: Vec<usize>,
    /// For how many of these the claim would come out otherwise with the other verdict.
    pub turns: usize,
}

impl Divided {
    /// Whether the class is divided on it, and the claim turns on it for somebody.
    #[must_use]
    pub fn is_crux(&self) -> bool {
        self.turns > 0 && self.evenly() > 0
    }

    /// How many are on the smaller side.
    fn evenly(&self) -> usize {
        self.accept.len().min(self.reject.len())
    }
}

/// How a class stands to one of the claims: the given one, or that which divides it most.
#[must_use]
pub fn division(graph: &Graph, stances: &[Stance], claims: &[u32]) -> Option<Division> {
    let labellings: Vec<_> = stances.iter().map(|stance| label(graph, stance)).collect();
    let count =
        |statement, wanted| labellings.iter().filter(|own| own.of(statement) == wanted).count();
    let labels = |statement| {
        [Label::In, Label::Out, Label::Undecided].map(|wanted| count(statement, wanted))
    };
    let all = claims.iter().map(|claim| (*claim, labels(*claim)));
    // Of equals, the last one would be taken.
    let (statement, labels) =
        all.rev().max_by_key(|(_, [stands, falls, _])| (*stands.min(falls), stands + falls))?;
    let bears = graph.upstream(statement);
    let mut leaves = Vec::new();
    for (leaf, bears) in (0..).zip(bears) {
        if !bears || !graph.is_leaf(leaf) {
            continue;
        }
        let judged = |wanted| {
            let own = stances.iter().enumerate().filter(|(_, own)| own.verdict(leaf) == wanted);
            own.map(|(place, _)| place).collect::<Vec<_>>()
        };
        let (accept, reject) = (judged(Verdict::Accept), judged(Verdict::Reject));
        if accept.is_empty() && reject.is_empty() {
            continue;
        }
        let turns = |places: &[usize], other: Verdict| {
            let own = places.iter().filter_map(|place| labellings.get(*place));
            own.filter(|own| {
                let mut changed = (*own).clone();
                changed.change(graph, leaf, other);
                changed.of(statement) != own.of(statement)
            })
            .count()
        };
        let turns = turns(&accept, Verdict::Reject) + turns(&reject, Verdict::Accept);
        leaves.push(Divided { leaf, accept, reject, turns });
    }
    leaves
        .sort_by_key(|own| Reverse((own.is_crux(), own.evenly().min(1), own.turns, own.evenly())));
    Some(Division { statement, labels, leaves })
}
