//! What all files of the community are read with.

use std::ops::Range;

use concord_model::{Id, State};

use super::states::state_id;
use crate::{
    diagnostic::Faults,
    source_file::{Text, Texts},
    suggest,
    symbols::nearest,
};

/// The folder of all its files.
pub(crate) const FOLDER: &str = "community/";

/// The pack, what is known already, and which files were read.
pub(super) struct Reader<'r, 'a> {
    pub(super) texts: &'r Texts<'a>,
    pub(super) states: &'r [State],
    pub(super) sources: &'r [Id],
    pub(super) read: Vec<&'a str>,
    pub(super) faults: &'r mut Faults,
}

impl<'a> Reader<'_, 'a> {
    /// A file of the pack, which is read from now on.
    pub(super) fn find(&mut self, path: &str) -> Option<Text<'a>> {
        let text = self.texts.files.iter().find(|text| text.path == path).copied();
        self.read.extend(text.map(|text| text.path));
        text
    }

    /// The place of the state with this code; that there is none is a fault.
    pub(super) fn state(
        &mut self,
        file: Text<'_>,
        code: &str,
        span: Range<usize>,
    ) -> Option<usize> {
        let id = state_id(code);
        let place = id.and_then(|id| self.states.iter().position(|state| state.id == id));
        if place.is_none() {
            let codes: Vec<String> = self.states.iter().map(State::code).collect();
            let hint = suggest::did_you_mean(code, codes.iter().map(String::as_str));
            let hint = hint.unwrap_or_else(|| "community/states.csv lists all states".to_owned());
            self.faults.error(file.path, span, format!("there is no state `{code}`")).hint(hint);
        }
        place
    }

    /// A source that a table names; that there is none is a fault.
    pub(super) fn source(&mut self, file: Text<'_>, name: &str, span: Range<usize>) -> Option<Id> {
        let found = self.sources.iter().find(|id| id.as_str() == name).cloned();
        if found.is_none() {
            let hint = nearest(name, self.sources);
            self.faults
                .error(file.path, span, format!("there is no source `{name}`"))
                .hint_if(hint);
        }
        found
    }
}
