//! How high each box stands: beside the first of what leads to it, so that a drawing begins where
//! reading begins; and else as near to its neighbours as the order allows.

use super::columns::{Columns, Vertex};

/// How often all columns are gone through, there and back.
const SWEEPS: usize = 40;

/// How much straighter a passing edge wants to be than one between two boxes.
const PASSING: f64 = 8.0;

/// As if no box were less high.
const LEAST: f64 = 40.0;

/// The middle of each vertex, from 0 downward with its box.
pub(super) fn assign(columns: &Columns, gap: f64) -> Vec<f64> {
    let mut middles = vec![0.0; columns.vertices.len()];
    for sweep in 0..SWEEPS {
        // The last time goes to the left, so that what is supported stands beside its support.
        let by_right = sweep % 2 == 1;
        let count = columns.order.len();
        for step in 0..count {
            let column = if by_right { count - 1 - step } else { step };
            let members = columns.order.get(column).map(Vec::as_slice).unwrap_or_default();
            settle(columns, members, by_right, gap, &mut middles);
        }
    }
    close(columns, gap, &mut middles);
    middles
}

/// Closes what is left empty across all columns, so that it is a gap and no more, and begins at 0: parts of a drawing
/// that no edge joins drive each other apart with each sweep.
fn close(columns: &Columns, gap: f64, middles: &mut [f64]) {
    let half = |place: usize| columns.vertices.get(place).map_or(0.0, |own| own.height / 2.0);
    let mut tops: Vec<(f64, usize)> =
        middles.iter().enumerate().map(|(place, middle)| (middle - half(place), place)).collect();
    tops.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut shift = tops.first().map_or(0.0, |(top, _)| *top);
    // Below what has been seen so far, as it was before it moved.
    let mut end = shift;
    for (top, place) in tops {
        shift += (top - end - gap).max(0.0);
        end = end.max(top + 2.0 * half(place));
        if let Some(middle) = middles.get_mut(place) {
            *middle -= shift;
        }
    }
}

/// A run of members that stand as close as they may.
struct Block {
    weight: f64,
    /// Weight times the wanted place of the first member, summed.
    sum: f64,
    members: usize,
}

impl Block {
    fn place(&self) -> f64 {
        self.sum / self.weight
    }
}

/// Moves the members of a column to where their neighbours on one side want them, in their order and
/// without overlaps, at the least sum of squared distances (pool adjacent violators).
fn settle(columns: &Columns, members: &[usize], by_right: bool, gap: f64, middles: &mut [f64]) {
    let mut offset = 0.0;
    let mut above: Option<&Vertex> = None;
    let mut offsets = Vec::with_capacity(members.len());
    let mut blocks: Vec<Block> = Vec::new();
    for member in members {
        let Some(vertex) = columns.vertices.get(*member) else { continue };
        if let Some(above) = above {
            let free = if above.passed && vertex.passed { gap / 2.0 } else { gap };
            offset += (above.height + vertex.height) / 2.0 + free;
        }
        above = Some(vertex);
        offsets.push(offset);
        let joined = if by_right { &vertex.right } else { &vertex.left };
        let mean = joined.iter().filter_map(|place| middles.get(*place)).sum::<f64>()
            / joined.len() as f64;
        let tops = joined.iter().filter_map(|place| {
            let height = columns.vertices.get(*place)?.height;
            Some(middles.get(*place)? - height / 2.0)
        });
        let (wanted, weight) = match joined.len() {
            // Nothing pulls, so it stays, but gives way.
            0 => (middles.get(*member).copied().unwrap_or_default(), 0.1),
            _ if vertex.passed => (mean, PASSING),
            // What is small stands a little lower, beside the box and not at its edge.
            _ if by_right => (tops.fold(f64::INFINITY, f64::min) + below_top(vertex), 1.0),
            _ => (mean, 1.0),
        };
        let mut block = Block { weight, sum: weight * (wanted - offset), members: 1 };
        while let Some(last) = blocks.pop_if(|last| last.place() >= block.place()) {
            block.weight += last.weight;
            block.sum += last.sum;
            block.members += last.members;
        }
        blocks.push(block);
    }
    let places = blocks.iter().flat_map(|block| std::iter::repeat_n(block.place(), block.members));
    for ((member, place), offset) in members.iter().zip(places).zip(offsets) {
        if let Some(middle) = middles.get_mut(*member) {
            *middle = place + offset;
        }
    }
}

/// How far below the top of its neighbour the middle of a vertex stands.
fn below_top(vertex: &Vertex) -> f64 {
    vertex.height.max(LEAST) / 2.0
}
