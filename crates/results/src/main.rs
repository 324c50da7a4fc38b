//! Results without a server: makes one at the end of a quiz by link (`student.rs`), and collects those of a class on its page
//! (`teacher.rs`). What a result is and what a class makes of many stands in `concord_engine::results`.
//!
//! The guide's program writes the first answer to a question on its form (`data-answered`); this program is loaded when the
//! place below the last question is seen, and reads these when the student asks for the result. A result is sealed, where the
//! link has a key, by what browsers offer (`seal.rs`), and drawn as a code (`code.rs`) that is read from photos (`photo.rs`,
//! `picture.rs`). Nothing is sent, and nothing kept.

mod code;
mod fields;
mod files;
mod photo;
mod picture;
mod seal;
mod shown;
mod student;
mod teacher;

use std::{cell::RefCell, rc::Rc};

use concord_dom::{attribute, closest, document, listen, program, window};
use concord_model::{
    Program, ResultsFile, data,
    talk::{ResultsAction, ResultsEntry},
};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, Element, Event, MouseEvent};

use self::{student::Student, teacher::Teacher};

/// What a place is for.
#[derive(Clone)]
enum Place {
    Student(Rc<Student>),
    Teacher(Rc<Teacher>),
}

thread_local! {
    /// The place of the page that is open.
    static PLACE: RefCell<Option<Place>> = const { RefCell::new(None) };
}

fn main() {
    let (Some(document), Some(window)) = (document(), window()) else { return };
    listen(&document, "click", clicked);
    listen(&document, "change", changed);
    listen(&document, "input", changed);
    listen(&document, "dragover", |event: &DragEvent| {
        if teacher().is_some() {
            event.prevent_default();
        }
    });
    listen(&document, "drop", |event: &DragEvent| {
        if let Some((teacher, dropped)) = teacher().zip(event.data_transfer()) {
            event.prevent_default();
            teacher.drop(&dropped);
        }
    });
    listen(&window, "hashchange", |_: &Event| {
        if let Some(teacher) = teacher() {
            teacher.take_address();
        }
    });
    let _ = program::for_each_place(Program::Results, show);
}

/// The root of a place.
fn root(place: &Place) -> &Element {
    match place {
        Place::Student(own) => &own.root,
        Place::Teacher(own) => &own.root,
    }
}

fn place() -> Option<Place> {
    PLACE.with_borrow(Clone::clone).filter(|place| root(place).is_connected())
}

fn teacher() -> Option<Rc<Teacher>> {
    match place()? {
        Place::Teacher(teacher) => Some(teacher),
        Place::Student(_) => None,
    }
}

/// Answers in a place. Where that was done already, something about it has changed.
fn show(element: Element) {
    match place().filter(|place| *root(place) == element) {
        Some(Place::Student(student)) => student.show_stance(),
        Some(Place::Teacher(_)) => {}
        None => spawn_local(async move {
            let Some(file) = program::read::<ResultsFile>(Program::Results).await else {
                return program::gone(&element);
            };
            let place = match element.has_attribute(data!(quiz)) {
                true => Student::start(element.clone(), file).map(Place::Student),
                false => Teacher::start(element.clone(), file).map(Place::Teacher),
            };
            match place {
                Some(place) => PLACE.set(Some(place)),
                None => program::gone(&element),
            }
        }),
    }
}

fn clicked(event: &MouseEvent) {
    // The guide's program heard of the press before, and has written down a first answer.
    if let Some(Place::Student(student)) = place() {
        student.compare();
        // Whatever button stands beside a result copies or saves it.
        if closest(event, ".results .made button").is_some() {
            files::keep(&student.root);
        }
    }
    let Some(button) = closest(event, concat!(".results button[", data!(do), "]")) else { return };
    let Some(action) = ResultsAction::read(&attribute(&button, data!(do))) else { return };
    match place() {
        Some(Place::Student(student)) => student.does(action),
        Some(Place::Teacher(teacher)) => teacher.does(action, &button),
        None => {}
    }
}

fn changed(event: &Event) {
    let Some(field) = closest(event, concat!(".results [", data!(entry), "]")) else { return };
    let entry = ResultsEntry::read(&attribute(&field, data!(entry)));
    if let Some((teacher, entry)) = teacher().zip(entry) {
        teacher.hears(entry, &field, event.type_() == "change");
    }
}
