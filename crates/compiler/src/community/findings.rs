//! Reads the findings of `community/layers.toml`: sentences about states that are in two classes at once, whose
//! numbers are counted and never written.

use std::ops::Range;

use concord_model::{Finding, Layer};

use super::reader::{FOLDER, Reader};
use crate::{record::Record, source_file::Text, suggest};

/// What a sentence has to leave room for.
const ROOM: [&str; 2] = ["{count}", "{total}"];

/// The sound findings of a file, in its order.
pub(super) fn read(
    reader: &mut Reader<'_, '_>,
    file: Text<'_>,
    record: &mut Record<'_>,
    layers: &[Layer],
) -> Vec<Finding> {
    let records = record.optional_tables("finding", reader.faults);
    // Where layers have faults, the one that is missing may be among them.
    let all_read = !reader.faults.has_error_below(FOLDER);
    let read = |record| finding(reader, file, record, layers, all_read);
    records.into_iter().filter_map(read).collect()
}

fn finding(
    reader: &mut Reader<'_, '_>,
    file: Text<'_>,
    mut record: Record<'_>,
    layers: &[Layer],
    all_read: bool,
) -> Option<Finding> {
    let mut text = |name| record.text(name, reader.faults);
    let (text, of, are) = (text("text"), text("of"), text("are"));
    record.finish(reader.faults);
    let mut class = |name: Option<(String, Range<usize>)>| {
        let (name, span) = name?;
        class(reader, file, &name, span, layers, all_read)
    };
    let (of, are) = (class(of), class(are));
    let (text, span) = text?;
    if let Some(missing) = ROOM.into_iter().find(|room| !text.contains(room)) {
        let message = format!("a finding has no number where it has no `{missing}`");
        let hint = "write `{count} of the {total}`; both are counted when the site is made";
        reader.faults.error(file.path, span, message).hint(hint);
    }
    Some(Finding { text, of: of?, are: are? })
}

/// The places of the layer and of the class that `layer:class` names.
fn class(
    reader: &mut Reader<'_, '_>,
    file: Text<'_>,
    name: &str,
    span: Range<usize>,
    layers: &[Layer],
    all_read: bool,
) -> Option<(usize, usize)> {
    let (layer, class) = name.split_once(':').unwrap_or((name, ""));
    let Some(place) = layers.iter().position(|known| known.id.as_str() == layer) else {
        if all_read {
            let known = layers.iter().map(|layer| layer.id.as_str());
            let hint = suggest::did_you_mean(layer, known).unwrap_or_else(|| {
                "write `layer:class`, as the layers of this file name them".to_owned()
            });
            let message = format!("there is no layer `{layer}`");
            reader.faults.error(file.path, span, message).hint(hint);
        }
        return None;
    };
    let classes = layers.get(place).map(|layer| layer.classes.as_slice()).unwrap_or_default();
    let found = classes.iter().position(|known| known.id.as_str() == class);
    if found.is_none() {
        let known: Vec<&str> = classes.iter().map(|class| class.id.as_str()).collect();
        let hint = suggest::did_you_mean(class, known.iter().copied())
            .unwrap_or_else(|| format!("it has {}", known.join(", ")));
        let message = format!("the layer `{layer}` has no class `{class}`");
        reader.faults.error(file.path, span, message).hint(hint);
    }
    Some((place, found?))
}
