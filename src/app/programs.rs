//! Programs beside this one, each loaded where it is first seen (`concord_model::program`).

use concord_model::{
    Program, ProgramFiles, data, html,
    talk::{GONE, Panel, SHOWN},
};
use gloo::{
    events::EventListener,
    utils::{document, document_element},
};
use web_sys::{Element, Event, EventInit};

use crate::browser::{page, put, seen::when_seen};

/// Says it where nothing will answer.
pub(super) fn follow() {
    EventListener::new(&document(), GONE, |event| {
        if let Some(place) = page::closest(event, concat!("[", data!(off), "]")) {
            off(&place);
        }
    })
    .forget();
}

/// Starts what answers in the places of the page that is open, as soon as they are seen.
pub(super) fn start(within: &Element) {
    for program in Program::ALL {
        for place in page::all::<Element>(Some(within), program.places()) {
            let own = place.clone();
            when_seen(&place, move || {
                let _ = own.set_attribute(data!(seen), "");
                if page::element(&script(program)).is_some() {
                    tell(&own);
                } else if load(program).is_none() {
                    off(&own);
                }
            });
        }
    }
}

/// Tells the program of a place that it is there, or that its attributes were changed.
pub(super) fn tell(place: &Element) {
    let bubbles = EventInit::new();
    bubbles.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict(SHOWN, &bubbles) {
        let _ = place.dispatch_event(&event);
    }
}

/// The HTML id of the script that loads a program.
fn script(program: Program) -> String {
    format!("_start-{}", program.name())
}

/// Loads a program; by a script of the page, which its policy allows.
fn load(program: Program) -> Option<()> {
    let files = ProgramFiles::parse(&document_element().get_attribute(program.attribute())?)?;
    let element = document().create_element("script").ok()?;
    element.set_id(&script(program));
    element.set_attribute("type", "module").ok()?;
    put::set_source(&element, &files.script)?;
    let failed = move |_: &Event| {
        page::all::<Element>(None, program.places()).iter().for_each(off);
    };
    EventListener::new(&element, "error", failed).forget();
    document().body()?.append_child(&element).ok().map(drop)
}

/// Says that nothing will answer here.
fn off(place: &Element) {
    let notice = [concat!("[", data!(panel), "="), Panel::Notice.name(), "]"].concat();
    if let Some(notice) = place.query_selector(&notice).ok().flatten() {
        let said = place.get_attribute(data!(off)).unwrap_or_default();
        put::put(&notice, &html! { p.notice { (said) } });
    }
}
