//! Lets readers rebuild an argument on an empty map: they choose a statement, then what it speaks to, then how.
//!
//! The engine judges each placing (`concord_engine::rebuild`); this program shows the map and says what there is to say. What
//! it knows of the question's form is that a part of an answer lies in an element with its number and a chosen field (as in
//! questions that sort): it puts such fields there, hidden, with the first place of each statement, and presses the button
//! that checks when all have theirs. So scoring, record and review are the guide's. Each change writes the map anew, as it is small,
//! and brings the focus back. Listeners are those of the document, so that places of pages that were left leave nothing behind.

mod game;
mod state;
mod view;

use std::{cell::RefCell, rc::Rc};

use concord_dom::{
    around, attribute, before_next_picture, closest, document, first, listen, listen_on_the_way,
    program,
};
use concord_engine::rebuild::Role;
use concord_model::{
    Program, RebuildFile, data,
    talk::{QuizAction, RebuildAction},
};
use web_sys::{DragEvent, Element, Event, MouseEvent};

use self::game::Game;

/// A statement that has no place yet.
const PIECE: &str = concat!("[", data!(piece), "]");
/// A statement on the map.
const ON: &str = concat!(".rebuild [", data!(on), "]");

thread_local! {
    /// What is rebuilt on the page that is open.
    static GAMES: RefCell<Vec<Game>> = const { RefCell::new(Vec::new()) };
    /// The statement that is dragged, and the place that it is in.
    static DRAGGED: RefCell<Option<(u32, Element)>> = const { RefCell::new(None) };
    /// The statement on the map that it is over.
    static OVER: RefCell<Option<Element>> = const { RefCell::new(None) };
    /// What was read, once.
    static FILE: RefCell<Option<Rc<RebuildFile>>> = const { RefCell::new(None) };
}

fn main() {
    let Some(document) = document() else { return };
    // The form's own buttons are gone once it has heard of them.
    listen_on_the_way(&document, "click", clicked);
    listen(&document, "change", |event: &Event| {
        if let Some((piece, place)) = closest(event, PIECE).as_ref().and_then(piece) {
            with(&place, |game| game.choose(piece));
        }
    });
    listen(&document, "dragstart", |event: &DragEvent| {
        let dragged = closest(event, PIECE);
        if let (Some(_), Some(carried)) = (&dragged, event.data_transfer()) {
            // Some browsers begin no drag that carries no text.
            let _ = carried.set_data("text/plain", "");
        }
        DRAGGED.set(dragged.as_ref().and_then(piece));
    });
    // Where both are taken, what is let go of in the moment in which it comes over a statement falls on it.
    for over in ["dragenter", "dragover"] {
        listen(&document, over, |event: &DragEvent| {
            let onto = dropped_onto(event).and_then(|_| closest(event, ON));
            if onto.is_some() {
                event.prevent_default();
            }
            mark(onto);
        });
    }
    listen(&document, "drop", |event: &DragEvent| {
        let Some((piece, place, on)) = dropped_onto(event) else { return };
        event.prevent_default();
        mark(None);
        let role = closest(event, concat!("[", data!(role), "]")).as_ref().and_then(role_of);
        with(&place, |game| {
            game.choose(piece);
            game.show();
            // Onto a role it is put at once; onto a statement, its roles open.
            match role {
                Some(role) => game.place(on, role),
                None if game.state.opened == Some(on) => {}
                None => game.open(on),
            }
        });
    });
    listen(&document, "dragend", |_: &DragEvent| {
        DRAGGED.set(None);
        mark(None);
    });
    let _ = program::for_each_place(Program::Rebuild, |place| {
        program::begin(
            &GAMES,
            |game| &game.root,
            place,
            async |root| Game::new(root, program::read_once(Program::Rebuild, &FILE).await?),
        );
    });
}

/// Marks the statement that would take what is dragged, and no other.
fn mark(onto: Option<Element>) {
    let before = OVER.replace(onto.clone());
    if before != onto {
        if let Some(before) = before {
            let _ = before.remove_attribute(data!(over));
        }
        if let Some(onto) = onto {
            let _ = onto.set_attribute(data!(over), "");
        }
    }
}

/// What is dragged, its place, and the statement on the same map that it is over.
fn dropped_onto(event: &Event) -> Option<(u32, Element, u32)> {
    let (piece, place) = DRAGGED.with_borrow(Clone::clone)?;
    let on = closest(event, ON).filter(|on| place.contains(Some(on)))?;
    Some((piece, place, number(&on, data!(on))?))
}

fn clicked(event: &MouseEvent) {
    let Some(button) = closest(event, concat!("button[", data!(do), "]")) else { return };
    let does = attribute(&button, data!(do));
    match QuizAction::read(&does) {
        // The form's own buttons: another try, and the answer.
        Some(asked @ (QuizAction::Again | QuizAction::Show)) => {
            let form = around(&button, "form");
            let place = form.and_then(|form| first(&form, Program::Rebuild.places()));
            if let Some(place) = place {
                with(&place, |game| game.begin(asked == QuizAction::Show));
            }
        }
        Some(_) => {}
        None => press(&button, &does),
    }
}

fn press(button: &Element, does: &str) {
    let Some((place, action)) =
        around(button, Program::Rebuild.places()).zip(RebuildAction::read(does))
    else {
        return;
    };
    let on = around(button, ON).and_then(|on| number(&on, data!(on)));
    with(&place, |game| match (action, on) {
        (RebuildAction::Open, Some(on)) => game.open(on),
        (RebuildAction::Place, Some(on)) => {
            if let Some(role) = role_of(button) {
                game.place(on, role);
            }
        }
        (RebuildAction::Aid, _) => game.help(),
        _ => {}
    });
}

/// The role of a button.
fn role_of(button: &Element) -> Option<Role> {
    view::role(&attribute(button, data!(role)))
}

/// The number of the piece in an element, and the place that it is in.
fn piece(element: &Element) -> Option<(u32, Element)> {
    Some((number(element, data!(piece))?, around(element, Program::Rebuild.places())?))
}

fn number(element: &Element, name: &str) -> Option<u32> {
    attribute(element, name).parse().ok()
}

/// Does something to what is rebuilt in a place. What is told of it by other programs on the way may come back here, so
/// it is not held meanwhile.
fn with(place: &Element, act: impl FnOnce(&mut Game)) {
    let taken = GAMES.with_borrow_mut(|games| {
        let at = games.iter().position(|game| game.root == *place)?;
        Some(games.swap_remove(at))
    });
    if let Some(mut game) = taken {
        act(&mut game);
        let done = game.done.take();
        GAMES.with_borrow_mut(|games| games.push(game));
        // Not at once, as listeners do not hear what they bring about themselves.
        if let Some(check) = done {
            before_next_picture(move || check.click());
        }
    }
}
