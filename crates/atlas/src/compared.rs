//! The page of two states, and two votes, side by side: what is chosen there, and what a pointer means in all its
//! parts at once. The text is that of `concord_engine::community::Compared`, which the page was written with.

use std::{cell::RefCell, rc::Rc};

use concord_dom::{all, closest, first, form, put, say, scroll_to, set, window};
use concord_engine::{
    community::{Compared, least_like},
    search::folded,
};
use concord_model::{
    Route, data,
    talk::{AtlasChoice, Drawing},
};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent,
    ScrollLogicalPosition,
};

use crate::{
    choice::Choice,
    data::Data,
    rows::meant,
    shapes::Shapes,
    texts::{fold, number},
};

/// What the page does when something happens on it.
type Answer = fn(&Sides, &Event);

/// The page.
pub(crate) struct Sides {
    root: Element,
    data: Rc<Data>,
    /// The two states.
    pair: RefCell<[usize; 2]>,
    /// The two votes, by their places among those that are compared.
    votes: RefCell<[usize; 2]>,
    /// The two drawings, as far as there are any.
    drawings: Vec<RefCell<Shapes>>,
    /// The state that is pointed at.
    at: RefCell<Option<usize>>,
}

/// Shows what the address says, and answers from then on.
pub(crate) fn show(root: &Element, data: Rc<Data>) -> Vec<EventListener> {
    let places = all::<HtmlElement>(root, ".drawing");
    let drawings = (0..).zip(&places);
    let drawings = drawings.map(|(nth, place)| RefCell::new(drawing(nth, place, &data))).collect();
    let chosen = Choice::read(&data, root, true);
    let vote = |layer: usize| data.votes.iter().position(|vote| vote.layer == layer);
    let votes = [Some(chosen.layer), chosen.with].map(|layer| layer.and_then(vote));
    let opening = [AtlasChoice::Layer, AtlasChoice::With].map(|choice| {
        let id = root.get_attribute(choice.attribute())?;
        vote(data.columns.iter().position(|column| column.id == id)?)
    });
    let votes = match votes {
        [Some(one), Some(other)] => [one, other],
        _ => opening.map(Option::unwrap_or_default),
    };
    let pair = match *chosen.chosen.as_slice() {
        [one, other, ..] => [one, other],
        // Whoever comes with one state meets the one that voted least like it.
        [one] => [one, least_like(&data.columns, one).unwrap_or(usize::from(one == 0))],
        [] => [0, 1],
    };
    let sides = Rc::new(Sides {
        root: root.clone(),
        data,
        pair: RefCell::new(pair),
        votes: RefCell::new(votes),
        drawings,
        at: RefCell::default(),
    });
    // The page opens with what the address says, if that is nothing.
    if window()
        .and_then(|window| window.location().search().ok())
        .is_some_and(|search| !search.is_empty())
    {
        sides.put_pair();
        sides.put_votes();
    }
    sides.paint();
    let answers: [(&'static str, Answer); 5] = [
        ("change", Sides::change),
        ("keydown", Sides::key),
        ("pointerover", Sides::point),
        ("focusin", Sides::point),
        ("click", Sides::click),
    ];
    let listen = |(name, answer): (&'static str, Answer)| {
        let own = sides.clone();
        EventListener::new(root, name, move |event| answer(&own, event))
    };
    answers.into_iter().map(listen).collect()
}

/// The tiles of a drawing. Of two on a page, the second needs no patterns of its own, and neither has lands.
fn drawing(nth: usize, place: &Element, data: &Data) -> Shapes {
    put(place, &data.svg);
    for gone in all::<Element>(place, if nth > 0 { ".lands, defs" } else { ".lands" }) {
        gone.remove();
    }
    let shapes = Shapes::of(place, data.states.len());
    let marks = data.marks.get(Drawing::Tiles as usize);
    shapes.arrange(Drawing::Tiles, marks.map_or(&[], Vec::as_slice));
    shapes
}

impl Sides {
    fn compared(&self) -> Compared<'_> {
        let Data { states, columns, votes, words, plural, .. } = &*self.data;
        Compared { states, columns, votes, words, plural }
    }

    fn place(&self, selector: &str) -> Option<Element> {
        first(&self.root, selector)
    }

    fn fields(&self) -> Vec<HtmlInputElement> {
        all(&self.root, concat!("input[", data!(choice), "]"))
    }

    fn put_pair(&self) {
        let [one, other] = *self.pair.borrow();
        for (field, state) in self.fields().iter().zip([one, other]) {
            field.set_value(self.data.states.get(state).map_or("", |state| state.name.as_str()));
        }
        if let Some(place) = self.place(concat!("[", data!(pair), "]")) {
            put(&place, &self.compared().pair(one, other));
        }
    }

    fn put_votes(&self) {
        let votes = *self.votes.borrow();
        let lists = all::<HtmlSelectElement>(&self.root, concat!("select[", data!(choice), "]"));
        let titles = all::<Element>(&self.root, "figcaption");
        for (place, vote) in votes.into_iter().enumerate() {
            if let Some(list) = lists.get(place) {
                list.set_selected_index(vote as i32);
            }
            if let (Some(title), Some(vote)) = (titles.get(place), self.data.votes.get(vote)) {
                title.set_text_content(Some(&vote.title));
            }
        }
        if let Some(place) = self.place(concat!("[", data!(cross), "]")) {
            put(&place, &self.compared().between(votes[0], votes[1]));
        }
    }

    /// Gives each state in both drawings the look of its class, and marks the one that is pointed at.
    fn paint(&self) {
        let choice = Choice { drawing: Drawing::Tiles, at: *self.at.borrow(), ..Choice::default() };
        for (shapes, vote) in self.drawings.iter().zip(*self.votes.borrow()) {
            let column =
                self.data.votes.get(vote).and_then(|vote| self.data.columns.get(vote.layer));
            let mut shapes = shapes.borrow_mut();
            if let Some(column) = column {
                shapes.paint(column, &choice, false);
            }
            while shapes.hatch(Drawing::Tiles, false) {}
        }
    }

    fn change(&self, event: &Event) {
        let Some(target) = event.target() else { return };
        if let Some(list) = target.dyn_ref::<HtmlSelectElement>() {
            let place = usize::from(
                list.get_attribute(data!(choice)).as_deref() == Some(AtlasChoice::With.name()),
            );
            if let Some(vote) = self.votes.borrow_mut().get_mut(place) {
                *vote = usize::try_from(list.selected_index()).unwrap_or_default();
            }
            self.put_votes();
            self.paint();
            self.keep();
        } else if let Some(field) = target.dyn_ref::<HtmlInputElement>() {
            self.read(field);
        }
    }

    /// Reads the name of a state, of whom there is one at most.
    fn read(&self, field: &HtmlInputElement) {
        let sought = folded(&field.value(), &fold);
        let state = meant(&self.root, &sought).filter(|_| !sought.is_empty());
        let state = state.and_then(|state| number(&state, data!(state)));
        set(field, "aria-invalid", if state.is_none() { "true" } else { "false" });
        if let Some(line) = self.place(concat!("[", data!(none), "]")) {
            let _ = line.toggle_attribute_with_force("hidden", state.is_some());
        }
        let Some(state) = state else { return say(self.data.words.map_find_none()) };
        let place = usize::from(self.fields().first() != Some(field));
        let mut pair = *self.pair.borrow();
        if let Some(own) = pair.get_mut(place) {
            *own = state;
        }
        self.pair.replace(pair);
        self.put_pair();
        self.keep();
        let [one, other] = pair;
        say(&self.compared().told(one, other));
    }

    fn key(&self, event: &Event) {
        let Some(press) = event.dyn_ref::<KeyboardEvent>() else { return };
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field.filter(|_| press.key() == "Enter" && !press.is_composing()) {
            self.read(&field);
        }
    }

    /// What is pointed at, or has the focus, is marked wherever it stands: votes in all tables of the pair, a state in
    /// both drawings and in the lists.
    fn point(&self, event: &Event) {
        let votes = closest(event, concat!("[", data!(votes), "]"));
        let votes = votes.and_then(|own| own.get_attribute(data!(votes))).unwrap_or_default();
        for other in all::<Element>(&self.root, concat!("[", data!(votes), "]")) {
            let _ = other.class_list().toggle_with_force("at", shares(&other, &votes));
        }
        let at =
            closest(event, concat!("[", data!(at), "]")).and_then(|own| number(&own, data!(at)));
        if self.at.replace(at) != at {
            self.paint();
            for item in all::<Element>(&self.root, concat!("li[", data!(at), "]")) {
                let _ = item
                    .class_list()
                    .toggle_with_force("at", at.is_some() && number(&item, data!(at)) == at);
            }
            if let Some(line) = self.place(concat!("[", data!(pointed), "]")) {
                let [one, other] = *self.votes.borrow();
                let told = at.map(|at| self.compared().state(at, one, other));
                put(&line, &told.unwrap_or_default());
            }
        }
    }

    /// A number of votes leads to the first of them.
    fn click(&self, event: &Event) {
        let Some(button) = closest(event, concat!("button[", data!(votes), "]")) else { return };
        let votes = button.get_attribute(data!(votes)).unwrap_or_default();
        let rows = all::<Element>(&self.root, concat!("tr[", data!(votes), "]"));
        let meant: Vec<&Element> = rows.iter().filter(|row| shares(row, &votes)).collect();
        if let Some(row) = meant.first() {
            scroll_to(row, ScrollLogicalPosition::Nearest);
        }
        let titles = meant.iter().filter_map(|row| first(row, "a")?.text_content());
        say(&titles.collect::<Vec<_>>().join("; "));
    }

    /// Keeps in the address what is chosen, so that a link brings it back.
    fn keep(&self) {
        let id = |state: usize| self.data.states.get(state).map_or("", |state| state.id.as_str());
        let states = self.pair.borrow().map(id).join(",");
        let layer = |vote: usize| {
            let column =
                self.data.votes.get(vote).and_then(|vote| self.data.columns.get(vote.layer));
            column.map_or("", |column| column.id.as_str())
        };
        let [one, other] = self.votes.borrow().map(layer);
        let values = [
            (AtlasChoice::States, &*states),
            (AtlasChoice::Layer, one),
            (AtlasChoice::With, other),
        ];
        let Some(history) = window().and_then(|window| window.history().ok()) else { return };
        let state = history.state().unwrap_or_default();
        let address = Route::compared_with(&values, form());
        let _ = history.replace_state_with_url(&state, "", Some(&address));
    }
}

/// Whether an element is about one of these votes.
fn shares(element: &Element, votes: &str) -> bool {
    let own = element.get_attribute(data!(votes)).unwrap_or_default();
    own.bytes().any(|one| votes.bytes().any(|other| one == other))
}
