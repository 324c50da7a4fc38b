//! When texts are the same to a reader, however they are written.

use concord_model::{Html, is_accent};
use unicode_normalization::UnicodeNormalization;

/// A text with each letter and its accents in one character, as keyboards write it and some systems
/// do not.
pub(crate) fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// What [`compared`](concord_model::compared) wants.
pub(crate) fn folded(text: &str) -> String {
    text.nfkd().filter(|c| !is_accent(*c)).collect::<String>().to_lowercase()
}

/// A text as it is seen: without mark-up, with single spaces.
pub(crate) fn seen(html: &Html) -> String {
    let text: String = html.text().nfc().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as it is heard: case makes no difference either.
pub(crate) fn heard(html: &Html) -> String {
    seen(html).to_lowercase()
}
