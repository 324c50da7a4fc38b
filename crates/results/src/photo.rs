//! Codes in photos. Few browsers read them by themselves, so this program does it.

use concord_dom::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, File, HtmlCanvasElement, ImageBitmap};

use crate::picture::codes;

/// The longer side of a photo as it is looked at, in pixels: what is too fine at one size is found at another.
const SIDES: [f64; 3] = [1_200.0, 700.0, 2_200.0];

/// Whether a file is a picture.
pub(crate) fn is_picture(file: &File) -> bool {
    file.type_().starts_with("image/")
}

/// All that codes in a photo say; nothing if it is no picture.
pub(crate) async fn read(file: &File) -> Option<Vec<String>> {
    let bitmap = window()?.create_image_bitmap_with_blob(file).ok()?;
    let bitmap: ImageBitmap = JsFuture::from(bitmap).await.ok()?.dyn_into().ok()?;
    let mut found = Vec::new();
    for side in SIDES {
        found = read_at(&bitmap, side).unwrap_or_default();
        if !found.is_empty() {
            break;
        }
    }
    bitmap.close();
    Some(found)
}

fn read_at(bitmap: &ImageBitmap, side: f64) -> Option<Vec<String>> {
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let scale = (side / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).max(1.0), (height * scale).max(1.0));
    let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    // What is transparent is paper.
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, width, height);
    context
        .draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, width.floor(), height.floor())
        .ok()?;
    let pixels = context.get_image_data(0.0, 0.0, width.floor(), height.floor()).ok()?;
    Some(codes(&pixels.data(), width as usize, height as usize))
}
