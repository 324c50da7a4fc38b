//! Tells a page that is left open when another day has begun.

use gloo::{events::EventListener, timers::callback::Interval, utils::document};
use leptos::prelude::*;

use crate::{Site, browser::clock::today};

/// How often a page that is left open looks whether another day has begun.
const LOOK_MILLISECONDS: u32 = 30_000;

/// Tells a page that is left open when another day has begun, unless the reader is answering just then.
pub(super) fn follow(site: Site) {
    let look = move || {
        let active = document().active_element();
        let answers = active.is_some_and(|own| own.closest("form").ok().flatten().is_some());
        if !answers && site.store.today.get_untracked() != today() {
            site.store.today.set(today());
        }
    };
    EventListener::new(&document(), "visibilitychange", move |_| look()).forget();
    Interval::new(LOOK_MILLISECONDS, look).forget();
}
