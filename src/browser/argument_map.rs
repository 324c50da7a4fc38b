//! The argument map: its program is loaded when any of it is seen first, and is told of each further
//! page that has some. It reasons and shows by itself; what it wants to be kept comes back here.
//!
//! The two programs know each other by the page alone (see `crates/reasoner/src/view`).

use concord_model::html;
use gloo::{
    events::EventListener,
    utils::{document, document_element},
};
use leptos::prelude::*;
use web_sys::{Element, Event};

use super::{page, put::put, seen::when_seen};
use crate::Site;

/// What holds the argument on a page.
const ROOT: &str = "[data-argument]";
/// The attribute of it that has the reader's stance as text.
const STANCE: &str = "data-stance";
/// Tells the other program that a page with the argument is shown.
const SHOWN: &str = "concord-argument";
/// The HTML id of the script that loads it.
const SCRIPT: &str = "_reasoning";

pub(super) fn follow(site: Site) {
    EventListener::new(&document(), "concord-stance", move |event| {
        let stance = page::closest(event, ROOT).and_then(|root| root.get_attribute(STANCE));
        site.store.update(|record| record.stance = stance);
    })
    .forget();
    EventListener::new(&document(), "concord-off", move |_| off(site)).forget();
}

/// Shows a stance that was changed in another tab.
pub(super) fn follow_other_tabs(site: Site) {
    Effect::new(move || {
        let stance = site.store.record.with(|record| record.stance.clone()).unwrap_or_default();
        let root = document().query_selector(ROOT).ok().flatten();
        let own = root.as_ref().and_then(|root| root.get_attribute(STANCE));
        if let Some(root) = root.filter(|_| own.is_some_and(|own| own != stance)) {
            let _ = root.set_attribute(STANCE, &stance);
            tell();
        }
    });
}

/// Brings the argument to life, if the page that is shown has any of it.
pub(super) fn show(site: Site, within: &Element) {
    let Some(root) = within.query_selector(ROOT).ok().flatten() else { return };
    let stance = site.store.record.with_untracked(|record| record.stance.clone());
    let _ = root.set_attribute(STANCE, &stance.unwrap_or_default());
    let own = root.clone();
    when_seen(&root, move || {
        if page::element(SCRIPT).is_none() {
            load(site);
        } else if own.is_connected() {
            tell();
        }
    });
}

/// Tells the program that a page has some of the argument, or that its stance was changed elsewhere.
fn tell() {
    if let Ok(event) = Event::new(SHOWN) {
        let _ = document().dispatch_event(&event);
    }
}

/// Loads the program; by a script of the page, which its policy allows.
fn load(site: Site) -> Option<()> {
    let script = document().create_element("script").ok()?;
    script.set_id(SCRIPT);
    script.set_attribute("type", "module").ok()?;
    script.set_attribute("src", &document_element().get_attribute("data-reasoning")?).ok()?;
    EventListener::new(&script, "error", move |_| off(site)).forget();
    document().body()?.append_child(&script).ok().map(drop)
}

/// Says that nothing will answer.
fn off(site: Site) {
    if let Some(panel) = document().query_selector("[data-panel=notice]").ok().flatten() {
        put(&panel, &html! { p.notice { (site.guide.reasoner_words.argument_off()) } });
    }
}
