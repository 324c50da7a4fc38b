//! Any bytes as a saved file; what holds stands in `src/saves.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| concord_fuzz::saves(data));
