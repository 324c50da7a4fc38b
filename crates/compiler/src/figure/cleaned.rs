//! What was left out of a drawing or changed in it, to tell its author.

use std::ops::Range;

use super::paint::Rules;
use crate::{diagnostic::Faults, source_file::Text};

/// What was left out or changed, to tell the author.
#[derive(Default)]
pub(super) struct Cleaned {
    pub(super) rules: Rules,
    dropped: Vec<String>,
    colours: Vec<String>,
    notes: Vec<String>,
}

impl Cleaned {
    pub(super) fn with(rules: Rules) -> Self {
        Self { rules, ..Self::default() }
    }

    pub(super) fn drop(&mut self, what: String) {
        if !self.dropped.contains(&what) {
            self.dropped.push(what);
        }
    }

    pub(super) fn colour(&mut self, class: &str, colour: &str) {
        let told = format!("{colour} became `{class}`");
        if !self.colours.contains(&told) {
            self.colours.push(told);
        }
    }

    pub(super) fn note(&mut self, note: &str) {
        if !self.notes.iter().any(|known| known == note) {
            self.notes.push(note.to_owned());
        }
    }

    pub(super) fn report(&self, file: Text<'_>, span: Range<usize>, faults: &mut Faults) {
        let some = |list: &[String]| {
            let more = if list.len() > 12 { ", …" } else { "" };
            list.iter().take(12).cloned().collect::<Vec<_>>().join(", ") + more
        };
        let mut parts = Vec::new();
        if !self.dropped.is_empty() {
            parts.push(format!("left out: {}", some(&self.dropped)));
        }
        if !self.colours.is_empty() {
            parts.push(some(&self.colours));
        }
        parts.extend(self.notes.iter().cloned());
        if !parts.is_empty() {
            let hint = parts.join("; ")
                + "; to have this warning no more, take all this out of the file and write the classes there";
            faults
                .warning(file.path, span, "this drawing was cleaned; look at it in the guide")
                .hint(hint);
        }
    }
}
