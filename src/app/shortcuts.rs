//! Keyboard shortcuts. A link or button names its own key (`aria-keyshortcuts`); pressing the key
//! clicks it. Readers can switch all of them off, as speech input presses keys by accident.

use concord_model::html;
use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::document,
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::{
    Site,
    browser::{
        clicks::on_click,
        page,
        popover::{self, Place},
    },
};

/// The HTML id of the checkbox that switches keys on and off.
const SWITCH: &str = "_shortcuts-on";

/// Where letters are written. Boxes to tick are no such place.
const WRITES: &str =
    "input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]";

pub(super) fn follow(site: Site) {
    if !popover::exists() {
        // Without notes there is no sheet to show; the keys work all the same.
        page::all::<HtmlElement>(None, "button[aria-keyshortcuts=\"?\"]")
            .iter()
            .for_each(|button| button.set_hidden(true));
    }
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        if let Some(element) = element_for(site, event) {
            event.prevent_default();
            element.click();
        }
    })
    .forget();
    on_click("button[aria-keyshortcuts=\"?\"]", move |_, _| show(site));
    EventListener::new(&document(), "change", move |event| {
        let switch = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(switch) = switch.filter(|switch| switch.id() == SWITCH) {
            let off = !switch.checked();
            site.store.update(move |record| record.shortcuts_off = off);
        }
    })
    .forget();
}

/// What a pressed key asks for: nothing while the reader writes, or holds another key.
fn element_for(site: Site, event: &Event) -> Option<HtmlElement> {
    let press = event.dyn_ref::<KeyboardEvent>()?;
    // Some browsers tell by its code alone that a key ends what is composed of several.
    let composes = press.is_composing() || press.key_code() == page::COMPOSING;
    let held = press.ctrl_key() || press.meta_key() || press.alt_key() || composes;
    let off = site.store.record.with_untracked(|record| record.shortcuts_off);
    let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let writes = target.is_some_and(|target| target.closest(WRITES).ok().flatten().is_some());
    // Capitals without the shift key come from the lock, which means nothing here.
    let mut key = if press.shift_key() { press.key() } else { press.key().to_ascii_lowercase() };
    // Where keys write other letters than those of the page, the place of the key counts.
    if !key.is_ascii() && !press.shift_key() {
        let code = press.code();
        key = match code.strip_prefix("Key") {
            Some(letter) => letter.to_ascii_lowercase(),
            None if code == "Slash" => "/".to_owned(),
            None => key,
        };
    }
    if held || off || writes || press.repeat() || popover::is_shown() || key.chars().count() != 1 {
        return None;
    }
    // Who answers a quiz would lose it by a slip of the hand: there no key leads away.
    let stays = !page::all::<Element>(None, ".quiz .item").is_empty();
    let is_meant =
        |own: &str, element: &HtmlElement| own == key && !(stays && element.local_name() == "a");
    with_keys().find(|(own, element)| is_meant(own, element)).map(|(_, element)| element)
}

/// All that has a key on this page.
fn with_keys() -> impl Iterator<Item = (String, HtmlElement)> {
    let found = page::all::<HtmlElement>(None, "[aria-keyshortcuts]").into_iter();
    found.filter_map(|element| Some((element.get_attribute("aria-keyshortcuts")?, element)))
}

/// The sheet of all keys of this page, and the switch.
fn show(site: Site) {
    if !popover::exists() {
        return;
    }
    let words = site.words();
    let inner = html! {
        dl.keys {
            @for (key, element) in with_keys() {
                dt { kbd { (key) } }
                dd { (element.text_content().unwrap_or_default().trim()) }
            }
        }
        label.finish { input #(SWITCH) type="checkbox"; " " (words.shortcuts_on()) }
    };
    popover::show(words.shortcuts(), &[], &inner, words.close(), &Place::Middle);
    let switch =
        page::element(SWITCH).and_then(|switch| switch.dyn_into::<HtmlInputElement>().ok());
    if let Some(switch) = switch {
        switch.set_checked(!site.store.record.with_untracked(|record| record.shortcuts_off));
    }
}
