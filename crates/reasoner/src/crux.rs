//! What would change a statement that the reader chooses.

use concord_engine::argument::{Bound, Cruxes, Graph, Labelling, Limits, cruxes};

use crate::sentences::{Voice, entries, filled, sign, word};

/// How many sets are shown.
const MOST_SETS: usize = 12;

/// The choice of a statement, and the cruxes of the one that is chosen.
pub(crate) fn panel(
    voice: &Voice,
    graph: &Graph,
    labelling: &Labelling,
    chosen: Option<u32>,
) -> String {
    let words = &voice.words;
    let option = |statement: u32| {
        let selected = if chosen == Some(statement) { " selected" } else { "" };
        let (id, title) = (voice.id(statement), word(&voice.title(statement)));
        format!("<option value=\"{id}\"{selected}>{title}</option>")
    };
    let options: String =
        (0..graph.statements()).filter(|own| !graph.is_leaf(*own)).map(option).collect();
    let found = chosen.map(|chosen| {
        let found = cruxes(graph, labelling.stance(), chosen, Limits::default());
        let label = labelling.of(chosen);
        let label = format!("<strong>{}</strong>", sign(label, voice.label(label)));
        let now = [("statement", voice.link(chosen)), ("label", label)];
        let now = now.each_ref().map(|(name, value)| (*name, value.as_str()));
        format!("<p>{}</p>{}", filled(words.crux_now(), &now), sets(voice, &found))
    });
    format!(
        "<p><label>{} <select data-crux><option value=\"\">{}</option>{options}</select></label></p>\
         <div role=\"status\">{}</div>",
        word(words.crux_of()),
        word(words.crux_choose()),
        found.unwrap_or_default()
    )
}

/// Cruxes in sentences; honest about a search that gave up.
pub(crate) fn sets(voice: &Voice, found: &Cruxes) -> String {
    let words = &voice.words;
    let paragraph = |said: String| format!("<p>{said}</p>");
    let Some(size) = found.sets.first().map(Vec::len) else {
        return paragraph(match found.bound {
            Bound::Exact => word(words.crux_none()),
            Bound::AtLeast(count) => voice.counted(words.crux_at_least(), count),
        });
    };
    let mut said = paragraph(voice.counted(words.crux_sets(), size));
    said += &list(voice, found);
    if found.bound != Bound::Exact {
        said += &paragraph(word(words.crux_may_be_more()));
    }
    said
}

/// The sets alone.
pub(crate) fn list(voice: &Voice, found: &Cruxes) -> String {
    let shown: Vec<String> =
        found.sets.iter().take(MOST_SETS).map(|set| voice.changes(set)).collect();
    let hidden = found.sets.len().saturating_sub(MOST_SETS);
    let more = match hidden {
        0 => String::new(),
        _ => format!("<p>{}</p>", voice.counted(voice.words.crux_hidden(), hidden)),
    };
    entries("sets", &shown) + &more
}
