//! What `benches/argument.rs` measures, as a WebAssembly module that has no clock: each call of
//! `main` takes the next step, and `benches/argument_wasm.mjs` times the calls. A module without
//! imports, whose only export besides its memory is the `main` of any program, needs no binding and
//! no `unsafe`.

#![allow(missing_docs, unreachable_pub, dead_code, reason = "it is measured, not used")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark stops where it cannot go on"
)]

#[path = "../benches/argument_support/mod.rs"]
mod argument_support;

use std::{cell::RefCell, process::ExitCode};

use argument_support::{Case, case};
use concord_engine::argument::label;

/// Sizes of graphs, and how many pairs of steps each is measured with: a breadth-first pass and a
/// labelling.
const ROUNDS: [(u32, u32); 3] = [(1_000, 2_000), (10_000, 400), (100_000, 60)];

/// The graph that is measured.
struct State {
    round: usize,
    step: u32,
    case: Option<Case>,
}

thread_local! {
    static STATE: RefCell<State> = const { RefCell::new(State { round: 0, step: 0, case: None }) };
}

/// The first step of a round builds the graph. The code of success is given as long as there are
/// further steps.
fn main() -> ExitCode {
    STATE.with_borrow_mut(|state| {
        let Some((size, pairs)) = ROUNDS.get(state.round) else { return ExitCode::FAILURE };
        match &state.case {
            None => state.case = Some(case(*size)),
            Some(case) if state.step % 2 == 1 => assert_eq!(case.breadth_first(), case.nodes),
            Some(case) => {
                assert_eq!(label(&case.graph, &case.stance).visited(), case.targets.len());
            }
        }
        state.step += 1;
        if state.step > 2 * pairs {
            *state = State { round: state.round + 1, step: 0, case: None };
        }
        ExitCode::SUCCESS
    })
}
