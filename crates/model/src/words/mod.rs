//! The words of the interface. They live in the pack, so that no language stands in Rust.
//!
//! Each word is a function that knows its place in one list: as fields they cost the program 100 bytes each. The site in the
//! pseudo-language shows that no word of the interface stands in Rust: whatever has Latin letters there is a fault
//! (`tests/sites/pseudo`). Plural rules come from Unicode's data at compile time, as a table.

use crate::{Category, Forms, StatementKind};

/// A type that a word can have. All are kept as [`Forms`], a plain text as the only one, so that the
/// program reads one list and not a field for each word, which would cost it 100 bytes each.
pub trait Word {
    /// What is shown.
    type Shown<'w>;
    /// Takes the word from `reader`.
    fn read(reader: &mut dyn ReadWords, word: Declared) -> Forms;
    /// The word at a place of the list.
    fn shown(words: &[Forms], place: usize) -> Self::Shown<'_>;
}

impl Word for String {
    type Shown<'w> = &'w str;

    fn read(reader: &mut dyn ReadWords, word: Declared) -> Forms {
        Forms(vec![(Category::Other, reader.text(word))])
    }

    // It stands in one place of the program, not in each that shows a word.
    #[inline(never)]
    fn shown(words: &[Forms], place: usize) -> &str {
        words.get(place).and_then(|forms| forms.0.first()).map_or("", |(_, text)| text)
    }
}

impl Word for Forms {
    type Shown<'w> = &'w Forms;

    fn read(reader: &mut dyn ReadWords, word: Declared) -> Forms {
        reader.forms(word)
    }

    #[inline(never)]
    fn shown(words: &[Forms], place: usize) -> &Forms {
        static NONE: Forms = Forms(Vec::new());
        words.get(place).unwrap_or(&NONE)
    }
}

/// Declares each word together with what it has to hold, so that the compiler can name every missing
/// and every unknown one.
macro_rules! words {
    ($name:ident $($(#[$doc:meta])* $field:ident: $type:ident $(($($value:ident),+))?),+ $(,)?) => {
        /// Words and sentences that the interface says; `{name}` marks what is filled in.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name(Vec<Forms>);

        /// The place of each word in the list.
        #[allow(non_camel_case_types, reason = "a word is named like the function that shows it")]
        enum Place { $($field),+ }

        impl $name {
            /// Takes each word from `reader`.
            pub fn read(reader: &mut dyn ReadWords) -> Self {
                Self(vec![$(<$type as Word>::read(reader, Declared {
                    name: stringify!($field),
                    values: &[$($(stringify!($value)),+)?],
                })),+])
            }

            $(
                $(#[$doc])*
                #[must_use]
                pub fn $field(&self) -> <$type as Word>::Shown<'_> {
                    <$type as Word>::shown(&self.0, Place::$field as usize)
                }
            )+
        }
    };
}

#[macro_use]
mod argument;
mod atlas;
mod date;
mod list;
mod models;
mod packages;
mod read;
mod reasoner;
mod rebuild;
mod results;
mod schemes;
mod teach;
mod twice;

pub use atlas::AtlasWords;
pub use list::Words;
pub use models::{AlarmsWords, DataWords, GoodFaithWords, ModelWords, PlayWords, SeatsWords};
pub use packages::PackageWords;
pub use read::{Declared, ReadWords};
pub use reasoner::ReasonerWords;
pub use rebuild::RebuildWords;
pub use results::ResultsWords;
pub use schemes::SchemeWords;
pub use teach::TeachWords;
pub use twice::TwiceWords;

impl Words {
    /// The word for a part of the argument.
    #[must_use]
    pub fn part(&self, kind: StatementKind) -> &str {
        match kind {
            StatementKind::Claim => self.claim(),
            StatementKind::Conclusion => self.conclusion(),
            StatementKind::Premise => self.premise(),
            StatementKind::Objection => self.objection(),
            StatementKind::Undercut => self.undercut(),
            StatementKind::Reply => self.reply(),
        }
    }
}

/// Fills `{name}` in a sentence of the interface.
///
/// A name that the sentence does not have is left out, and one that it has and nobody fills stays
/// visible: both are faults of the pack that a reader can still read past.
#[must_use]
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(sentence.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

/// The names that a word lists, with commas between them.
pub fn listed(word: &str) -> impl Iterator<Item = &str> {
    word.split(',').map(str::trim).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_by_name() {
        assert_eq!(fill("Lesson {n} of {all}", &[("all", "10"), ("n", "3")]), "Lesson 3 of 10");
        assert_eq!(fill("Next", &[("n", "3")]), "Next");
    }

    struct Names;

    impl ReadWords for Names {
        fn text(&mut self, word: Declared) -> String {
            format!("{} {}", word.name, word.values.join(" "))
        }
        fn forms(&mut self, word: Declared) -> Forms {
            Forms(vec![(Category::Other, self.text(word))])
        }
    }

    #[test]
    fn names_are_those_of_the_functions() {
        let words = Words::read(&mut Names);
        assert_eq!(words.skip_to_content(), "skip_to_content ");
        assert_eq!(words.lesson_number(), "lesson_number number total");
        assert_eq!(words.reading_time().form(&crate::Plural::default(), 3), "reading_time minutes");
    }
}
