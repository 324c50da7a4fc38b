//! One model in its place: its settings, its run, and what readers expect of it.

mod going;
mod links;
mod settings;

use std::{cell::RefCell, rc::Rc};

use concord_dom::{attribute, first, put, say, window};
use concord_model::{
    ModelName, data, fill,
    talk::{Pace, PlayAction},
};
use concord_models::{Drawing, ModelsFile, Play, Run, Settings, Shown, drawn, parse, table};
use web_sys::Element;

use crate::canvas;

/// A model in its place.
pub(crate) struct Player {
    /// The place.
    pub(crate) root: Element,
    inner: Element,
    name: ModelName,
    file: Rc<ModelsFile>,
    /// Whether the page is the model's own, so that its address says the settings.
    is_page: bool,
    state: RefCell<State>,
}

struct State {
    settings: Settings,
    run: Box<dyn Run>,
    /// How far the run is that nobody has moved, once it is there: some are over before the model's last step.
    begins: u32,
    going: Going,
    /// How it goes on once it has begun.
    then: Going,
    /// Whether a picture was asked for.
    is_waiting: bool,
    /// When the last step was shown.
    stepped: f64,
    pace: Pace,
    expected: Option<usize>,
    /// Whether what is seen waits until readers run it.
    waits: bool,
}

/// How a run goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Going {
    Rests,
    /// To where readers come to it, in slices, as some count for long.
    Begins,
    /// Step by step, each shown.
    Shown,
    /// To a step, of which alone is shown what is seen.
    To(u32),
}

impl Player {
    /// Writes the model into its place and goes to where the address says.
    pub(crate) fn start(root: Element, file: Rc<ModelsFile>) -> Option<Rc<Self>> {
        let inner = first(&root, ".inner")?;
        let name = ModelName::read(&attribute(&root, data!(model)))?;
        let is_page = root.has_attribute(data!(address));
        let placed = attribute(&root, data!(settings));
        let asked = window().and_then(|window| window.location().search().ok());
        let query = if is_page { asked.unwrap_or_default() } else { placed };
        let play = Play { name, words: &file.words, world: &file.world };
        let link = play.read(&query);
        let run = play.model().start(&link.settings, play.world);
        // A link with settings was made to show what comes out.
        let is_opened = !is_page || (link.settings == play.read("").settings && link.at.is_none());
        let waits = is_opened && play.tells(&link.settings);
        let state = State {
            settings: link.settings,
            begins: 0,
            run,
            going: Going::Begins,
            then: link.at.map_or(Going::Rests, Going::To),
            is_waiting: false,
            stepped: 0.0,
            pace: Pace::Medium,
            expected: None,
            waits,
        };
        let player = Rc::new(Self { root, inner, name, file, is_page, state: state.into() });
        player.set_out(&mut player.state.borrow_mut());
        player.write();
        player.wait();
        // Before it answers, nothing stands there that could be pressed in vain.
        let _ = player.root.set_attribute(data!(live), "on");
        Some(player)
    }

    fn play(&self) -> Play<'_> {
        Play { name: self.name, words: &self.file.words, world: &self.file.world }
    }

    /// Writes all of it.
    fn write(&self) {
        let state = self.state.borrow();
        let play = self.play();
        let shown = state.run.shown(play.words);
        let id = attribute(&self.root, data!(model));
        put(&self.inner, &play.html(&state.settings, &shown, &id, state.waits));
        drop(state);
        self.paint(&shown, true);
    }

    fn part(&self, selector: &str) -> Option<Element> {
        first(&self.inner, selector)
    }

    /// Shows where the run is; tells what is seen.
    fn show(&self, rests: bool) -> String {
        let shown = self.state.borrow().run.shown(&self.file.words);
        self.paint(&shown, rests);
        shown.sentence
    }

    fn paint(&self, shown: &Shown, rests: bool) {
        if rests {
            self.keep();
        }
        let is_going = matches!(self.state.borrow().going, Going::Shown | Going::To(_));
        let legend = self.file.words.play.play_legend();
        if let Some(place) = self.part(".drawn") {
            match &shown.drawing {
                Drawing::Lattice(lattice) => drop(canvas::paint(&place, lattice, legend)),
                Drawing::Svg(_) => put(&place, &drawn(shown, legend)),
            }
        }
        if let Some(said) = self.part(".said") {
            said.set_text_content(Some(&shown.sentence));
        }
        self.write_numbers(shown);
        let words = &self.file.words.play;
        if let Some(button) = self.part(concat!("button[", data!(do), "=run]")) {
            let name = if is_going { words.play_pause() } else { words.play_run() };
            button.set_text_content(Some(name));
        }
        self.compare(shown);
    }

    /// Writes the table, if readers see it: it may be the longest part of all.
    fn write_numbers(&self, shown: &Shown) {
        if let Some(place) = self.part("details.numbers[open] .table") {
            put(&place, &table(&shown.table));
        }
    }

    /// Writes the table that was opened.
    pub(crate) fn show_numbers(&self) {
        self.write_numbers(&self.state.borrow().run.shown(&self.file.words));
    }

    /// Ends the way of a run, changes it, and says what is seen then, for screen readers, too.
    fn rest(&self, change: impl FnOnce(&mut State)) {
        let mut state = self.state.borrow_mut();
        state.going = Going::Rests;
        change(&mut state);
        drop(state);
        say(&self.show(true));
    }

    /// Says whether it came as the reader expected.
    fn compare(&self, shown: &Shown) {
        let Some(place) = self.part(".came") else { return };
        let state = self.state.borrow();
        let words = &self.file.words;
        let labels = self.play().model().predictions(&state.settings);
        let label = |number: usize| labels.get(number).map(|label| label(words));
        let told = shown.came.and_then(label).map(|came| match state.expected {
            Some(expected) if Some(expected) == shown.came => {
                fill(words.play.play_came(), &[("expected", came)])
            }
            Some(expected) => fill(
                words.play.play_came_otherwise(),
                &[("expected", label(expected).unwrap_or_default()), ("came", came)],
            ),
            None => fill(words.play.play_came_alone(), &[("came", came)]),
        });
        // A run that nobody has moved yet says nothing of how it came.
        let is_moved = state.expected.is_some() || state.run.steps() > state.begins;
        let told = told.filter(|_| is_moved && !state.waits);
        let told = told.unwrap_or_default();
        if place.text_content().as_deref() != Some(told.as_str()) {
            place.set_text_content(Some(&told));
        }
    }

    /// What a button asks for.
    pub(crate) fn does(self: &Rc<Self>, action: PlayAction, button: &Element) {
        self.reveal();
        match action {
            PlayAction::Run => self.run_or_rest(),
            PlayAction::Step => self.rest(|state| self.step(state)),
            PlayAction::Reset => self.rest(|state| state.run = self.anew(state)),
            PlayAction::Preset => self.take(&attribute(button, data!(preset))),
        }
    }

    /// Lets readers see what comes out.
    fn reveal(&self) {
        self.state.borrow_mut().waits = false;
        if let Some(outcome) = self.part(concat!("[", data!(waits), "]")) {
            let _ = outcome.remove_attribute(data!(waits));
        }
    }

    /// Takes all settings from a link, and begins.
    fn take(self: &Rc<Self>, query: &str) {
        self.reveal();
        let link = parse(self.play().model(), &self.file.world, query);
        self.begin(link.settings, link.at.map_or(Going::Rests, Going::To));
        self.state.borrow_mut().expected = None;
        self.show_settings();
        let seen = self.show(true);
        if link.at.is_none() {
            say(&seen);
        }
        self.wait();
    }

    /// Begins a run of these settings, and says how it goes on then.
    fn begin(&self, settings: Settings, then: Going) {
        let mut state = self.state.borrow_mut();
        state.settings = settings;
        state.run = self.anew(&state);
        (state.begins, state.going, state.then) = (0, Going::Begins, then);
        self.set_out(&mut state);
    }

    /// Begins a run of these settings; if one was going on that is shown step by step, so does the new one.
    fn change(&self, settings: Settings) {
        let state = self.state.borrow();
        let going = if state.going == Going::Begins { state.then } else { state.going };
        drop(state);
        self.begin(settings, if going == Going::Shown { going } else { Going::Rests });
    }
}
