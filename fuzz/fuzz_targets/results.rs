//! Any bytes as results that are handed in; what holds stands in `src/results.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| concord_fuzz::results(data));
