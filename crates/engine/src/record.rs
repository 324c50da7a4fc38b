//! The reader's record: what this browser remembers, as a versioned JSON text.
//!
//! A text that cannot be read is never overwritten silently: [`read`] says what it is, and the
//! caller sets a damaged one aside and leaves a newer one alone.

use std::collections::BTreeMap;

use concord_model::Id;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The version that is written. A change of meaning gets a new number and a way to read the old.
pub const VERSION: u32 = 1;

/// What a reader's browser remembers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    version: u32,
    /// Colours the reader chose.
    #[serde(default)]
    pub theme: Theme,
    /// The lesson that was read last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Id>,
    /// What is known of each lesson that was opened.
    #[serde(default)]
    pub lessons: BTreeMap<Id, LessonRecord>,
    /// What other features keep, untouched by those that do not know it.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Default for Record {
    fn default() -> Self {
        Self {
            version: VERSION,
            theme: Theme::default(),
            last: None,
            lessons: BTreeMap::new(),
            other: Map::new(),
        }
    }
}

/// What is known of a lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonRecord {
    /// The heading that was last at the top of the window.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Id>,
    /// Whether the reader said that they finished it.
    #[serde(default)]
    pub finished: bool,
}

/// Colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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

    /// The theme of that name; the system's for any other text.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.name() == name).unwrap_or_default()
    }
}

/// What a stored text turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Stored {
    /// A record of this version, or one that was brought to it.
    Record(Box<Record>),
    /// Written by a newer version of the guide: not to be touched.
    Newer,
    /// Not a record: to be set aside.
    Damaged,
}

/// Reads a stored text, whatever it holds.
#[must_use]
pub fn read(text: &str) -> Stored {
    #[derive(Deserialize)]
    struct Version {
        version: u32,
    }
    match serde_json::from_str(text) {
        Ok(Version { version }) if version > VERSION => Stored::Newer,
        Ok(Version { version: VERSION }) => serde_json::from_str(text)
            .map_or(Stored::Damaged, |record| Stored::Record(Box::new(record))),
        Ok(_) | Err(_) => Stored::Damaged,
    }
}

impl Record {
    /// The record as text, which [`read`] gives back unchanged.
    #[must_use]
    pub fn to_text(&self) -> String {
        // Writing maps with text keys cannot fail; an empty text would be set aside as damaged.
        serde_json::to_string(self).unwrap_or_default()
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
    const VERSION_1: &str = include_str!("../tests/saves/version-1.json");

    #[test]
    fn a_save_of_version_1_is_read() {
        let Stored::Record(record) = read(VERSION_1) else { panic!("not read") };
        let lesson = Id::new("states-matter").unwrap();
        assert_eq!(record.theme, Theme::Dark);
        assert_eq!(record.last.as_ref(), Some(&lesson));
        assert!(record.lesson(&lesson).finished);
        assert_eq!(record.lesson(&lesson).place.unwrap().as_str(), "one-message");
    }

    #[test]
    fn what_a_later_feature_keeps_survives() {
        let text = r#"{"version":1,"items":{"q1":{"score":0.5}}}"#;
        let Stored::Record(mut record) = read(text) else { panic!("not read") };
        record.theme = Theme::Light;
        let again: Value = serde_json::from_str(&record.to_text()).unwrap();
        assert_eq!(again["items"]["q1"]["score"], 0.5);
    }

    #[test]
    fn other_texts_are_told_apart() {
        assert_eq!(read(r#"{"version":2,"theme":{"new":"shape"}}"#), Stored::Newer);
        for damaged in ["", "null", "[]", "{", "{}", r#"{"version":0}"#, r#"{"version":1,"theme":7}"#] {
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
            places in prop::collection::vec((any_id(), prop::option::of(any_id()), any::<bool>()), 0..5),
        ) {
            let mut record = Record { theme, ..Record::default() };
            for (lesson, place, finished) in places {
                record.set_place(&lesson, place);
                record.set_finished(&lesson, finished);
            }
            prop_assert_eq!(read(&record.to_text()), Stored::Record(Box::new(record)));
        }

        #[test]
        fn any_text_is_something(text in any::<String>()) {
            let _ = read(&text);
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
