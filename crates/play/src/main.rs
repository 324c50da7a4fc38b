//! Runs models to play with, where readers meet them.
//!
//! The text of a model is written by `concord-models`, here as in the prerenderer. This program writes it anew with what the
//! address says and then exchanges parts of it: the drawing and the sentence after each step, the table if it is open, the
//! address and the link when the run rests. A run goes on by one step a picture at most, and a long way, as to the step of a
//! link, in slices, so that no task holds up the reader; a tab that sleeps gets no pictures and so does nothing. Where less
//! motion is asked for, a run is shown where it stops and not on its way. Listeners are those of the document, so that
//! models of pages that were left leave nothing behind.

mod canvas;
mod controls;
mod player;

use std::{cell::RefCell, rc::Rc};

use concord_dom::{around, closest, document, is_plain, listen, listen_on_the_way, program};
use concord_model::{Program, data, talk::PlayAction};
use concord_models::ModelsFile;
use web_sys::{Element, Event, MouseEvent};

use self::player::Player;

thread_local! {
    /// The models of the page that is open.
    static PLAYERS: RefCell<Vec<Rc<Player>>> = const { RefCell::new(Vec::new()) };
    /// What was read, once.
    static FILE: RefCell<Option<Rc<ModelsFile>>> = const { RefCell::new(None) };
}

fn main() {
    let Some(document) = document() else { return };
    listen(&document, "click", clicked);
    listen(&document, "input", |event: &Event| set(event, false));
    listen(&document, "change", |event: &Event| set(event, true));
    // A table of numbers is written when it is opened; this event goes to its element alone.
    listen_on_the_way(&document, "toggle", |event: &Event| {
        let numbers = closest(event, "details.numbers");
        if let Some(player) = numbers.as_ref().and_then(player_of) {
            player.show_numbers();
        }
    });
    let _ = program::for_each_place(Program::Play, |place| {
        program::begin(
            &PLAYERS,
            |player| &player.root,
            place,
            async |root| Player::start(root, program::read_once(Program::Play, &FILE).await?),
        );
    });
}

/// The model in whose place something is.
fn player_of(element: &Element) -> Option<Rc<Player>> {
    let root = around(element, Program::Play.places())?;
    PLAYERS.with_borrow(|players| players.iter().find(|player| player.root == root).cloned())
}

fn clicked(event: &MouseEvent) {
    if let Some(button) = closest(event, concat!("button[", data!(do), "]")) {
        let action = PlayAction::read(&concord_dom::attribute(&button, data!(do)));
        if let Some((player, action)) = player_of(&button).zip(action) {
            player.does(action, &button);
        }
        return;
    }
    // A link of the page to other settings of its model sets them, if it is not to open elsewhere.
    if !is_plain(event) {
        return;
    }
    let Some(link) = closest(event, "main a[href*='?']") else { return };
    let players = PLAYERS.with_borrow(Clone::clone);
    if players.iter().any(|player| player.follows(&link)) {
        event.prevent_default();
    }
}

fn set(event: &Event, is_done: bool) {
    let Some(control) = closest(event, "input, select") else { return };
    if let Some(player) = player_of(&control) {
        player.set(&control, is_done);
    }
}
