//! Any text as a link into the guide; what holds stands in `src/links.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| concord_fuzz::links(data));
