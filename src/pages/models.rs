//! The pages of models, which only the prerenderer writes.

use concord_engine::standing::name_at;
use concord_model::{Address, Block, Html, ModelPage, Route, html};

use super::lesson::blocks;
use crate::{
    Site, argument,
    models::place,
    text::{Scope, line, link, page_title},
};

/// All models, with what each is about.
pub(super) fn list(site: Site) -> Html {
    let words = &site.guide.models.play;
    html! {
        div.list {
            (page_title(&Html::default(), &site.words().models()))
            p { (words.play_models_about()) }
            @for page in &site.guide.model_pages {
                section.entry {
                    h2 { (link(Route::Model(page.name), &page.title)) }
                    p { (page.summary) }
                }
            }
        }
    }
}

/// The page of a model: what comes before its first heading, the model, the rest, and the argument that it bears on.
pub(super) fn text(site: Site, page: &ModelPage) -> Html {
    let route = Route::Model(page.name);
    let scope = Scope::page(site, &route);
    let is_heading = |block: &Block| matches!(block, Block::Heading(_));
    let end = page.blocks.iter().position(is_heading).unwrap_or(page.blocks.len());
    let (before, after) = page.blocks.split_at_checked(end).unwrap_or_default();
    let about = page.about.iter().filter_map(|href| {
        let name = name_at(site.guide, href)?;
        Some(link(Address::parse(href), &name))
    });
    let lesson = page.about.iter().find_map(|href| match Address::parse(href).route {
        Route::Lesson(id) => site.guide.lesson(&id).map(|(_, lesson)| lesson),
        _ => None,
    });
    let words = &site.guide.models.play;
    html! {
        article.lesson {
            (page_title(&html! { (link(Route::Models, &site.words().models())) }, &page.title))
            div.text {
                (blocks(scope, before))
                (place(site, page.name, "", true))
                (blocks(scope, after))
                (line("used-in", words.play_bears_on(), about))
                @if let Some(lesson) = lesson { (argument::of_lesson(scope, lesson)) }
            }
        }
    }
}
