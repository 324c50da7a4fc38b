//! Questions that ask for an order: a numbered list in the right one.

use concord_model::Step;

use super::feedback::{place_of, with_feedback};
use crate::{
    events::{Events, list_items},
    html::Writer,
    same::heard,
};

pub(super) fn order<'a>(list: Events<'_, 'a>, writer: &mut Writer<'_, 'a>) -> Option<Vec<Step>> {
    let items = list_items(list);
    if items.len() < 3 {
        let span = items.first().map(|item| place_of(item, writer)).unwrap_or_default();
        let message = format!("an order has at least three steps, and this has {}", items.len());
        writer
            .faults
            .error(writer.file.path, span, message)
            .hint("add steps, or ask with a `.choice` what comes first");
        return None;
    }
    let mut steps: Vec<Step> = Vec::new();
    for item in &items {
        let Some((text, feedback)) = with_feedback(item, writer) else { continue };
        if steps.iter().any(|step| heard(&step.text) == heard(&text)) {
            let span = place_of(item, writer);
            writer
                .faults
                .error(writer.file.path, span, "this step stands here twice")
                .hint("say what tells one from the other, or leave one out");
        }
        steps.push(Step { text, feedback });
    }
    // A step with a fault of its own is reported.
    (steps.len() == items.len()).then_some(steps)
}
