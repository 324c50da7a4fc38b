//! One piece of the guide, with little around it, for other sites to show in a frame.

use concord_model::{Form, Guide, Html, Piece, Route, fill};

use super::{MAIN, glossary, lesson};
use crate::{
    Site, quiz,
    rewrite::for_frame,
    scope::Scope,
    text::{page_title, source_link, word},
};

/// The whole of a frame: the piece, where it comes from, and the way into the guide.
pub(super) fn text(site: Site, piece: &Piece) -> String {
    let home = piece.href(site.guide, Form::Folder);
    let home = home.unwrap_or_else(|| Route::Home.href(Form::Folder));
    let open = fill(site.words().embed_open(), &[("guide", &site.guide.title)]);
    let work = site.guide.source(&site.guide.work.source);
    let work = work
        .map(|work| format!("{} {}, {}", source_link(work), word(&work.by), word(&work.date)))
        .unwrap_or_default();
    format!(
        "<main id=\"{MAIN}\" class=\"frame\" tabindex=\"-1\">{}</main>\
         <footer class=\"frame\"><p><a href=\"{}\">{}</a></p><p>{} {work}</p></footer>",
        inner(site, piece),
        word(&home),
        word(&open),
        word(site.words().about_work()),
    )
}

fn inner(site: Site, piece: &Piece) -> String {
    let guide = site.guide;
    match piece {
        Piece::Lesson(id) => guide.lesson(id).map(|(_, lesson)| {
            let body = for_frame(&lesson::body(Scope::frame(site, 1), lesson), id);
            let title = page_title("", &Html::escaped(&lesson.title).0);
            format!("<div class=\"text\">{title}{body}</div>")
        }),
        Piece::Statement(id) => guide.statement(id).map(|(_, statement)| {
            lesson::statement(Scope::frame(site, statement.level), statement, None)
        }),
        Piece::Item(id) => {
            guide.item(id).map(|(_, item)| quiz::place(Scope::frame(site, item.level), item))
        }
        Piece::Term(id) => {
            guide.term(id).map(|term| glossary::entry(Scope::frame(site, 1), 1, term))
        }
    }
    .unwrap_or_default()
}

/// The name of a piece, as plain text.
pub(super) fn title(guide: &Guide, piece: &Piece) -> Option<String> {
    match piece {
        Piece::Lesson(id) => guide.lesson(id).map(|(_, lesson)| lesson.title.clone()),
        Piece::Statement(id) => guide.statement(id).map(|(_, own)| own.title.text()),
        Piece::Item(id) => {
            // Labels of questions are short, and several lessons may ask "Who says what?".
            let (page, item) = guide.item(id)?;
            Some(format!("{} · {}", item.title.text(), super::title(guide, &page)))
        }
        Piece::Term(id) => guide.term(id).map(|term| term.title.clone()),
    }
}
