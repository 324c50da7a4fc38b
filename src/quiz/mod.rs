//! Questions. One file for each type of item; scoring is the engine's.

mod choice;

use concord_model::Choice;

use crate::{controls::Control, scope::Scope, text::word};
pub(crate) use choice::choice;

/// A question in the text: its label, its stem and the place of its answers.
pub(crate) fn place(scope: Scope<'_>, item: &Choice) -> String {
    let Choice { id, stem, .. } = item;
    let site = scope.site;
    let control =
        if scope.live { Control::Choice(id.clone()).place(site) } else { choice::on_paper(item) };
    format!(
        "<section class=\"item\" aria-labelledby=\"{id}\"><p class=\"tag\"><span class=\"part\">{question}</span>{to_here}</p>\
         {heading}<div id=\"_stem-{id}\" class=\"prose\">{stem}</div>{control}{answers}</section>",
        question = word(&site.words().question),
        heading = scope.heading(item.level, id.as_str(), &item.title),
        to_here = scope.to_here(id.as_str(), &item.title),
        answers = choice::answers(site, item),
    )
}
