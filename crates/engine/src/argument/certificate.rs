//! What a label rests on: verdicts that suffice for it, whatever the others are.

use super::{
    graph::{Graph, Neighbour},
    label::{Label, Labelling},
    stance::Verdict,
};

/// Something that a labelling makes true of a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Finding {
    pub(super) node: u32,
    pub(super) kind: Status,
}

/// The four things that can be true of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    IsIn,
    IsOut,
    NotIn,
    NotOut,
}

impl Status {
    fn holds(self, label: Label) -> bool {
        match self {
            Self::IsIn => label == Label::In,
            Self::IsOut => label == Label::Out,
            Self::NotIn => label != Label::In,
            Self::NotOut => label != Label::Out,
        }
    }

    /// The kind that an attacker must have for its target to have this one.
    fn opposite(self) -> Self {
        match self {
            Self::IsIn => Self::IsOut,
            Self::IsOut => Self::IsIn,
            Self::NotIn => Self::NotOut,
            Self::NotOut => Self::NotIn,
        }
    }

    /// Whether all that a node depends on must help, rather than a single thing.
    fn takes_all(self) -> bool {
        matches!(self, Self::IsIn | Self::NotOut)
    }

    /// Whether a fact of this kind has to be derived. The others hold as long as nothing speaks
    /// against them, so they may lean on each other in a circle.
    fn is_derived(self) -> bool {
        matches!(self, Self::IsIn | Self::IsOut)
    }

    /// The verdicts on a leaf with which it is no longer of this kind, attacks left aside.
    fn broken_by(self) -> &'static [Verdict] {
        match self {
            Self::IsIn => &[Verdict::Undecided, Verdict::Reject],
            Self::IsOut => &[Verdict::Undecided, Verdict::Accept],
            Self::NotIn => &[Verdict::Accept],
            Self::NotOut => &[Verdict::Reject],
        }
    }
}

/// Changes of single leaves of which at least one is needed before one of the `facts`, which hold,
/// does not: each changes a verdict that the facts were found to rest on. And the number of edges
/// visited to find them.
///
/// The facts hold under every stance that makes none of these changes. For a fact that is derived,
/// every step of the derivation still applies. For the others: what is collected justifies itself,
/// so the first of it to be contradicted would need a contradiction before it.
pub(super) fn breaking(
    graph: &Graph,
    labelling: &Labelling,
    facts: &[Finding],
) -> (Vec<(u32, Verdict)>, usize) {
    let mut collected = Collected {
        graph,
        labelling,
        seen: vec![0; graph.nodes() as usize],
        open: Vec::new(),
        changes: Vec::new(),
        visited: 0,
    };
    facts.iter().for_each(|fact| collected.add(fact.node, fact.kind));
    while let Some(Finding { node, kind }) = collected.open.pop() {
        collected.justify(node, kind);
    }
    (collected.changes, collected.visited)
}

/// Facts and what justifies them.
struct Collected<'g> {
    graph: &'g Graph,
    labelling: &'g Labelling,
    /// A bit for each kind of fact about each node.
    seen: Vec<u8>,
    /// Facts that still need a justification.
    open: Vec<Finding>,
    changes: Vec<(u32, Verdict)>,
    visited: usize,
}

impl Collected<'_> {
    fn add(&mut self, node: u32, kind: Status) {
        let bit = 1 << kind as u8;
        if let Some(seen) = self.seen.get_mut(node as usize)
            && *seen & bit == 0
        {
            *seen |= bit;
            self.open.push(Finding { node, kind });
        }
    }

    fn add_link(&mut self, link: Neighbour, kind: Status) {
        self.add(link.node(), if link.is_negative() { kind.opposite() } else { kind });
    }

    fn holds(&self, link: Neighbour, kind: Status) -> bool {
        let kind = if link.is_negative() { kind.opposite() } else { kind };
        kind.holds(self.labelling.at(link.node()))
    }

    fn justify(&mut self, node: u32, kind: Status) {
        let graph = self.graph;
        let links = graph.backward(node);
        self.visited += links.len();
        if graph.is_leaf(node) {
            let verdicts = kind.broken_by();
            let is_broken = verdicts.contains(&self.labelling.stance().verdict(node));
            if !is_broken {
                self.changes.extend(verdicts.iter().map(|verdict| (node, *verdict)));
            }
            if is_broken && !kind.takes_all() {
                self.add_earliest(links, kind);
            } else if kind.takes_all() {
                links.iter().for_each(|link| self.add_link(*link, kind));
            }
        } else if graph.is_inference(node) {
            if kind.takes_all() {
                links.iter().for_each(|link| self.add_link(*link, kind));
            } else {
                self.add_earliest(links, kind);
            }
        } else {
            self.justify_derived(node, links, kind);
        }
    }

    /// For a statement that inferences lead to.
    fn justify_derived(&mut self, node: u32, links: &[Neighbour], kind: Status) {
        let attacks = links.iter().filter(|link| link.is_negative());
        let ways = links.iter().filter(|link| !link.is_negative());
        if kind.takes_all() {
            attacks.for_each(|link| self.add_link(*link, kind));
            self.add_earliest(ways, kind);
            return;
        }
        let own = self.labelling.stage(node);
        let fails = |link: &&Neighbour| {
            let is_earlier = self.labelling.stage(link.node()) < own;
            self.holds(**link, kind) && (is_earlier || !kind.is_derived())
        };
        if ways.clone().all(|link| fails(&link)) {
            ways.for_each(|link| self.add_link(*link, kind));
        } else {
            self.add_earliest(attacks, kind);
        }
    }

    /// Of the links through which the fact holds, takes the one decided first.
    fn add_earliest<'l>(&mut self, links: impl IntoIterator<Item = &'l Neighbour>, kind: Status) {
        let held = links.into_iter().filter(|link| self.holds(**link, kind));
        if let Some(link) = held.min_by_key(|link| self.labelling.stage(link.node())) {
            self.add_link(*link, kind);
        }
    }
}
