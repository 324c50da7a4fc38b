//! Files of the site that are loaded when they are first needed.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The text of the file at an address; nothing if it could not be loaded.
pub(crate) async fn text_at(address: &str) -> Option<String> {
    JsFuture::from(file_at(address).await?.text().ok()?).await.ok()?.as_string()
}

async fn file_at(address: &str) -> Option<Response> {
    let response = JsFuture::from(window().fetch_with_str(address)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    response.ok().then_some(response)
}
