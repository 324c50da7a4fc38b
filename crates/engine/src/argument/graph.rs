//! The graph of an argument, as compact arrays.

/// An edge, seen from one of its ends: the node at the other end, and whether it is an attack or an
/// undercut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Neighbour(u32);

impl Neighbour {
    fn new(node: u32, negative: bool) -> Self {
        Self(node << 1 | u32::from(negative))
    }

    pub(super) fn node(self) -> u32 {
        self.0 >> 1
    }

    pub(super) fn is_negative(self) -> bool {
        self.0 & 1 == 1
    }

    /// The same edge, seen from its other end, with `node` at this one.
    pub(super) fn turned(self, node: u32) -> Self {
        Self::new(node, self.is_negative())
    }
}

/// The links of every node, one node's after another's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Rows {
    /// Where each node's links begin, and the end.
    start: Vec<u32>,
    links: Vec<Neighbour>,
}

impl Rows {
    /// Sorts edges by their beginnings, or by their ends if `turned`; those of one node stay in their
    /// order.
    fn new(nodes: u32, edges: &[Edge], turned: bool) -> Self {
        let ends = |edge: &Edge| if turned { (edge.to, edge.from) } else { (edge.from, edge.to) };
        let mut start = vec![0; nodes as usize + 1];
        for edge in edges {
            if let Some(count) = start.get_mut(ends(edge).0 as usize) {
                *count += 1;
            }
        }
        let mut total = 0;
        for place in &mut start {
            total += std::mem::replace(place, total);
        }
        let mut links = vec![Neighbour(0); edges.len()];
        for edge in edges {
            let (node, other) = ends(edge);
            if let Some(next) = start.get_mut(node as usize) {
                if let Some(place) = links.get_mut(*next as usize) {
                    *place = Neighbour::new(other, edge.negative);
                }
                *next += 1;
            }
        }
        // Each place has moved to where the next node's links begin.
        start.rotate_right(1);
        if let Some(first) = start.first_mut() {
            *first = 0;
        }
        Self { start, links }
    }

    fn of(&self, node: u32) -> &[Neighbour] {
        let node = node as usize;
        match (self.start.get(node), self.start.get(node + 1)) {
            (Some(&from), Some(&to)) => {
                self.links.get(from as usize..to as usize).unwrap_or_default()
            }
            _ => &[],
        }
    }
}

/// The statements and inferences of an argument.
///
/// Statements are numbered from 0, and inferences by themselves from 0. Inside, both are *nodes*:
/// first the statements, then the inferences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    statements: u32,
    /// From each node to those that depend on it.
    forward: Rows,
    /// From each node to those it depends on, in the order they were added.
    backward: Rows,
    /// What each node waits for before it is in: a statement for its attackers and some support, an
    /// inference for its premises and undercutters.
    pub(super) needs: Vec<u32>,
    /// How many inferences lead to each statement.
    pub(super) ways: Vec<u32>,
}

impl Graph {
    /// How many statements there are.
    #[must_use]
    pub fn statements(&self) -> u32 {
        self.statements
    }

    /// How many inferences there are.
    #[must_use]
    pub fn inferences(&self) -> u32 {
        self.nodes() - self.statements
    }

    /// Whether a statement takes a reader's verdict, since no inference concludes it.
    #[must_use]
    pub fn is_leaf(&self, statement: u32) -> bool {
        self.ways.get(statement as usize) == Some(&0)
    }

    /// The statements that attack this one.
    pub fn attackers(&self, statement: u32) -> impl Iterator<Item = u32> {
        self.inputs(statement, self.statements, true)
    }

    /// The inferences to this statement.
    pub fn ways(&self, statement: u32) -> impl Iterator<Item = u32> {
        self.inputs(statement, self.statements, false).map(|node| node - self.statements)
    }

    /// The premises of an inference.
    pub fn premises(&self, inference: u32) -> impl Iterator<Item = u32> {
        self.inputs(self.node(inference), u32::MAX, false)
    }

    /// The statements that undercut an inference.
    pub fn undercutters(&self, inference: u32) -> impl Iterator<Item = u32> {
        self.inputs(self.node(inference), u32::MAX, true)
    }

    /// What an inference concludes; `None` if there is no such inference.
    #[must_use]
    pub fn conclusion(&self, inference: u32) -> Option<u32> {
        self.forward(self.node(inference)).first().map(|link| link.node())
    }

    /// Which statements bear on one, for or against, itself included; by number.
    #[must_use]
    pub fn upstream(&self, statement: u32) -> Vec<bool> {
        let mut seen = self.upstream_through(statement, |_| true);
        seen.truncate(self.statements as usize);
        seen
    }

    /// Which nodes a statement depends on through nodes that pass, itself included; by number.
    pub(super) fn upstream_through(
        &self,
        statement: u32,
        passes: impl Fn(u32) -> bool,
    ) -> Vec<bool> {
        let mut seen = vec![false; self.nodes() as usize];
        let mut next = Vec::new();
        if statement < self.statements {
            next.push(statement);
        }
        while let Some(node) = next.pop() {
            let Some(seen) = seen.get_mut(node as usize) else { continue };
            if !*seen && passes(node) {
                *seen = true;
                next.extend(self.backward(node).iter().map(|link| link.node()));
            }
        }
        seen
    }

    /// The inferences that a statement is a premise of.
    pub(super) fn leading_on(&self, statement: u32) -> impl Iterator<Item = u32> {
        let links = if statement < self.statements { self.forward(statement) } else { &[] };
        let leads = |link: &&Neighbour| !link.is_negative() && self.is_inference(link.node());
        links.iter().filter(leads).map(|link| link.node() - self.statements)
    }

    fn inputs(&self, node: u32, below: u32, negative: bool) -> impl Iterator<Item = u32> {
        let links = if node < below { self.backward(node) } else { &[] };
        links.iter().filter(move |link| link.is_negative() == negative).map(|link| link.node())
    }

    /// How many nodes there are.
    pub(super) fn nodes(&self) -> u32 {
        self.needs.len() as u32
    }

    /// The node of an inference.
    pub(super) fn node(&self, inference: u32) -> u32 {
        inference.saturating_add(self.statements)
    }

    pub(super) fn is_inference(&self, node: u32) -> bool {
        node >= self.statements
    }

    /// The links to what depends on a node.
    pub(super) fn forward(&self, node: u32) -> &[Neighbour] {
        self.forward.of(node)
    }

    /// The links to what a node depends on.
    pub(super) fn backward(&self, node: u32) -> &[Neighbour] {
        self.backward.of(node)
    }
}

/// Puts a graph together.
#[derive(Clone, Debug)]
pub struct Builder {
    statements: u32,
    inferences: u32,
    edges: Vec<Edge>,
    /// Whether each edge has both ends.
    sound: bool,
}

/// An edge between two nodes.
#[derive(Clone, Copy, Debug)]
struct Edge {
    from: u32,
    to: u32,
    negative: bool,
}

impl Builder {
    /// Begins a graph with so many statements.
    #[must_use]
    pub fn new(statements: u32) -> Self {
        Self { statements, inferences: 0, edges: Vec::new(), sound: true }
    }

    /// Adds an inference and gives its number. Without premises it is in force by itself, unless it
    /// is undercut.
    pub fn infer(&mut self, premises: &[u32], conclusion: u32) -> u32 {
        let inference = self.inferences;
        let node = self.statements.saturating_add(inference);
        for premise in premises {
            self.edge(*premise, node, false);
        }
        self.sound &= conclusion < self.statements;
        self.edges.push(Edge { from: node, to: conclusion, negative: false });
        self.inferences = self.inferences.saturating_add(1);
        inference
    }

    /// Adds an attack on a statement.
    pub fn attack(&mut self, attacker: u32, attacked: u32) {
        self.sound &= attacked < self.statements;
        self.edge(attacker, attacked, true);
    }

    /// Adds an attack on an inference, which was added before.
    pub fn undercut(&mut self, attacker: u32, inference: u32) {
        self.sound &= inference < self.inferences;
        self.edge(attacker, self.statements.saturating_add(inference), true);
    }

    fn edge(&mut self, from: u32, to: u32, negative: bool) {
        self.sound &= from < self.statements;
        self.edges.push(Edge { from, to, negative });
    }

    /// The graph; `None` if an edge led to or from what does not exist, or if there are 2³¹ nodes
    /// or edges, or more.
    #[must_use]
    pub fn build(&self) -> Option<Graph> {
        let nodes = self.statements.checked_add(self.inferences)?;
        let few = i32::try_from(nodes).is_ok() && i32::try_from(self.edges.len()).is_ok();
        if !self.sound || !few {
            return None;
        }
        // A statement waits for support, besides its attackers.
        let mut needs = vec![0; nodes as usize];
        needs.iter_mut().take(self.statements as usize).for_each(|needs| *needs = 1);
        let mut ways = vec![0; self.statements as usize];
        for edge in &self.edges {
            // Only an inference that leads to a statement counts as a way.
            let counters = if edge.from < self.statements { &mut needs } else { &mut ways };
            if let Some(count) = counters.get_mut(edge.to as usize) {
                *count += 1;
            }
        }
        Some(Graph {
            statements: self.statements,
            forward: Rows::new(nodes, &self.edges, false),
            backward: Rows::new(nodes, &self.edges, true),
            needs,
            ways,
        })
    }
}
