//! The words of the interface. They live in the pack, so that no language stands in Rust.

use crate::Forms;

/// A word as `words.toml` has to have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared {
    /// Its name.
    pub name: &'static str,
    /// The names that are filled in where it has them in braces.
    pub values: &'static [&'static str],
}

/// What reads the words of a pack.
pub trait ReadWords {
    /// A word that is the same for every number.
    fn text(&mut self, word: Declared) -> String;
    /// A word in the plural forms of the language.
    fn forms(&mut self, word: Declared) -> Forms;
}

/// A type that a word can have.
trait Word {
    fn read(reader: &mut dyn ReadWords, word: Declared) -> Self;
}

impl Word for String {
    fn read(reader: &mut dyn ReadWords, word: Declared) -> Self {
        reader.text(word)
    }
}

impl Word for Forms {
    fn read(reader: &mut dyn ReadWords, word: Declared) -> Self {
        reader.forms(word)
    }
}

/// Declares the struct together with what each word has to hold, so that the compiler can name
/// every missing and every unknown one.
macro_rules! words {
    ($($(#[$doc:meta])* $field:ident: $type:ident $(($($value:ident),+))?),+ $(,)?) => {
        /// Every word and sentence that the interface says; `{name}` marks what is filled in.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        pub struct Words { $($(#[$doc])* pub $field: $type),+ }

        impl Words {
            /// Takes each word from `reader`.
            pub fn read(reader: &mut dyn ReadWords) -> Self {
                Self { $($field: Word::read(reader, Declared {
                    name: stringify!($field),
                    values: &[$($(stringify!($value)),+)?],
                })),+ }
            }
        }
    };
}

mod list;

pub use list::Words;

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
            Forms(vec![(crate::Category::Other, self.text(word))])
        }
    }

    #[test]
    fn names_are_those_of_the_fields() {
        let words = Words::read(&mut Names);
        assert_eq!(words.skip_to_content, "skip_to_content ");
        assert_eq!(words.lesson_number, "lesson_number number total");
        assert_eq!(words.reading_time.form(&crate::Plural::default(), 3), "reading_time minutes");
    }
}
