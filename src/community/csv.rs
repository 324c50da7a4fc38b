//! A layer's table as a file: every state, in the form that spreadsheets read.

use concord_model::{Checked, Guide, Layer};

use super::table::state_in_layer;

/// The table of a layer: all states in their order, also those of which it has nothing.
pub fn table(guide: &Guide, layer: &Layer) -> String {
    // Without the mark of its encoding, spreadsheets take letters with accents for others.
    let mut out = String::from(
        "\u{feff}code,name,class,label,value,unit,since,year,note,source,as_of,checked\r\n",
    );
    for (state, entry) in guide.states.iter().zip(&layer.rows) {
        let fact = entry.fact();
        let class = fact.and_then(|fact| layer.classes.get(fact.class));
        let label = match (class, entry) {
            (Some(class), _) => class.label.clone(),
            (None, entry) => state_in_layer(layer, entry),
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

/// A cell, in quotes where it has to be. What spreadsheets would run as a formula has an apostrophe
/// before it, which they show or drop, and run nothing.
fn quoted(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let is_number = cell.parse::<f64>().is_ok();
    let cell = if is_formula && !is_number { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r', ';', '\t', '\'']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn nothing_in_a_cell_is_run_and_nothing_parts_it() {
        for (cell, expected) in [
            ("plain", "plain"),
            ("a, b", "\"a, b\""),
            ("a \"b\"", "\"a \"\"b\"\"\""),
            ("-5", "-5"),
            ("+1.5", "+1.5"),
            ("=1+1", "\"'=1+1\""),
            ("-a", "\"'-a\""),
            ("@cmd", "\"'@cmd\""),
            ("+cmd|' /C calc'!A0", "\"'+cmd|' /C calc'!A0\""),
        ] {
            assert_eq!(quoted(cell), expected, "{cell}");
        }
    }
}
