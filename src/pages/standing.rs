//! Where the reader stands.

use concord_model::{Html, Route, html};

use crate::{
    Site,
    text::{Control, Scope, link, page_title, section},
};

pub(super) fn text(site: Site) -> Html {
    let (scope, words) = (Scope::page(site, &Route::Standing), site.words());
    let summary = html! {
        (Control::Standing.place())
        p .buttons.live { button.plain type="button" data-prints { (words.print()) } }
    };
    let review = html! {
        p.small { (words.review_how()) }
        (Control::Review.place())
        p .buttons.live {
            button.plain type="button" data-calendar=(calendar(site)) {
                (site.guide.packages.calendar_save())
            }
        }
        p role="status" hidden { (words.review_none()) }
        p { (link(Route::Quiz, &words.quiz())) }
    };
    let memory = html! { p { (words.memory_what()) } (Control::Memory.place()) };
    html! {
        div .text.standing {
            (page_title(&Html::default(), &words.standing()))
            p.without-script { (words.standing_off()) }
            (section(scope, "summary", words.summary(), &summary))
            (section(scope, "review", words.review(), &review))
            (section(scope, "memory", words.memory(), &memory))
        }
    }
}

/// What the script of the calendar has to know, a line each: what its events are called, and each question with its
/// version.
fn calendar(site: Site) -> String {
    let name = format!("{} · {}", site.guide.title, site.words().review());
    let questions = site.guide.items().map(|(_, item)| format!("{} {}", item.id, item.version));
    [name].into_iter().chain(questions).collect::<Vec<_>>().join("\n")
}
