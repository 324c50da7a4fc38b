//! Any text as a reader's record: something is read, or it is set aside; never a panic.
#![no_main]

use concord_engine::record::{Stored, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Stored::Record(record) = read(text) {
        assert_eq!(read(&record.to_text()), Stored::Record(record));
    }
});
