//! One piece of the guide, with little around it, for other sites to show in a frame.

use concord_model::{Form, Html, Piece, Route, fill, html};

use super::{glossary, lesson};
use crate::{
    Site,
    ids::MAIN,
    models, quiz,
    text::{Scope, for_frame, page_title, source_link},
};

/// The whole of a frame: the piece, where it comes from, and the way into the guide.
pub(super) fn text(site: Site, piece: &Piece) -> Html {
    let home = piece.href(site.guide, Form::Folder);
    let home = home.unwrap_or_else(|| Route::Home.href(Form::Folder));
    let inner = inner(site, piece);
    html! {
        main.frame #(MAIN) tabindex="-1" { (inner) }
        footer.frame {
            @if inner.as_str().contains("class=\"item\"") { p { (site.guide.teach.frame_kept()) } }
            p {
                a href=(home) {
                    (fill(site.words().embed_open(), &[("guide", &site.guide.title)]))
                }
            }
            p {
                (site.words().about_work()) " "
                @if let Some(work) = site.guide.source(&site.guide.work.source) {
                    (source_link(work)) " " (work.by) ", " (site.words().readable(&work.date))
                }
            }
        }
    }
}

fn inner(site: Site, piece: &Piece) -> Html {
    let guide = site.guide;
    match piece {
        Piece::Lesson(id) => guide.lesson(id).map(|(_, lesson)| {
            html! {
                div.text {
                    (page_title(&Html::default(), &lesson.title))
                    (for_frame(&lesson::body(Scope::frame(site, 1), lesson), id))
                }
            }
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
        Piece::Model(name) => guide.model_page(*name).map(|page| {
            html! {
                div.text {
                    (page_title(&Html::default(), &page.title))
                    (models::place(site, *name, "", true))
                }
            }
        }),
    }
    .unwrap_or_default()
}
