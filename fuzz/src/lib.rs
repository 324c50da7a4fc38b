//! What holds for any input from outside: a function for each kind, which ends with a panic where it does not hold.
//!
//! `cargo xtask fuzz` looks for inputs that do so (`fuzz_targets`), and `tests/corpus.rs` runs all of `corpus`, which has real
//! examples and whatever was found once. Files of the corpus can be read: a pack in one file, an address, a saved file.

#[path = "../../crates/results/src/code.rs"]
mod code;
mod html;
mod links;
mod messages;
mod pack;
#[path = "../../crates/results/src/picture.rs"]
mod picture;
mod results;
mod saves;
mod small;

pub use links::links;
pub use messages::messages;
pub use pack::{content, tables};
pub use results::results;
pub use saves::saves;

/// What ends with a panic where something does not hold for an input.
pub type Target = fn(&[u8]);

/// All kinds, by their names.
pub const TARGETS: [(&str, Target); 6] = [
    ("content", content),
    ("tables", tables),
    ("links", links),
    ("saves", saves),
    ("messages", messages),
    ("results", results),
];
