//! The place of a model in a lesson.

use concord_model::{Form, ModelName, PlacedModel, Route, html};

use crate::{html::Writer, outline::Section, suggest};

/// The model that a section of a lesson plays.
pub(super) fn lower<'a>(section: &Section<'a>, writer: &mut Writer<'_, 'a>) -> Option<PlacedModel> {
    let attributes = &section.attributes;
    let Some((name, span)) = attributes.value("model") else {
        let hint = "add `model=` and the name of a model: `model=good-faith`";
        writer.refuse(&section.span, "this section plays no model", hint);
        return None;
    };
    let Some(model) = ModelName::read(name) else {
        let hint = suggest::did_you_mean(name, ModelName::ALL.map(ModelName::name));
        let message = format!("there is no model `{name}`");
        writer.faults.error(writer.file.path, span, message).hint_if(hint);
        return None;
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
    Some(PlacedModel { name: model, settings: settings.to_owned(), text })
}
