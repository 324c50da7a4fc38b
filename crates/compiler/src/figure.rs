//! Takes a drawing into the page: an SVG file of plain shapes, coloured by the stylesheet.
//!
//! The drawing is written anew from its tree, so nothing reaches the page that is not listed here:
//! no script, no style, no address and no id.

use std::{collections::BTreeMap, fmt::Write};

use concord_model::Html;
use roxmltree::{Document, Node};

use crate::{diagnostic::Faults, source_file::Text, suggest};

const ELEMENTS: [&str; 10] =
    ["g", "path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text", "tspan"];

const ATTRIBUTES: [&str; 21] = [
    "class",
    "cx",
    "cy",
    "d",
    "dx",
    "dy",
    "height",
    "points",
    "r",
    "rotate",
    "rx",
    "ry",
    "text-anchor",
    "transform",
    "width",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
];

/// All drawings of a pack by path; each becomes the inside of an `<svg>` element and its viewBox.
pub(crate) struct Figures {
    drawings: BTreeMap<String, Option<Drawing>>,
}

/// A drawing that can stand in a page.
pub(crate) struct Drawing {
    view_box: String,
    shapes: String,
}

impl Figures {
    pub(crate) fn read<'a>(files: impl Iterator<Item = Text<'a>>, faults: &mut Faults) -> Self {
        Self { drawings: files.map(|file| (file.path.to_owned(), drawing(file, faults))).collect() }
    }

    /// The drawing at `path`: `None` if there is no such file, `Some(None)` if it is at fault.
    pub(crate) fn get(&self, path: &str) -> Option<Option<&Drawing>> {
        self.drawings.get(path).map(Option::as_ref)
    }

    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.drawings.keys().map(String::as_str)
    }
}

impl Drawing {
    /// The drawing as a figure with its text alternative and, where there is one, its caption.
    pub(crate) fn html(&self, alternative: &str, caption: &str) -> String {
        let mut html = format!(
            "<figure class=\"figure\"><svg viewBox=\"{}\" role=\"img\" aria-label=\"{}\">{}</svg>",
            self.view_box,
            Html::escaped(alternative),
            self.shapes
        );
        if !caption.is_empty() {
            html += &format!("<figcaption>{}</figcaption>", Html::escaped(caption));
        }
        html + "</figure>\n"
    }
}

fn drawing(file: Text<'_>, faults: &mut Faults) -> Option<Drawing> {
    let tree = match Document::parse(file.text) {
        Ok(tree) => tree,
        Err(error) => {
            faults.error(file.path, 0..0, format!("this drawing cannot be read: {error}"));
            return None;
        }
    };
    let root = tree.root_element();
    if root.tag_name().name() != "svg" {
        faults.error(file.path, 0..0, "this is not an SVG drawing");
        return None;
    }
    let view_box = root.attribute("viewBox").filter(|value| {
        let numbers: Vec<f32> = value.split([' ', ',']).filter_map(|n| n.parse().ok()).collect();
        matches!(numbers.as_slice(), [_, _, width, height] if *width > 0.0 && *height > 0.0)
    });
    let Some(view_box) = view_box else {
        let fault = faults.error(file.path, root.range(), "this drawing has no size");
        fault.hint("give its root four numbers: `viewBox=\"0 0 640 360\"`");
        return None;
    };
    let mut shapes = String::new();
    let mut sound = true;
    for child in root.children() {
        sound &= shape(child, file, &mut shapes, faults);
    }
    sound.then(|| Drawing { view_box: view_box.to_owned(), shapes })
}

/// Writes a node and what is in it; false if something may not stand in a drawing.
fn shape(node: Node<'_, '_>, file: Text<'_>, out: &mut String, faults: &mut Faults) -> bool {
    if let Some(text) = node.text().filter(|_| node.is_text()) {
        let in_text = node
            .parent()
            .is_some_and(|parent| matches!(parent.tag_name().name(), "text" | "tspan"));
        if in_text {
            out.push_str(&Html::escaped(text.trim_matches('\n')).0);
        }
        return true;
    }
    if !node.is_element() {
        return true;
    }
    let name = node.tag_name().name();
    if !ELEMENTS.contains(&name) {
        faults
            .error(file.path, node.range(), format!("a drawing cannot hold `<{name}>`"))
            .hint(format!("there is {}", suggest::list(&ELEMENTS)));
        return false;
    }
    let mut sound = true;
    let _ = write!(out, "<{name}");
    for attribute in node.attributes() {
        let attribute_name = attribute.name();
        if attribute.namespace().is_some() || !ATTRIBUTES.contains(&attribute_name) {
            faults
                .error(
                    file.path,
                    attribute.range(),
                    format!("a drawing cannot have the attribute `{attribute_name}`"),
                )
                .hint("colours and lines come from classes; content/README.md lists them");
            sound = false;
        } else {
            let _ = write!(out, " {attribute_name}=\"{}\"", Html::escaped(attribute.value()));
        }
    }
    out.push('>');
    for child in node.children() {
        sound &= shape(child, file, out, faults);
    }
    let _ = write!(out, "</{name}>");
    sound
}
