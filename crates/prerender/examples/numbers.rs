//! Prints what the models of a pack come to, natively: `tests/in-wasm.test.mjs` sets it beside what they come to as wasm.

mod models;

use std::{env, error::Error, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let pack = PathBuf::from(env::args().nth(1).ok_or("name a pack")?);
    let numbers = models::numbers(&concord_compiler::read_pack(&pack)?);
    print!("{}", numbers.ok_or("the pack has faults")?);
    Ok(())
}
