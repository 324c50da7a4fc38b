//! The part of a program in [how programs are started](concord_model::program).

use concord_model::{
    Program, ProgramFiles, data,
    talk::{GONE, SHOWN},
};
use js_sys::ArrayBuffer;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event};

use crate::{all, closest, document, fetch, listen, tell};

/// Calls for each place of the program that was seen, now and later.
pub fn for_each_place(program: Program, shown: impl Fn(Element) + 'static) -> Option<()> {
    let document = document()?;
    for place in all::<Element>(&document.document_element()?, program.places()) {
        if place.has_attribute(data!(seen)) {
            shown(place);
        }
    }
    listen(&document, SHOWN, move |event: &Event| {
        if let Some(place) = closest(event, program.places()) {
            shown(place);
        }
    });
    Some(())
}

/// The names of the program's files.
#[must_use]
pub fn files(program: Program) -> Option<ProgramFiles> {
    let names = document()?.document_element()?.get_attribute(program.attribute())?;
    ProgramFiles::parse(&names)
}

/// What the program reads; nothing if it cannot be loaded.
pub async fn data(program: Program) -> Option<ArrayBuffer> {
    let response = fetch(&files(program)?.data).await?;
    JsFuture::from(response.array_buffer().ok()?).await.ok()?.dyn_into().ok()
}

/// Says that nothing will answer in a place.
pub fn gone(place: &Element) {
    tell(place, GONE);
}
