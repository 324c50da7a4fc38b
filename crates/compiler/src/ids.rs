//! Ids as authors write them.

use std::ops::Range;

use concord_model::Id;

use crate::{diagnostic::Faults, same::composed, source_file::Text};

/// Checks an id and reports what is wrong with it.
pub(crate) fn checked_id(
    file: Text<'_>,
    text: &str,
    span: Range<usize>,
    faults: &mut Faults,
) -> Option<Id> {
    let text = composed(text);
    let text = text.as_str();
    if is_reserved(text) {
        let message = format!("`{text}` cannot be the name of a folder on some systems");
        faults.error(file.path, span, message).hint(format!("write `{text}-1` or another name"));
        return None;
    }
    Id::new(text)
        .map_err(|error| {
            let fault = faults.error(file.path, span, error.to_string());
            fault.hint_if(Id::from_title(text).map(|id| format!("write `{id}`")));
        })
        .ok()
}

/// Whether Windows keeps a name for devices, so that nobody can have a folder of that name there.
pub(crate) fn is_reserved(name: &str) -> bool {
    let numbered = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    matches!(name, "con" | "prn" | "aux" | "nul")
        || numbered.is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
}
