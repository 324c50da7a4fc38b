//! A text as a code to be photographed, drawn as one path.

use concord_model::{Html, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// How many bytes a code holds at most, so that a phone reads it from a screen.
pub(crate) const MOST_BYTES: usize = 400;

/// How wide the margin is, in modules; readers need four.
const MARGIN: i32 = 4;

/// The code of a text, named by a label; nothing if the text is too long.
pub(crate) fn drawn(text: &str, label: &str) -> Option<Html> {
    if text.len() > MOST_BYTES {
        return None;
    }
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            path += &format!("M{} {}h1v1h-1z", x + MARGIN, y + MARGIN);
        }
    }
    let size = code.size() + 2 * MARGIN;
    Some(html! {
        svg.code viewBox={ "0 0 " (size) " " (size) } role="img" aria-label=(label) shape-rendering="crispEdges" {
            rect width=(size) height=(size) {}
            path d=(path) {}
        }
    })
}
