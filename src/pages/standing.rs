//! Where the reader stands.

use crate::{
    Site,
    controls::Control,
    scope::Scope,
    text::{link, page_title, section, word},
};
use concord_model::Route;

pub(super) fn text(site: Site) -> String {
    let (scope, words) = (Scope::page(site, &Route::Standing), site.words());
    let quiz = link(Route::Quiz, &word(words.quiz()));
    let print = format!(
        "<p class=\"buttons live\"><button type=\"button\" class=\"plain\" data-prints>{}</button></p>",
        word(words.print())
    );
    let how = format!("<p class=\"small\">{}</p>", word(words.review_how()));
    let what = format!("<p>{}</p>", word(words.memory_what()));
    format!(
        "<div class=\"text standing\">{}<p class=\"without-script\">{}</p>{}{}{}</div>",
        page_title("", &word(words.standing())),
        word(words.standing_off()),
        section(scope, "summary", words.summary(), &(Control::Standing.place(site) + &print)),
        section(
            scope,
            "review",
            words.review(),
            &(how + &Control::Review.place(site) + &format!("<p>{quiz}</p>"))
        ),
        section(scope, "memory", words.memory(), &(what + &Control::Memory.place(site))),
    )
}
