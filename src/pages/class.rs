//! The class page: what it is, the place of the program that collects results, and what is processed where.

use concord_model::{About, Address, Block, Html, Program, Route, html, talk::Panel};

use crate::{
    Site,
    text::{link, page_title, panel},
};

/// The id of the section of the page about the guide that tells what is processed where.
const PRIVACY: &str = "privacy";

pub(super) fn text(site: Site) -> Html {
    let words = &site.guide.results;
    html! {
        div .list.class-page {
            (page_title(&Html::default(), &words.class()))
            p { (words.class_about()) }
            p.small { (words.class_no_exam()) }
            p.without-script { (words.class_off()) }
            div.results data-program=(Program::Results.name()) data-off=(site.words().results_failed()) {
                (panel(Panel::Notice))
                div.inner {}
            }
            section.data aria-labelledby="_data" {
                (Html::heading(2, "_data", &words.class_data()))
                p { (words.class_data_student()) }
                p { (words.class_data_teacher()) }
                p { (words.class_data_host()) }
                p { (words.class_data_yours()) }
                @if let Some(about) = &site.guide.about {
                    p { (link(of_privacy(about), &words.class_data_more())) }
                }
            }
        }
    }
}

/// Where the guide speaks of privacy: in a section of that name, if it has one.
fn of_privacy(about: &About) -> Address {
    let is_it = |block: &Block| matches!(block, Block::Heading(own) if own.id.as_str() == PRIVACY);
    match about.blocks.iter().any(is_it) {
        true => Address::new(Route::About, PRIVACY),
        false => Route::About.into(),
    }
}
