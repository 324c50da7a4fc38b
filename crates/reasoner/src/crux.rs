//! What would change a statement that the reader chooses.

use concord_engine::argument::{Bound, Change, Choice, Graph, Label};

use crate::sentences::{Room, Voice, filled, more, word};

/// How many alternatives of one list are shown at first.
const MOST_ALTERNATIVES: usize = 12;

/// What a search found: how far it came, how many changes it takes, and the sets of them as choices.
pub(crate) struct Found {
    pub(crate) bound: Bound,
    pub(crate) size: usize,
    pub(crate) choice: Choice,
}

/// The choice of a statement, and the places of what is found for it.
pub(crate) fn chooser(voice: &Voice, graph: &Graph, chosen: Option<u32>) -> String {
    let words = &voice.words;
    let option = |statement: u32| {
        let selected = if chosen == Some(statement) { " selected" } else { "" };
        let (id, title) = (voice.id(statement), word(&voice.title(statement)));
        format!("<option value=\"{id}\"{selected}>{title}</option>")
    };
    let options: String =
        (0..graph.statements()).filter(|own| !graph.is_leaf(*own)).map(option).collect();
    format!(
        "<p><label>{} <select data-crux><option value=\"\">{}</option>{options}</select></label></p>\
         <p role=\"status\" data-panel=\"searched\"></p><div data-panel=\"found\"></div>",
        word(words.crux_of()),
        word(words.crux_choose()),
    )
}

/// What the chosen statement is now.
pub(crate) fn now(voice: &Voice, statement: u32, label: Label) -> String {
    let (statement, label) = (voice.link(statement), voice.sign(label));
    filled(voice.words.crux_now(), &[("statement", &statement), ("label", &label)])
}

/// What would give the statement each of the labels that were looked for.
pub(crate) fn panel<'f>(
    voice: &Voice,
    found: impl Iterator<Item = (Label, &'f Found)>,
    key: &dyn Fn(Label) -> String,
) -> String {
    let mut room = Room::new();
    let toward = found.map(|(wanted, found)| {
        let toward = filled(voice.words.crux_toward(), &[("label", &*voice.sign(wanted))]);
        format!("<p><strong>{toward}</strong></p>{}", sets(voice, &mut room, found, &key(wanted)))
    });
    toward.collect()
}

/// Cruxes in sentences; honest about a search that gave up. The key names them, where the reader asks
/// for more of them.
pub(crate) fn sets(voice: &Voice, room: &mut Room, found: &Found, key: &str) -> String {
    let words = &voice.words;
    let paragraph = |said: String| format!("<p>{said}</p>");
    if found.size == 0 {
        return paragraph(match found.bound {
            Bound::Exact => word(words.crux_none()),
            Bound::AtLeast(count) => voice.counted(words.crux_at_least(), count),
        });
    }
    let mut said = paragraph(voice.counted(words.crux_sets(), found.size));
    said += &list(voice, room, &found.choice, key);
    if found.bound != Bound::Exact {
        said += &paragraph(word(words.crux_may_be_more()));
    }
    said
}

/// The sets alone: what all of them have, and then the lists of what each has besides.
pub(crate) fn list(voice: &Voice, room: &mut Room, choice: &Choice, key: &str) -> String {
    let words = &voice.words;
    let mut told = Told { voice, room, key };
    let common = match choice.all.is_empty() {
        true => String::new(),
        false => {
            let changes = voice.changes(choice.all.iter());
            filled(words.crux_common(), &[("changes", &changes)])
        }
    };
    match choice.groups.as_slice() {
        [] => told.list(std::slice::from_ref(choice), "", 0),
        [only] if common.is_empty() => told.list(only, "0", 0),
        [only] => {
            let any = word(words.crux_any());
            format!("<p>{common} {any}</p>{}", told.list(only, "0", 0))
        }
        groups => {
            let lists = voice.counted(words.crux_lists(), groups.len());
            format!("<p>{common} {lists}</p><ol class=\"sets\">{}</ol>", told.groups(groups, "", 0))
        }
    }
}

/// The next part of the sets, from the list or the choice to which a path leads: the places of a list
/// within a choice and of a choice within a list, in turn.
pub(crate) fn part(voice: &Voice, choice: &Choice, key: &str, path: &str, from: usize) -> String {
    let mut told = Told { voice, room: &mut Room::new(), key };
    let mut places = path.split('.').filter_map(|place| place.parse::<usize>().ok());
    let mut choice = choice;
    while let Some(group) = places.next() {
        let Some(group) = choice.groups.get(group) else { return String::new() };
        match places.next() {
            None => return told.alternatives(group, path, from),
            Some(place) => match group.get(place) {
                Some(inner) => choice = inner,
                None => return String::new(),
            },
        }
    }
    told.groups(&choice.groups, path, from)
}

/// What is told of a choice, as far as there is room.
struct Told<'t> {
    voice: &'t Voice,
    room: &'t mut Room,
    key: &'t str,
}

impl Told<'_> {
    fn more(&self, count: usize, path: &str, from: usize) -> String {
        let path = if path.is_empty() { "-" } else { path };
        let button = more(self.voice, count, &format!("{} {path} {from}", self.key));
        format!("<li>{button}</li>")
    }

    fn list(&mut self, alternatives: &[Choice], path: &str, from: usize) -> String {
        format!("<ul class=\"sets\">{}</ul>", self.alternatives(alternatives, path, from))
    }

    /// The lists of a choice, of each of which one line is needed.
    fn groups(&mut self, groups: &[Vec<Choice>], path: &str, from: usize) -> String {
        let one_of = word(self.voice.words.crux_one_of());
        let mut said = String::new();
        for (place, group) in groups.iter().enumerate().skip(from) {
            if !self.room.is_left() {
                return said + &self.more(groups.len() - place, path, place);
            }
            let list = self.list(group, &below(path, place), 0);
            said += &format!("<li>{one_of}{list}</li>");
        }
        said
    }

    /// The lines of a list, each with the lists that it needs besides.
    fn alternatives(&mut self, alternatives: &[Choice], path: &str, from: usize) -> String {
        let mut said = String::new();
        for (place, choice) in alternatives.iter().enumerate().skip(from) {
            if !self.room.is_left() || place == from + MOST_ALTERNATIVES {
                return said + &self.more(alternatives.len() - place, path, place);
            }
            let changes: &[Change] = &choice.all;
            let mut line = self.voice.changes(changes.iter());
            self.room.take(&line);
            for (number, group) in choice.groups.iter().enumerate() {
                let words = &self.voice.words;
                let one_of =
                    if line.is_empty() { words.crux_one_of() } else { words.crux_and_one_of() };
                let path = below(&below(path, place), number);
                line = line + " " + &word(one_of) + &self.list(group, &path, 0);
            }
            said += &format!("<li>{line}</li>");
        }
        said
    }
}

/// The path to what stands at a place.
fn below(path: &str, place: usize) -> String {
    if path.is_empty() { place.to_string() } else { format!("{path}.{place}") }
}
