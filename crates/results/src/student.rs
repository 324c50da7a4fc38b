//! The end of a quiz that asks for a result.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use concord_dom::{absolute, all, attribute, document, first, focus, form, put, say, window};
use concord_engine::results::{Answered, Bank, Body, Envelope, Given, MAX_NAME, Sheet};
use concord_model::{
    Form, Html, Plural, Program, ResultsFile, ResultsWords, Route, data, fill, html,
    talk::{ResultsAction, ResultsEntry},
};
use concord_reasoner::Stances;
use js_sys::Uint8Array;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, UrlSearchParams};

use crate::{
    code,
    fields::{counted, day, field, to_copy, today, value},
    files, seal,
};

/// How long a link may be, so that mails and learning platforms take it.
const MOST_LETTERS: usize = 2_000;

/// The forms of the quiz, in the order of its questions.
const FORMS: &str = ".quiz form.answering";

/// The result of whoever has answered.
pub(crate) struct Student {
    /// The place.
    pub(crate) root: Element,
    inner: Element,
    words: ResultsWords,
    plural: Plural,
    bank: Bank,
    /// What the address asks for.
    asks: Asks,
    /// What was made last: the name of its file, and its text.
    made: RefCell<Option<(String, String)>>,
    /// How many questions were answered then.
    answered: Cell<usize>,
}

/// What the address of a quiz asks for.
struct Asks {
    name: bool,
    number: bool,
    stance: bool,
    /// For whom the result is to be sealed; nothing inside if that cannot be read.
    seal: Option<Option<Vec<u8>>>,
}

impl Asks {
    fn read(address: &UrlSearchParams) -> Self {
        let asked = address.get_all("ask");
        let is_asked = |name: &str| asked.includes(&name.into(), 0);
        Self {
            name: is_asked("name"),
            number: is_asked("number"),
            stance: is_asked("stance"),
            seal: address.get(seal::IN_LINK).map(|letters| seal::public(&letters)),
        }
    }
}

impl Student {
    /// Writes what is asked for into its place.
    pub(crate) fn start(root: Element, file: ResultsFile) -> Option<Rc<Self>> {
        let inner = first(&root, ".inner")?;
        let address = window()?.location().search().ok()?;
        let asks = Asks::read(&UrlSearchParams::new_with_str(&address).ok()?);
        let student = Rc::new(Self {
            inner,
            words: file.words,
            plural: file.plural,
            bank: Bank::new(file.items),
            asks,
            made: RefCell::default(),
            answered: Cell::default(),
            root,
        });
        put(&student.inner, &student.asked());
        student.show_stance();
        Some(student)
    }

    /// What is asked for.
    fn asked(&self) -> Html {
        let words = &self.words;
        let label = if self.asks.name { words.hand_in_name() } else { words.hand_in_number() };
        let completes = if self.asks.name { "name" } else { "off" };
        html! {
            section.hand-in aria-labelledby="_hand-in" {
                (Html::heading(2, "_hand-in", &words.hand_in()))
                p { (words.hand_in_about()) }
                p { (words.hand_in_stay()) }
                @if self.asks.seal.is_some() { p { (words.hand_in_sealed()) } }
                div.stance {}
                @if self.asks.name || self.asks.number {
                    p {
                        label {
                            (label) " "
                            input type="text" maxlength="60" autocomplete=(completes)
                                data-entry=(ResultsEntry::Name);
                        }
                    }
                }
                p.buttons {
                    button type="button" data-do=(ResultsAction::Make) { (words.hand_in_make()) }
                }
                div.made role="status" {}
                p.small {
                    a href=(Route::Class.href(form())) { (words.class_link()) }
                }
            }
        }
    }

    fn part(&self, selector: &str) -> Option<Element> {
        first(&self.inner, selector)
    }

    /// Says whether the browser keeps a stance, if one is asked for.
    pub(crate) fn show_stance(&self) {
        let Some(place) = self.part(".stance").filter(|_| self.asks.stance) else { return };
        let words = &self.words;
        let is_kept = !self.kept_stance().is_empty();
        put(
            &place,
            &html! {
                p { (if is_kept { words.hand_in_stance() } else { words.hand_in_no_stance() }) }
                @if !is_kept {
                    p {
                        a href=(Route::Argument.href(form())) target="_blank" {
                            (words.hand_in_argument())
                        }
                    }
                }
            },
        );
    }

    /// Says that a result no longer holds all that was answered, if it does not.
    pub(crate) fn compare(&self) {
        if self.made.borrow().is_some() && answered() != self.answered.get() {
            self.made.replace(None);
            let _ = self.root.remove_attribute(data!(kept));
            self.show(&html! { p.notice { (self.words.hand_in_changed()) } });
        }
    }

    /// The stance that the browser keeps, as the guide's program has it.
    fn kept_stance(&self) -> String {
        attribute(&self.root, data!(stance))
    }

    pub(crate) fn does(self: &Rc<Self>, action: ResultsAction) {
        match action {
            ResultsAction::Make => self.make(self.asks.seal.is_some()),
            ResultsAction::MakeOpen => self.make(false),
            ResultsAction::Save => {
                if let Some((name, text)) = &*self.made.borrow() {
                    let _ = files::save(name, text);
                }
            }
            _ => {}
        }
    }

    fn make(self: &Rc<Self>, is_sealed: bool) {
        let name = value(&self.inner, ResultsEntry::Name).trim().to_owned();
        if name.is_empty() && (self.asks.name || self.asks.number) {
            self.show(&html! { p.notice { (self.words.hand_in_who()) } });
            if let Some(field) = field(&self.inner, ResultsEntry::Name) {
                focus(&field);
            }
            return;
        }
        let own = Rc::clone(self);
        spawn_local(async move {
            let sheet = own.sheet(name).await;
            let quiz = sheet.quiz();
            let body = match (&own.asks.seal, is_sealed) {
                (Some(key), true) => match key {
                    Some(key) => seal::seal(&sheet, key).await.map(Body::Sealed),
                    None => None,
                },
                _ => Some(Body::Open(sheet.clone())),
            };
            let Some(body) = body else { return own.show(&own.unsealable()) };
            if let Some(text) = (Envelope { quiz, body }).to_text() {
                own.show_made(&sheet, &text, is_sealed);
            }
        });
    }

    /// The first answers to all questions.
    async fn sheet(&self, name: String) -> Sheet {
        let ids = attribute(&self.root, data!(quiz));
        let forms = forms();
        let answers = ids.split(' ').enumerate().filter_map(|(place, id)| {
            let form = forms.get(place);
            let given = form.and_then(|form| Given::read(&attribute(form, data!(answered))));
            Some(Answered { mark: self.bank.mark(id)?, given })
        });
        let answers = answers.collect();
        let stance = if self.asks.stance { self.stance().await } else { None };
        let name = name.get(..name.floor_char_boundary(MAX_NAME)).unwrap_or_default().to_owned();
        Sheet { name, day: today(), stance: stance.unwrap_or_default(), answers }
    }

    /// The code of the stance that the browser keeps.
    async fn stance(&self) -> Option<String> {
        let kept = self.kept_stance();
        if kept.is_empty() {
            return None;
        }
        read_stances().await?.code(&kept)
    }

    fn show(&self, said: &Html) {
        if let Some(place) = self.part(".made") {
            put(&place, said);
        }
    }

    fn unsealable(&self) -> Html {
        html! {
            p.notice { (self.words.hand_in_unsealable()) }
            p.buttons {
                button.plain type="button" data-do=(ResultsAction::MakeOpen) {
                    (self.words.hand_in_open())
                }
            }
        }
    }

    /// Shows a result in all its forms.
    fn show_made(&self, sheet: &Sheet, text: &str, is_sealed: bool) {
        let words = &self.words;
        let score = self.bank.score(sheet);
        let [points, total] = [score.points, score.of].map(|own| own.to_string());
        let date = day(sheet.day);
        let values =
            [("name", sheet.name.as_str()), ("points", &points), ("total", &total), ("day", &date)];
        let line =
            if sheet.name.is_empty() { words.hand_in_nameless() } else { words.hand_in_line() };
        let line = fill(line, &values);
        let link = absolute(&Route::Class.href(Form::Folder)).filter(|_| form() == Form::Folder);
        let link = link.or_else(|| absolute(&Route::Class.href(form())));
        let link = [&link.unwrap_or_default(), "#", text].concat();
        let has_link = link.len() <= MOST_LETTERS;
        let code = code::drawn(&link, words.hand_in_code())
            .or_else(|| code::drawn(text, words.hand_in_code()));
        let unanswered = sheet.answers.iter().filter(|own| own.given.is_none()).count();
        // What is sealed is told by no line and no name beside it.
        let short = if is_sealed { text.to_owned() } else { [&line, " ", text].concat() };
        self.show(&html! {
            p.line { strong { (line) } }
            @if unanswered > 0 {
                p { (counted(&self.plural, words.hand_in_unanswered(), unanswered)) }
            }
            @if has_link {
                (to_copy("result-link", words.hand_in_link(), words.result_copy(), &link))
            } @else {
                p { (words.hand_in_no_link()) }
            }
            (to_copy("result-text", words.hand_in_text(), words.result_copy(), &short))
            p.buttons {
                button type="button" data-do=(ResultsAction::Save) { (words.hand_in_save()) }
            }
            @match code {
                Some(code) => figure { (code) figcaption { (words.hand_in_code()) } },
                None => p { (words.hand_in_no_code()) },
            }
        });
        say(&line);
        let is_told = !is_sealed && !sheet.name.is_empty();
        let name = if is_told { &sheet.name } else { words.hand_in_file() };
        let name = files::name(&[name, &date], ".txt");
        self.made.replace(Some((name, short + "\n")));
        self.answered.set(sheet.answers.len() - unanswered);
    }
}

/// The forms of the quiz.
fn forms() -> Vec<Element> {
    let page = document().and_then(|document| document.document_element());
    page.map(|page| all(&page, FORMS)).unwrap_or_default()
}

/// How many of them hold a first answer.
fn answered() -> usize {
    forms().iter().filter(|form| form.has_attribute(data!(answered))).count()
}

/// The argument, to read stances on it.
pub(crate) async fn read_stances() -> Option<Stances> {
    let bytes = concord_dom::program::data(Program::Reasoner).await?;
    Stances::decode(&Uint8Array::new(&bytes.into()).to_vec())
}
