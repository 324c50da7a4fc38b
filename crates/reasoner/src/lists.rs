//! Lists are told in parts, so that no stance makes a page stand still: what has no room in an answer is asked
//! for by a button, in whose place the next part comes.

use concord_model::{
    Html, html,
    talk::{ArgumentAction, Label},
};

use crate::sentences::Voice;

/// How many entries an answer adds to a panel, and about how many bytes: less than a panel may hold (`lib.rs`), as
/// what is always said comes besides.
pub(crate) const MOST_ENTRIES: usize = 30;
/// See [`MOST_ENTRIES`]; the last entry may go beyond it.
pub(crate) const MOST_BYTES: usize = 24_000;

/// The room that is left in an answer.
pub(crate) struct Room {
    entries: usize,
    bytes: usize,
}

impl Room {
    pub(crate) fn new() -> Self {
        Self { entries: MOST_ENTRIES, bytes: MOST_BYTES }
    }

    /// Room for so many entries more, as far as the bytes go.
    pub(crate) fn for_entries(&mut self, entries: usize) -> &mut Self {
        self.entries = entries;
        self
    }

    pub(crate) fn is_left(&self) -> bool {
        self.entries > 0 && self.bytes > 0
    }

    /// Takes what an entry needs.
    pub(crate) fn take(&mut self, entry: &Html) {
        self.entries = self.entries.saturating_sub(1);
        self.bytes = self.bytes.saturating_sub(entry.as_str().len());
    }
}

/// A list that may go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List<'a> {
    /// What would give the chosen statement a label.
    Found(Label),
    /// Where stances part on a statement.
    Parting(&'a str),
    /// Why a statement has its label.
    Why(&'a str),
    Tensions,
    /// What is compared: verdicts, and what follows from them.
    Leaves,
    Follows,
}

impl<'a> List<'a> {
    /// Its entries are rows of a table, else of a list.
    fn has_rows(self) -> bool {
        matches!(self, Self::Leaves | Self::Follows)
    }

    /// What the button asks that goes on with it: at a place in it or, by a path, in a list within it.
    pub(crate) fn ask(self, path: &str, from: usize) -> String {
        let [kind, of] = match self {
            Self::Found(label) => ["sets", label.name()],
            Self::Parting(id) => ["parts", id],
            Self::Why(id) => ["steps", id],
            Self::Tensions => ["tensions", "-"],
            Self::Leaves => ["leaves", "-"],
            Self::Follows => ["follows", "-"],
        };
        let path = if path.is_empty() { "-" } else { path };
        [kind, of, path, &from.to_string()].join(" ")
    }

    /// Reads what a button asks: the list, the path, and where it goes on.
    pub(crate) fn read(ask: &'a str) -> Option<(Self, &'a str, usize)> {
        let mut words = ask.split(' ');
        let (kind, of, path) = (words.next()?, words.next()?, words.next()?);
        let list = match kind {
            "sets" => Self::Found(Label::read(of)?),
            "parts" => Self::Parting(of),
            "steps" => Self::Why(of),
            "tensions" => Self::Tensions,
            "leaves" => Self::Leaves,
            "follows" => Self::Follows,
            _ => return None,
        };
        Some((list, path.trim_matches('-'), words.next()?.parse().ok()?))
    }
}

/// The entries of a list from one of them on, as far as there is room; then the button for the next part.
pub(crate) fn part(
    voice: &Voice,
    room: &mut Room,
    (list, from): (List<'_>, usize),
    entries: &mut dyn ExactSizeIterator<Item = Html>,
) -> Html {
    let (all, mut next, mut said) = (entries.len(), from, Html::default());
    let mut entries = entries.skip(from);
    while room.is_left()
        && let Some(entry) = entries.next()
    {
        room.take(&entry);
        said.extend([match list.has_rows() {
            true => html! { tr { (entry) } },
            false => html! { li { (entry) } },
        }]);
        next += 1;
    }
    if next < all {
        let button = more(voice, all - next, &list.ask("", next));
        said.extend([match list.has_rows() {
            // Browsers put a button that stands in no cell before the table.
            true => html! { tr { td colspan="3" { (button) } } },
            false => html! { li { (button) } },
        }]);
    }
    said
}

/// The button that asks for more.
pub(crate) fn more(voice: &Voice, count: usize, ask: &str) -> Html {
    html! {
        button.plain type="button" data-do=(ArgumentAction::Part) data-ask=(ask) {
            (voice.counted(voice.words.show_more(), count))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_button_asks_is_read_back() {
        let labels = Label::ALL.map(List::Found);
        let others =
            [List::Parting("a-b"), List::Why("a"), List::Tensions, List::Leaves, List::Follows];
        for list in labels.into_iter().chain(others) {
            for path in ["", "0", "2.10.3"] {
                assert_eq!(List::read(&list.ask(path, 12)), Some((list, path, 12)));
            }
        }
        for ask in ["", "steps", "steps a -", "steps a - x", "sets maybe - 1", "what - - 1"] {
            assert_eq!(List::read(ask), None, "{ask}");
        }
    }
}
