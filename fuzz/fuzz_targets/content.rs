//! Any text as files of a pack; what holds stands in `src/pack.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| concord_fuzz::content(data));
