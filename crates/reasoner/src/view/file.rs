//! Drawings that a page has as files: they are taken into it, so that they can answer.

use concord_model::Html;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::{
    dom::{self, all, attribute, first},
    drawing::DRAWINGS,
};

/// Puts each drawing of the page in the place of its file. One that cannot be loaded stays a picture.
pub(super) async fn take_in(root: &Element) {
    for image in all::<Element>(root, &format!("{DRAWINGS} > img")) {
        if let Some(svg) = load(&attribute(&image, "src")).await {
            dom::put_in_place(&image, &svg);
        }
    }
    for svg in all::<Element>(root, &format!("{DRAWINGS} > svg[role]")) {
        // A file is a picture to screen readers; what is in the page is read part by part.
        let _ = svg.remove_attribute("role");
        if let Some(title) = first(&svg, "title") {
            title.remove();
        }
    }
}

/// A drawing from its file, without its colours: the page has its own, and its policy allows no others.
async fn load(address: &str) -> Option<Html> {
    let response = dom::fetch(address).await?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    let (before, rest) = text.split_once("<style>")?;
    let (_, after) = rest.split_once("</style>")?;
    Some(Html::made_elsewhere([before, after].concat()))
}
