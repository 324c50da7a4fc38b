//! What `benches/good_faith.rs` measures, as a WebAssembly module that has no clock: each call of `main` takes the next step,
//! and `benches/good_faith_wasm.mjs` times the calls: first tournaments, then generations of neighbours.

#![allow(missing_docs, unreachable_pub, reason = "it is measured, not used")]

use std::{cell::RefCell, process::ExitCode};

use concord_models::{
    good_faith::{Field, KINDS, Noise, Rules, Slip, Strategy, Tournament},
    random::Random,
};

/// How many tournaments are played before the neighbours.
const TOURNAMENTS: u32 = 20;

thread_local! {
    static STATE: RefCell<(u32, Option<Field>)> = const { RefCell::new((0, None)) };
}

fn main() -> ExitCode {
    STATE.with_borrow_mut(|(step, field)| {
        *step += 1;
        if *step <= TOURNAMENTS {
            let crowd = Strategy::ALL.get(..20).unwrap_or_default();
            let rules = Rules { turns: 200, noise: Noise::new(Slip::Act, 0.05) };
            let (mut tournament, mut random) = (Tournament::new(crowd), Random::new(1));
            for _ in 0..20 {
                tournament.repeat(rules, &mut random);
            }
            // The result is used, so that it is computed.
            return if tournament.score(0) > 0.0 { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
        let field = field.get_or_insert_with(|| {
            Field::new((4, 256), [1; KINDS.len()], (Slip::Act, 0.05), 10, 1)
        });
        field.step();
        ExitCode::SUCCESS
    })
}
