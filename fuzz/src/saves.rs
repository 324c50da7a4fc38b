//! Saved files: as what a browser kept, and as what a reader brings in.

use std::sync::OnceLock;

use concord_engine::{
    own,
    record::{Record, Stored, read},
};

#[path = "../../crates/engine/tests/record_support/mod.rs"]
mod record_support;

use record_support::bring_in;

/// Any bytes: something is read, set aside or left alone; what is read is written so that it is read again; and no answer of
/// a reader's is lost by what they bring in.
pub fn saves(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Stored::Record(record) = read(&text) {
        let (own, rest) = own::read(&record.own.join(" "));
        assert!(own.len() + rest.len() >= record.own.len(), "{record:?}");
        assert_eq!(read(&record.to_text()), Stored::Record(record));
    }
    bring_in(data, mine());
}

/// What a reader has when they bring in a file: every kind of line there is.
fn mine() -> &'static Record {
    static MINE: OnceLock<Record> = OnceLock::new();
    MINE.get_or_init(|| {
        match read(include_str!("../../crates/engine/tests/saves/version-1-full.txt")) {
            Stored::Record(own) => own,
            other => panic!("the save is {other:?}"),
        }
    })
}
