//! Where the boxes of a layered drawing stand, and which way its lines go.
//!
//! A box stands in a column to the right of all that its edges lead to, as near as it can. The work
//! is done in the usual three steps (Sugiyama, Tagawa and Toda): columns, the order in each, and
//! heights. Edges that pass a column get a point in it, so that they pass between boxes. A tree in the
//! order of reading comes out in that order, without crossings.
//!
//! - K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of hierarchical system
//!   structures", IEEE Transactions on Systems, Man, and Cybernetics 11, 1981.

mod columns;
mod heights;
mod order;

use columns::Columns;

/// A box to place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// A line to draw between two boxes, which are named by their places in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Where it begins.
    pub from: usize,
    /// Where it ends, to the left of its beginning.
    pub to: usize,
    /// How many columns it takes at least; 0 if it says nothing about columns and is drawn between
    /// the places that its ends have otherwise.
    pub length: usize,
}

/// Space that is left free.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gaps {
    /// Between columns.
    pub columns: f64,
    /// Between boxes in a column.
    pub boxes: f64,
}

/// A point of a drawing; `x` grows to the right and `y` downward, both from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

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
    let routes = routes(&columns, sizes, &corners, &middles, &lefts);
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

/// An end of an edge at the side of a box.
struct Port {
    edge: usize,
    /// Whether the edge begins here.
    begins: bool,
    /// Whether it is on the right side.
    right: bool,
    /// The height of what it leads to, by which ports are ordered.
    toward: f64,
}

fn routes(
    columns: &Columns,
    sizes: &[Size],
    corners: &[Point],
    middles: &[f64],
    lefts: &[(f64, f64)],
) -> Vec<Vec<Point>> {
    let middle = |place: &usize| middles.get(*place).copied().unwrap_or_default();
    let column = |place: usize| columns.vertices.get(place).map_or(0, |vertex| vertex.column);
    let mut routes: Vec<Vec<Point>> = vec![Vec::new(); columns.chains.len()];
    let mut ports: Vec<Vec<Port>> = sizes.iter().map(|_| Vec::new()).collect();
    for (edge, chain) in columns.chains.iter().enumerate() {
        let ([first, second, ..], [.., before, last]) = (chain.as_slice(), chain.as_slice()) else {
            continue;
        };
        let leftward = column(*first) > column(*last);
        let same = column(*first) == column(*last);
        let begin = Port { edge, begins: true, right: !leftward || same, toward: middle(second) };
        let end = Port { edge, begins: false, right: leftward || same, toward: middle(before) };
        for (place, port) in [(first, begin), (last, end)] {
            ports.get_mut(*place).map(|ports| ports.push(port)).unwrap_or_default();
        }
        let inner = chain.get(1..chain.len() - 1).unwrap_or_default();
        let through = inner.iter().flat_map(|place| {
            let (left, width) = lefts.get(column(*place)).copied().unwrap_or_default();
            let (enter, leave) = if leftward { (left + width, left) } else { (left, left + width) };
            [enter, leave].map(|x| Point { x, y: middle(place) })
        });
        if let Some(route) = routes.get_mut(edge) {
            // Room for the two ends, which are known below.
            route.push(Point { x: 0.0, y: 0.0 });
            route.extend(through);
            route.push(Point { x: 0.0, y: 0.0 });
        }
    }
    for (place, mut here) in ports.into_iter().enumerate() {
        let (Some(corner), Some(size)) = (corners.get(place), sizes.get(place)) else { continue };
        here.sort_by(|one, other| one.toward.total_cmp(&other.toward));
        for right in [false, true] {
            let side: Vec<&Port> = here.iter().filter(|port| port.right == right).collect();
            let share = size.height / (side.len() + 1) as f64;
            for (number, port) in side.iter().enumerate() {
                let x = if right { corner.x + size.width } else { corner.x };
                let point = Point { x, y: corner.y + share * (number + 1) as f64 };
                let route = routes.get_mut(port.edge);
                let end =
                    route.and_then(
                        |route| {
                            if port.begins { route.first_mut() } else { route.last_mut() }
                        },
                    );
                if let Some(end) = end {
                    *end = point;
                }
            }
        }
    }
    routes
}
