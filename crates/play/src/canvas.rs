//! Cells on a canvas, in the colours that the stylesheet gives their legend.

use concord_dom::{all, first, put, window};
use concord_model::html;
use concord_models::{Lattice, kinds};
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, ImageData};

/// Paints cells into a place; the canvas is made when there is none of that size.
pub(crate) fn paint(place: &Element, lattice: &Lattice, legend: &str) -> Option<()> {
    let width = u32::try_from(lattice.width).ok()?;
    let height = u32::try_from(lattice.cells.len() / lattice.width.max(1)).ok()?;
    let known = first(place, "canvas").and_then(|known| known.dyn_into().ok());
    let known =
        known.filter(|own: &HtmlCanvasElement| (own.width(), own.height()) == (width, height));
    let canvas = match known {
        Some(canvas) => canvas,
        None => {
            let made = html! {
                canvas.cells width=(width) height=(height) role="img" aria-label=(lattice.label) {}
                (kinds(lattice, legend))
            };
            put(place, &made);
            first(place, "canvas")?.dyn_into().ok()?
        }
    };
    let colours: Vec<[u8; 4]> = all::<Element>(place, ".swatch rect")
        .iter()
        .map(|own| colour(own).unwrap_or_default())
        .collect();
    let pixels = lattice.cells.iter();
    let pixels =
        pixels.flat_map(|kind| colours.get(usize::from(*kind)).copied().unwrap_or_default());
    let pixels: Vec<u8> = pixels.collect();
    let image =
        ImageData::new_with_u8_clamped_array_and_sh(Clamped(&pixels), width, height).ok()?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.put_image_data(&image, 0.0, 0.0).ok()
}

/// The colour that a shape is filled with: `rgb(29, 95, 138)`.
fn colour(shape: &Element) -> Option<[u8; 4]> {
    let style = window()?.get_computed_style(shape).ok()??;
    let fill = style.get_property_value("fill").ok()?;
    let mut numbers =
        fill.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok());
    Some([numbers.next()?, numbers.next()?, numbers.next()?, 255])
}
