//! Files that the reader takes along or brings in.

use concord_model::{data, talk::RecordAction};
use gloo::{timers::callback::Timeout, utils::document};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Event, HtmlAnchorElement, HtmlInputElement, Url};

use super::page;

/// The largest file that is looked at, in bytes. A record of thousands of answers is smaller.
const MAX_BYTES: f64 = 1_048_576.0;

/// How long a file stays at its address after it was asked for.
const KEPT_MILLISECONDS: u32 = 60_000;

/// What the button asks for that was clicked.
pub(crate) fn action(event: &Event) -> Option<RecordAction> {
    let button = page::closest(event, concat!("button[", data!(do), "]"))?;
    RecordAction::read(&button.get_attribute(data!(do))?)
}

/// Gives the reader a text as a file.
pub(crate) fn save(name: &str, text: &str) {
    let parts = Array::of1(&JsValue::from_str(text));
    let Ok(blob) = Blob::new_with_str_sequence(&parts) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    let link = document().create_element("a").ok();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // Not at once: some browsers fetch it later.
    Timeout::new(KEPT_MILLISECONDS, move || drop(Url::revoke_object_url(&address))).forget();
}

/// The text of the file that was chosen; none if there is none, if it is too large, or if it cannot
/// be read. Bytes that are no text become signs that no record has.
pub(crate) async fn read(event: &Event) -> Option<String> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    // The same file can be chosen again.
    input.set_value("");
    if file.size() > MAX_BYTES {
        return None;
    }
    JsFuture::from(file.text()).await.ok()?.as_string()
}
