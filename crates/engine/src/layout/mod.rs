//! Where the boxes of a layered drawing stand, and which way its lines go.
//!
//! A box stands in a column to the right of all that its edges lead to, as near as it can. The work
//! is done in the usual three steps (Sugiyama, Tagawa and Toda): columns, the order in each, and
//! heights. Edges that pass a column get a point in it, so that they pass between boxes. A tree in the
//! order of reading comes out in that order, without crossings.
//!
//! - K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of hierarchical system
//!   structures", IEEE Transactions on Systems, Man, and Cybernetics 11, 1981.
//!
//! The crates there are did not fit: rust-sugiyama gives places of boxes but not of lines, and brings petgraph; the port of
//! dagre is at 0.1. What is drawn is nearly a tree; where premises meet, a small joint stands, so that an undercut has a step
//! to point at.

mod columns;
mod heights;
mod order;
mod routes;
mod shapes;

use columns::Columns;
use routes::Placed;
pub use shapes::{Edge, Gaps, Point, Size};

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The upper left corner of each box.
    pub corners: Vec<Point>,
    /// The points of each edge, from its beginning to its end. Between two points of the same `x`, it
    /// goes out to the right and comes back.
    pub routes: Vec<Vec<Point>>,
    /// Width of everything.
    pub width: f64,
    /// Height of everything.
    pub height: f64,
    /// How often edges cross.
    pub crossings: usize,
}

/// Lays out boxes and the edges between them. An edge to a box that is not there has no route.
#[must_use]
pub fn layout(sizes: &[Size], edges: &[Edge], gaps: Gaps) -> Layout {
    let mut columns = Columns::new(sizes, edges);
    let crossings = order::improve(&mut columns);
    let middles = heights::assign(&columns, gaps.boxes);
    let lefts = lefts(&columns, sizes, gaps.columns);
    let corner = |place: usize, size: &Size| {
        let vertex = columns.vertices.get(place);
        let column = vertex.and_then(|vertex| lefts.get(vertex.column));
        let (left, width) = column.copied().unwrap_or_default();
        let middle = middles.get(place).copied().unwrap_or_default();
        // A narrow box stands in the middle of its column.
        Point { x: left + (width - size.width) / 2.0, y: middle - size.height / 2.0 }
    };
    let corners: Vec<Point> =
        sizes.iter().enumerate().map(|(place, size)| corner(place, size)).collect();
    let placed =
        Placed { columns: &columns, sizes, corners: &corners, middles: &middles, lefts: &lefts };
    let routes = placed.routes();
    let width = lefts.last().map_or(0.0, |(left, width)| left + width);
    let bottoms = corners.iter().zip(sizes).map(|(corner, size)| corner.y + size.height);
    let points = routes.iter().flatten().map(|point| point.y);
    let height = bottoms.chain(points).fold(0.0, f64::max);
    Layout { corners, routes, width, height, crossings }
}

/// The left edge and the width of each column.
fn lefts(columns: &Columns, sizes: &[Size], gap: f64) -> Vec<(f64, f64)> {
    let mut left = 0.0;
    let column = |members: &Vec<usize>| {
        let widths = members.iter().filter_map(|place| sizes.get(*place)).map(|size| size.width);
        let width = widths.fold(0.0, f64::max);
        let here = (left, width);
        left += width + gap;
        here
    };
    columns.order.iter().map(column).collect()
}
