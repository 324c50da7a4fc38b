//! What a reader does where an argument is rebuilt, and what is said to it.

use std::rc::Rc;

use concord_dom::{around, attribute, before_next_picture, first, focus, put, say, scroll_to};
use concord_engine::rebuild::{Judged, Role};
use concord_model::{Html, RebuildFile, StatementKind, data, fill};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollLogicalPosition};

use crate::{
    state::{NOWHERE, State},
    view,
};

/// One place in a page.
pub(crate) struct Game {
    /// The place.
    pub(crate) root: Element,
    pub(crate) state: State,
    /// The button that checks, once all is in place.
    pub(crate) done: Option<HtmlElement>,
}

impl Game {
    /// The empty map of a place.
    pub(crate) fn new(root: Element, file: Rc<RebuildFile>) -> Option<Self> {
        let state = State::new(file, &attribute(&root, data!(puzzle)))?;
        put(&root, &view::place(&state));
        let mut game = Self { root, state, done: None };
        game.show();
        Some(game)
    }

    /// Writes what waits and the map anew.
    pub(crate) fn show(&mut self) {
        self.put(view::WAITING, &view::waiting(&self.state));
        self.say_at(None, String::new());
    }

    /// Writes the map anew. What waits stays as it is, with the focus and how far it was scrolled.
    fn show_map(&self) {
        self.put(view::MAP, &view::map(&self.state));
    }

    fn put(&self, part: &str, html: &Html) {
        if let Some(part) = first(&self.root, part) {
            put(&part, html);
        }
    }

    /// Begins anew, with an empty map or with the whole one.
    pub(crate) fn begin(&mut self, whole: bool) {
        let _ = self.check(false);
        self.state.missed.clear();
        self.state.helped.clear();
        self.state.opened = None;
        self.state.is_shown = whole;
        self.state.placed = if whole { self.state.pieces().0.to_vec() } else { Vec::new() };
        self.state.chosen = None;
        self.show();
        self.focus_waiting(0);
        // The map was higher, and the question's form says something above it now.
        let root = self.root.clone();
        before_next_picture(move || scroll_to(&root, ScrollLogicalPosition::Start));
    }

    /// Chooses what is to be placed.
    pub(crate) fn choose(&mut self, piece: u32) {
        self.state.chosen = Some(piece);
        self.say_at(None, String::new());
        // Its list may be lower from here on.
        self.bring(view::CHOSEN);
    }

    /// Opens or closes the roles of a statement on the map.
    pub(crate) fn open(&mut self, on: u32) {
        if self.state.chosen.is_none() {
            let said = self.state.words().rebuild_choose().to_owned();
            self.say_at(Some(on), said);
            return self.focus(&view::opener(on));
        }
        // Whoever chose another statement meanwhile means that one, and closes nothing.
        let State { opened, opened_for, chosen, .. } = &mut self.state;
        let was_open = *opened == Some(on) && opened_for == chosen;
        (*opened, *opened_for) = ((!was_open).then_some(on), *chosen);
        self.state.said = (None, String::new());
        self.show_map();
        self.focus(&if was_open { view::opener(on) } else { view::first_role(on) });
        self.bring(&if was_open { view::opener(on) } else { view::roles_of(on) });
    }

    /// Puts the chosen statement to another in a role.
    pub(crate) fn place(&mut self, on: u32, role: Role) {
        let Some(piece) = self.state.chosen else { return };
        let map = self.state.map();
        let judged = map.judge(piece, on, role);
        let place = map.place(self.state.pieces().1, on, role);
        match judged {
            Judged::Right => return self.settle(piece, false),
            Judged::Early => {}
            Judged::OtherRole | Judged::OtherPlace => {
                self.state.missed.push((piece, place.unwrap_or(NOWHERE)));
            }
            // The question's places do not tell ways apart, so this is none of them.
            Judged::NotAlone(_) | Judged::NotWith(_) | Judged::OtherStep(_) => {
                self.state.missed.push((piece, NOWHERE));
            }
        }
        let said = self.wrong(piece, on, &judged);
        self.say_at(Some(on), said);
        self.focus(&view::role_button(on, role));
        self.bring(view::SAID);
    }

    /// The next step of help for the chosen statement: its part, what it speaks to, and its place.
    pub(crate) fn help(&mut self) {
        let words = self.state.words();
        let Some(piece) = self.state.chosen else {
            let said = words.rebuild_choose().to_owned();
            return self.say_at(None, said);
        };
        let (map, name) = (self.state.map(), self.state.short(piece));
        let target = self.state.short(map.target(piece).unwrap_or_default());
        let before = self.state.helped.iter().filter(|own| **own == piece).count();
        let said = match before {
            // To choose another one is all that helps, and costs nothing.
            _ if map.is_early(piece) => words.rebuild_early().to_owned(),
            0 => {
                let part = self.state.part(map.kind(piece));
                fill(words.rebuild_help_part(), &[("piece", name), ("called", part)])
            }
            1 => fill(words.rebuild_help_target(), &[("piece", name), ("statement", target)]),
            _ => return self.settle(piece, true),
        };
        if !map.is_early(piece) {
            self.state.helped.push(piece);
            self.state.missed.push((piece, NOWHERE));
        }
        self.say_at(None, said);
    }

    /// Gives a statement its place, says why it is there, and goes on to the next.
    fn settle(&mut self, piece: u32, is_helped: bool) {
        let words = self.state.words();
        let before = if is_helped { words.rebuild_there() } else { words.rebuild_right() };
        let said = [before, " ", &self.reason(piece)].concat();
        let next = self.state.waiting().iter().position(|own| *own == piece).unwrap_or_default();
        self.state.placed.push(piece);
        self.state.opened = None;
        self.state.chosen = None;
        if self.state.waiting().is_empty() {
            self.done = self.check(true);
        }
        self.say_at(Some(piece), said);
        self.put(view::WAITING, &view::waiting(&self.state));
        self.focus_waiting(next);
        self.bring(view::SAID);
    }

    /// Gives the focus to what waits at that place of the list, or to the last, and shows it there; to the map once nothing waits.
    fn focus_waiting(&self, at: usize) {
        match self.state.waiting().len().checked_sub(1) {
            Some(last) => {
                let field = view::piece_at(at.min(last));
                self.focus(&field);
                self.bring(&field);
            }
            None => self.focus(view::MAP),
        }
    }

    /// Says something where it belongs, and aloud.
    fn say_at(&mut self, on: Option<u32>, said: String) {
        if !said.is_empty() {
            say(&said);
        }
        self.state.said = (on, said);
        self.put(view::HELP, &view::said(&self.state, None));
        self.show_map();
    }

    /// The form's button that checks, which is off while the map is not whole: a key in the form would press it.
    fn check(&self, is_on: bool) -> Option<HtmlElement> {
        let button = first(&around(&self.root, "form")?, "[type=submit]")?;
        let set = if is_on {
            button.remove_attribute("disabled")
        } else {
            button.set_attribute("disabled", "")
        };
        set.ok()?;
        button.dyn_into().ok()
    }

    /// Why a statement belongs where it does.
    fn reason(&self, piece: u32) -> String {
        let (words, map) = (self.state.words(), self.state.map());
        let target = map.target(piece).unwrap_or_default();
        let others = self.state.names(&map.step(piece));
        let reason = match map.kind(piece) {
            StatementKind::Objection => words.rebuild_because_against(),
            StatementKind::Reply => words.rebuild_because_answers(),
            StatementKind::Undercut => words.rebuild_because_denies(),
            _ if !others.is_empty() => words.rebuild_because_joint(),
            _ if !map.ways(target).is_empty() => words.rebuild_because_own_way(),
            _ => words.rebuild_because_supports(),
        };
        fill(reason, &[("statement", self.state.short(target)), ("others", &others)])
    }

    /// What is said to a placing that is not right; never only that.
    fn wrong(&self, piece: u32, on: u32, judged: &Judged) -> String {
        let (words, kind) = (self.state.words(), self.state.map().kind(piece));
        let (said, others) = match judged {
            Judged::Right => return String::new(),
            Judged::Early => return words.rebuild_early().to_owned(),
            Judged::OtherRole if kind.is_support() => (words.rebuild_other_role(), &[][..]),
            Judged::OtherRole => (words.rebuild_other_against(), &[][..]),
            Judged::OtherPlace => (words.rebuild_other_place(), &[][..]),
            Judged::NotAlone(others) => (words.rebuild_not_alone(), others.as_slice()),
            Judged::NotWith(others) => (words.rebuild_not_with(), others.as_slice()),
            Judged::OtherStep(others) => (words.rebuild_other_step(), others.as_slice()),
        };
        let part = self.state.part(kind);
        let own = [
            ("statement", self.state.short(on)),
            ("called", part),
            ("others", &self.state.names(others)),
        ];
        fill(said, &own)
    }

    /// Brings something into sight, if it is not.
    fn bring(&self, selector: &str) {
        if let Some(element) = first(&self.root, selector) {
            scroll_to(&element, ScrollLogicalPosition::Nearest);
        }
    }

    fn focus(&self, selector: &str) {
        if let Some(element) = first(&self.root, selector) {
            focus(&element);
        }
    }
}
