//! A quiz by link: what it is and, below, the questions and the form that makes such links.

use concord_model::{Html, Route, html};

use crate::{
    Site,
    quiz::quiz_form,
    text::{Control, link, page_title},
};

pub(super) fn text(site: Site) -> Html {
    let words = site.words();
    html! {
        div .text.quiz {
            (page_title(&Html::default(), &words.quiz()))
            p { (words.quiz_what()) }
            p.small { (words.quiz_no_exam()) }
            p.small { (link(Route::Class, &site.guide.results.class_link())) }
            p.without-script { (words.quiz_off()) }
            (Control::Quiz.place())
            (quiz_form(site))
        }
    }
}
