//! What would change a statement that the reader chooses.

use concord_engine::argument::{
    Bound, Change, Cruxes, Graph, Label, Labelling, Limits, cruxes_toward,
};

use crate::sentences::{Voice, entries, filled, word};

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
        let now = labelling.of(chosen);
        let said = [("statement", voice.link(chosen)), ("label", voice.sign(now))];
        let said = said.each_ref().map(|(name, value)| (*name, value.as_str()));
        let others = [Label::In, Label::Out, Label::Undecided].into_iter();
        let toward = others.filter(|wanted| *wanted != now).map(|wanted| {
            let stance = labelling.stance();
            let found = cruxes_toward(graph, stance, chosen, wanted, Limits::default());
            let toward = [("label", &*voice.sign(wanted))];
            format!(
                "<p><strong>{}</strong></p>{}",
                filled(words.crux_toward(), &toward),
                sets(voice, &found)
            )
        });
        let toward: String = toward.collect();
        format!("<p>{}</p>{toward}", filled(words.crux_now(), &said))
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

/// The sets alone: first what all of them have, then what each has besides; what is beyond the first
/// of them, folded away.
pub(crate) fn list(voice: &Voice, found: &Cruxes) -> String {
    let in_all = |change: &&Change| found.sets.iter().all(|set| set.contains(change));
    let mut common: Vec<&Change> = found.sets.iter().take(1).flatten().filter(in_all).collect();
    if found.sets.len() == 1 {
        common.clear();
    }
    let own = |set: &Vec<Change>| voice.changes(set.iter().filter(|own| !common.contains(own)));
    let mut sets: Vec<String> = found.sets.iter().map(own).collect();
    let first = match common.is_empty() {
        true => String::new(),
        false => {
            let changes = voice.changes(common.iter().copied());
            format!("<p>{}</p>", filled(voice.words.crux_common(), &[("changes", &changes)]))
        }
    };
    let hidden = sets.split_off(sets.len().min(MOST_SETS));
    let more = match hidden.len() {
        0 => String::new(),
        count => format!(
            "<details data-of=\"_more\"><summary>{}</summary>{}</details>",
            voice.counted(voice.words.crux_hidden(), count),
            entries("sets", &hidden)
        ),
    };
    first + &entries("sets", &sets) + &more
}
