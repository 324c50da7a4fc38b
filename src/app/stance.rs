//! The reader's stance on the argument: the record keeps it, and the program that reasons has it from
//! the page, where it also says that it changed.

use concord_model::{data, talk};
use gloo::{events::EventListener, utils::document};
use leptos::prelude::*;
use web_sys::Element;

use super::programs;
use crate::{Site, browser::page};

/// What holds the argument on a page.
const ROOT: &str = concat!("[", data!(argument), "]");
/// The attribute of it that has the reader's stance as text.
const STANCE: &str = data!(stance);

pub(super) fn follow(site: Site) {
    EventListener::new(&document(), talk::STANCE, move |event| {
        let stance = page::closest(event, ROOT).and_then(|root| root.get_attribute(STANCE));
        site.store.update(|record| record.stance = stance);
    })
    .forget();
}

/// Shows a stance that was changed in another tab.
pub(super) fn follow_other_tabs(site: Site) {
    Effect::new(move || {
        let stance = site.store.record.with(|record| record.stance.clone()).unwrap_or_default();
        let root = document().query_selector(ROOT).ok().flatten();
        let own = root.as_ref().and_then(|root| root.get_attribute(STANCE));
        if let Some(root) = root.filter(|_| own.is_some_and(|own| own != stance)) {
            let _ = root.set_attribute(STANCE, &stance);
            programs::tell(&root);
        }
    });
}

/// Gives the page that is shown the stance, if it has any of the argument.
pub(super) fn show(site: Site, within: &Element) {
    let Some(root) = within.query_selector(ROOT).ok().flatten() else { return };
    let stance = site.store.record.with_untracked(|record| record.stance.clone());
    let _ = root.set_attribute(STANCE, &stance.unwrap_or_default());
}
