//! The reader's record: what this browser remembers, as a versioned text.
//!
//! The text has a fact a line, beginning with the word for it:
//!
//! ```text
//! concord 1
//! theme dark
//! last states-matter
//! lesson states-matter one-message finished
//! ```
//!
//! Lines with other words belong to other features and are kept as they are. A text that is no
//! record is never overwritten silently: [`read`] says what it is, and the caller sets a damaged
//! one aside and leaves a newer one alone. (JSON would say the same; reading and writing it was
//! measured at 16 kB of the program, a sixth of what a reader may have to download.)

use std::{collections::BTreeMap, fmt::Write};

use concord_model::Id;

/// The version that is written. A change of meaning gets a new number and a way to read the old.
pub const VERSION: u32 = 1;

/// The first word of every record.
const NAME: &str = "concord";

/// What a reader's browser remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Colours the reader chose.
    pub theme: Theme,
    /// Whether single keys are no shortcuts.
    pub shortcuts_off: bool,
    /// The lesson that was read last.
    pub last: Option<Id>,
    /// What is known of each lesson that was opened.
    pub lessons: BTreeMap<Id, LessonRecord>,
    /// Lines of other features, in their order.
    other: Vec<String>,
}

/// What is known of a lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LessonRecord {
    /// The heading that was last at the top of the window.
    pub place: Option<Id>,
    /// Whether the reader said that they finished it.
    pub finished: bool,
}

/// Colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Ink on paper.
    Light,
    /// The dark theme.
    Dark,
}

impl Theme {
    /// All themes, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The name in the record and in the page's `data-theme`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// What a stored text turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    /// A record of this version.
    Record(Record),
    /// Written by a newer version of the guide: not to be touched.
    Newer,
    /// Not a record: to be set aside.
    Damaged,
}

/// Reads a stored text, whatever it holds.
#[must_use]
pub fn read(text: &str) -> Stored {
    let mut lines = text.lines();
    let version = lines.next().and_then(|line| line.strip_prefix(NAME)?.trim().parse().ok());
    match version {
        Some(version) if version > VERSION => Stored::Newer,
        Some(VERSION) => facts(lines).map_or(Stored::Damaged, Stored::Record),
        _ => Stored::Damaged,
    }
}

/// Reads the lines after the first; `None` if one of them cannot be what it says it is.
fn facts<'t>(lines: impl Iterator<Item = &'t str>) -> Option<Record> {
    let mut record = Record::default();
    for line in lines.filter(|line| !line.trim().is_empty()) {
        let mut words = line.split(' ');
        match words.next()? {
            "theme" => record.theme = Theme::from_name(words.next()?)?,
            "shortcuts" => match words.next()? {
                "off" => record.shortcuts_off = true,
                _ => return None,
            },
            "last" => record.last = Some(Id::new(words.next()?).ok()?),
            "lesson" => {
                let id = Id::new(words.next()?).ok()?;
                let place = match words.next()? {
                    "-" => None,
                    place => Some(Id::new(place).ok()?),
                };
                let finished = match words.next() {
                    None => false,
                    Some("finished") => true,
                    Some(_) => return None,
                };
                record.lessons.insert(id, LessonRecord { place, finished });
            }
            _ => record.other.push(line.to_owned()),
        }
    }
    Some(record)
}

impl Record {
    /// The record as text, which [`read`] gives back unchanged.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = format!("{NAME} {VERSION}\ntheme {}\n", self.theme.name());
        if self.shortcuts_off {
            text.push_str("shortcuts off\n");
        }
        // Writing to a string cannot fail.
        if let Some(last) = &self.last {
            let _ = writeln!(text, "last {last}");
        }
        for (id, lesson) in &self.lessons {
            let place = lesson.place.as_ref().map_or("-", Id::as_str);
            let finished = if lesson.finished { " finished" } else { "" };
            let _ = writeln!(text, "lesson {id} {place}{finished}");
        }
        for line in &self.other {
            let _ = writeln!(text, "{line}");
        }
        text
    }

    /// What is known of a lesson.
    #[must_use]
    pub fn lesson(&self, id: &Id) -> LessonRecord {
        self.lessons.get(id).cloned().unwrap_or_default()
    }

    /// Notes that the reader was at `place` of a lesson, or at its beginning.
    pub fn set_place(&mut self, lesson: &Id, place: Option<Id>) {
        self.last = Some(lesson.clone());
        self.lessons.entry(lesson.clone()).or_default().place = place;
    }

    /// Notes that the reader finished a lesson, or took that back.
    pub fn set_finished(&mut self, lesson: &Id, finished: bool) {
        self.lessons.entry(lesson.clone()).or_default().finished = finished;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A save of version 1, as it stands in readers' browsers. Every later version must read it.
    const VERSION_1: &str = include_str!("../tests/saves/version-1.txt");

    #[test]
    fn a_save_of_version_1_is_read() {
        let Stored::Record(record) = read(VERSION_1) else { panic!("not read") };
        let lesson = Id::new("states-matter").unwrap();
        assert_eq!(record.theme, Theme::Dark);
        assert_eq!(record.last.as_ref(), Some(&lesson));
        assert!(record.lesson(&lesson).finished);
        assert_eq!(record.lesson(&lesson).place.unwrap().as_str(), "one-message");
        assert_eq!(record.lesson(&Id::new("striking-first").unwrap()), LessonRecord::default());
    }

    #[test]
    fn what_a_later_feature_keeps_survives() {
        let Stored::Record(mut record) = read("concord 1\nitem q1 500 of 1000\n") else {
            panic!("not read")
        };
        record.theme = Theme::Light;
        assert_eq!(record.to_text(), "concord 1\ntheme light\nitem q1 500 of 1000\n");
    }

    #[test]
    fn other_texts_are_told_apart() {
        assert_eq!(read("concord 2\ntheme of another kind"), Stored::Newer);
        for damaged in [
            "",
            "{}",
            "concord",
            "concord 0",
            "concord -1",
            "concord one",
            "concord 1\ntheme purple",
            "concord 1\nlesson A -",
            "concord 1\nlesson a - done",
            "concord 1\nlesson",
            "concord 1\nlast",
            "concord 1\nshortcuts maybe",
        ] {
            assert_eq!(read(damaged), Stored::Damaged, "{damaged}");
        }
    }

    fn any_id() -> impl Strategy<Value = Id> {
        "[a-z]{1,5}".prop_map(|text| Id::new(&text).unwrap())
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            theme in prop::sample::select(Theme::ALL.to_vec()),
            shortcuts_off: bool,
            places in prop::collection::vec((any_id(), prop::option::of(any_id()), any::<bool>()), 0..5),
        ) {
            let mut record = Record { theme, shortcuts_off, ..Record::default() };
            for (lesson, place, finished) in places {
                record.set_place(&lesson, place);
                record.set_finished(&lesson, finished);
            }
            prop_assert_eq!(read(&record.to_text()), Stored::Record(record));
        }

        #[test]
        fn any_text_is_something_and_what_is_read_is_stable(text in "(concord 1\n)?(\\PC|\n| |theme |lesson |last |-){0,40}") {
            if let Stored::Record(record) = read(&text) {
                prop_assert_eq!(read(&record.to_text()), Stored::Record(record));
            }
        }

        #[test]
        fn a_damaged_save_never_panics(cut in 0..VERSION_1.len(), byte in any::<u8>()) {
            let mut bytes = VERSION_1.as_bytes().to_vec();
            bytes[cut] = byte;
            let _ = read(&String::from_utf8_lossy(&bytes));
            let _ = read(&String::from_utf8_lossy(&bytes[..cut]));
        }
    }
}
