//! Words as they are compared where the site is made.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A word in lower case and without accents; the browser does the same in `src/browser/mod.rs`.
#[must_use]
pub fn fold(word: &str) -> String {
    let letters: String = word.nfd().filter(|c| !is_combining_mark(*c)).collect();
    letters.to_lowercase()
}
