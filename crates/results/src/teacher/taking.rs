//! What the class page takes: results and keys in texts, files, photos and its own address.

use std::rc::Rc;

use concord_dom::window;
use concord_engine::results::{Body, Envelope, Fault, KEY, find};
use concord_model::{Html, data, fill, html};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DataTransfer, File, FileList};

use super::Teacher;
use crate::{
    fields::counted,
    files, photo,
    seal::{self, Pair},
    student::read_stances,
};

/// How many results are kept at once; more than any school hands in.
const MOST: usize = 2_000;

/// What is told of what was added.
#[derive(Default)]
struct Told {
    read: usize,
    faults: Vec<Fault>,
    has_key: bool,
    others: Vec<String>,
}

impl Teacher {
    /// Takes the result that stands in the page's address.
    pub(crate) fn take_address(self: &Rc<Self>) {
        let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
        if hash.contains(KEY) {
            self.take(hash);
        }
    }

    /// Takes what was dropped.
    pub(crate) fn drop(self: &Rc<Self>, dropped: &DataTransfer) {
        match dropped.files().filter(|files| files.length() > 0) {
            Some(files) => self.take_files(&files),
            None => self.take(dropped.get_data("text").unwrap_or_default()),
        }
    }

    pub(super) fn take_files(self: &Rc<Self>, list: &FileList) {
        let files: Vec<File> = (0..list.length()).filter_map(|place| list.get(place)).collect();
        let own = Rc::clone(self);
        spawn_local(async move {
            let (mut text, mut told) = (String::new(), Told::default());
            for file in files {
                let words = &own.file.words;
                let name = file.name();
                let mut tell = |word: &str| told.others.push(fill(word, &[("name", &name)]));
                if photo::is_picture(&file) {
                    match photo::read(&file).await {
                        None => tell(words.class_unread()),
                        Some(codes) if codes.is_empty() => tell(words.class_no_code()),
                        Some(codes) => text += &(codes.join("\n") + "\n"),
                    }
                } else {
                    match files::text(&file).await {
                        Some(read) => text += &(read + "\n"),
                        None => tell(words.class_unread()),
                    }
                }
            }
            own.add(&text, told).await;
        });
    }

    pub(super) fn take(self: &Rc<Self>, text: String) {
        let own = Rc::clone(self);
        spawn_local(async move { own.add(&text, Told::default()).await });
    }

    /// Adds what a text holds: results, and keys.
    async fn add(&self, text: &str, mut told: Told) {
        if seal::has_key(text) && seal::offered().is_none() {
            told.others.push(self.file.words.seal_unsafe().to_owned());
        }
        if let Some(pair) = Pair::read(text).await {
            told.has_key = true;
            let mut class = self.class.borrow_mut();
            if !class.keys.iter().any(|own| own.is(&pair)) {
                class.keys.push(pair);
            }
        }
        for found in find(text) {
            let mut class = self.class.borrow_mut();
            match found {
                Err(fault) => told.faults.push(fault),
                Ok(_) if class.sheets.len() + class.sealed.len() >= MOST => {}
                Ok(Envelope { body: Body::Open(sheet), .. }) => {
                    told.read += 1;
                    class.sheets.push(sheet);
                }
                Ok(Envelope { quiz, body: Body::Sealed(bytes) }) => {
                    if !class.sealed.contains(&(quiz, bytes.clone())) {
                        class.sealed.push((quiz, bytes));
                    }
                }
            }
        }
        told.read += self.open().await;
        if told.read > 0 {
            let _ = self.root.remove_attribute(data!(kept));
        }
        self.read_argument().await;
        self.tell(".said", &self.told(&told));
        self.show();
    }

    /// Opens what the keys that are here open; how many these are.
    async fn open(&self) -> usize {
        let (sealed, keys) = {
            let mut class = self.class.borrow_mut();
            (std::mem::take(&mut class.sealed), class.keys.clone())
        };
        let mut opened = 0;
        for (quiz, body) in sealed {
            let mut sheet = None;
            for key in &keys {
                if sheet.is_none() {
                    sheet = key.open(quiz, &body).await;
                }
            }
            let mut class = self.class.borrow_mut();
            match sheet {
                Some(sheet) => {
                    opened += 1;
                    class.sheets.push(sheet);
                }
                None => class.sealed.push((quiz, body)),
            }
        }
        opened
    }

    /// Reads the argument if somebody has handed in a stance.
    async fn read_argument(&self) {
        let is_wanted = {
            let class = self.class.borrow();
            class.argument.is_none() && class.sheets.iter().any(|own| !own.stance.is_empty())
        };
        if is_wanted {
            let argument = read_stances().await.map(Rc::new);
            self.class.borrow_mut().argument = argument;
        }
    }

    /// What is said of what was added.
    fn told(&self, told: &Told) -> Html {
        let (words, plural) = (&self.file.words, &self.file.plural);
        let count = |fault| told.faults.iter().filter(|own| **own == fault).count();
        let waiting = self.class.borrow().sealed.len();
        let is_nothing = told.read + told.faults.len() + told.others.len() + waiting == 0;
        let counts = [
            (words.class_added(), told.read),
            (words.class_cut(), count(Fault::Cut)),
            (words.class_damaged(), count(Fault::Damaged)),
            (words.class_newer(), count(Fault::Newer)),
            (words.class_waiting(), waiting),
            (words.class_put_aside(), self.with_shown(|shown| shown.sorted.aside.len())),
        ];
        html! {
            @if told.has_key { p { (words.class_key()) } }
            @for (forms, count) in counts {
                @if count > 0 { p { (counted(plural, forms, count)) } }
            }
            @for other in &told.others { p { (other) } }
            @if is_nothing && !told.has_key { p { (words.class_nothing()) } }
        }
    }
}
