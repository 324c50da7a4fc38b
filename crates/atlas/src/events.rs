//! What readers do with a map: point, tap, press keys, choose, and play the years.

use std::rc::Rc;

use concord_dom::{closest, focus, say, tell};
use concord_engine::community::{beside, hit, whole};
use concord_model::{
    data,
    talk::{AtlasAction, AtlasChoice, Drawing},
};
use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Interval,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent};

use crate::{atlas::Atlas, texts::number};

/// How long a year is shown while the years play.
const YEAR_MILLISECONDS: u32 = 160;

/// Listens to all that happens on the map's page or figure.
pub(crate) fn listen(atlas: &Rc<Atlas>) -> Vec<EventListener> {
    type Answer = fn(&Rc<Atlas>, &Event);
    // A browser moves the place of a click by a finger, and the mouse that follows, to what it holds for
    // the target; where the finger was, the pointer knows.
    let answers: [(&'static str, Answer); 6] = [
        ("click", click),
        ("pointerup", tap),
        ("change", change),
        ("input", input),
        ("pointermove", point),
        ("keydown", key),
    ];
    let options = EventListenerOptions::enable_prevent_default();
    let listen = |(name, answer): (&'static str, Answer)| {
        let own = atlas.clone();
        EventListener::new_with_options(&atlas.root, name, options, move |event| {
            answer(&own, event);
        })
    };
    // The names of states stay in sight while the table is scrolled aside, as it may be from before.
    let table = atlas.find(".all-states > .wide").map(|table| {
        let own = table.clone();
        let keep_names = move || {
            let _ = own.class_list().toggle_with_force("aside", own.scroll_left() != 0);
        };
        keep_names();
        EventListener::new(&table, "scroll", move |_| keep_names())
    });
    answers.into_iter().map(listen).chain(table).collect()
}

/// The state at the place of a pointer.
fn pointed(atlas: &Atlas, event: &Event) -> Option<usize> {
    let pointer = event.dyn_ref::<MouseEvent>()?;
    let (x, y, reach) = atlas.locate(pointer.client_x(), pointer.client_y());
    // Whose land it is wins on the map, unless a mark lies there.
    let marked = hit(atlas.marks(), x, y, 0);
    let land = || number(&closest(event, concat!("[", data!(at), "]"))?, data!(at));
    marked.or_else(land).or_else(|| hit(atlas.marks(), x, y, reach))
}

fn point(atlas: &Rc<Atlas>, event: &Event) {
    if closest(event, ".drawing").is_some() {
        atlas.point(pointed(atlas, event));
    }
}

fn tap(atlas: &Rc<Atlas>, event: &Event) {
    let is_first = event.dyn_ref::<MouseEvent>().is_some_and(|pointer| pointer.button() == 0);
    if is_first
        && closest(event, ".drawing").is_some()
        && let Some(state) = pointed(atlas, event)
    {
        atlas.point(Some(state));
        choose(atlas, state);
    }
}

/// Chooses a state on the page of the map, and in a question, whose list then says so; a lesson's map has no choice.
fn choose(atlas: &Rc<Atlas>, state: usize) {
    if atlas.is_page {
        atlas.toggle(state);
    } else if let (Some(list), Some(state)) = (states(atlas), atlas.data.states.get(state)) {
        list.set_value(state.id.as_str());
        tell(&list, "change");
    }
}

/// The list of a question that asks for a state.
fn states(atlas: &Atlas) -> Option<HtmlSelectElement> {
    atlas.find(concat!("select[", data!(states), "]"))?.dyn_into().ok()
}

/// Shows which state that list has.
pub(crate) fn follow(atlas: &Rc<Atlas>) {
    if let Some(list) = states(atlas) {
        let id = list.value();
        let own = atlas.data.states.iter().position(|state| state.id.as_str() == id);
        atlas.choose(own.into_iter().collect());
    }
}

fn click(atlas: &Rc<Atlas>, event: &Event) {
    if let Some(button) = closest(event, "button") {
        press(atlas, &button);
    } else if closest(event, "a").is_some() {
        // Whoever leaves comes back to what was chosen last.
        atlas.keep();
    }
}

fn press(atlas: &Rc<Atlas>, button: &Element) {
    if let Some(class) = number(button, data!(pick)) {
        let states = atlas
            .column()
            .map(|column| column.states(class, atlas.choice.borrow().year).collect::<Vec<_>>());
        choose_all(atlas, states.unwrap_or_default());
    } else if let Some(cell) = button.get_attribute(data!(cell)) {
        let cell =
            cell.split_once(',').and_then(|(row, column)| Some((whole(row)?, whole(column)?)));
        if let Some((row, column)) = cell {
            choose_all(atlas, atlas.in_both(row, column));
        }
    } else if button.has_attribute(data!(sort)) {
        atlas.sort(button);
    } else if let Some(action) = button.get_attribute(data!(do)) {
        match AtlasAction::read(&action) {
            Some(AtlasAction::Clear) => {
                atlas.choose(Vec::new());
                focus(&atlas.place);
            }
            Some(AtlasAction::Play) => play(atlas, button),
            Some(AtlasAction::Back) => {
                step(atlas, false);
            }
            Some(AtlasAction::On) => {
                step(atlas, true);
            }
            None => {}
        }
    }
}

/// Chooses these states; if they are chosen already, none.
fn choose_all(atlas: &Rc<Atlas>, states: Vec<usize>) {
    let same = atlas.choice.borrow().chosen == states;
    atlas.choose(if same { Vec::new() } else { states });
}

fn change(atlas: &Rc<Atlas>, event: &Event) {
    let Some(target) = event.target() else { return };
    if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        let value = select.value();
        let layer = || atlas.data.columns.iter().position(|column| column.id == value);
        let choice = select.get_attribute(data!(choice));
        match choice.as_deref().and_then(AtlasChoice::read) {
            Some(AtlasChoice::Layer) => {
                stop(atlas);
                let mut choice = atlas.choice.borrow_mut();
                choice.layer = layer().unwrap_or_default();
                choice.year = None;
            }
            Some(AtlasChoice::With) => atlas.choice.borrow_mut().with = layer(),
            Some(AtlasChoice::Drawing) => {
                let Some(drawing) = Drawing::read(&value) else { return };
                atlas.choice.borrow_mut().drawing = drawing;
                atlas.redraw();
            }
            Some(AtlasChoice::Year | AtlasChoice::States) | None => return follow(atlas),
        }
        atlas.select();
        atlas.show();
    } else if let Some(row) = closest(event, concat!("tr[", data!(state), "]")) {
        if let Some(state) = number(&row, data!(state)) {
            atlas.toggle(state);
        }
    } else if closest(event, concat!("[", data!(only), "]")).is_some() {
        atlas.filter();
    }
}

fn input(atlas: &Rc<Atlas>, event: &Event) {
    let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
    else {
        return;
    };
    if field.has_attribute(data!(year)) {
        set_year(atlas, whole(&field.value()).map(|year| year as u16));
    } else if field.has_attribute(data!(find)) {
        atlas.point(atlas.filter());
        atlas.bring();
    }
}

fn key(atlas: &Rc<Atlas>, event: &Event) {
    let Some(press) = event.dyn_ref::<KeyboardEvent>() else { return };
    let held = press.ctrl_key() || press.meta_key() || press.alt_key();
    let key = press.key();
    if held || press.is_composing() {
        return;
    }
    if closest(event, concat!("[", data!(find), "]")).is_some() {
        if key == "Enter"
            && let Some(state) = atlas.filter()
        {
            press.prevent_default();
            // Whoever asks for a state twice means it all the same.
            if !atlas.choice.borrow().chosen.contains(&state) {
                atlas.toggle(state);
            }
            // The next name takes the place of this one.
            if let Some(field) =
                event.target().and_then(|own| own.dyn_into::<HtmlInputElement>().ok())
            {
                field.select();
            }
        }
        return;
    }
    if closest(event, ".drawing").is_none() {
        return;
    }
    let (across, down) = match key.as_str() {
        "ArrowRight" => (1, 0),
        "ArrowLeft" => (-1, 0),
        "ArrowDown" => (0, 1),
        "ArrowUp" => (0, -1),
        "Enter" | " " => (0, 0),
        _ => return,
    };
    press.prevent_default();
    let at = atlas.choice.borrow().at;
    match at {
        Some(state) if (across, down) == (0, 0) => choose(atlas, state),
        Some(state) => atlas.point(beside(atlas.marks(), state, across, down).or(at)),
        None => atlas.point(Some(0)),
    }
    atlas.bring();
    if let Some(told) =
        atlas.find(concat!("[", data!(pointed), "]")).and_then(|line| line.text_content())
    {
        say(&told);
    }
}

fn set_year(atlas: &Rc<Atlas>, year: Option<u16>) {
    let last = atlas.column().and_then(|column| column.years).map(|(_, last)| last);
    atlas.choice.borrow_mut().year = year.filter(|year| Some(*year) != last);
    atlas.show();
}

/// Goes a year on or back; tells whether there was one.
fn step(atlas: &Rc<Atlas>, on: bool) -> bool {
    let Some((first, last)) = atlas.column().and_then(|column| column.years) else { return false };
    let year = atlas.choice.borrow().year.unwrap_or(last);
    let next = if on { year + 1 } else { year.saturating_sub(1) };
    let exists = (first..=last).contains(&next);
    if exists {
        set_year(atlas, Some(next));
    }
    exists
}

/// Plays the years from the first, or goes on where they were stopped; a second time stops them.
fn play(atlas: &Rc<Atlas>, button: &Element) {
    if stop(atlas) {
        return;
    }
    rename(button);
    let Some((first, _)) = atlas.column().and_then(|column| column.years) else { return };
    if atlas.choice.borrow().year.is_none() {
        set_year(atlas, Some(first));
    }
    let own = Rc::downgrade(atlas);
    let interval = Interval::new(YEAR_MILLISECONDS, move || {
        let Some(atlas) = own.upgrade() else { return };
        if !step(&atlas, true) {
            stop(&atlas);
        }
    });
    atlas.playing.replace(Some((interval, button.clone())));
}

/// Stops the years; tells whether they were playing.
fn stop(atlas: &Atlas) -> bool {
    let playing = atlas.playing.take();
    if let Some((_, button)) = &playing {
        rename(button);
    }
    playing.is_some()
}

/// Gives a button its other name, as what it does changes.
fn rename(button: &Element) {
    let (name, other) = (button.text_content(), button.get_attribute(data!(other)));
    button.set_text_content(other.as_deref());
    let _ = button.set_attribute(data!(other), &name.unwrap_or_default());
}
