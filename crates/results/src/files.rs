//! Files that are saved and read.

use concord_model::data;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Element, File, HtmlAnchorElement, Url};

/// The largest text that is read, in bytes; results of a whole school are smaller.
const MOST_BYTES: f64 = 4_000_000.0;

/// How long a file stays at its address after it was asked for.
const KEPT_MILLISECONDS: i32 = 60_000;

/// Gives whoever is there a text as a file.
pub(crate) fn save(name: &str, text: &str) -> Option<()> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(text))).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement =
        concord_dom::document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Not at once: some browsers fetch it later.
    let revoke = Closure::once_into_js(move || drop(Url::revoke_object_url(&address)));
    let later = concord_dom::window()?.set_timeout_with_callback_and_timeout_and_arguments_0(
        revoke.unchecked_ref(),
        KEPT_MILLISECONDS,
    );
    later.ok().map(drop)
}

/// A name as the name of a file: letters and digits, the rest as hyphens.
pub(crate) fn name(parts: &[&str], ending: &str) -> String {
    let joined = parts.join("-");
    let letters = joined.chars().map(|c| if c.is_alphanumeric() { c } else { '-' });
    let name: String = letters.take(60).collect();
    name.trim_matches('-').to_owned() + ending
}

/// The text of a file; nothing if it is too large or cannot be read.
pub(crate) async fn text(file: &File) -> Option<String> {
    if file.size() > MOST_BYTES {
        return None;
    }
    JsFuture::from(file.text()).await.ok()?.as_string()
}

/// Writes down that what a place holds was copied or saved, so that the page may be left (`start.js`).
pub(crate) fn keep(root: &Element) {
    let _ = root.set_attribute(data!(kept), "");
}
