//! Takes a drawing into the page: an SVG file of plain shapes, coloured by the stylesheet.
//!
//! The drawing is written anew from its tree, so nothing reaches the page that is not listed here:
//! no script, no style, no address and no id. What a drawing program keeps for itself is left out,
//! its colours become classes, and the author is told.

mod cleaned;
mod paint;

use std::{collections::BTreeMap, fmt::Write, ops::Range};

use cleaned::Cleaned;
use concord_model::{Html, html};
use paint::{CLASSES, PAINTS, Paint};
use roxmltree::{Document, Node, ParsingOptions, TextPos};

use crate::{diagnostic::Faults, lines::Lines, same::composed, source_file::Text, suggest};

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
        Self { drawings: files.map(|file| (composed(file.path), drawing(file, faults))).collect() }
    }

    /// The drawing at `path`: `None` if there is no such file, `Some(None)` if it is at fault.
    pub(crate) fn get(&self, path: &str) -> Option<Option<&Drawing>> {
        self.drawings.get(&composed(path)).map(Option::as_ref)
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
    // Old programs name a type of document, which says nothing; the limit bounds what it can declare.
    let options =
        ParsingOptions { allow_dtd: true, nodes_limit: 100_000, ..ParsingOptions::default() };
    let tree = match Document::parse_with_options(file.text, options) {
        Ok(tree) => tree,
        Err(error) => {
            let place = place(file, error.pos());
            faults
                .error(file.path, place, format!("this drawing cannot be read: {error}"))
                .hint("open it in a drawing program and save it anew as plain SVG");
            return None;
        }
    };
    let root = tree.root_element();
    if root.tag_name().name() != "svg" {
        faults.error(file.path, 0..0, "this is not an SVG drawing");
        return None;
    }
    let mut cleaned = Cleaned::with(paint::rules(root));
    let view_box = match root.attribute("viewBox") {
        Some(text) => view_box(text),
        None => size(root).inspect(|_| cleaned.note("a viewBox was made of its width and height")),
    };
    let Some(view_box) = view_box else {
        let fault = faults.error(file.path, start_tag(root), "this drawing has no size");
        fault.hint("give its root four numbers: `viewBox=\"0 0 640 360\"`");
        return None;
    };
    let mut shapes = String::new();
    let mut sound = true;
    let paint = Paint::default().of(root, &[], &cleaned.rules);
    for child in root.children() {
        sound &= shape(child, 0, &paint, file, &mut shapes, &mut cleaned, faults);
    }
    if sound {
        cleaned.report(file, start_tag(root), faults);
    }
    sound.then(|| Drawing { view_box, shapes: Html::made_elsewhere(shapes) })
}

/// The first line of an element.
fn start_tag(node: Node<'_, '_>) -> Range<usize> {
    let range = node.range();
    let text = node.document().input_text().get(range.clone()).unwrap_or_default();
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    range.start..range.start + end.max(1)
}

/// The viewBox of a drawing that has a width and a height alone.
fn size(root: Node<'_, '_>) -> Option<String> {
    let number = |name| {
        let text = root.attribute(name)?.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        text.trim().parse::<f32>().ok().filter(|number| number.is_finite() && *number > 0.0)
    };
    Some(format!("0 0 {} {}", number("width")?, number("height")?))
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

/// What is SVG and draws nothing by itself.
const SILENT: [&str; 14] = [
    "metadata",
    "title",
    "desc",
    "defs",
    "style",
    "linearGradient",
    "radialGradient",
    "pattern",
    "clipPath",
    "mask",
    "filter",
    "marker",
    "symbol",
    "view",
];

/// What holds shapes and is none.
const WRAPPERS: [&str; 2] = ["a", "switch"];

/// Writes a node and what is in it; false if something may not stand in a drawing.
fn shape(
    node: Node<'_, '_>,
    depth: usize,
    around: &Paint,
    file: Text<'_>,
    out: &mut String,
    cleaned: &mut Cleaned,
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
            start_tag(node),
            format!("this drawing is nested more than {MAX_DEPTH} deep"),
        );
        fault.hint("take out groups that hold a single element");
        return false;
    }
    let name = node.tag_name().name();
    let is_svg =
        node.tag_name().namespace().is_none_or(|space| space == "http://www.w3.org/2000/svg");
    if !is_svg || SILENT.contains(&name) {
        // Comments and names of a program are no loss; what shapes refer to is told with them.
        cleaned.drop(format!("`<{name}>`"));
        return true;
    }
    if !ELEMENTS.contains(&name) && !WRAPPERS.contains(&name) {
        let hint = match name {
            "use" => "in the drawing program, turn clones and symbols into shapes of their own"
                .to_owned(),
            "image" => {
                "draw it with shapes; pictures made of points have no place in a guide".to_owned()
            }
            _ => format!("take it out; a drawing holds {}", suggest::list(&ELEMENTS)),
        };
        faults
            .error(file.path, start_tag(node), format!("a drawing cannot hold `<{name}>`"))
            .hint(hint);
        return false;
    }
    let (known, unknown): (Vec<&str>, Vec<&str>) = node
        .attribute("class")
        .unwrap_or_default()
        .split_whitespace()
        .partition(|class| CLASSES.contains(class));
    let mut paint = around.clone().of(node, &unknown, &cleaned.rules);
    paint.has_class |= !known.is_empty();
    if paint.is_hidden() {
        cleaned.drop("what is hidden".to_owned());
        return true;
    }
    let is_wrapper = WRAPPERS.contains(&name);
    let mut sound = attributes(node, &unknown, file, cleaned, faults);
    if !is_wrapper {
        let _ = write!(out, "<{name}");
        let mut classes = known.join(" ");
        // Letters within a text have its look unless they say otherwise.
        let is_shape = name != "g"
            && (name != "tspan" || PAINTS.iter().any(|paint| node.attribute(*paint).is_some()));
        if is_shape && !paint.has_class {
            let (class, colour) = paint.class(name);
            cleaned.colour(class, &colour);
            class.clone_into(&mut classes);
        }
        if !classes.is_empty() {
            let _ = write!(out, " class=\"{}\"", Html::escaped(&classes));
        }
        for attribute in node.attributes().filter(|attribute| attribute.namespace().is_none()) {
            let attribute_name = attribute.name();
            if attribute_name != "class" && ATTRIBUTES.contains(&attribute_name) {
                let _ = write!(out, " {attribute_name}=\"{}\"", Html::escaped(attribute.value()));
            }
        }
        out.push('>');
    }
    for child in node.children() {
        sound &= shape(child, depth + 1, &paint, file, out, cleaned, faults);
    }
    if !is_wrapper {
        let _ = write!(out, "</{name}>");
    }
    sound
}

/// Notes the attributes that are left out; false if one of them would do something.
fn attributes(
    node: Node<'_, '_>,
    unknown: &[&str],
    file: Text<'_>,
    cleaned: &mut Cleaned,
    faults: &mut Faults,
) -> bool {
    let mut sound = true;
    for attribute in node.attributes() {
        let name = attribute.name();
        if attribute.namespace().is_none() && name.starts_with("on") {
            faults
                .error(
                    file.path,
                    attribute.range(),
                    format!("a drawing cannot have the attribute `{name}`"),
                )
                .hint("take it out; drawings do not run programs");
            sound = false;
        } else if name.starts_with("marker")
            || attribute.value().contains("marker-end")
                && !attribute.value().contains("marker-end:none")
        {
            cleaned.note("heads of arrows are lost: draw each as a `polygon`");
        } else if attribute.namespace().is_some() || !ATTRIBUTES.contains(&name) {
            cleaned.drop(format!("`{name}`"));
        }
    }
    for class in unknown {
        if !cleaned.rules.iter().any(|(known, _)| known == class) {
            cleaned.note(&format!("there is no class `{class}`, so it was left out"));
        }
    }
    sound
}
