//! Reads `sources.toml`, the records of everything that can be cited.

use concord_model::{Checked, Id, Source, SourceKind};

use crate::{diagnostic::Faults, ids::checked_id, record::Record, source_file::Text, suggest};

/// The sound records of a file, in its order, and the names of all.
#[derive(Default)]
pub(crate) struct Sources {
    pub(crate) records: Vec<Source>,
    pub(crate) ids: Vec<Id>,
}

/// Takes every record; `None` if the file could be read only in part.
pub(crate) fn read(file: Text<'_>, faults: &mut Faults) -> Option<Sources> {
    let record = Record::parse(file, faults);
    if record.is_broken() {
        return None;
    }
    let tables = record.into_tables(faults);
    let mut sources = Sources::default();
    for (key, span, record) in tables {
        let id = checked_id(file, &key, span, faults);
        sources.ids.extend(id.clone());
        sources.records.extend(source(file, id, record, faults));
    }
    Some(sources)
}

fn source(
    file: Text<'_>,
    id: Option<Id>,
    mut record: Record<'_>,
    faults: &mut Faults,
) -> Option<Source> {
    let kind = record.text("kind", faults).and_then(|(name, span)| {
        let kind = SourceKind::ALL.iter().find(|kind| kind.name() == name).copied();
        if kind.is_none() {
            faults.error(file.path, span, format!("there is no kind of source `{name}`")).hint_if(
                suggest::did_you_mean(&name, SourceKind::ALL.iter().map(|kind| kind.name())),
            );
        }
        kind
    });
    let title = record.text("title", faults);
    let by = record.text("by", faults);
    let date = record.text("date", faults);
    let note = record.text("note", faults);
    let symbol = record.optional_text("symbol", faults).map(|(text, _)| text);
    let url = record.optional_text("url", faults).and_then(|(url, span)| {
        let is_web = ["https://", "http://"].iter().any(|start| {
            url.strip_prefix(start).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        });
        let is_sound = is_web && !url.contains(|c: char| c.is_whitespace() || c.is_control());
        if !is_sound {
            faults
                .error(file.path, span, "this is no web address")
                .hint("write all of it, without spaces: `https://example.org/page`");
        }
        is_sound.then_some(url)
    });
    let checked =
        if record.flag("checked", false, faults) { Checked::Verified } else { Checked::Unverified };
    record.finish(faults);
    Some(Source {
        id: id?,
        kind: kind?,
        title: title?.0,
        by: by?.0,
        date: date?.0,
        symbol,
        url,
        note: note?.0,
        checked,
        used_in: Vec::new(),
        terms: Vec::new(),
    })
}
