//! Brings a prerendered page to life: starts what goes on while it is open, one follower a file.

mod definitions;
mod focus;
mod frame;
mod midnight;
mod navigation;
mod next_page;
mod paper;
mod programs;
mod reading;
mod share;
mod shortcuts;
mod stage;
mod stance;
mod theme;

use concord_model::{AttachedError, Piece, Route, open};
use leptos::prelude::*;
use stage::Stage;

use crate::{
    Site, argument,
    browser::{clock, page, popover},
    quiz,
};

/// Starts what answers the reader, in the page that is open; its text stays untouched. `section` is
/// what is attached to the program.
///
/// # Errors
/// If the section holds no guide that this program can read.
pub fn start(section: &[u8]) -> Result<(), AttachedError> {
    // The guide and what is made here last as long as the page, so nobody takes them down again.
    let guide = Box::leak(Box::new(open(section)?));
    let owner = Owner::new();
    owner.set();
    bring_to_life(Site::new(guide, page::route()));
    std::mem::forget(owner);
    Ok(())
}

/// Starts all that goes on while the page is open.
fn bring_to_life(site: Site) {
    let Some(stage) = Stage::new(site) else { return };
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
    stance::follow(site);
    stage.clone().mount_in_slices(move || follow(stage, frame));
}

/// All that answers once the controls are there.
fn follow(stage: Stage, frame: Option<Piece>) {
    let site = stage.site;
    definitions::follow(site);
    popover::follow();
    focus::follow();
    quiz::follow(site);
    // A frame in another site shows one piece: it keeps nothing and leads nowhere by itself.
    if let Some(piece) = frame {
        frame::follow(piece);
        // Its controls last as long as the page does.
        std::mem::forget(stage);
    } else {
        midnight::follow(site);
        site.store.follow_other_tabs();
        stance::follow_other_tabs(site);
        theme::follow(site);
        argument::follow(site);
        share::follow(site);
        shortcuts::follow(site);
        paper::follow(site);
        // Last, as it follows whatever nobody else has answered.
        navigation::start(stage);
        reading::follow(site);
    }
    page::set_live();
}
