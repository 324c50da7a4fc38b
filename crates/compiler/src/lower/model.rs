//! The page of a model to play with.

use concord_model::{ModelPage, Route};

use super::{blocks::blocks, lesson::summary, named::tested};
use crate::{events::plain_text, html::Writer, outline::Section};

/// The page of a model, whose id is the model's name.
pub(super) fn lower<'a>(section: &Section<'a>, writer: &mut Writer<'_, 'a>) -> Option<ModelPage> {
    let summary = summary(section, "page", writer);
    let about = tested(section, "about", writer);
    if section.attributes.value("about").is_none() {
        let hint = "add `about=` and the ids of the statements that it bears on";
        writer.refuse(&section.span, "this model bears on nothing", hint);
    }
    let blocks = blocks(section, None, writer);
    let Route::Model(name) = writer.route else { return None };
    Some(ModelPage { name, title: plain_text(&section.title), summary: summary?, about, blocks })
}
