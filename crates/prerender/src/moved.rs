//! What leads from names that content gave up to those of today, on any static host: pages at former
//! addresses, and places with former names on the pages where they stand now.

use concord_model::{Form, Guide, Html, Piece, Route, html};
use maud::DOCTYPE;

use crate::{Page, document::policy_of};

const MOVED_SCRIPT: &str = include_str!("scripts/moved.js");

/// A page at each former address. Its script takes the place on the page along; where no script
/// runs, the page itself leads on a little later, and its link does where that is forbidden, too.
pub(crate) fn pages(guide: &Guide) -> impl Iterator<Item = Page> {
    Route::moved(guide).into_iter().map(move |(old, now)| {
        // Links are relative to the folder of the old page.
        let href = match now.href(Form::Folder).as_str() {
            "./" => old.base(),
            href => old.base() + href,
        };
        let title = concord::title(guide, &now);
        let text = html! {
            (DOCTYPE)
            html lang=(guide.language) dir=(guide.direction.as_str()) {
                head {
                    meta charset="utf-8";
                    (policy_of(MOVED_SCRIPT))
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (title) }
                    meta name="robots" content="noindex";
                    link rel="canonical" href=(href);
                    script { (Html::made_elsewhere(MOVED_SCRIPT)) }
                    noscript { meta http-equiv="refresh" content={ "0; url=" (href) }; }
                }
                body { p { a href=(href) { (title) } } }
            }
        };
        let text = text.into_string();
        Page { path: old.file(), text }
    })
}

/// Puts the former names of places beside their names of today, so that an old link finds them, also
/// where no script runs. On the whole guide's page names stand after that of their lesson, and a dot.
pub(crate) fn with_former_places(guide: &Guide, html: &str) -> String {
    let places = guide.former.iter().filter(|(old, _)| !matches!(old, Piece::Lesson(_)));
    let mut html = html.to_owned();
    for (old, now) in places {
        html = with_place(&html, old.id().as_str(), now.id().as_str());
    }
    html
}

fn with_place(html: &str, old: &str, now: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let end = format!("{now}\"");
    let mut pieces = html.split(" id=\"");
    out.extend(pieces.next());
    for piece in pieces {
        out.push_str(" id=\"");
        let before = piece.find(&end).and_then(|at| piece.get(..at));
        // All before it is the page's name on the page of the whole guide.
        let page =
            before.filter(|page| page.is_empty() || page.ends_with('.') && !page.contains('"'));
        match (page, piece.find('>')) {
            (Some(page), Some(close)) => {
                let (tag, rest) = piece.split_at(close + 1);
                out.push_str(tag);
                out.push_str(html! { span id={ (page) (old) } {} }.as_str());
                out.push_str(rest);
            }
            _ => out.push_str(piece),
        }
    }
    out
}
