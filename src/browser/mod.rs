//! All effects on the browser, one capability a file. Nothing here runs while prerendering.

mod argument_map;
mod clicks;
pub(crate) mod clock;
mod definitions;
mod drag;
mod fetch;
pub(crate) mod file;
mod filter;
mod focus;
pub(crate) mod form;
mod frame;
mod navigation;
pub(crate) mod page;
mod paper;
mod popover;
mod programs;
pub(crate) mod put;
pub(crate) mod query;
mod reading;
mod scroll;
pub(crate) mod search;
mod seen;
pub(crate) mod share;
mod shortcuts;
mod stage;
pub(crate) mod storage;
mod theme;

use concord_model::{Piece, Route, is_accent};
use js_sys::JsString;
use leptos::prelude::*;

use crate::Site;

/// Starts all that goes on while the page is open.
pub(crate) fn start(site: Site) {
    let Some(stage) = stage::Stage::new(site) else { return };
    let frame = match site.route.get_value() {
        Route::Embed(piece) => Some(piece),
        _ => None,
    };
    // First what is remembered, as some controls are built from it.
    match frame {
        Some(_) => site.store.keep_nothing(),
        None => site.store.load(),
    }
    site.store.today.set(clock::today());
    programs::follow();
    argument_map::follow(site);
    stage.clone().mount_in_slices(move || follow(stage, frame));
}

/// All that answers once the controls are there.
fn follow(stage: stage::Stage, frame: Option<Piece>) {
    let site = stage.site;
    definitions::follow(site);
    popover::follow();
    focus::follow();
    drag::follow(site);
    // A frame in another site shows one piece: it keeps nothing and leads nowhere by itself.
    if let Some(piece) = frame {
        frame::follow(piece);
        // Its controls last as long as the page does.
        std::mem::forget(stage);
    } else {
        clock::follow(site);
        site.store.follow_other_tabs();
        argument_map::follow_other_tabs(site);
        theme::follow(site);
        filter::follow(site);
        share::follow(site);
        shortcuts::follow(site);
        paper::follow(site);
        // Last, as it follows whatever nobody else has answered.
        navigation::start(stage);
        reading::follow(site);
    }
    page::set_live();
}

/// A word in lower case and without accents; the index of the search is made so, too.
pub(crate) fn fold(word: &str) -> String {
    let apart = String::from(JsString::from(word).normalize("NFKD"));
    let letters: String = apart.chars().filter(|c| !is_accent(*c)).collect();
    String::from(JsString::from(letters).to_lower_case())
}
