//! Any bytes as a file that a reader brings in, into what they have or in its place: no answer of
//! theirs is lost, and what is written then is read again; never a panic. What is checked is
//! shared with the tests of the record.
#![no_main]

use concord_engine::record::{Record, Stored, read};
use libfuzzer_sys::fuzz_target;

#[path = "../../crates/engine/tests/record_support/mod.rs"]
mod record_support;

use record_support::bring_in;

fuzz_target!(|file: &[u8]| bring_in(file, &own()));

/// What a reader has when they bring in a file: every kind of line there is.
fn own() -> Record {
    match read(include_str!("../../crates/engine/tests/saves/version-1-full.txt")) {
        Stored::Record(own) => own,
        other => panic!("the save is {other:?}"),
    }
}
