//! How words come from a pack.

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
