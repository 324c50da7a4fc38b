//! One map: its elements, and how they come to show what is chosen: colours in the frame after that of the
//! control, words in one of their own, and the address when readers rest.

use std::{cell::RefCell, rc::Rc};

use concord_dom::all;
use concord_engine::community::{Column, Mark, whole};
use concord_model::{data, talk::Drawing};
use gloo::timers::callback::Interval;
use web_sys::{Element, HtmlElement};

use crate::{choice::Choice, data::Data, later::Later, shapes::Shapes};

/// When colours follow what was chosen: a frame later, as the browser draws its own control first.
const COLOURS_MILLISECONDS: u32 = 20;
/// When words follow the colours: later than the frame, sooner than anybody reads.
const WORDS_MILLISECONDS: u32 = 80;
/// When the address follows, as browsers take long to change it.
const ADDRESS_MILLISECONDS: u32 = 300;
/// When the next shapes are hatched.
const FRAME_MILLISECONDS: u32 = 16;
/// When all marks have arrived.
const MOVED_MILLISECONDS: u32 = 900;

/// A map and what stands around it.
pub(crate) struct Atlas {
    /// The page of the map, or the figure of a lesson.
    pub(crate) root: Element,
    /// The element that the drawing is in.
    pub(crate) place: HtmlElement,
    pub(crate) data: Rc<Data>,
    /// Whether the map has its own page, with choices, lists and an address.
    pub(crate) is_page: bool,
    /// What is drawn of each state.
    shapes: RefCell<Shapes>,
    /// The row of each state in the table.
    pub(crate) rows: Vec<HtmlElement>,
    /// The width of the drawing, in its own units.
    pub(crate) width: i32,
    pub(crate) choice: RefCell<Choice>,
    /// While the years play, what moves them, and the button that stops them.
    pub(crate) playing: RefCell<Option<(Interval, Element)>>,
    /// The legend of each layer that has one here.
    pub(crate) legends: Vec<Option<Element>>,
    soon: Soon,
}

/// What is yet to be done.
#[derive(Default)]
struct Soon {
    colours: Later,
    words: Later,
    hatching: Later,
    /// The address is to be changed.
    address: Later,
    /// Marks are on their way.
    moving: Later,
}

impl Atlas {
    pub(crate) fn new(root: Element, place: HtmlElement, data: Rc<Data>) -> Option<Rc<Self>> {
        let shapes = Shapes::of(&place, data.states.len());
        let is_page = root.class_list().contains("community");
        let rows = all(&root, concat!("tr[", data!(state), "]"));
        let width = place.first_element_child()?.get_attribute("viewBox")?;
        let width = whole(width.split(' ').nth(2)?)?;
        let choice = Choice::read(&data, &root, is_page);
        let legend = |column: &Column| {
            root.query_selector(&format!(concat!("[", data!(legend), "=\"{}\"]"), column.id))
                .ok()?
        };
        let legends = data.columns.iter().map(legend).collect();
        let atlas = Rc::new(Self {
            root,
            place,
            is_page,
            rows,
            width: width.max(1) as i32,
            shapes: RefCell::new(shapes),
            data,
            choice: RefCell::new(choice),
            playing: RefCell::default(),
            legends,
            soon: Soon::default(),
        });
        atlas.arrange();
        atlas.select();
        atlas.paint();
        atlas.say();
        atlas.list();
        atlas.bring();
        Some(atlas)
    }

    pub(crate) fn column(&self) -> Option<&Column> {
        self.data.columns.get(self.choice.borrow().layer)
    }

    pub(crate) fn marks(&self) -> &[Mark] {
        let drawing = self.choice.borrow().drawing;
        self.data.marks.get(drawing as usize).map_or(&[], Vec::as_slice)
    }

    /// Puts each mark where the drawing has it; the stylesheet moves it there.
    fn arrange(&self) {
        let drawing = self.choice.borrow().drawing;
        let classes = self.place.class_list();
        let _ = classes.toggle_with_force("apart", drawing != Drawing::Map);
        let _ = classes.toggle_with_force("tiles", drawing == Drawing::Tiles);
        self.shapes.borrow().arrange(drawing, self.marks());
    }

    /// Gives each state the look of its class.
    fn paint(&self) {
        let choice = self.choice.borrow();
        if let Some(column) = self.data.columns.get(choice.layer) {
            self.shapes.borrow_mut().paint(column, &choice, self.soon.moving.is_waiting());
        }
    }

    /// Hatches some of the shapes that are plain yet, and the others in the next frames.
    fn hatch(self: &Rc<Self>) {
        let drawing = self.choice.borrow().drawing;
        let moves = self.soon.moving.is_waiting();
        match self.shapes.borrow_mut().hatch(drawing, moves) {
            true => self.soon.hatching.wait(self, FRAME_MILLISECONDS, Self::hatch),
            false => drop(self.soon.hatching.end()),
        }
    }

    /// Shows another layer or another year, and soon says so.
    pub(crate) fn show(self: &Rc<Self>) {
        if !self.soon.colours.is_waiting() {
            self.soon.colours.wait(self, COLOURS_MILLISECONDS, |atlas| {
                atlas.soon.colours.end();
                atlas.paint();
            });
        }
        if !self.soon.words.is_waiting() {
            let _ = self.place.set_attribute("aria-busy", "true");
            self.soon.words.wait(self, WORDS_MILLISECONDS, Self::say);
        }
        self.keep_soon();
    }

    /// Says what is shown.
    fn say(self: &Rc<Self>) {
        self.soon.words.end();
        self.tell();
        self.cross();
        let _ = self.place.remove_attribute("aria-busy");
        self.soon.hatching.wait(self, FRAME_MILLISECONDS, Self::hatch);
    }

    /// Shows another drawing, to which the marks move.
    pub(crate) fn redraw(self: &Rc<Self>) {
        let _ = self.place.class_list().add_1("moves");
        self.soon.moving.wait(self, MOVED_MILLISECONDS, |atlas| {
            atlas.soon.moving.end();
            let _ = atlas.place.class_list().remove_1("moves");
        });
        self.paint();
        // What was not shown has to be, where it was, or it would not move from there.
        self.place.get_bounding_client_rect();
        self.arrange();
    }

    /// Shows other chosen states, in the drawing, in the lists and in the table.
    pub(crate) fn choose(self: &Rc<Self>, chosen: Vec<usize>) {
        self.choice.borrow_mut().chosen = chosen;
        self.paint();
        self.list();
        self.bring();
        self.tell();
        self.keep_soon();
    }

    /// Chooses a state, or no longer.
    pub(crate) fn toggle(self: &Rc<Self>, state: usize) {
        let mut chosen = self.choice.borrow().chosen.clone();
        match chosen.iter().position(|other| *other == state) {
            Some(place) => drop(chosen.remove(place)),
            None => chosen.push(state),
        }
        self.choose(chosen);
    }

    /// Points at a state, or at none.
    pub(crate) fn point(&self, state: Option<usize>) {
        if self.choice.borrow().at != state {
            self.choice.borrow_mut().at = state;
            self.paint();
            self.tell_state();
        }
    }

    fn keep_soon(self: &Rc<Self>) {
        self.soon.address.wait(self, ADDRESS_MILLISECONDS, Self::keep);
    }

    /// Keeps in the address what is not yet there.
    pub(crate) fn keep(self: &Rc<Self>) {
        if self.soon.address.end() && self.is_page && self.place.is_connected() {
            self.choice.borrow().keep(&self.data);
        }
    }

    /// A place on the screen in units of the drawing, and how far a finger reaches there.
    pub(crate) fn locate(&self, x: i32, y: i32) -> (i32, i32, i32) {
        /// Half of what a finger hits, in CSS pixels.
        const FINGER: f64 = 22.0;
        let frame = self.place.get_bounding_client_rect();
        let scale = f64::from(self.width) / frame.width().max(1.0);
        let to = |from: f64, start: f64| ((from - start) * scale) as i32;
        (to(x.into(), frame.left()), to(y.into(), frame.top()), (FINGER * scale) as i32)
    }
}
