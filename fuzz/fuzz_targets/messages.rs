//! Any texts as messages between page and worker; what holds stands in `src/messages.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| concord_fuzz::messages(data));
