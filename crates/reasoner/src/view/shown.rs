//! What the page shows of each statement, in outline and drawings in one step.

use std::collections::BTreeMap;

use concord_model::{
    Html, OwnerMark, data,
    talk::{Fact, Label, Verdict},
};
use web_sys::{Element, HtmlInputElement};

use super::dom::{all, attribute, class, first, put, set};

/// What is known of a statement.
#[derive(Default)]
struct Known {
    label: Option<Label>,
    verdict: Option<Verdict>,
    owner: Option<OwnerMark>,
    picked: Html,
    form: Html,
    /// Whether the page does not show all of this yet.
    is_new: bool,
}

/// All that is known, and where it is shown.
#[derive(Default)]
pub(super) struct Shown {
    known: BTreeMap<String, Known>,
    edges: BTreeMap<(String, String), Label>,
    signs: BTreeMap<Label, Html>,
    /// The elements of each statement: entries of the outline, nodes of drawings.
    nodes: BTreeMap<String, Vec<Element>>,
    labels: BTreeMap<String, Vec<Element>>,
    forms: BTreeMap<String, Vec<Element>>,
    /// The buttons in rows that judge each leaf.
    buttons: BTreeMap<String, Vec<Element>>,
    /// The edges, each with the ids of the statements that it comes from, and of the one it leads to.
    lines: Vec<Line>,
}

/// An edge in a drawing, and the ids of its ends.
pub(super) type Line = (Element, Vec<String>, String);

impl Shown {
    pub(super) fn of(root: &Element) -> Self {
        let by = |attribute_name: &str, selector: &str| {
            let mut found: BTreeMap<String, Vec<Element>> = BTreeMap::new();
            for element in all::<Element>(root, selector) {
                found.entry(attribute(&element, attribute_name)).or_default().push(element);
            }
            found
        };
        let lines = all::<Element>(root, concat!("[", data!(from), "]")).into_iter();
        let lines = lines.map(|line| {
            let from = attribute(&line, data!(from));
            let from = from.split_whitespace().map(str::to_owned).collect();
            let to = attribute(&line, data!(to));
            (line, from, to)
        });
        Self {
            nodes: by(data!(node), concat!("[", data!(node), "]")),
            labels: by(data!(label), concat!("[", data!(label), "]")),
            forms: by(data!(leaf), concat!("[", data!(leaf), "]")),
            buttons: by(data!(on), concat!("button[", data!(on), "]")),
            lines: lines.collect(),
            ..Self::default()
        }
    }

    /// Notes what a fact says of statements.
    pub(super) fn take(&mut self, fact: Fact<'_>) {
        match fact {
            Fact::Edge(from, to, label) => {
                self.edges.insert((from.to_owned(), to.to_owned()), label);
            }
            Fact::Sign(label, sign) => {
                self.signs.insert(label, sign);
            }
            Fact::Label(id, label) => self.know(id, |own| renew(&mut own.label, Some(label))),
            Fact::Verdict(id, verdict) => {
                self.know(id, |own| renew(&mut own.verdict, Some(verdict)));
            }
            Fact::Owner(id, mark) => self.know(id, |own| renew(&mut own.owner, Some(mark))),
            Fact::Picked(id, picked) => self.know(id, |own| renew(&mut own.picked, picked)),
            Fact::Form(id, form) => self.know(id, |own| renew(&mut own.form, form)),
            _ => {}
        }
    }

    fn know(&mut self, id: &str, note: impl FnOnce(&mut Known) -> bool) {
        let known = self.known.entry(id.to_owned()).or_default();
        known.is_new |= note(known);
    }

    /// Looks again for where statements stand, as those of the reader's own came or went.
    pub(super) fn find_anew(&mut self, root: &Element) {
        let Self { nodes, labels, forms, buttons, lines, .. } = Self::of(root);
        *self = Self { nodes, labels, forms, buttons, lines, ..std::mem::take(self) };
        self.known.values_mut().for_each(|known| known.is_new = true);
    }

    /// Shows what is new, as much as there is time for before a picture; whether something is left.
    pub(super) fn apply(&mut self, has_time: impl Fn() -> bool) -> bool {
        for (id, known) in &mut self.known {
            if !known.is_new {
                continue;
            }
            if !has_time() {
                return true;
            }
            known.is_new = false;
            let at = |places: &BTreeMap<String, Vec<Element>>| {
                places.get(id).cloned().unwrap_or_default()
            };
            if let Some(label) = known.label {
                let sign = self.signs.get(&label).cloned().unwrap_or_default();
                for place in at(&self.labels).iter().filter(|own| is_new(own, label)) {
                    put(place, &sign);
                    set(place, data!(is), label.name());
                }
                for node in at(&self.nodes).iter().filter(|own| is_new(own, label)) {
                    show_label(node, label, &sign);
                }
            }
            for button in at(&self.buttons) {
                press(&button, known.verdict);
            }
            for form in at(&self.forms) {
                if form.child_element_count() == 0 {
                    put(&form, &known.form);
                }
                // The others are no longer chosen then.
                for input in all::<HtmlInputElement>(&form, "input") {
                    if Verdict::read(&input.value()) == known.verdict && !input.checked() {
                        input.set_checked(true);
                    }
                }
            }
        }
        self.show_edges();
        false
    }

    fn show_edges(&self) {
        for (line, from, to) in &self.lines {
            // Where the objection between two claims is not shown, it is what counts.
            let via = line.get_attribute(data!(via));
            let Some(from) = via.as_ref().or(from.first()) else { continue };
            // An attack is as strong as what attacks, and where premises meet, as their step.
            let is_support = line.class_list().contains("support");
            let own = self.edges.get(&(from.clone(), to.clone())).filter(|_| is_support);
            let of_source = || self.known.get(from).and_then(|from| from.label);
            if let Some(label) = own.copied().or_else(of_source)
                && attribute(line, data!(is)) != label.name()
            {
                set(line, data!(is), label.name());
            }
        }
    }

    pub(super) fn owner(&self, id: &str) -> Option<OwnerMark> {
        self.known.get(id)?.owner
    }

    /// What stands beside a drawing while a statement is selected.
    pub(super) fn picked(&self, id: &str) -> Html {
        self.known.get(id).map(|known| known.picked.clone()).unwrap_or_default()
    }

    /// The verdict on a leaf; none on other statements.
    pub(super) fn verdict(&self, id: &str) -> Option<Verdict> {
        self.known.get(id).filter(|known| !known.form.is_empty())?.verdict
    }

    /// A statement's label, and its sign.
    pub(super) fn sign(&self, id: &str) -> Option<(Label, &Html)> {
        let label = self.known.get(id)?.label?;
        Some((label, self.signs.get(&label)?))
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
    pub(super) fn neighbours(&self, id: &str) -> Vec<String> {
        let mut near = Vec::new();
        for (_, from, to) in &self.lines {
            if to == id {
                near.extend(from.iter().cloned());
            } else if from.iter().any(|from| from == id) {
                near.push(to.clone());
            }
        }
        near
    }
}

/// Shows whether a button is that of the verdict.
pub(super) fn press(button: &Element, verdict: Option<Verdict>) {
    let is_on = Verdict::read(&attribute(button, data!(verdict))) == verdict;
    set(button, "aria-pressed", if is_on { "true" } else { "false" });
}

/// Puts a value in a place; whether it is another than before.
fn renew<T: PartialEq>(place: &mut T, value: T) -> bool {
    let is_new = *place != value;
    *place = value;
    is_new
}

/// Whether an element shows another label, or none yet.
fn is_new(element: &Element, label: Label) -> bool {
    attribute(element, data!(is)) != label.name()
}

/// Shows the label of an entry of the outline, or of a box in a drawing.
fn show_label(node: &Element, label: Label, sign: &Html) {
    set(node, data!(is), label.name());
    if node.local_name() == "g" {
        class(node, "stands", label == Label::In);
        class(node, "falls", label == Label::Out);
        // A sign has no name that everyone hears.
        let text = sign.text();
        let word = text.split_once(' ').map_or("", |(_, word)| word);
        // What it says is read once; after that, it stands in its name.
        let named = attribute(node, "aria-label");
        let said = named.rsplit_once(" (").map_or_else(|| said(node), |(said, _)| said.to_owned());
        set(node, "aria-label", &format!("{said} ({word})"));
    }
    if let Some(sign) = first(node, "text.sign") {
        sign.set_text_content(Some(drawn(label)));
    }
}

/// What a box of a drawing says: its part, its owner and its sentence.
fn said(node: &Element) -> String {
    let texts = all::<Element>(node, "text:not(.sign)").into_iter();
    let texts = texts.filter_map(|text| text.text_content());
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sign of a label within a drawing.
fn drawn(label: Label) -> &'static str {
    match label {
        Label::In => "✓",
        Label::Out => "✗",
        Label::Undecided => "?",
    }
}
