//! One piece of the guide, with little around it, for other sites to show in a frame.

use concord_model::{Block, Form, Html, Id, Lesson, Piece, Route, data, fill, html};

use super::{argument, glossary, lesson};
use crate::{
    Site, community,
    ids::MAIN,
    models, quiz,
    text::{Control, Scope, for_frame, page_title, source_link},
};

/// The whole of a frame: the piece, where it comes from, and the way into the guide.
pub(super) fn text(site: Site, piece: &Piece) -> Html {
    let home = piece.href(site.guide, Form::Folder);
    let home = home.unwrap_or_else(|| Route::Home.href(Form::Folder));
    let words = &site.guide.teach;
    let inner = inner(site, piece);
    let has = |part: &str| inner.as_str().contains(part);
    html! {
        main.frame #(MAIN) tabindex="-1" { (inner) }
        footer.frame {
            @if has("class=\"item\"") || has("class=\"quiz\"") || has(data!(argument)) { p { (words.frame_kept()) } }
            p {
                a href=(home) data-address[piece.is_set()] {
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
    let titled = |title: &str, inner: &Html| {
        html! { div.text { (page_title(&Html::default(), &title)) (inner) } }
    };
    match piece {
        Piece::Lesson(id) => guide.lesson(id).map(|(_, lesson)| {
            let body = lesson::body(Scope::frame(site, 1), lesson);
            titled(&lesson.title, &for_frame(&body, id))
        }),
        Piece::Section(lesson, id) => {
            guide.lesson(lesson).and_then(|(_, lesson)| section(site, lesson, id))
        }
        Piece::Statement(id) => guide.statement(id).map(|(_, statement)| {
            lesson::statement(Scope::frame(site, statement.level), statement, None)
        }),
        Piece::Item(id) => {
            guide.item(id).map(|(_, item)| quiz::place(Scope::frame(site, item.level), item))
        }
        Piece::Term(id) => {
            guide.term(id).map(|term| glossary::entry(Scope::frame(site, 1), 1, term))
        }
        Piece::Model(name) => guide
            .model_page(*name)
            .map(|page| titled(&page.title, &models::place(site, *name, "", true))),
        Piece::Quiz => Some(asked(site)),
        Piece::Argument => Some(argument::text(site)),
        Piece::Community => Some(community::in_frame(site)),
    }
    .unwrap_or_default()
}

/// What stands under a heading of a lesson, to the next one that is not below it.
fn section(site: Site, lesson: &Lesson, id: &Id) -> Option<Html> {
    let level_of = |block: &Block| match block {
        Block::Heading(own) => Some(own.level),
        Block::Statement(own) => Some(own.level),
        Block::Item(own) => Some(own.level),
        _ => None,
    };
    let is_own = |block: &Block| matches!(block, Block::Heading(own) if own.id == *id);
    let at = lesson.blocks.iter().position(is_own)?;
    let (first, rest) = lesson.blocks.get(at..)?.split_first()?;
    let level = level_of(first)?;
    let ends = |block: &Block| level_of(block).is_some_and(|other| other <= level);
    let end = rest.iter().position(ends).unwrap_or(rest.len());
    let all = lesson.blocks.get(at..=at + end)?;
    Some(html! { div.text { (lesson::blocks(Scope::frame(site, level), all)) } })
}

/// The questions that the address asks for. Where it asks for none, one line says how it would.
fn asked(site: Site) -> Html {
    let words = site.words();
    html! {
        div.quiz {
            (page_title(&Html::default(), &words.quiz()))
            p.unasked { (site.guide.teach.frame_quiz()) }
            p.without-script { (words.quiz_off()) }
            (Control::Quiz.place())
        }
    }
}
