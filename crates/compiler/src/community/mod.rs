//! The community of states: its members, what is known of them, the institutions that connect them,
//! and where all stand in the drawings.

pub(crate) mod day;
mod geometry;
mod institutions;
mod layers;
mod names;
mod rows;
mod states;
mod tallies;

use concord_model::{Community, Id, State};
pub(crate) use states::{state_id, states};

use crate::{
    diagnostic::Faults,
    record::Record,
    source_file::{Text, Texts},
};

/// The folder of all its files.
pub(crate) const FOLDER: &str = "community/";

/// Where its layers are declared.
const LAYERS: &str = "community/layers.toml";

/// What is known of the states, and which files were read for it.
pub(crate) fn read<'a>(
    texts: &Texts<'a>,
    states: &[State],
    sources: &[Id],
    faults: &mut Faults,
) -> (Option<Community>, Vec<&'a str>) {
    let mut reader = Reader { texts, states, sources, read: vec![LAYERS], faults };
    let community = reader.community();
    (community, reader.read)
}

/// What all files of the community are read with.
struct Reader<'r, 'a> {
    texts: &'r Texts<'a>,
    states: &'r [State],
    sources: &'r [Id],
    read: Vec<&'a str>,
    faults: &'r mut Faults,
}

impl<'a> Reader<'_, 'a> {
    fn community(&mut self) -> Option<Community> {
        let file = self.find(LAYERS)?;
        let mut record = Record::parse(file, self.faults);
        if record.is_broken() {
            // Which tables it names cannot be known, so none is called unread.
            let tables = self.texts.files.iter().map(|text| text.path);
            self.read.extend(tables.filter(|path| path.starts_with(FOLDER)));
            return None;
        }
        let mut text = |name| record.text(name, self.faults).map(|(text, _)| text);
        let title = text("title");
        let about = text("about");
        let disclaimer = text("disclaimer");
        let institutions_title = text("institutions_title");
        let institutions_about = text("institutions_about");
        let as_of = record.text("institutions_as_of", self.faults);
        let last = as_of.as_ref();
        let last = last.and_then(|(text, at)| day::last_year(file, text, at.clone(), self.faults));
        let first = record.number("first_year", self.faults);
        let first = first.map_or(1, |(year, _)| u16::try_from(year).unwrap_or(1));
        let names = record.ids("sources", self.faults);
        let names = names.into_iter().map(|(id, span)| self.source(file, id.as_str(), span));
        let sources = names.collect::<Vec<_>>().into_iter().flatten().collect();
        let layers = layers::read(self, file, &mut record, first);
        record.finish(self.faults);
        let (institutions, links) = institutions::read(self, last.unwrap_or(u16::MAX));
        let (spots, outlines) = geometry::read(self);
        let names = names::read(self);
        Some(Community {
            title: title?,
            about: about?,
            disclaimer: disclaimer?,
            sources,
            institutions_title: institutions_title?,
            institutions_about: institutions_about?,
            institutions_as_of: as_of?.0,
            layers,
            institutions,
            links,
            names,
            spots,
            outlines,
            cases: Vec::new(),
        })
    }

    /// A file of the pack, which is read from now on.
    fn find(&mut self, path: &str) -> Option<Text<'a>> {
        let text = self.texts.files.iter().find(|text| text.path == path).copied();
        self.read.extend(text.map(|text| text.path));
        text
    }

    /// The place of the state with this code; that there is none is a fault.
    fn state(&mut self, file: Text<'_>, code: &str, span: std::ops::Range<usize>) -> Option<usize> {
        let id = state_id(code);
        let place = id.and_then(|id| self.states.iter().position(|state| state.id == id));
        if place.is_none() {
            let codes: Vec<String> = self.states.iter().map(State::code).collect();
            let hint = crate::suggest::did_you_mean(code, codes.iter().map(String::as_str));
            let hint = hint.unwrap_or_else(|| "community/states.csv lists all states".to_owned());
            self.faults.error(file.path, span, format!("there is no state `{code}`")).hint(hint);
        }
        place
    }

    /// A source that a table names; that there is none is a fault.
    fn source(&mut self, file: Text<'_>, name: &str, span: std::ops::Range<usize>) -> Option<Id> {
        let found = self.sources.iter().find(|id| id.as_str() == name).cloned();
        if found.is_none() {
            let hint = crate::symbols::nearest(name, self.sources);
            self.faults
                .error(file.path, span, format!("there is no source `{name}`"))
                .hint_if(hint);
        }
        found
    }
}
