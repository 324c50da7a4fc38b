//! The labelling of a graph under a stance, in linear time, and after one change.

use super::{
    graph::{Graph, Neighbour},
    stance::{Stance, Verdict},
};

pub use concord_model::talk::Label;

/// The state of a node that is in: there is nothing left that it waits for.
const IN: u32 = 0;

/// The state of a node that is out. Every other state counts what the node still waits for.
const OUT: u32 = u32::MAX;

/// The ways of a statement that an inference in force supports.
const SUPPORTED: u32 = u32::MAX;

/// The stage of a node that is undecided.
pub(super) const NEVER: u32 = u32::MAX;

/// The stage of a node that is being labelled anew.
const RESET: u32 = u32::MAX - 1;

/// The labels of all statements and inferences under a stance.
#[derive(Clone, Debug)]
pub struct Labelling {
    stance: Stance,
    /// A state for each node.
    states: Vec<u32>,
    /// For each statement, how many inferences to it are not out, or [`SUPPORTED`].
    ways: Vec<u32>,
    /// For each node, the number of steps from the verdicts to its label. What decided a node has a
    /// lower stage than the node, so reasons never go in circles.
    stages: Vec<u32>,
    /// Nodes that were decided, those of lower stages first.
    queue: Vec<u32>,
    visited: usize,
}

/// Something decided outside of what is labelled anew, that bears on it.
#[derive(Clone, Copy)]
struct Event {
    stage: u32,
    from: u32,
    link: Neighbour,
}

/// Labels all statements and inferences. The time is linear in the size of the graph: each edge is
/// visited at most once.
#[must_use]
pub fn label(graph: &Graph, stance: &Stance) -> Labelling {
    let nodes = graph.nodes() as usize;
    let mut labelling = Labelling {
        stance: stance.on(graph.statements()),
        states: graph.needs.clone(),
        ways: graph.ways.clone(),
        stages: vec![NEVER; nodes],
        queue: Vec::with_capacity(nodes),
        visited: 0,
    };
    for node in 0..graph.nodes() {
        labelling.begin(graph, node);
    }
    labelling.propagate(graph, &[]);
    labelling
}

impl Labelling {
    /// The label of a statement; undecided for one that does not exist.
    #[must_use]
    pub fn of(&self, statement: u32) -> Label {
        if (statement as usize) < self.ways.len() { self.at(statement) } else { Label::Undecided }
    }

    /// The label of an inference; undecided for one that does not exist.
    #[must_use]
    pub fn of_inference(&self, inference: u32) -> Label {
        self.at(inference.saturating_add(self.ways.len() as u32))
    }

    /// The stance that was labelled.
    #[must_use]
    pub fn stance(&self) -> &Stance {
        &self.stance
    }

    /// How many edges the last labelling or change visited: its work, whatever the clock says.
    #[must_use]
    pub fn visited(&self) -> usize {
        self.visited
    }

    /// Sets the verdict on a leaf and labels anew what depends on it, and nothing else. The
    /// labelling is then equal to one from scratch; `graph` must be the one that was labelled.
    ///
    /// Visits at most all edges from and to what depends on the leaf: twice those between them,
    /// once the others.
    pub fn change(&mut self, graph: &Graph, leaf: u32, verdict: Verdict) {
        self.visited = 0;
        let old = self.stance.verdict(leaf);
        self.stance.set(leaf, verdict);
        if old == verdict || !graph.is_leaf(leaf) {
            return;
        }
        let affected = self.reset(graph, leaf);
        let mut events = Vec::new();
        self.queue.clear();
        for &node in &affected {
            for &link in graph.backward(node) {
                let from = link.node();
                let stage = self.stage(from);
                if stage < RESET {
                    events.push(Event { stage, from, link: link.turned(node) });
                }
            }
            self.visited += graph.backward(node).len();
        }
        for &node in &affected {
            self.begin(graph, node);
        }
        self.propagate(graph, &by_stage(events));
        for &node in &affected {
            if self.stage(node) == RESET {
                self.set_stage(node, NEVER);
            }
        }
    }

    /// Forgets the labels of a leaf and of all that depends on it, and lists them.
    fn reset(&mut self, graph: &Graph, leaf: u32) -> Vec<u32> {
        let mut affected = vec![leaf];
        self.set_stage(leaf, RESET);
        let mut next = 0;
        while let Some(&node) = affected.get(next) {
            next += 1;
            copy(&graph.needs, &mut self.states, node);
            copy(&graph.ways, &mut self.ways, node);
            for link in graph.forward(node) {
                if self.stage(link.node()) != RESET {
                    self.set_stage(link.node(), RESET);
                    affected.push(link.node());
                }
            }
            self.visited += graph.forward(node).len();
        }
        affected
    }

    /// Applies the verdict on a leaf, and decides what waits for nothing.
    fn begin(&mut self, graph: &Graph, node: u32) {
        if graph.is_leaf(node) {
            match self.stance.verdict(node) {
                Verdict::Accept => self.lower(node, 0),
                Verdict::Reject => self.fall(node, 0),
                Verdict::Undecided => {}
            }
        } else if self.states.get(node as usize) == Some(&IN) {
            self.decide(node, 0);
        }
    }

    /// Follows all that was decided to all that it decides, stage by stage. Verdicts are in the
    /// queue already; `events` are sorted by stage.
    fn propagate(&mut self, graph: &Graph, mut events: &[Event]) {
        let mut next = 0;
        loop {
            let node = self.queue.get(next).copied();
            let stage = node.map_or(NEVER, |node| self.stage(node));
            if let Some((event, rest)) = events.split_first()
                && event.stage <= stage
            {
                events = rest;
                let is_in = self.at(event.from) == Label::In;
                self.deliver(graph.is_inference(event.from), is_in, event.link, event.stage + 1);
                continue;
            }
            let Some(node) = node else { return };
            next += 1;
            let is_in = self.at(node) == Label::In;
            let is_inference = graph.is_inference(node);
            let links = graph.forward(node);
            self.visited += links.len();
            for &link in links {
                self.deliver(is_inference, is_in, link, stage + 1);
            }
        }
    }

    /// Tells the node at the end of a link that the one at its beginning is in, or out.
    #[inline]
    fn deliver(&mut self, from_inference: bool, is_in: bool, link: Neighbour, stage: u32) {
        let node = link.node();
        if from_inference {
            let Some(ways) = self.ways.get_mut(node as usize) else { return };
            if *ways == SUPPORTED {
                return;
            }
            if is_in {
                *ways = SUPPORTED;
                self.lower(node, stage);
            } else {
                *ways = ways.saturating_sub(1);
                if *ways == 0 {
                    self.fall(node, stage);
                }
            }
        } else if is_in == link.is_negative() {
            self.fall(node, stage);
        } else {
            self.lower(node, stage);
        }
    }

    /// One of the things that a node waits for has come; with the last of them it is in.
    #[inline]
    fn lower(&mut self, node: u32, stage: u32) {
        let Some(state) = self.states.get_mut(node as usize) else { return };
        if *state != IN && *state != OUT {
            *state -= 1;
            if *state == IN {
                self.decide(node, stage);
            }
        }
    }

    /// One of the things that a node waits for will not come: it is out.
    #[inline]
    fn fall(&mut self, node: u32, stage: u32) {
        let Some(state) = self.states.get_mut(node as usize) else { return };
        if *state != IN && *state != OUT {
            *state = OUT;
            self.decide(node, stage);
        }
    }

    #[inline]
    fn decide(&mut self, node: u32, stage: u32) {
        self.set_stage(node, stage);
        self.queue.push(node);
    }

    /// The label of a node.
    pub(super) fn at(&self, node: u32) -> Label {
        match self.states.get(node as usize) {
            Some(&IN) => Label::In,
            Some(&OUT) => Label::Out,
            _ => Label::Undecided,
        }
    }

    /// The stage at which a node was decided, or [`NEVER`].
    pub(super) fn stage(&self, node: u32) -> u32 {
        self.stages.get(node as usize).copied().unwrap_or(NEVER)
    }

    fn set_stage(&mut self, node: u32, stage: u32) {
        if let Some(place) = self.stages.get_mut(node as usize) {
            *place = stage;
        }
    }

    /// Whether a statement has support, attacks left aside: an accepted leaf, or an inference in
    /// force.
    pub(super) fn is_held(&self, graph: &Graph, statement: u32) -> bool {
        if graph.is_leaf(statement) {
            self.stance.verdict(statement) == Verdict::Accept
        } else {
            graph.ways(statement).any(|way| self.of_inference(way) == Label::In)
        }
    }
}

/// Sorts events by their stages, in linear time: by the two lowest bits, then by the next two. (The
/// sort of the standard library costs a kilobyte and more of the program each time.)
fn by_stage(mut events: Vec<Event>) -> Vec<Event> {
    let last = events.iter().map(|event| event.stage).max().unwrap_or_default();
    let mut shift = 0;
    while last.checked_shr(shift).is_some_and(|rest| rest > 0) {
        let mut sorted = Vec::with_capacity(events.len());
        for digit in 0..4 {
            sorted.extend(events.iter().filter(|event| event.stage >> shift & 3 == digit));
        }
        events = sorted;
        shift += 2;
    }
    events
}

fn copy(from: &[u32], to: &mut [u32], at: u32) {
    if let (Some(from), Some(to)) = (from.get(at as usize), to.get_mut(at as usize)) {
        *to = *from;
    }
}
