//! A drawing as an image: a copy with all that stylesheets say of it written out, on a canvas.

use concord_model::{data, percent_decoded};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{
    Blob, CanvasRenderingContext2d, Element, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url, XmlSerializer,
};

use super::{
    dom::{self, all, around, attribute, first, set},
    drawing,
};

/// What stylesheets may say of a drawing.
const PROPERTIES: [&str; 16] = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linejoin",
    "stroke-opacity",
    "opacity",
    "display",
    "visibility",
    "font-family",
    "font-size",
    "font-weight",
    "font-style",
    "text-anchor",
    "text-decoration-line",
];

/// The longest side of an image, in its own dots.
const MOST_DOTS: i32 = 8000;

/// How long an image stays at its address after it was asked for.
const KEPT_MILLISECONDS: i32 = 60_000;

/// Saves the whole drawing that a button belongs to.
pub(super) fn save(button: &Element) {
    let _ = draw(button);
}

fn draw(button: &Element) -> Option<()> {
    let name = attribute(button, data!(file));
    let svg = first(&around(button, drawing::PART)?, ".canvas svg")?;
    let [_, _, width, height] = drawing::whole(&svg)?;
    let source = standalone(&svg, width, height)?;
    let document = dom::document()?;
    let background = dom::window()?.get_computed_style(&document.document_element()?).ok()??;
    let background = background.get_property_value("background-color").ok()?;
    let parts = js_sys::Array::of1(&JsValue::from_str(&source));
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let image = HtmlImageElement::new().ok()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    let scale = if width.max(height) * 2 <= MOST_DOTS { 2 } else { 1 };
    let (wide, high) = ((width * scale).min(MOST_DOTS), (height * scale).min(MOST_DOTS));
    canvas.set_width(u32::try_from(wide).ok()?);
    canvas.set_height(u32::try_from(high).ok()?);
    let (drawn, from) = (image.clone(), address.clone());
    let loaded = Closure::once_into_js(move || {
        let _ = paint(&canvas, &drawn, &background, wide, high, name);
        let _ = Url::revoke_object_url(&from);
    });
    image.set_onload(Some(loaded.unchecked_ref()));
    image.set_src(&address);
    Some(())
}

fn paint(
    canvas: &HtmlCanvasElement,
    image: &HtmlImageElement,
    background: &str,
    width: i32,
    height: i32,
    name: String,
) -> Option<()> {
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.set_fill_style_str(background);
    context.fill_rect(0.0, 0.0, width.into(), height.into());
    context
        .draw_image_with_html_image_element_and_dw_and_dh(
            image,
            0.0,
            0.0,
            width.into(),
            height.into(),
        )
        .ok()?;
    let finished = Closure::once_into_js(move |blob: Option<Blob>| {
        let _ = blob.and_then(|blob| give(&blob, &name));
    });
    canvas.to_blob(finished.unchecked_ref()).ok()
}

/// Gives the reader a text as a file; it has `%` for all that is neither letter nor digit.
pub(super) fn give_text(name: &str, text: &str) {
    let text = percent_decoded(text).unwrap_or_default();
    let parts = js_sys::Array::of1(&JsValue::from_str(&text));
    let _ = Blob::new_with_str_sequence(&parts).ok().and_then(|blob| give(&blob, name));
}

/// Gives the reader a file.
fn give(blob: &Blob, name: &str) -> Option<()> {
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let link: HtmlAnchorElement = dom::document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Not at once: some browsers fetch it later.
    let revoke = Closure::once_into_js(move || drop(Url::revoke_object_url(&address)));
    let window = dom::window()?;
    let later = window.set_timeout_with_callback_and_timeout_and_arguments_0(
        revoke.unchecked_ref(),
        KEPT_MILLISECONDS,
    );
    later.ok().map(drop)
}

/// The text of a drawing that looks the same by itself, as a whole.
fn standalone(svg: &Element, width: i32, height: i32) -> Option<String> {
    let copy: Element = svg.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let (own, copies) = (all::<Element>(svg, "*"), all::<Element>(&copy, "*"));
    for (own, copy) in own.iter().zip(&copies) {
        let Ok(Some(style)) = dom::window()?.get_computed_style(own) else { continue };
        for property in PROPERTIES {
            if let Ok(value) = style.get_property_value(property)
                && !value.is_empty()
            {
                let name = property.trim_end_matches("-line");
                set(copy, name, &value);
            }
        }
    }
    set(&copy, "xmlns", "http://www.w3.org/2000/svg");
    let _ = copy.remove_attribute("style");
    set(&copy, "width", &width.to_string());
    set(&copy, "height", &height.to_string());
    XmlSerializer::new().ok()?.serialize_to_string(&copy).ok()
}
