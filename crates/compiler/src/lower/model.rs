//! Models to play with: the page of one, and the place of one in a lesson.

use concord_model::{Block, Form, Heading, ModelName, ModelPage, PlacedModel, Route, html};

use super::{blocks::blocks, lesson::summary, named::tested};
use crate::{events::plain_text, html::Writer, outline::Section, suggest};

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

/// The place of a model in a lesson: its heading and itself, and then what stands below.
pub(super) fn place<'a>(section: &Section<'a>, writer: &mut Writer<'_, 'a>) -> Vec<Block> {
    let attributes = &section.attributes;
    let mut placed = Vec::new();
    if let Some(id) = section.id.clone() {
        let title = writer.inline(&section.title);
        placed.push(Block::Heading(Heading { id, level: section.level, title }));
    }
    let Some((name, span)) = attributes.value("model") else {
        let hint = "add `model=` and the name of a model: `model=good-faith`";
        writer.refuse(&section.span, "this section plays no model", hint);
        return placed;
    };
    let Some(model) = ModelName::read(name) else {
        let hint = suggest::did_you_mean(name, ModelName::ALL.map(ModelName::name));
        let message = format!("there is no model `{name}`");
        writer.faults.error(writer.file.path, span, message).hint_if(hint);
        return placed;
    };
    if !writer.symbols.models.contains_key(model.name()) {
        let message = format!("the model `{name}` has no page");
        let hint = format!("write one: `# Title {{#{name} .model about=…}}`, in a file of its own");
        writer.faults.error(writer.file.path, span, message).hint(hint);
    }
    let (settings, span) = attributes.value("settings").unwrap_or(("", section.span.clone()));
    if let Err((message, hint)) = concord_models::check(model, settings) {
        writer.faults.error(writer.file.path, span, message).hint_if(hint);
    }
    let page = Route::Model(model).href(Form::Folder);
    let href = if settings.is_empty() { page } else { format!("{page}?{settings}") };
    let text = html! { p.small { a href=(href) { (writer.symbols.open_model) } } };
    let own = blocks(section, None, writer);
    // What explains it stands above it: readers meet the question first.
    placed.extend(own);
    placed.push(Block::Model(PlacedModel { name: model, settings: settings.to_owned(), text }));
    placed
}
