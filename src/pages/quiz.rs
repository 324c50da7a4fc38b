//! A quiz by link: what it is and, below, the questions and the form that makes such links.

use crate::{
    Site,
    controls::Control,
    text::{page_title, word},
};

pub(super) fn text(site: Site) -> String {
    let words = site.words();
    format!(
        "<div class=\"text quiz\">{}<p>{}</p><p class=\"small\">{}</p><p class=\"without-script\">{}</p>{}</div>",
        page_title("", &word(words.quiz())),
        word(words.quiz_what()),
        word(words.quiz_no_exam()),
        word(words.quiz_off()),
        Control::Quiz.place(site),
    )
}
