//! Why a statement is in, out or undecided, as data from which sentences are made.

use super::{
    graph::{Graph, Neighbour},
    label::{Label, Labelling},
    stance::Verdict,
};

/// Why a statement has its label. Of several reasons the one nearest to the verdicts is given, then
/// the one that was added to the graph first; so reasons do not depend on how the stance came about,
/// and following them from statement to statement never leads in a circle, unless all on the way are
/// undecided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// In: an accepted leaf. All attackers of it fail.
    Accepted {
        /// The attackers.
        failing: Vec<u32>,
    },
    /// In: an inference to it is in force. All attackers of it fail.
    Follows {
        /// The inference.
        inference: u32,
        /// The attackers.
        failing: Vec<u32>,
    },
    /// Out: a rejected leaf.
    Rejected,
    /// Out: an attacker of it stands.
    Attacked {
        /// The attacker.
        by: u32,
    },
    /// Out: every way to it fails.
    Unsupported {
        /// The inferences to it, each with what it fails on.
        ways: Vec<Way>,
    },
    /// Undecided, for one or more of these reasons.
    Open {
        /// Whether it is a leaf that the reader has not decided.
        is_unjudged: bool,
        /// If no inference to it is in force: those that are undecided, each with what it waits for.
        ways: Vec<Way>,
        /// Attackers that are undecided.
        attackers: Vec<u32>,
    },
}

/// An inference that is not in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// The inference.
    pub inference: u32,
    /// What stands in its way.
    pub check: Check,
}

/// What an inference fails on, or waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// A premise that is out, or undecided.
    Premise(u32),
    /// An undercutter that is in, or undecided.
    Undercut(u32),
}

/// Why a statement has its label; `None` for one that does not exist.
#[must_use]
pub fn because(graph: &Graph, labelling: &Labelling, statement: u32) -> Option<Reason> {
    if statement >= graph.statements() {
        return None;
    }
    let is_leaf = graph.is_leaf(statement);
    let verdict = labelling.stance().verdict(statement);
    let attackers_that_are = |label: Label| -> Vec<u32> {
        graph.attackers(statement).filter(|attacker| labelling.of(*attacker) == label).collect()
    };
    let ways_that_are = |label: Label| -> Vec<Way> {
        let ways = graph.ways(statement).filter(|way| labelling.of_inference(*way) == label);
        ways.filter_map(|way| obstacle(graph, labelling, way, label)).collect()
    };
    Some(match labelling.of(statement) {
        Label::In => {
            let failing = attackers_that_are(Label::Out);
            let ways = graph.ways(statement).map(|way| graph.node(way));
            let in_force = ways.filter(|way| labelling.at(*way) == Label::In);
            match in_force.min_by_key(|way| labelling.stage(*way)) {
                Some(way) => Reason::Follows { inference: way - graph.statements(), failing },
                None => Reason::Accepted { failing },
            }
        }
        Label::Out => {
            let attackers = attackers_that_are(Label::In).into_iter();
            let nearest = attackers.min_by_key(|attacker| labelling.stage(*attacker));
            let before = |attacker: u32| labelling.stage(attacker) < labelling.stage(statement);
            match nearest {
                _ if is_leaf && verdict == Verdict::Reject => Reason::Rejected,
                Some(by) if before(by) => Reason::Attacked { by },
                _ => Reason::Unsupported { ways: ways_that_are(Label::Out) },
            }
        }
        Label::Undecided => {
            let is_held = labelling.is_held(graph, statement);
            Reason::Open {
                is_unjudged: is_leaf && !is_held,
                ways: if is_held { Vec::new() } else { ways_that_are(Label::Undecided) },
                attackers: attackers_that_are(Label::Undecided),
            }
        }
    })
}

/// What stands in the way of an inference with this label, the first decided first.
fn obstacle(graph: &Graph, labelling: &Labelling, inference: u32, label: Label) -> Option<Way> {
    let stands = |link: &&Neighbour| {
        let of_input = labelling.at(link.node());
        match label {
            Label::Undecided => of_input == Label::Undecided,
            _ => of_input == if link.is_negative() { Label::In } else { Label::Out },
        }
    };
    let links = graph.backward(graph.node(inference)).iter().filter(stands);
    let first = links.min_by_key(|link| labelling.stage(link.node()))?;
    let check = if first.is_negative() { Check::Undercut } else { Check::Premise };
    Some(Way { inference, check: check(first.node()) })
}

/// The undecided leaves that an undecided statement waits for, by number. If there are none, it is
/// undecided because statements attack each other in a circle.
#[must_use]
pub fn open_leaves(graph: &Graph, labelling: &Labelling, statement: u32) -> Vec<u32> {
    let seen = graph.upstream_through(statement, |node| labelling.at(node) == Label::Undecided);
    let is_unjudged = |leaf: u32| labelling.stance().verdict(leaf) == Verdict::Undecided;
    let seen = (0..).zip(seen).filter(|(_, seen)| *seen).map(|(node, _)| node);
    seen.filter(|node| graph.is_leaf(*node) && is_unjudged(*node)).collect()
}

/// Statements that block each other: a circle of undecided ones in which each waits for the next, found
/// by going from a statement to what it waits for. Nothing if that leads to an undecided leaf.
#[must_use]
pub fn circle(graph: &Graph, labelling: &Labelling, statement: u32) -> Vec<u32> {
    let mut way = vec![statement];
    while let Some(last) = way.last().copied() {
        let Some(Reason::Open { is_unjudged: false, ways, attackers }) =
            because(graph, labelling, last)
        else {
            return Vec::new();
        };
        let check = ways.first().map(|way| match way.check {
            Check::Premise(next) | Check::Undercut(next) => next,
        });
        let Some(next) = check.or_else(|| attackers.first().copied()) else { return Vec::new() };
        if let Some(place) = way.iter().position(|before| *before == next) {
            return way.split_off(place);
        }
        way.push(next);
    }
    way
}
