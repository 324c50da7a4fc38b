//! Takes a drawing into the page: an SVG file of plain shapes, coloured by the stylesheet.
//!
//! The drawing is written anew from its tree, so nothing reaches the page that is not listed here:
//! no script, no style, no address and no id.

use std::{collections::BTreeMap, fmt::Write, ops::Range};

use concord_model::{Html, html};
use roxmltree::{Document, Node, TextPos};

use crate::{diagnostic::Faults, lines::Lines, source_file::Text, suggest};

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
    shapes: Html,
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
    pub(crate) fn html(&self, alternative: &str, caption: &str) -> Html {
        html! {
            figure.figure {
                svg viewBox=(self.view_box) role="img" aria-label=(alternative) { (self.shapes) }
                @if !caption.is_empty() { figcaption { (caption) } }
            }
        }
    }
}

fn drawing(file: Text<'_>, faults: &mut Faults) -> Option<Drawing> {
    // Many namespaces make any reader of XML slow; a drawing needs one or two.
    if file.text.matches("xmlns").count() > 16 {
        faults
            .error(file.path, 0..0, "this drawing declares too many namespaces")
            .hint("save it as plain SVG");
        return None;
    }
    let tree = match Document::parse(file.text) {
        Ok(tree) => tree,
        Err(error) => {
            let place = place(file, error.pos());
            faults.error(file.path, place, format!("this drawing cannot be read: {error}"));
            return None;
        }
    };
    let root = tree.root_element();
    if root.tag_name().name() != "svg" {
        faults.error(file.path, 0..0, "this is not an SVG drawing");
        return None;
    }
    let view_box = root.attribute("viewBox").and_then(view_box);
    let Some(view_box) = view_box else {
        let fault = faults.error(file.path, root.range(), "this drawing has no size");
        fault.hint("give its root four numbers: `viewBox=\"0 0 640 360\"`");
        return None;
    };
    let mut shapes = String::new();
    let mut sound = true;
    for child in root.children() {
        sound &= shape(child, 0, file, &mut shapes, faults);
    }
    sound.then(|| Drawing { view_box, shapes: Html::made_elsewhere(shapes) })
}

/// The byte that a row and a column, both from 1, mean.
fn place(file: Text<'_>, at: TextPos) -> Range<usize> {
    let lines = Lines::of(file.text);
    let line = lines.bytes(file.text, usize::try_from(at.row).unwrap_or(usize::MAX));
    let column = usize::try_from(at.col).unwrap_or(1).saturating_sub(1);
    let rest = file.text.get(line.clone()).unwrap_or_default();
    let offset = rest.char_indices().nth(column).map_or(rest.len(), |(offset, _)| offset);
    line.start + offset..(line.start + offset + 1).min(file.text.len())
}

/// Four finite numbers, the last two positive, written anew.
fn view_box(text: &str) -> Option<String> {
    let numbers: Result<Vec<f32>, _> =
        text.split([' ', ',']).filter(|n| !n.is_empty()).map(str::parse).collect();
    let numbers = numbers.ok().filter(|numbers| numbers.iter().all(|number| number.is_finite()))?;
    let [x, y, width, height] = numbers.as_slice() else { return None };
    (*width > 0.0 && *height > 0.0).then(|| format!("{x} {y} {width} {height}"))
}

/// How deep the elements of a drawing may stand in one another.
const MAX_DEPTH: usize = 32;

/// Writes a node and what is in it; false if something may not stand in a drawing.
fn shape(
    node: Node<'_, '_>,
    depth: usize,
    file: Text<'_>,
    out: &mut String,
    faults: &mut Faults,
) -> bool {
    if let Some(text) = node.text().filter(|_| node.is_text()) {
        let in_text = node
            .parent()
            .is_some_and(|parent| matches!(parent.tag_name().name(), "text" | "tspan"));
        if in_text {
            out.push_str(Html::escaped(text.trim_matches('\n')).as_str());
        }
        return true;
    }
    if !node.is_element() {
        return true;
    }
    if depth > MAX_DEPTH {
        let fault = faults.error(
            file.path,
            node.range(),
            format!("this drawing is nested more than {MAX_DEPTH} deep"),
        );
        fault.hint("take out groups that hold a single element");
        return false;
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
        sound &= shape(child, depth + 1, file, out, faults);
    }
    let _ = write!(out, "</{name}>");
    sound
}
