//! The class page: what it is, the place of the program that collects results, and what is processed where.

use concord_model::{Address, Html, Program, Route, html, talk::Panel};

use crate::{
    Site,
    text::{link, page_title, panel},
};

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
                @if site.guide.about.is_some() {
                    p { (link(Address::from(Route::About), &words.class_data_more())) }
                }
            }
        }
    }
}
