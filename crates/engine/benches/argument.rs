//! How labelling grows with the graph: from scratch, after one change, and beside a plain
//! breadth-first pass over the same graph. `argument_wasm.mjs` measures the same in wasm.

#![allow(
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark stops where it cannot go on"
)]

mod argument_support;

use std::{hint::black_box, time::Instant};

use argument_support::{Case, case};
use concord_engine::argument::{Labelling, Limits, Verdict, cruxes, label};

const SIZES: [u32; 3] = [1_000, 10_000, 100_000];

/// How many leaves are changed, spread over the graph.
const CHANGES: usize = 64;

fn main() {
    println!(
        "size     edges   breadth-first µs  labelling µs  ratio (≤ 5)  ns/edge  one change µs  of its edges  edges visited"
    );
    for size in SIZES {
        print_line(&case(size));
    }
    println!("\nsize     smallest sets  size of each  edges allowed  ms");
    for size in [500, 2_000, 10_000] {
        print_cruxes(&case(size));
    }
}

/// The fastest runs, in microseconds, side by side. Passes alternate, so that both see the same
/// machine.
fn print_line(case: &Case) {
    let edges = case.targets.len();
    let mut labelling = label(&case.graph, &case.stance);
    assert_eq!(labelling.visited(), edges, "every edge is followed once");
    assert_eq!(case.breadth_first(), case.nodes, "every node is reached");
    let (mut pass, mut labelled, mut changed) = (f64::INFINITY, f64::INFINITY, f64::INFINITY);
    for _ in 0..4_000_000 / (case.nodes + edges) {
        pass = pass.min(micros(|| _ = black_box(case.breadth_first())));
        labelled =
            labelled.min(micros(|| _ = black_box(label(&case.graph, black_box(&case.stance)))));
    }
    let leaves = || case.leaves.iter().step_by((case.leaves.len() / CHANGES).max(1));
    let mut visited = 0;
    for _ in 0..20 {
        visited = 0;
        changed = changed
            .min(micros(|| leaves().for_each(|leaf| visited += turn(case, &mut labelling, *leaf))));
    }
    let changes = 2.0 * leaves().count() as f64;
    let (changed, visited) = (changed / changes, visited as f64 / changes);
    println!(
        "{:7}  {edges:6}  {pass:16.1}  {labelled:12.1}  {:11.2}  {:7.2}  {changed:13.2}  {:12.4}  {visited:13.0}",
        case.nodes + edges,
        labelled / pass,
        labelled * 1000.0 / edges as f64,
        visited / edges as f64,
    );
}

/// Takes back the verdict on a leaf and gives it again; the edges visited.
fn turn(case: &Case, labelling: &mut Labelling, leaf: u32) -> usize {
    labelling.change(&case.graph, leaf, Verdict::Undecided);
    let visited = labelling.visited();
    labelling.change(&case.graph, leaf, case.stance.verdict(leaf));
    visited + labelling.visited()
}

/// The slowest search for cruxes of the last hundred statements.
fn print_cruxes(case: &Case) {
    let limits = Limits::default();
    let statements = case.graph.statements();
    let of = |conclusion| {
        let start = Instant::now();
        let found = cruxes(&case.graph, &case.stance, conclusion, limits);
        (start.elapsed().as_secs_f64() * 1000.0, found)
    };
    let slowest =
        (statements.saturating_sub(100)..statements).map(of).max_by(|a, b| a.0.total_cmp(&b.0));
    if let Some((time, found)) = slowest {
        let each = found.sets.first().map_or(0, Vec::len);
        println!(
            "{:7}  {:13}  {each:12}  {:13}  {time:.1} ({:?})",
            case.nodes + case.targets.len(),
            found.sets.len(),
            limits.edges,
            found.bound,
        );
    }
}

fn micros(run: impl FnOnce()) -> f64 {
    let start = Instant::now();
    run();
    start.elapsed().as_secs_f64() * 1e6
}
