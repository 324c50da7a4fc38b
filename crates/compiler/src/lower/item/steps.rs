//! Questions that ask for an order: a numbered list in the right one.

use concord_model::Step;
use pulldown_cmark::{Event, Tag};

use super::{
    Events,
    answers::{list_items, with_feedback},
    fault,
};
use crate::{html::Writer, outline::Section};

pub(super) fn order<'a>(
    section: &Section<'a>,
    list: Option<Events<'_, 'a>>,
    writer: &mut Writer<'_, 'a>,
) -> Option<Vec<Step>> {
    let is_numbered =
        |list: &Events<'_, '_>| matches!(list.first(), Some((Event::Start(Tag::List(Some(_))), _)));
    let items = list.filter(is_numbered).map(list_items).unwrap_or_default();
    if items.len() < 3 {
        let hint = "write at least three steps, in the right order: `1. …`";
        fault(section, writer, "an order is a text and, last, a numbered list", hint);
        return None;
    }
    let steps: Vec<_> = items.iter().filter_map(|item| with_feedback(item, writer)).collect();
    let steps: Vec<_> = steps.into_iter().map(|(text, feedback)| Step { text, feedback }).collect();
    (steps.len() == items.len()).then_some(steps)
}
