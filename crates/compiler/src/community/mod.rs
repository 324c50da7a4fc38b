//! The community of states: its members, what is known of them, the institutions that connect them,
//! and where all stand in the drawings.

pub(crate) mod day;
mod draft;
mod findings;
mod geometry;
mod institutions;
mod layers;
mod life;
mod names;
mod reader;
mod rows;
mod states;
mod tallies;

use concord_model::{Community, Id, State};
pub(crate) use reader::FOLDER;
use reader::Reader;
pub(crate) use states::{state_id, states};

use crate::{diagnostic::Faults, record::Record, source_file::Texts};

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
    let community = community(&mut reader);
    (community, reader.read)
}

fn community(reader: &mut Reader<'_, '_>) -> Option<Community> {
    let file = reader.find(LAYERS)?;
    let mut record = Record::parse(file, reader.faults);
    if record.is_broken() {
        // Which tables it names cannot be known, so none is called unread.
        let tables = reader.texts.files.iter().map(|text| text.path);
        reader.read.extend(tables.filter(|path| path.starts_with(FOLDER)));
        return None;
    }
    let mut text = |name| record.text(name, reader.faults).map(|(text, _)| text);
    let title = text("title");
    let about = text("about");
    let disclaimer = text("disclaimer");
    let institutions_title = text("institutions_title");
    let institutions_about = text("institutions_about");
    let as_of = record.text("institutions_as_of", reader.faults);
    let last = as_of.as_ref();
    let last = last.and_then(|(text, at)| day::last_year(file, text, at.clone(), reader.faults));
    let first = record.number("first_year", reader.faults);
    let first = first.map_or(1, |(year, _)| u16::try_from(year).unwrap_or(1));
    let names = record.ids("sources", reader.faults);
    let names = names.into_iter().map(|(id, span)| reader.source(file, id.as_str(), span));
    let sources = names.collect::<Vec<_>>().into_iter().flatten().collect();
    let layers = layers::read(reader, file, &mut record, first);
    let findings = findings::read(reader, file, &mut record, &layers);
    record.finish(reader.faults);
    let (institutions, links) = institutions::read(reader, last.unwrap_or(u16::MAX));
    let (spots, outlines) = geometry::read(reader);
    let names = names::read(reader);
    let life = life::read(reader);
    Some(Community {
        title: title?,
        about: about?,
        disclaimer: disclaimer?,
        sources,
        institutions_title: institutions_title?,
        institutions_about: institutions_about?,
        institutions_as_of: as_of?.0,
        layers,
        findings,
        institutions,
        links,
        names,
        life,
        spots,
        outlines,
        cases: Vec::new(),
    })
}
