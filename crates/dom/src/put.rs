//! The one place where programs put HTML into the page, or the address of a worker. All HTML has the type [`Html`],
//! so that no text gets there by mistake, and passes the page's policy of trusted types (`scripts/trusted.js` of the
//! prerenderer), without which the browser takes none.

use concord_model::Html;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Element, Worker, WorkerOptions};

#[wasm_bindgen]
extern "C" {
    /// The policy's word on an HTML.
    #[wasm_bindgen(js_namespace = trusted, js_name = createHTML, catch)]
    pub fn trusted_html(html: &str) -> Result<JsValue, JsValue>;

    /// The policy's word on the address of a script.
    #[wasm_bindgen(js_namespace = trusted, js_name = createScriptURL, catch)]
    pub fn trusted_script(address: &str) -> Result<JsValue, JsValue>;

    /// What takes trusted values, for which the browser's interfaces have no types.
    type Place;

    #[wasm_bindgen(method, setter, js_name = innerHTML)]
    fn set_inner(this: &Place, html: &JsValue);

    #[wasm_bindgen(method, setter, js_name = outerHTML)]
    fn set_outer(this: &Place, html: &JsValue);

    #[wasm_bindgen(method, js_name = insertAdjacentHTML)]
    fn insert_adjacent(this: &Place, position: &str, html: &JsValue);

    #[wasm_bindgen(js_name = Worker)]
    type AnyWorker;

    #[wasm_bindgen(constructor, js_class = "Worker", catch)]
    fn new(script: &JsValue, options: &WorkerOptions) -> Result<AnyWorker, JsValue>;
}

/// Gives the policy's word on an HTML to what puts it; what it refuses goes nowhere.
fn with(element: &Element, html: &Html, put: impl FnOnce(&Place, &JsValue)) {
    if let Ok(html) = trusted_html(html.as_str()) {
        put(element.unchecked_ref(), &html);
    }
}

/// Puts HTML into an element, in place of what is there.
pub fn put(element: &Element, html: &Html) {
    with(element, html, Place::set_inner);
}

/// Puts HTML before an element.
pub fn put_before(element: &Element, html: &Html) {
    with(element, html, |place, html| place.insert_adjacent("beforebegin", html));
}

/// Puts HTML after an element.
pub fn put_after(element: &Element, html: &Html) {
    with(element, html, |place, html| place.insert_adjacent("afterend", html));
}

/// Puts HTML at the end of an element.
pub fn put_end(element: &Element, html: &Html) {
    with(element, html, |place, html| place.insert_adjacent("beforeend", html));
}

/// Puts HTML in the place of an element.
pub fn put_in_place(element: &Element, html: &Html) {
    with(element, html, Place::set_outer);
}

/// A worker that runs a script of the guide.
#[must_use]
pub fn worker(script: &str, options: &WorkerOptions) -> Option<Worker> {
    let worker = AnyWorker::new(&trusted_script(script).ok()?, options).ok()?;
    Some(worker.unchecked_into())
}
