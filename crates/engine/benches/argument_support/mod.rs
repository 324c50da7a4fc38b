//! Graphs to measure with, the same in every run, and a plain breadth-first pass over them.

use concord_engine::argument::{Builder, Graph, Stance, Verdict};

/// A graph, a stance on it, and its edges once more, for the breadth-first pass.
pub struct Case {
    pub graph: Graph,
    pub stance: Stance,
    /// Statements and inferences together.
    pub nodes: usize,
    pub leaves: Vec<u32>,
    /// Where each node's targets begin, and the end.
    starts: Vec<u32>,
    pub targets: Vec<u32>,
}

/// Numbers that look like chance: a linear congruence, with Knuth's constants.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u32) -> u32 {
        const FACTOR: u64 = 6_364_136_223_846_793_005;
        const STEP: u64 = 1_442_695_040_888_963_407;
        self.0 = self.0.wrapping_mul(FACTOR).wrapping_add(STEP);
        ((self.0 >> 33) % u64::from(end)) as u32
    }
}

/// A graph with about `size` nodes and edges together. Edges come from anywhere below and lead up,
/// and every leaf is decided; so everything is decided, and labelling has to follow every edge.
pub fn case(size: u32) -> Case {
    // Two statements come with an inference, two or three premises, an attack, and every other time
    // an undercut: three nodes and five edges.
    let statements = size / 8 * 2;
    let mut chance = Chance(1);
    let mut builder = Builder::new(statements);
    for conclusion in (8..statements).step_by(2) {
        let count = 2 + chance.below(2);
        let premises: Vec<u32> = (0..count).map(|_| chance.below(conclusion)).collect();
        let inference = builder.infer(&premises, conclusion);
        builder.attack(chance.below(conclusion), conclusion + chance.below(2));
        if chance.below(2) == 0 {
            builder.undercut(chance.below(conclusion), inference);
        }
    }
    let graph = builder.build().expect("every edge has both ends");
    let leaves: Vec<u32> = (0..statements).filter(|s| graph.is_leaf(*s)).collect();
    let mut stance = Stance::blank(statements);
    for leaf in &leaves {
        let accepts = chance.below(8) > 0;
        stance.set(*leaf, if accepts { Verdict::Accept } else { Verdict::Reject });
    }
    let nodes = (statements + graph.inferences()) as usize;
    let (starts, targets) = forward(&graph, nodes);
    Case { graph, stance, nodes, leaves, starts, targets }
}

/// The targets of each node's edges, one node's after another's.
fn forward(graph: &Graph, nodes: usize) -> (Vec<u32>, Vec<u32>) {
    let mut targets = vec![Vec::new(); nodes];
    for statement in 0..graph.statements() {
        graph.attackers(statement).for_each(|from| targets[from as usize].push(statement));
    }
    for inference in 0..graph.inferences() {
        let node = graph.statements() + inference;
        let inputs = graph.premises(inference).chain(graph.undercutters(inference));
        inputs.for_each(|from| targets[from as usize].push(node));
        targets[node as usize].extend(graph.conclusion(inference));
    }
    let mut starts = vec![0];
    for targets in &targets {
        starts.push(starts[starts.len() - 1] + targets.len() as u32);
    }
    (starts, targets.concat())
}

impl Case {
    /// A breadth-first pass from all leaves, which reaches everything; the number of nodes reached.
    pub fn breadth_first(&self) -> usize {
        let mut seen = vec![false; self.nodes];
        let mut queue = Vec::with_capacity(self.nodes);
        for leaf in &self.leaves {
            seen[*leaf as usize] = true;
            queue.push(*leaf);
        }
        let mut next = 0;
        while next < queue.len() {
            let node = queue[next] as usize;
            next += 1;
            for target in &self.targets[self.starts[node] as usize..self.starts[node + 1] as usize]
            {
                if !seen[*target as usize] {
                    seen[*target as usize] = true;
                    queue.push(*target);
                }
            }
        }
        queue.len()
    }
}
