//! What would change a statement that the reader chooses.

use concord_engine::argument::{Bound, Choice, Cruxes, Graph, Label};
use concord_model::{Html, html, talk::Panel};

use crate::{
    lists::{List, Room, more},
    sentences::Voice,
};

/// How many alternatives of one list are shown at first, and by each "more". All lists of an answer share the room
/// of `lists.rs`, which may end one earlier; the panel's own bound stands at the head of `lib.rs`.
const MOST_ALTERNATIVES: usize = 6;

/// What a search found: how far it came, how many changes it takes, and the sets of them as choices.
pub(crate) struct Found {
    pub(crate) bound: Bound,
    pub(crate) size: usize,
    pub(crate) choice: Choice,
}

impl Found {
    pub(crate) fn of(cruxes: &Cruxes) -> Self {
        Self {
            bound: cruxes.bound,
            size: cruxes.sets.first().map_or(0, Vec::len),
            choice: Choice::of(&cruxes.sets),
        }
    }
}

/// The choice of a statement, and the places of what is found for it.
pub(crate) fn chooser(voice: &Voice, graph: &Graph, chosen: Option<u32>) -> Html {
    let words = &voice.words;
    let derived = (0..graph.statements()).filter(|own| !graph.is_leaf(*own));
    html! {
        p {
            label {
                (words.crux_of()) " "
                select data-crux {
                    option value="" { (words.crux_choose()) }
                    @for own in derived {
                        option value=(voice.id(own)) selected[chosen == Some(own)] { (voice.title(own)) }
                    }
                }
            }
        }
        p role="status" data-panel=(Panel::Searched) {}
        div data-panel=(Panel::Found) {}
    }
}

/// What the chosen statement is now.
pub(crate) fn now(voice: &Voice, statement: u32, label: Label) -> Html {
    let values = [("statement", &voice.link(statement)), ("label", &voice.signed(label))];
    Html::filled(voice.words.crux_now(), &values)
}

/// What would give the statement each of the labels that were looked for.
pub(crate) fn panel(voice: &Voice, found: &[(Label, Found)]) -> Html {
    let mut room = Room::new();
    let toward = found.iter().map(|(wanted, found)| {
        let toward = Html::filled(voice.words.crux_toward(), &[("label", &voice.signed(*wanted))]);
        html! {
            p { strong { (toward) } }
            (sets(voice, &mut room, found, List::Found(*wanted)))
        }
    });
    toward.collect()
}

/// Cruxes in sentences; honest about a search that gave up.
pub(crate) fn sets(voice: &Voice, room: &mut Room, found: &Found, own: List<'_>) -> Html {
    let words = &voice.words;
    if found.size == 0 {
        return match found.bound {
            Bound::Exact => html! { p { (words.crux_none()) } },
            Bound::AtLeast(count) => html! { p { (voice.counted(words.crux_at_least(), count)) } },
        };
    }
    html! {
        p { (voice.counted(words.crux_sets(), found.size)) }
        (list(voice, room, &found.choice, own))
        @if found.bound != Bound::Exact { p { (words.crux_may_be_more()) } }
    }
}

/// One of the sets, and all of them behind a word.
fn list(voice: &Voice, room: &mut Room, choice: &Choice, own: List<'_>) -> Html {
    html! {
        ul.sets { li { (voice.changes(choice.first().iter())) } }
        (others(voice, room, choice, own))
    }
}

/// All sets, where there is more than one: what all of them have, and then the lists of what each has besides.
pub(crate) fn others(voice: &Voice, room: &mut Room, choice: &Choice, own: List<'_>) -> Html {
    let words = &voice.words;
    let mut told = Told { voice, room, own };
    let common = match choice.all.is_empty() {
        true => Html::default(),
        false => {
            Html::filled(words.crux_common(), &[("changes", &voice.changes(choice.all.iter()))])
        }
    };
    let lists = match choice.groups.as_slice() {
        [] => return Html::default(),
        [only] if common.is_empty() => told.list(only, "0"),
        [only] => html! { p { (common) " " (words.crux_any()) } (told.list(only, "0")) },
        groups => html! {
            p { (common) " " (voice.counted(words.crux_lists(), groups.len())) }
            ol.sets { (told.groups(groups, "", 0)) }
        },
    };
    html! {
        details data-of=(own.ask("", 0)) {
            summary { (voice.counted(words.crux_all(), choice.count())) }
            (lists)
        }
    }
}

/// The next part of the sets, from the list or the choice to which a path leads: the places of a list
/// within a choice and of a choice within a list, in turn.
pub(crate) fn part(
    voice: &Voice,
    choice: &Choice,
    own: List<'_>,
    (path, from): (&str, usize),
) -> Option<Html> {
    let mut told = Told { voice, room: &mut Room::new(), own };
    let mut places = path.split('.').filter_map(|place| place.parse::<usize>().ok());
    let mut choice = choice;
    while let Some(group) = places.next() {
        let group = choice.groups.get(group)?;
        match places.next() {
            None => return Some(told.alternatives(group, path, from)),
            Some(place) => choice = group.get(place)?,
        }
    }
    Some(told.groups(&choice.groups, path, from))
}

/// What is told of a choice, as far as there is room.
struct Told<'t> {
    voice: &'t Voice,
    room: &'t mut Room,
    own: List<'t>,
}

impl Told<'_> {
    fn more(&self, count: usize, path: &str, from: usize) -> Html {
        html! { li { (more(self.voice, count, &self.own.ask(path, from))) } }
    }

    fn list(&mut self, alternatives: &[Choice], path: &str) -> Html {
        html! { ul.sets { (self.alternatives(alternatives, path, 0)) } }
    }

    /// The lists of a choice, of each of which one line is needed.
    fn groups(&mut self, groups: &[Vec<Choice>], path: &str, from: usize) -> Html {
        let one_of = self.voice.words.crux_one_of();
        let mut said = Html::default();
        for (place, group) in groups.iter().enumerate().skip(from) {
            if !self.room.is_left() {
                said.extend([self.more(groups.len() - place, path, place)]);
                break;
            }
            let list = self.list(group, &below(path, place));
            said.extend([html! { li { (one_of) (list) } }]);
        }
        said
    }

    /// The lines of a list, each with the lists that it needs besides.
    fn alternatives(&mut self, alternatives: &[Choice], path: &str, from: usize) -> Html {
        let mut said = Html::default();
        for (place, choice) in alternatives.iter().enumerate().skip(from) {
            if !self.room.is_left() || place == from + MOST_ALTERNATIVES {
                said.extend([self.more(alternatives.len() - place, path, place)]);
                break;
            }
            let line = self.line(choice, &below(path, place));
            said.extend([html! { li { (line) } }]);
        }
        said
    }

    /// What a choice has in all its sets, and lists of what each has besides.
    fn line(&mut self, choice: &Choice, path: &str) -> Html {
        let words = &self.voice.words;
        let mut line = self.voice.changes(choice.all.iter());
        self.room.take(&line);
        for (number, group) in choice.groups.iter().enumerate() {
            let one_of =
                if line.is_empty() { words.crux_one_of() } else { words.crux_and_one_of() };
            let list = self.list(group, &below(path, number));
            line.extend([html! { " " (one_of) (list) }]);
        }
        line
    }
}

/// The path to what stands at a place.
fn below(path: &str, place: usize) -> String {
    if path.is_empty() { place.to_string() } else { format!("{path}.{place}") }
}
