//! Words as they are compared where the site is made.

use concord_model::is_accent;
use unicode_normalization::UnicodeNormalization;

/// A word in lower case and without accents; the browser does the same in `src/browser/fold.rs` and `crates/atlas`.
#[must_use]
pub fn fold(word: &str) -> String {
    let letters: String = word.nfkd().filter(|c| !is_accent(*c)).collect();
    letters.to_lowercase()
}
