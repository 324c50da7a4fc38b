//! Which way each line goes: from the side of one box, through the points at which it passes columns, to the
//! side of another. Lines at the same side of a box share its height, in the order of what they lead to.

use std::collections::BTreeMap;

use super::{
    columns::Columns,
    shapes::{Point, Size},
};

/// What has its place already.
pub(super) struct Placed<'p> {
    pub(super) columns: &'p Columns,
    pub(super) sizes: &'p [Size],
    /// The upper left corner of each box.
    pub(super) corners: &'p [Point],
    /// The middle of each vertex.
    pub(super) middles: &'p [f64],
    /// The left edge and the width of each column.
    pub(super) lefts: &'p [(f64, f64)],
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    First,
    Last,
}

/// A side of a box, by the box's number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Side {
    of: usize,
    is_right: bool,
}

/// An end of an edge, and the height of what it leads to from there.
struct Port {
    edge: usize,
    end: End,
    toward: f64,
}

impl Placed<'_> {
    /// The points of each edge, in the order of edges; none of one that leads nowhere.
    pub(super) fn routes(&self) -> Vec<Vec<Point>> {
        let ends = self.ends();
        let route = |(edge, chain): (usize, &Vec<usize>)| {
            let (first, last) = (ends.get(&(edge, End::First)), ends.get(&(edge, End::Last)));
            let points = first.copied().into_iter().chain(self.between(chain));
            points.chain(last.copied()).collect()
        };
        self.columns.chains.iter().enumerate().map(route).collect()
    }

    /// Where each end of each edge touches its box.
    fn ends(&self) -> BTreeMap<(usize, End), Point> {
        let mut ends = BTreeMap::new();
        for (side, mut ports) in self.ports() {
            let (Some(corner), Some(size)) = (self.corners.get(side.of), self.sizes.get(side.of))
            else {
                continue;
            };
            ports.sort_by(|one, other| one.toward.total_cmp(&other.toward));
            let x = if side.is_right { corner.x + size.width } else { corner.x };
            let share = size.height / (ports.len() + 1) as f64;
            for (number, port) in (1_u32..).zip(ports) {
                let y = corner.y + share * f64::from(number);
                ends.insert((port.edge, port.end), Point { x, y });
            }
        }
        ends
    }

    /// The ends of edges at each side of each box.
    fn ports(&self) -> BTreeMap<Side, Vec<Port>> {
        let mut ports: BTreeMap<Side, Vec<Port>> = BTreeMap::new();
        for (edge, chain) in self.columns.chains.iter().enumerate() {
            let ([first, second, ..], [.., before, last]) = (chain.as_slice(), chain.as_slice())
            else {
                continue;
            };
            // Between boxes of one column, a line goes out to the right and comes back.
            let (from, to) = (self.column(*first), self.column(*last));
            for (end, of, is_right, toward) in
                [(End::First, *first, from <= to, *second), (End::Last, *last, to <= from, *before)]
            {
                let port = Port { edge, end, toward: self.middle(toward) };
                ports.entry(Side { of, is_right }).or_default().push(port);
            }
        }
        ports
    }

    /// The points at which an edge enters and leaves the columns that it passes.
    fn between<'a>(&'a self, chain: &'a [usize]) -> impl Iterator<Item = Point> + 'a {
        let inner = chain.get(1..chain.len().saturating_sub(1)).unwrap_or_default();
        let ends = chain.first().zip(chain.last());
        let is_leftward =
            ends.is_some_and(|(first, last)| self.column(*first) > self.column(*last));
        inner.iter().flat_map(move |vertex| {
            let (left, width) = self.lefts.get(self.column(*vertex)).copied().unwrap_or_default();
            let (enter, leave) =
                if is_leftward { (left + width, left) } else { (left, left + width) };
            [enter, leave].map(|x| Point { x, y: self.middle(*vertex) })
        })
    }

    fn column(&self, vertex: usize) -> usize {
        self.columns.vertices.get(vertex).map_or(0, |vertex| vertex.column)
    }

    fn middle(&self, vertex: usize) -> f64 {
        self.middles.get(vertex).copied().unwrap_or_default()
    }
}
