//! Layered drawings: boxes do not overlap, edges end at boxes, trees have no crossings.

#![cfg(test)]

use concord_engine::layout::{Edge, Gaps, Layout, Point, Size, layout};
use proptest::prelude::*;

const GAPS: Gaps = Gaps { columns: 30.0, boxes: 10.0 };

fn sizes(heights: &[u16]) -> Vec<Size> {
    heights.iter().map(|height| Size { width: 100.0, height: f64::from(*height) }).collect()
}

fn edge(from: usize, to: usize) -> Edge {
    Edge { from, to, length: 1 }
}

fn overlaps(a: (Point, Size), b: (Point, Size)) -> bool {
    let apart =
        |a: f64, wide: f64, b: f64, other: f64| a + wide <= b + 1e-6 || b + other <= a + 1e-6;
    !apart(a.0.x, a.1.width, b.0.x, b.1.width) && !apart(a.0.y, a.1.height, b.0.y, b.1.height)
}

/// What holds of every drawing.
fn check(sizes: &[Size], edges: &[Edge], drawn: &Layout) {
    for (place, (corner, size)) in drawn.corners.iter().zip(sizes).enumerate() {
        assert!(corner.x >= -1e-6 && corner.y >= -1e-6, "box {place} stands outside: {corner:?}");
        assert!(corner.x + size.width <= drawn.width + 1e-6);
        assert!(corner.y + size.height <= drawn.height + 1e-6);
        for (other, (beside, wide)) in drawn.corners.iter().zip(sizes).enumerate().skip(place + 1) {
            assert!(!overlaps((*corner, *size), (*beside, *wide)), "{place} and {other} overlap");
        }
    }
    for (edge, route) in edges.iter().zip(&drawn.routes) {
        for (place, end) in [(edge.from, route.first()), (edge.to, route.last())] {
            let (corner, size, end) = (drawn.corners[place], sizes[place], end.unwrap());
            let beside =
                (end.x - corner.x).abs() < 1e-6 || (end.x - corner.x - size.width).abs() < 1e-6;
            let within = end.y > corner.y - 1e-6 && end.y < corner.y + size.height + 1e-6;
            assert!(beside && within, "{end:?} is not at box {place}");
        }
    }
}

#[test]
fn what_is_supported_stands_beside_the_first_of_its_support() {
    let (sizes, edges) = (sizes(&[20, 20, 20]), [edge(1, 0), edge(2, 0)]);
    let drawn = layout(&sizes, &edges, GAPS);
    assert_eq!(drawn.corners[0], Point { x: 0.0, y: 10.0 });
    assert_eq!(drawn.corners[1], Point { x: 130.0, y: 0.0 });
    assert_eq!(drawn.corners[2], Point { x: 130.0, y: 30.0 });
    assert_eq!((drawn.width, drawn.height, drawn.crossings), (230.0, 50.0, 0));
    assert_eq!(drawn.routes[0].len(), 2);
}

#[test]
fn a_long_edge_passes_between_boxes() {
    let sizes = sizes(&[20, 20, 20]);
    let edges = [edge(1, 0), edge(2, 1), edge(2, 0)];
    let drawn = layout(&sizes, &edges, GAPS);
    check(&sizes, &edges, &drawn);
    let passing = drawn.routes[2][1];
    let beside = drawn.corners[1];
    assert!(passing.y < beside.y || passing.y > beside.y + 20.0, "{passing:?} in {beside:?}");
}

#[test]
fn circles_and_edges_to_nowhere_are_drawn_as_far_as_they_can_be() {
    let sizes = sizes(&[20, 20]);
    let edges = [edge(0, 1), edge(1, 0), edge(0, 7), edge(9, 0)];
    let drawn = layout(&sizes, &edges, GAPS);
    assert!(drawn.routes[2].is_empty() && drawn.routes[3].is_empty());
    check(&sizes, &edges[..2], &drawn);
    assert_eq!(layout(&[], &[], GAPS), Layout::default());
}

proptest! {
    #[test]
    fn trees_have_no_crossings(parents in prop::collection::vec(any::<prop::sample::Index>(), 1..60), heights in prop::collection::vec(10u16..90, 61)) {
        let edges: Vec<Edge> =
            parents.iter().enumerate().map(|(child, parent)| edge(child + 1, parent.index(child + 1))).collect();
        let sizes = sizes(&heights[..=parents.len()]);
        let drawn = layout(&sizes, &edges, GAPS);
        prop_assert_eq!(drawn.crossings, 0);
        check(&sizes, &edges, &drawn);
    }

    #[test]
    fn parts_that_no_edge_joins_stand_no_further_apart_than_boxes(parents in prop::collection::vec(any::<prop::sample::Index>(), 1..30), alone in prop::collection::vec(any::<bool>(), 30), heights in prop::collection::vec(10u16..90, 31)) {
        let joined = parents.iter().enumerate().filter(|(child, _)| !alone[*child]);
        let edges: Vec<Edge> = joined.map(|(child, parent)| edge(child + 1, parent.index(child + 1))).collect();
        let sizes = sizes(&heights[..=parents.len()]);
        let drawn = layout(&sizes, &edges, GAPS);
        check(&sizes, &edges, &drawn);
        let mut boxes: Vec<(f64, f64)> =
            drawn.corners.iter().zip(&sizes).map(|(corner, size)| (corner.y, corner.y + size.height)).collect();
        boxes.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut end = 0.0_f64;
        for (top, bottom) in boxes {
            prop_assert!(top <= end + GAPS.boxes + 1e-6, "nothing from {end} to {top}");
            end = end.max(bottom);
        }
    }

    #[test]
    fn any_graph_is_drawn(edges in prop::collection::vec((0usize..12, 0usize..12, 0usize..3), 0..30), heights in prop::collection::vec(10u16..90, 12)) {
        let edges: Vec<Edge> = edges
            .into_iter()
            .filter(|(from, to, _)| from != to)
            .map(|(from, to, length)| Edge { from, to, length })
            .collect();
        let sizes = sizes(&heights);
        let drawn = layout(&sizes, &edges, GAPS);
        check(&sizes, &edges, &drawn);
        prop_assert_eq!(&layout(&sizes, &edges, GAPS), &drawn);
    }
}
