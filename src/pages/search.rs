//! The search: a field and, below it, what it finds. Without scripts, the way to the lists.

use crate::{
    Site,
    controls::Control,
    text::{page_title, word},
};

pub(super) fn text(site: Site) -> String {
    let words = site.words();
    format!(
        "<div class=\"search\">{}<p>{}</p><search>{}</search><p class=\"without-script\">{}</p></div>",
        page_title("", &word(words.search())),
        word(words.search_hint()),
        Control::Search.place(site),
        word(words.search_off()),
    )
}
