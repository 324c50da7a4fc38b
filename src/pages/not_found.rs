//! The page for addresses that lead nowhere.

use concord_model::Route;

use crate::{
    Site,
    text::{href, page_title, word},
};

pub(super) fn text(site: Site) -> String {
    let words = site.words();
    format!(
        "<div class=\"not-found\">{}<p>{}</p><p><a class=\"button\" href=\"{}\">{}</a></p></div>",
        page_title("", &word(words.not_found_title())),
        word(words.not_found_text()),
        href(Route::Home),
        word(words.home()),
    )
}
