//! Reads `words.toml`, the words of the interface.

use concord_model::Words;

use crate::{diagnostic::Faults, record::Record, source_file::Text};

/// Takes every word, reporting those that are missing and those that nobody uses.
pub(crate) fn read(file: Text<'_>, faults: &mut Faults) -> Words {
    let mut record = Record::parse(file, faults);
    let words = Words::from_names(|name| {
        record.text(name, faults).map(|(text, _)| text).unwrap_or_default()
    });
    record.finish(faults);
    words
}
