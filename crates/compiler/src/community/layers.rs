//! Reads `community/layers.toml`: what each layer shows, where its table is, and what states can be.

use concord_model::Layer;

use super::{
    draft::{Draft, draft},
    reader::Reader,
    rows, tallies,
};
use crate::{record::Record, source_file::Text};

/// The sound layers of a file, in its order.
pub(super) fn read(
    reader: &mut Reader<'_, '_>,
    file: Text<'_>,
    record: &mut Record<'_>,
    first_year: u16,
) -> Vec<Layer> {
    let mut drafts: Vec<Draft> = Vec::new();
    for record in record.tables("layer", reader.faults) {
        let Some(mut draft) = draft(reader, file, record, first_year) else { continue };
        if drafts.iter().any(|other| other.layer.id == draft.layer.id) {
            let message = format!("there are two layers `{}`", draft.layer.id);
            let hint = "give one of them another id";
            reader.faults.error(file.path, draft.span.clone(), message).hint(hint);
        }
        rows::read(reader, file, &mut draft);
        drafts.push(draft);
    }
    tallies::mark_outsiders(reader, file, &mut drafts);
    for draft in &drafts {
        // Rows that cannot be read are told; that they are missing from a tally is no news.
        if !reader.faults.has_error_in(&format!("{}{}", super::reader::FOLDER, draft.table.0)) {
            tallies::check(file, draft, reader.faults);
        }
    }
    drafts.into_iter().map(|draft| draft.layer).collect()
}
