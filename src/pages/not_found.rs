//! The page for addresses that lead nowhere.

use concord_model::{Html, Route, html};

use crate::{
    Site,
    text::{href, page_title},
};

pub(super) fn text(site: Site) -> Html {
    let words = site.words();
    html! {
        div.not-found {
            (page_title(&Html::default(), &words.not_found_title()))
            p { (words.not_found_text()) }
            p.buttons {
                a.button href=(href(Route::Home)) { (words.home()) }
                a.button href=(href(Route::Search)) { (words.search()) }
            }
            h2 { (words.lessons()) }
            ul {
                @for lesson in &site.guide.lessons {
                    li { a href=(href(Route::Lesson(lesson.id.clone()))) { (lesson.title) } }
                }
            }
        }
    }
}
