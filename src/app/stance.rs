//! The reader's stance on the argument, and the statements of the reader's own: the record keeps them, and the program
//! that reasons has them from the page, where it also says that they changed.

use concord_engine::record::Record;
use concord_model::{data, talk};
use gloo::{events::EventListener, utils::document};
use leptos::prelude::*;
use web_sys::Element;

use super::programs;
use crate::{Site, browser::page};

/// What holds the argument on a page.
const ROOT: &str = concat!("[", data!(argument), "]");
/// The attributes of it that have the reader's stance and statements of the reader's own, as texts.
const STANCE: &str = data!(stance);
const OWN: &str = data!(own);

pub(super) fn follow(site: Site) {
    EventListener::new(&document(), talk::STANCE, move |event| {
        let Some(root) = page::closest(event, ROOT) else { return };
        let (stance, own) = (root.get_attribute(STANCE), root.get_attribute(OWN));
        site.store.update(|record| {
            record.stance = stance;
            // Where the page has none, nobody has said anything of them.
            if let Some(own) = own {
                record.own = own.split_ascii_whitespace().map(str::to_owned).collect();
            }
        });
    })
    .forget();
}

/// The stance and the statements of the reader's own that are kept.
fn kept(record: &Record) -> [(&'static str, String); 2] {
    [(STANCE, record.stance.clone().unwrap_or_default()), (OWN, record.own.join(" "))]
}

/// Shows a stance, or statements, that were changed in another tab.
pub(super) fn follow_other_tabs(site: Site) {
    Effect::new(move || {
        let kept = site.store.record.with(kept);
        let Some(root) = document().query_selector(ROOT).ok().flatten() else { return };
        // A page that was not given any yet is given those of today.
        let is_other = |(name, text): &(&str, String)| {
            root.get_attribute(name).is_some_and(|own| own != *text)
        };
        if kept.iter().any(is_other) {
            for (name, text) in &kept {
                let _ = root.set_attribute(name, text);
            }
            programs::tell(&root);
        }
    });
}

/// Gives the page that is shown the stance and the statements, if it has any of the argument.
pub(super) fn show(site: Site, within: &Element) {
    let Some(root) = within.query_selector(ROOT).ok().flatten() else { return };
    for (name, text) in site.store.record.with_untracked(kept) {
        let _ = root.set_attribute(name, &text);
    }
}
