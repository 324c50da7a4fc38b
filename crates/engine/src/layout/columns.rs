//! Which column each box stands in, and the points at which edges pass the columns between.

use super::shapes::{Edge, Size};

/// A box, or a point at which an edge passes a column.
#[derive(Clone, Debug)]
pub(super) struct Vertex {
    pub(super) column: usize,
    pub(super) height: f64,
    /// Whether it is only passed.
    pub(super) passed: bool,
    /// What it is joined to in the column to the left, and in the one to the right.
    pub(super) left: Vec<usize>,
    pub(super) right: Vec<usize>,
}

/// Boxes first, in their order, then the points that edges pass.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    pub(super) vertices: Vec<Vertex>,
    /// The vertices of each column from top to bottom.
    pub(super) order: Vec<Vec<usize>>,
    /// The vertices that each edge joins, from its beginning to its end.
    pub(super) chains: Vec<Vec<usize>>,
}

impl Columns {
    pub(super) fn new(sizes: &[Size], edges: &[Edge]) -> Self {
        let numbers = numbers(sizes.len(), edges);
        let vertex = |(size, column): (&Size, &usize)| Vertex {
            column: *column,
            height: size.height,
            passed: false,
            left: Vec::new(),
            right: Vec::new(),
        };
        let mut columns =
            Self { vertices: sizes.iter().zip(&numbers).map(vertex).collect(), ..Self::default() };
        for edge in edges {
            let chain = columns.chain(edge);
            for pair in chain.windows(2) {
                let [one, other] = pair else { continue };
                columns.join(*one, *other);
            }
            columns.chains.push(chain);
        }
        columns.first_order();
        columns
    }

    /// The vertices of an edge; new ones where it passes a column.
    fn chain(&mut self, edge: &Edge) -> Vec<usize> {
        let column = |place: usize| self.vertices.get(place).map(|vertex| vertex.column);
        let (Some(from), Some(to)) = (column(edge.from), column(edge.to)) else {
            return Vec::new();
        };
        let mut chain = vec![edge.from];
        let between: Vec<usize> =
            if from > to { (to + 1..from).rev().collect() } else { (from + 1..to).collect() };
        for column in between {
            chain.push(self.vertices.len());
            let (left, right) = (Vec::new(), Vec::new());
            self.vertices.push(Vertex { column, height: 0.0, passed: true, left, right });
        }
        chain.push(edge.to);
        chain
    }

    fn join(&mut self, one: usize, other: usize) {
        let column = |place: usize| self.vertices.get(place).map(|vertex| vertex.column);
        let (left, right) = match column(one).cmp(&column(other)) {
            std::cmp::Ordering::Less => (one, other),
            std::cmp::Ordering::Greater => (other, one),
            // What stands in the same column is joined by a line beside it.
            std::cmp::Ordering::Equal => return,
        };
        if let Some(vertex) = self.vertices.get_mut(left) {
            vertex.right.push(right);
        }
        if let Some(vertex) = self.vertices.get_mut(right) {
            vertex.left.push(left);
        }
    }

    /// Goes through everything in the order of reading; what belongs together comes together.
    fn first_order(&mut self) {
        let count = self.vertices.iter().map(|vertex| vertex.column + 1).max().unwrap_or(0);
        self.order = vec![Vec::new(); count];
        let mut seen = vec![false; self.vertices.len()];
        let mut roots: Vec<usize> = (0..self.vertices.len()).collect();
        // Those furthest to the left first.
        roots.sort_by_key(|place| self.vertices.get(*place).map(|vertex| vertex.column));
        for root in roots {
            let mut waiting = vec![root];
            while let Some(here) = waiting.pop() {
                let (Some(seen), Some(vertex)) = (seen.get_mut(here), self.vertices.get(here))
                else {
                    continue;
                };
                if std::mem::replace(seen, true) {
                    continue;
                }
                if let Some(column) = self.order.get_mut(vertex.column) {
                    column.push(here);
                }
                waiting.extend(vertex.right.iter().rev());
            }
        }
    }
}

/// The column of each box: the least that its edges allow. An edge that would close a circle, or that
/// has no length, allows everything.
fn numbers(count: usize, edges: &[Edge]) -> Vec<usize> {
    let mut onward: Vec<Vec<(usize, usize)>> = vec![Vec::new(); count];
    for edge in edges.iter().filter(|edge| edge.length > 0 && edge.to < count) {
        onward.get_mut(edge.from).map(|to| to.push((edge.to, edge.length))).unwrap_or_default();
    }
    let mut numbers = vec![0; count];
    let mut state = vec![State::New; count];
    for root in 0..count {
        let mut path = vec![(root, 0)];
        while let Some((here, next)) = path.pop() {
            if next == 0 && state.get(here) != Some(&State::New) {
                continue;
            }
            set(&mut state, here, State::Open);
            let targets = onward.get(here).map(Vec::as_slice).unwrap_or_default();
            if let Some((target, _)) = targets.get(next) {
                path.push((here, next + 1));
                if state.get(*target) == Some(&State::New) {
                    path.push((*target, 0));
                }
                continue;
            }
            let column =
                targets.iter().filter(|(target, _)| state.get(*target) == Some(&State::Done));
            let column = column.map(|(target, length)| numbers.get(*target).unwrap_or(&0) + length);
            let column = column.max().unwrap_or(0);
            set(&mut numbers, here, column);
            set(&mut state, here, State::Done);
        }
    }
    numbers
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

fn set<T>(list: &mut [T], place: usize, value: T) {
    if let Some(found) = list.get_mut(place) {
        *found = value;
    }
}
