//! What leads from names that content gave up to those of today, on any static host: pages at former
//! addresses, and places with former names on the pages where they stand now.

use std::collections::BTreeMap;

use concord_model::{Form, Guide, Html, Piece, Route, html};
use maud::DOCTYPE;

use crate::{Page, policy::policy_of};

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

/// Former names of places, by the names they have today.
pub(crate) struct FormerPlaces<'a>(BTreeMap<&'a str, Vec<&'a str>>);

impl<'a> FormerPlaces<'a> {
    pub(crate) fn of(guide: &'a Guide) -> Self {
        let mut places: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (old, now) in &guide.former {
            if let (false, Some(old), Some(now)) =
                (matches!(old, Piece::Lesson(_)), old.id(), now.id())
            {
                places.entry(now.as_str()).or_default().push(old.as_str());
            }
        }
        Self(places)
    }

    /// Puts the former names of places beside their names of today, so that an old link finds them, also
    /// where no script runs. On the whole guide's page names stand after that of their lesson, and a dot.
    pub(crate) fn beside_those_of_today(&self, html: &str) -> String {
        let mut out = String::with_capacity(html.len());
        let mut pieces = html.split(" id=\"");
        out.extend(pieces.next());
        for piece in pieces {
            out.push_str(" id=\"");
            let id = piece.split('"').next().unwrap_or_default();
            let (page, name) = match id.split_once('.') {
                Some((page, name)) => (Some(page), name),
                None => (None, id),
            };
            match (self.0.get(name), piece.find('>')) {
                (Some(former), Some(close)) => {
                    let (tag, rest) = piece.split_at(close + 1);
                    out.push_str(tag);
                    for old in former {
                        let id = page.map_or(old.to_string(), |page| format!("{page}.{old}"));
                        out.push_str(html! { span id=(id) {} }.as_str());
                    }
                    out.push_str(rest);
                }
                _ => out.push_str(piece),
            }
        }
        out
    }
}
