//! The part of a program in [how programs are started](concord_model::program).

use std::{cell::RefCell, rc::Rc, thread::LocalKey};

use concord_model::{
    Program, ProgramFiles, data, decode,
    talk::{GONE, SHOWN},
};
use js_sys::{ArrayBuffer, Uint8Array};
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
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

/// What the program reads, decoded; nothing if it cannot be loaded or is none of its files.
pub async fn read<T: DeserializeOwned>(program: Program) -> Option<T> {
    let bytes = Uint8Array::new(&data(program).await?.into()).to_vec();
    decode(&bytes).ok()
}

/// What the program reads, for all its places, as it was read for the first of them.
pub async fn read_once<T: DeserializeOwned>(
    program: Program,
    kept: &'static LocalKey<RefCell<Option<Rc<T>>>>,
) -> Option<Rc<T>> {
    if let Some(file) = kept.with_borrow(Clone::clone) {
        return Some(file);
    }
    let file = Rc::new(read::<T>(program).await?);
    kept.set(Some(file.clone()));
    Some(file)
}

/// Begins in a place, unless it was begun there, and keeps what is begun. What was kept for places of pages that were left is
/// given up. `root` says which place something is kept for.
pub fn begin<T: 'static>(
    kept: &'static LocalKey<RefCell<Vec<T>>>,
    root: fn(&T) -> &Element,
    place: Element,
    start: impl AsyncFnOnce(Element) -> Option<T> + 'static,
) {
    let is_begun = kept.with_borrow_mut(|kept| {
        kept.retain(|own| root(own).is_connected());
        kept.iter().any(|own| *root(own) == place)
    });
    if is_begun {
        return;
    }
    spawn_local(async move {
        match start(place.clone()).await {
            Some(begun) => kept.with_borrow_mut(|kept| kept.push(begun)),
            None => gone(&place),
        }
    });
}

/// Says that nothing will answer in a place.
pub fn gone(place: &Element) {
    tell(place, GONE);
}
