//! A layer's table as a file: every state, in the form that spreadsheets read.

use concord_model::{Checked, Guide, Layer};

use super::table::told;

/// The table of a layer: all states in their order, also those of which it has nothing.
pub fn table(guide: &Guide, layer: &Layer) -> String {
    let mut out =
        String::from("code,name,class,label,value,unit,since,year,note,source,as_of,checked\r\n");
    for (state, entry) in guide.states.iter().zip(&layer.rows) {
        let fact = entry.fact();
        let class = fact.and_then(|fact| layer.classes.get(fact.class));
        let label = match (class, entry) {
            (Some(class), _) => class.label.clone(),
            (None, entry) => told(layer, entry),
        };
        let source = fact.and_then(|fact| fact.source.as_ref()).or(layer.sources.first());
        let source = source.and_then(|id| guide.source(id)).map(|source| source.title.as_str());
        let checked = fact.map(|fact| match fact.checked {
            Checked::Verified => "verified",
            Checked::Unverified => "unverified",
        });
        let value = fact.and_then(|fact| fact.value.as_deref());
        let unit = layer.unit.as_deref().filter(|_| value.is_some());
        let plain = |text: Option<&String>| text.map(String::as_str).unwrap_or_default().to_owned();
        let cells = [
            state.code(),
            state.name.clone(),
            class.map(|class| class.id.to_string()).unwrap_or_default(),
            label,
            value.unwrap_or_default().to_owned(),
            unit.unwrap_or_default().to_owned(),
            plain(fact.and_then(|fact| fact.since.as_ref())),
            plain(fact.and_then(|fact| fact.year.as_ref())),
            plain(fact.and_then(|fact| fact.note.as_ref())),
            source.unwrap_or_default().to_owned(),
            layer.as_of.clone(),
            checked.unwrap_or_default().to_owned(),
        ];
        out += &cells.map(|cell| quoted(&cell)).join(",");
        out += "\r\n";
    }
    out
}

/// A cell, in quotes where it has to be.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
