//! What day and what time it is where the reader is.

use gloo::{events::EventListener, timers::callback::Interval, utils::document};
use js_sys::Date;
use leptos::prelude::*;

use crate::Site;

const MINUTES_A_DAY: f64 = 24.0 * 60.0;

/// How often a page that is left open looks whether another day has begun.
const LOOK_MILLISECONDS: u32 = 30_000;

/// The minutes since 1 January 1970 in the reader's own time.
fn minutes() -> f64 {
    let now = Date::new_0();
    now.get_time() / 60_000.0 - now.get_timezone_offset()
}

/// The day in the reader's own time, counted from 1 January 1970.
pub(crate) fn today() -> u32 {
    // A clock before 1970 is set wrong, and counts as the first day.
    (minutes() / MINUTES_A_DAY) as u32
}

/// The second of the day, from 1.
pub(crate) fn second() -> u32 {
    (minutes() * 60.0).rem_euclid(MINUTES_A_DAY * 60.0) as u32 + 1
}

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
