//! Draws the map of states where it is seen, and answers what its readers ask of it.

mod atlas;
mod choice;
mod events;
mod lists;
mod rows;
mod told;

use std::{cell::RefCell, rc::Rc};

use concord_engine::community::{Column, Mark, parse, whole};
use gloo::events::EventListener;
use js_sys::JsString;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlElement;

use self::atlas::Atlas;
use super::{fetch, page, seen::when_seen};
use crate::{Site, text::word};

/// What the file of the map holds.
struct Data {
    /// The mark of each state in each drawing.
    marks: Vec<Vec<Mark>>,
    /// The layers.
    columns: Vec<Column>,
    /// The drawing itself, as SVG.
    svg: String,
}

thread_local! {
    /// The file, once it was loaded.
    static DATA: RefCell<Option<Rc<Data>>> = const { RefCell::new(None) };
    /// The maps of the page that is open, with what listens to them.
    static MAPS: RefCell<Vec<(HtmlElement, Vec<EventListener>)>> = const { RefCell::new(Vec::new()) };
}

/// Draws each map of the page when it is seen.
pub(super) fn start(site: Site) {
    MAPS.with_borrow_mut(|maps| {
        maps.retain(|(place, _)| place.is_connected());
        for place in page::all::<HtmlElement>(None, ".drawing") {
            if !maps.iter().any(|(known, _)| *known == place) {
                maps.push((place.clone(), Vec::new()));
                draw_when_seen(site, place);
            }
        }
    });
}

fn draw_when_seen(site: Site, place: HtmlElement) {
    // On its own page the map answers what stands above it, seen or not.
    if place.closest(".community").is_ok_and(|page| page.is_some()) {
        spawn_local(draw(site, place));
        return;
    }
    let own = place.clone();
    when_seen(&place, move || spawn_local(draw(site, own.clone())));
}

async fn draw(site: Site, place: HtmlElement) {
    let Some(data) = data().await else {
        place.set_inner_html(&format!("<p>{}</p>", word(site.atlas().map_failed())));
        return;
    };
    place.set_inner_html(&data.svg);
    let Some(atlas) = Atlas::new(site, place.clone(), data) else { return };
    let listeners = events::listen(&atlas);
    MAPS.with_borrow_mut(|maps| {
        if let Some(map) = maps.iter_mut().find(|(known, _)| *known == place) {
            map.1 = listeners;
        }
    });
}

/// The file, which is loaded once.
async fn data() -> Option<Rc<Data>> {
    if let Some(data) = DATA.with_borrow(Clone::clone) {
        return Some(data);
    }
    let response = fetch::named_by("data-community").await?;
    let text: JsString = JsFuture::from(response.text().ok()?).await.ok()?.dyn_into().ok()?;
    let text = String::from(text);
    let mut parts = text.split("\n\n");
    let (marks, columns, svg) = (parts.next()?, parts.next()?, parts.next()?);
    let marks = marks.lines().map(|line| line.split(' ').filter_map(mark).collect()).collect();
    let data = Rc::new(Data { marks, columns: parse(columns), svg: svg.to_owned() });
    DATA.set(Some(data.clone()));
    Some(data)
}

fn mark(text: &str) -> Option<Mark> {
    let mut numbers = text.split(',').filter_map(|number| Some(whole(number)? as i32));
    Some(Mark { x: numbers.next()?, y: numbers.next()?, r: numbers.next()? })
}
