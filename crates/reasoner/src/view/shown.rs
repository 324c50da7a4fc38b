//! What the page shows of each statement, in outline and drawings in one step.

use std::collections::BTreeMap;

use concord_reasoner::Fact;
use web_sys::{Element, HtmlInputElement};

use super::dom::{all, attribute, set};

/// What is known of a statement.
#[derive(Default)]
struct Known {
    label: String,
    verdict: String,
    owner: String,
    picked: String,
    form: String,
    /// Whether the page does not show all of this yet.
    is_new: bool,
}

/// All that is known, and where it is shown.
#[derive(Default)]
pub(super) struct Shown {
    known: BTreeMap<String, Known>,
    edges: BTreeMap<(String, String), String>,
    signs: BTreeMap<String, String>,
    /// The elements of each statement: entries of the outline, nodes of drawings.
    nodes: BTreeMap<String, Vec<Element>>,
    labels: BTreeMap<String, Vec<Element>>,
    forms: BTreeMap<String, Vec<Element>>,
    /// The edges, each with the ids of the statements that it comes from, and of the one it leads to.
    lines: Vec<Line>,
}

/// An edge in a drawing, and the ids of its ends.
pub(super) type Line = (Element, Vec<String>, String);

impl Shown {
    pub(super) fn of(root: &Element) -> Self {
        let by = |attribute_name: &str| {
            let mut found: BTreeMap<String, Vec<Element>> = BTreeMap::new();
            for element in all::<Element>(root, &format!("[{attribute_name}]")) {
                found.entry(attribute(&element, attribute_name)).or_default().push(element);
            }
            found
        };
        let lines = all::<Element>(root, "[data-from]").into_iter();
        let lines = lines.map(|line| {
            let from = attribute(&line, "data-from");
            let from = from.split_whitespace().map(str::to_owned).collect();
            let to = attribute(&line, "data-to");
            (line, from, to)
        });
        Self {
            nodes: by("data-node"),
            labels: by("data-label"),
            forms: by("data-leaf"),
            lines: lines.collect(),
            ..Self::default()
        }
    }

    /// Notes a fact.
    pub(super) fn take(&mut self, fact: &Fact<'_>) {
        if let Fact::Edge(from, to, label) = *fact {
            self.edges.insert((from.to_owned(), to.to_owned()), label.to_owned());
        }
        if let Fact::Sign(label, html) = *fact {
            self.signs.insert(label.to_owned(), html.to_owned());
        }
        let (Fact::Label(id, _)
        | Fact::Verdict(id, _)
        | Fact::Owner(id, _)
        | Fact::Picked(id, _)
        | Fact::Form(id, _)) = *fact
        else {
            return;
        };
        let known = self.known.entry(id.to_owned()).or_default();
        let (place, value) = match *fact {
            Fact::Label(_, value) => (&mut known.label, value),
            Fact::Verdict(_, value) => (&mut known.verdict, value),
            Fact::Owner(_, value) => (&mut known.owner, value),
            Fact::Form(_, value) => (&mut known.form, value),
            Fact::Picked(_, value) => (&mut known.picked, value),
            _ => return,
        };
        if place != value {
            value.clone_into(place);
            known.is_new = true;
        }
    }

    /// Shows what is new.
    pub(super) fn apply(&mut self) {
        let of = |found: &BTreeMap<String, Vec<Element>>, id: &str| {
            found.get(id).cloned().unwrap_or_default()
        };
        for (id, known) in &mut self.known {
            if !std::mem::take(&mut known.is_new) {
                continue;
            }
            let sign = self.signs.get(&known.label).map(String::as_str).unwrap_or_default();
            of(&self.labels, id).iter().for_each(|place| {
                place.set_inner_html(sign);
                set(place, "data-is", &known.label);
            });
            for node in of(&self.nodes, id) {
                set(&node, "data-is", &known.label);
                if node.local_name() == "g" {
                    // A sign has no name that everyone hears.
                    let word = sign.rsplit_once("</span> ").map_or("", |(_, word)| word);
                    set(&node, "aria-label", &format!("{} ({word})", said(&node)));
                }
                if let Some(sign) = super::dom::first(&node, "text.sign") {
                    sign.set_text_content(Some(drawn(&known.label)));
                }
            }
            for form in of(&self.forms, id) {
                if form.child_element_count() == 0 {
                    form.set_inner_html(&known.form);
                }
                for input in all::<HtmlInputElement>(&form, "input") {
                    input.set_checked(input.value() == known.verdict);
                }
            }
        }
        for (line, from, to) in &self.lines {
            // Where the objection between two claims is not shown, it is what counts.
            let via = line.get_attribute("data-via");
            let Some(from) = via.as_ref().or(from.first()) else { continue };
            // An attack is as strong as what attacks, and where premises meet, as their step.
            let is_support = line.class_list().contains("support");
            let own = self.edges.get(&(from.clone(), to.clone())).filter(|_| is_support);
            let label = own.or_else(|| self.known.get(from).map(|from| &from.label));
            if let Some(label) = label.filter(|label| attribute(line, "data-is") != **label) {
                set(line, "data-is", label);
            }
        }
    }

    pub(super) fn owner(&self, id: &str) -> Option<&str> {
        self.known.get(id).map(|known| known.owner.as_str())
    }

    /// What stands beside a drawing while a statement is selected.
    pub(super) fn picked(&self, id: &str) -> &str {
        self.known.get(id).map(|known| known.picked.as_str()).unwrap_or_default()
    }

    /// The verdict on a leaf; none on other statements.
    pub(super) fn verdict(&self, id: &str) -> Option<&str> {
        let known = self.known.get(id).filter(|known| !known.form.is_empty());
        known.map(|known| known.verdict.as_str())
    }

    /// The sign of a statement's label, as HTML.
    pub(super) fn sign(&self, id: &str) -> (&str, &str) {
        let label = self.known.get(id).map(|known| known.label.as_str()).unwrap_or_default();
        (label, self.signs.get(label).map(String::as_str).unwrap_or_default())
    }

    /// The elements of a statement.
    pub(super) fn nodes(&self, id: &str) -> &[Element] {
        self.nodes.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// The edges.
    pub(super) fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The statements at the other ends of a statement's edges.
    pub(super) fn neighbours(&self, id: &str) -> Vec<&str> {
        let mut near = Vec::new();
        for (_, from, to) in &self.lines {
            if to == id {
                near.extend(from.iter().map(String::as_str));
            } else if from.iter().any(|from| from == id) {
                near.push(to.as_str());
            }
        }
        near
    }
}

/// What a box of a drawing says: its part, its owner and its sentence.
fn said(node: &Element) -> String {
    let texts = all::<Element>(node, "text:not(.sign)").into_iter();
    let texts = texts.filter_map(|text| text.text_content());
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sign of a label within a drawing.
fn drawn(label: &str) -> &'static str {
    match label {
        "in" => "✓",
        "out" => "✗",
        _ => "?",
    }
}
