//! The browser's entry point.

use wasm_bindgen::prelude::wasm_bindgen;

/// Starts the guide that is attached to this program, in the page that is open; why it cannot, or
/// nothing.
#[wasm_bindgen]
#[must_use]
pub fn start(section: &[u8]) -> Option<String> {
    concord::start(section).err().map(|error| error.to_string())
}

fn main() {}
