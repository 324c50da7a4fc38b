//! Draws the map of states where it is seen, and answers what its readers ask of it.
//!
//! It sets only what differs, on one shape a state: on the map its land with its dot, elsewhere its mark; what is not drawn
//! has no part. The browser draws its own control first, all states change colour in the next frame, and words, hatching
//! (some marks a frame) and the address follow, as they cost more (`tests/benchmarks/map.mjs`). Selects and sliders have a
//! size of their own, or a new value would lay out the page anew; names in the table stay in sight only while it is scrolled
//! aside, as each that does is work for every frame. Marks move by the stylesheet, which leaves that out where less motion is
//! asked for; while they move, both shapes are drawn. Small states come last, so no neighbour lies on them, and chosen ones
//! after them. A tap is read from the pointer, as a browser moves the place of a click by a finger to its target. States are
//! found by all names that `community/names.csv` gives them: each row of the table holds them in `data-names`, folded as the
//! search field folds what is typed.

mod atlas;
mod choice;
mod compared;
mod data;
mod events;
mod later;
mod lists;
mod rows;
mod shapes;
mod texts;
mod told;

use std::{cell::RefCell, rc::Rc};

use concord_dom::{first, program, put};
use concord_model::Program;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

use self::{atlas::Atlas, data::Data};

thread_local! {
    /// The maps of the page that is open, with what listens to them.
    static MAPS: RefCell<Vec<(Element, Vec<EventListener>)>> = const { RefCell::new(Vec::new()) };
}

fn main() {
    let _ = program::for_each_place(Program::Atlas, show);
}

/// Draws a map, unless it is drawn already. Maps of pages that were left are given up.
fn show(root: Element) {
    let is_new = MAPS.with_borrow_mut(|maps| {
        maps.retain(|(map, _)| map.is_connected());
        let is_new = maps.iter().all(|(map, _)| *map != root);
        if is_new {
            maps.push((root.clone(), Vec::new()));
        }
        is_new
    });
    if is_new {
        spawn_local(async move {
            if draw(&root).await.is_none() {
                program::gone(&root);
            }
        });
    }
}

fn map(root: &Element, data: Rc<Data>) -> Option<Vec<EventListener>> {
    let place: HtmlElement = first(root, ".drawing")?.dyn_into().ok()?;
    put(&place, &data.svg);
    let atlas = Atlas::new(root.clone(), place, data)?;
    let listeners = events::listen(&atlas);
    events::follow(&atlas);
    Some(listeners)
}

async fn draw(root: &Element) -> Option<()> {
    let data = data::load().await?;
    let listeners = match root.class_list().contains("compared") {
        true => compared::show(root, data),
        false => map(root, data)?,
    };
    MAPS.with_borrow_mut(|maps| {
        if let Some(map) = maps.iter_mut().find(|(known, _)| known == root) {
            map.1 = listeners;
        }
    });
    Some(())
}
