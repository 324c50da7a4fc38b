//! The order of boxes in their columns, so that few edges cross.

use super::columns::Columns;

/// How often all columns are gone through, there and back.
const SWEEPS: usize = 12;

/// Orders each column by where its neighbours stand, keeps the best order found, and tells how many
/// crossings it has. An order without crossings stays as it is.
pub(super) fn improve(columns: &mut Columns) -> usize {
    let mut best = columns.order.clone();
    let mut fewest = crossings(columns);
    for sweep in 0..SWEEPS {
        if fewest == 0 {
            break;
        }
        let leftward = sweep % 2 == 0;
        let count = columns.order.len();
        for step in 1..count {
            let column = if leftward { count - 1 - step } else { step };
            reorder(columns, column, leftward);
        }
        let found = crossings(columns);
        if found < fewest {
            fewest = found;
            best.clone_from(&columns.order);
        }
    }
    columns.order = best;
    fewest
}

/// The place of each vertex in its column.
fn places(columns: &Columns) -> Vec<usize> {
    let mut places = vec![0; columns.vertices.len()];
    for column in &columns.order {
        for (number, vertex) in column.iter().enumerate() {
            if let Some(place) = places.get_mut(*vertex) {
                *place = number;
            }
        }
    }
    places
}

/// Sorts a column by the mean place of what each member is joined to on one side. Who is joined to
/// nothing there keeps to its neighbour above.
fn reorder(columns: &mut Columns, column: usize, by_right: bool) {
    let places = places(columns);
    let Some(members) = columns.order.get_mut(column) else { return };
    let mut above = 0.0;
    let mut keyed: Vec<(f64, usize)> = Vec::with_capacity(members.len());
    for member in members.iter() {
        let vertex = columns.vertices.get(*member);
        let joined = vertex.map(|vertex| if by_right { &vertex.right } else { &vertex.left });
        let joined = joined.map(Vec::as_slice).unwrap_or_default();
        if !joined.is_empty() {
            let sum: usize = joined.iter().filter_map(|place| places.get(*place)).sum();
            above = sum as f64 / joined.len() as f64;
        }
        keyed.push((above, *member));
    }
    keyed.sort_by(|one, other| one.0.total_cmp(&other.0));
    *members = keyed.into_iter().map(|(_, member)| member).collect();
}

/// How many pairs of edges cross between neighbouring columns.
pub(super) fn crossings(columns: &Columns) -> usize {
    let places = places(columns);
    let place = |vertex: &usize| places.get(*vertex).copied().unwrap_or(0);
    let mut total = 0;
    for column in &columns.order {
        let mut ends: Vec<(usize, usize)> = Vec::new();
        for left in column {
            let joined = columns.vertices.get(*left).map(|vertex| vertex.right.as_slice());
            ends.extend(joined.unwrap_or_default().iter().map(|right| (place(left), place(right))));
        }
        ends.sort_unstable();
        for (number, (left, right)) in ends.iter().enumerate() {
            let before = ends.iter().take(number);
            total += before.filter(|(other, end)| other < left && end > right).count();
        }
    }
    total
}
