//! The owners whose statements the reader left out.

use concord_model::{OwnerMark, data};
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::{
    dom::{DRAWN, ENTRY, all, attribute, class, id_of},
    shown::Shown,
};

/// Statements of owners that the reader left out are faint in drawings; in the outline they are gone
/// unless something that is shown stands below them, or rests on them.
pub(super) fn filter(root: &Element, shown: &Shown) {
    let boxes = all::<HtmlInputElement>(root, concat!("input[", data!(owner), "]"));
    let left_out = boxes.iter().filter(|own| !own.checked());
    let left_out: Vec<OwnerMark> =
        left_out.filter_map(|own| OwnerMark::read(&attribute(own, data!(owner)))).collect();
    let is_out = |id: &str| shown.owner(id).is_some_and(|mark| left_out.contains(&mark));
    let is_of_out = |node: &Element| is_out(&id_of(node));
    for node in all::<Element>(root, DRAWN) {
        class(&node, "faint", is_of_out(&node));
    }
    for (edge, from, to) in shown.lines() {
        class(edge, "faint", is_out(to) || from.iter().all(|from| is_out(from)));
    }
    for node in all::<HtmlElement>(root, ENTRY) {
        let own = is_of_out(&node);
        let holds_shown = || all::<Element>(&node, ENTRY).iter().any(|inner| !is_of_out(inner));
        let context = own && (node.class_list().contains("premise") || holds_shown());
        class(&node, "context", context);
        class(&node, "away", own && !context);
    }
}
