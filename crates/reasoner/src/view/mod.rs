//! The page's side: asks the worker, shows its answers in outline and drawings alike, and tells the
//! guide's own program what to keep.
//!
//! The two programs know each other by the page alone. The root of the argument has the stance that
//! is kept in `data-stance`, and an event says that it changed. How this program is started, and how it says
//! that nothing will answer, stands in [`concord_model::program`]; that a place is shown also says that the
//! stance was changed in another tab.
//!
//! The files here know each other in one direction: `dom`, `link`, `shown`, `drawing`, `state`, `parts`,
//! `panels`, `owners`, `outline`, `select`, `gestures`, `keys`, `picture`, `own`, `file`, `clicks` each use only what stands
//! before them.

mod clicks;
mod dom;
mod drawing;
mod file;
mod gestures;
mod keys;
mod link;
mod outline;
mod own;
mod owners;
mod panels;
mod parts;
mod picture;
mod select;
mod shown;
mod state;

use concord_dom::program;
use concord_model::{
    Program, data,
    talk::{Fact, Panel, Request, STANCE},
};
use js_sys::Date;
use web_sys::Element;

use dom::{attribute, root, say, set, tell};
use state::{View, with};

/// How long labels are written before a picture, as what a picture takes comes on top. Where a processor is four
/// times slower, all of the guide's take several times as long.
const LABELS_MILLISECONDS: f64 = 5.0;

pub(super) fn start() {
    let Some(document) = dom::document() else { return };
    clicks::listen(&document);
    dom::listen_on_the_way(&document, "toggle", panels::unfolded);
    if let Some(window) = dom::window() {
        dom::listen(&window, "hashchange", |_: &web_sys::Event| {
            if let Some(root) = dom::root() {
                parts::follow_address(&root);
                own::bring();
            }
        });
    }
    keys::listen(&document);
    outline::listen(&document);
    gestures::listen(&document);
    link::start(show);
    let _ = program::for_each_place(Program::Reasoner, |_| open());
}

/// Takes over the page that is open, once its drawings are in it. If it was taken over before, the
/// stance alone is new.
fn open() {
    let root = root();
    if with(|view| (root.as_ref() == Some(&view.root)).then_some(())).is_some() {
        let kept = |name| root.as_ref().map(|root| attribute(root, name)).unwrap_or_default();
        return link::ask(Request::Kept(&kept(data!(stance)), &kept(data!(own))));
    }
    state::show(None);
    let Some(root) = root else { return };
    wasm_bindgen_futures::spawn_local(async move {
        file::take_in(&root).await;
        if root.is_connected() {
            take_over(root);
        }
    });
}

/// Shows what the page holds. The worker may not be ready yet; it is asked when it is.
fn take_over(root: Element) {
    let (kept, about) = (attribute(&root, data!(stance)), attribute(&root, data!(about)));
    state::show(Some(root.clone()));
    let search = dom::window().and_then(|window| window.location().search().ok());
    // A stance in an address is one of the map's page, which asks about all.
    let query = search.filter(|_| about.is_empty()).unwrap_or_default();
    parts::open(&root, ["stance=", "version="].iter().any(|key| query.contains(key)));
    let own = attribute(&root, data!(own));
    link::ask(Request::Open(&kept, &own, query.trim_start_matches('?'), &about));
    own::bring();
}

/// Shows an answer.
fn show(facts: &mut dyn Iterator<Item = Fact<'_>>) {
    let told = with(|view| {
        let mut told = Told::default();
        facts.for_each(|fact| told.take(view, fact));
        told.finish(view);
        Some(told)
    });
    let Some(told) = told else { return };
    if let Some(said) = told.said {
        say(&said);
    }
    show_labels(told.is_new, told.goes_on);
}

/// Shows labels, if any are new, in as many pictures as it takes; then asks for what comes after them. Where
/// nothing is painted, nobody waits.
fn show_labels(is_new: bool, goes_on: bool) {
    let is_hidden = dom::document().is_some_and(|document| document.hidden());
    let end = Date::now() + LABELS_MILLISECONDS;
    let is_left = is_new
        && with(|view| {
            let is_left = view.shown.apply(|| is_hidden || Date::now() < end);
            select::refresh(view);
            Some(is_left)
        })
        .unwrap_or_default();
    if is_left {
        dom::before_next_picture(move || show_labels(true, goes_on));
    } else if goes_on && link::is_latest() {
        // Once what came is painted, where anything is.
        match is_hidden {
            true => panels::ask_more(),
            false => dom::before_next_picture(panels::ask_more),
        }
    }
}

/// What an answer has told so far.
#[derive(Default)]
struct Told {
    /// What screen readers are told.
    said: Option<String>,
    /// Whether anything is new of statements.
    is_new: bool,
    /// Whether it said what there is of the reader's own.
    has_own: bool,
    /// Whether it said what follows.
    has_result: bool,
    goes_on: bool,
}

impl Told {
    /// Shows a fact, or notes it to be shown with others.
    fn take(&mut self, view: &mut View, fact: Fact<'_>) {
        match fact {
            Fact::Say(text) => self.said = Some(text.to_owned()),
            Fact::Keep(stance) => {
                set(&view.root, data!(stance), stance);
                tell(&view.root, STANCE);
            }
            Fact::KeepOwn(own) => {
                set(&view.root, data!(own), own);
                tell(&view.root, STANCE);
            }
            Fact::Yours(id, html) => own::show_beside(&view.root, id, &html),
            Fact::OwnLink(share, field) => own::show_address(&view.root, share, &field),
            Fact::File(name, text) => picture::give_text(name, text),
            Fact::Tools(tools) => view.drawings.add_tools(&tools),
            Fact::Panel(panel, html) => {
                self.has_result |= panel == Panel::Result;
                panels::show(&view.root, panel, &html);
                if panel == Panel::Write {
                    let place = dom::panel(&view.root, panel);
                    place.iter().for_each(own::begin);
                }
                if panel == Panel::Own {
                    own::clear_beside(&view.root);
                    self.has_own = true;
                }
            }
            Fact::Share(stance, field) => panels::show_address(&view.root, stance, &field),
            Fact::Reasons(id, html) => panels::show_reasons(&view.root, id, &html),
            Fact::Part(ask, html) => panels::show_part(&view.root, ask, &html),
            Fact::More => self.goes_on = true,
            fact => {
                self.is_new = true;
                view.shown.take(fact);
            }
        }
    }

    /// Shows what was noted.
    fn finish(&self, view: &mut View) {
        if self.has_own {
            view.shown.find_anew(&view.root);
        }
        if self.has_result && attribute(&view.root, data!(live)).is_empty() {
            owners::filter(&view.root, &view.shown);
            set(&view.root, data!(live), "on");
        }
        // Who waits for panels, as tests do, is told whether more of them comes.
        let state = if self.goes_on { "on" } else { "" };
        if attribute(&view.root, data!(more)) != state {
            set(&view.root, data!(more), state);
        }
    }
}
