//! The class page: takes what students hand in, in any number and in whatever order, and shows the class.

mod sealing;
mod showing;
mod taking;

use std::{cell::RefCell, rc::Rc};

use concord_dom::{attribute, before_next_picture, first, focus, put};
use concord_engine::results::{Bank, Body, Envelope, Sheet, csv, same_name};
use concord_model::{
    ResultsFile,
    talk::{ResultsAction, ResultsEntry},
};
use concord_reasoner::Stances;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

use crate::{
    fields::{day, field, today, value, value_of},
    files,
    seal::Pair,
};

/// The class page.
pub(crate) struct Teacher {
    /// The place.
    pub(crate) root: Element,
    inner: Element,
    file: ResultsFile,
    bank: Bank,
    class: RefCell<Class>,
}

/// What was handed in so far.
#[derive(Default)]
struct Class {
    sheets: Vec<Sheet>,
    /// Sealed ones that no key here opens.
    sealed: Vec<(u32, Vec<u8>)>,
    keys: Vec<Pair>,
    /// The quiz that is shown, if the teacher chose one.
    quiz: Option<u32>,
    /// The claim that is shown, if the teacher chose one.
    claim: Option<u32>,
    /// The argument, once a stance was handed in.
    argument: Option<Rc<Stances>>,
}

impl Teacher {
    /// Writes the page's forms, and takes what its address has.
    pub(crate) fn start(root: Element, mut file: ResultsFile) -> Option<Rc<Self>> {
        let inner = first(&root, ".inner")?;
        let bank = Bank::new(std::mem::take(&mut file.items));
        let teacher = Rc::new(Self { root, inner, file, bank, class: RefCell::default() });
        put(&teacher.inner, &teacher.forms());
        teacher.take_address();
        Some(teacher)
    }

    pub(crate) fn hears(self: &Rc<Self>, entry: ResultsEntry, field: &Element, is_done: bool) {
        match entry {
            ResultsEntry::Roster => self.show_missing(),
            ResultsEntry::Files if is_done => {
                let Some(input) = field.dyn_ref::<HtmlInputElement>() else { return };
                if let Some(files) = input.files() {
                    self.take_files(&files);
                }
                // The same file can be chosen again.
                input.set_value("");
            }
            ResultsEntry::Quiz if is_done => {
                self.class.borrow_mut().quiz = value_of(field).parse().ok();
                self.show_again(entry);
            }
            ResultsEntry::Claim if is_done => {
                self.class.borrow_mut().claim = value_of(field).parse().ok();
                self.show_again(entry);
            }
            _ => {}
        }
    }

    /// Shows what was chosen in a list, which is written anew and keeps the focus. Not at once: where the focus moves,
    /// browsers tell of other changes in the middle of this one.
    fn show_again(self: &Rc<Self>, entry: ResultsEntry) {
        let own = Rc::clone(self);
        before_next_picture(move || {
            own.show();
            if let Some(field) = field(&own.inner, entry) {
                focus(&field);
            }
        });
    }

    pub(crate) fn does(self: &Rc<Self>, action: ResultsAction, button: &Element) {
        match action {
            ResultsAction::Add => {
                self.take(value(&self.inner, ResultsEntry::Pasted));
                let pasted = field(&self.inner, ResultsEntry::Pasted);
                if let Some(pasted) =
                    pasted.and_then(|own| own.dyn_into::<HtmlTextAreaElement>().ok())
                {
                    pasted.set_value("");
                }
            }
            ResultsAction::Instead => {
                self.count_instead(attribute(button, "value").parse().unwrap_or(usize::MAX));
            }
            ResultsAction::Csv => {
                let rows = self.with_shown(|shown| shown.rows());
                let name = [self.file.words.class(), &day(today())];
                let _ = files::save(&files::name(&name, ".csv"), &csv(&rows));
                files::keep(&self.root);
            }
            ResultsAction::Keep => {
                let name = [self.file.words.hand_in_file(), &day(today())];
                let _ = files::save(&files::name(&name, ".txt"), &self.kept());
                files::keep(&self.root);
            }
            ResultsAction::Seal => self.seal(),
            ResultsAction::Make | ResultsAction::MakeOpen | ResultsAction::Save => {}
        }
    }

    /// Counts a result in place of the other one of that name, which stands before it.
    fn count_instead(&self, place: usize) {
        let mut class = self.class.borrow_mut();
        let Some(taken) = class.sheets.get(place).cloned() else { return };
        let is_other =
            |own: &Sheet| same_name(&own.name, &taken.name) && own.quiz() == taken.quiz();
        if let Some(other) = class.sheets.iter().position(is_other) {
            class.sheets.swap(other, place);
        }
        drop(class);
        self.show();
    }

    /// All results as a text that can be added again.
    fn kept(&self) -> String {
        let class = self.class.borrow();
        let open = class.sheets.iter().map(|own| (own.quiz(), Body::Open(own.clone())));
        let sealed = class.sealed.iter().map(|(quiz, body)| (*quiz, Body::Sealed(body.clone())));
        let all = open.chain(sealed).filter_map(|(quiz, body)| (Envelope { quiz, body }).to_text());
        all.map(|text| text + "\n").collect()
    }
}
