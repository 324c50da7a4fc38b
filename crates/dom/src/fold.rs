//! Words as they are compared in the browser, which knows letters and accents by itself.

use concord_model::is_accent;
use js_sys::JsString;

/// A word in lower case and without accents; where the site is made, `src/text/fold.rs` does the same.
#[must_use]
pub fn fold(word: &str) -> String {
    let apart = String::from(JsString::from(word).normalize("NFKD"));
    let letters: String = apart.chars().filter(|c| !is_accent(*c)).collect();
    String::from(JsString::from(letters).to_lower_case())
}
