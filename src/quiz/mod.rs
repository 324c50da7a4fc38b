//! Questions. One file for each type of item; scoring is the engine's.

mod choice;

use concord_model::Choice;

use crate::{
    Site,
    controls::Control,
    text::{heading, word},
};
pub(crate) use choice::choice;

/// A question in the text: its label, its stem and the place of its answers.
pub(crate) fn place(site: Site, item: &Choice) -> String {
    let Choice { id, stem, .. } = item;
    format!(
        "<section class=\"item\" aria-labelledby=\"{id}\"><p class=\"tag\"><span class=\"part\">{question}</span></p>\
         {heading}<div id=\"_stem-{id}\" class=\"prose\">{stem}</div>{control}{answers}</section>",
        question = word(&site.words().question),
        heading = heading(item.level, id.as_str(), &item.title),
        control = Control::Choice(id.clone()).place(site),
        answers = choice::answers(site, item),
    )
}
