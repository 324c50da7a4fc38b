//! One map: its elements, and how they come to show what is chosen. Only what differs is set: colours in the
//! frame after that of the control, words in one of their own, and the address when readers rest.

use std::{cell::RefCell, rc::Rc};

use concord_dom::all;
use concord_engine::community::{Column, Mark};
use concord_model::{data, look, talk::Drawing};
use gloo::timers::callback::{Interval, Timeout};
use js_sys::JsString;
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use web_sys::{Element, HtmlElement};

use crate::{Data, choice::Choice, whole};

/// When colours follow what was chosen: a frame later, as the browser draws its own control first.
const COLOURS_MILLISECONDS: u32 = 20;
/// When words follow the colours: later than the frame, sooner than anybody reads.
const WORDS_MILLISECONDS: u32 = 80;
/// When the address follows, as browsers take long to change it.
const ADDRESS_MILLISECONDS: u32 = 300;
/// When the next marks are hatched. A pattern costs more than a colour, so hatching follows: each frame
/// some marks.
const FRAME_MILLISECONDS: u32 = 16;
const HATCHED_AT_ONCE: usize = 40;
/// When all marks have arrived.
const MOVED_MILLISECONDS: u32 = 900;

/// How a mark looks.
#[derive(Clone, Copy, Default, PartialEq)]
struct Look {
    class: &'static str,
    is_on: bool,
    is_at: bool,
    is_hatched: bool,
}

impl Look {
    /// Its classes, as JavaScript has them.
    fn classes(self) -> JsString {
        let mut name = self.class.to_owned();
        let more = [(self.is_hatched, " hatched"), (self.is_on, " on"), (self.is_at, " at")];
        for (_, more) in more.into_iter().filter(|(is, _)| *is) {
            name += more;
        }
        name.into()
    }
}

#[wasm_bindgen]
extern "C" {
    /// An element whose attributes are set without copying texts.
    #[wasm_bindgen(extends = Element, js_name = Element)]
    type Shape;
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set(this: &Shape, name: &JsString, value: &JsString);
}

/// The looks that were needed, as texts that stay on the side of JavaScript: handing over a new one for
/// each state took a fifth of the time of a change's scripts.
struct Looks {
    attribute: JsString,
    known: Vec<(Look, JsString)>,
}

impl Looks {
    fn set(&mut self, shape: &Element, look: Look) {
        let at = self.known.iter().position(|(known, _)| *known == look).unwrap_or_else(|| {
            self.known.push((look, look.classes()));
            self.known.len() - 1
        });
        if let Some((_, classes)) = self.known.get(at) {
            shape.unchecked_ref::<Shape>().set(&self.attribute, classes);
        }
    }
}

/// A map and what stands around it.
pub(crate) struct Atlas {
    /// The page of the map, or the figure of a lesson.
    pub(crate) root: Element,
    /// The element that the drawing is in.
    pub(crate) place: HtmlElement,
    pub(crate) data: Rc<Data>,
    /// Whether the map has its own page, with choices, lists and an address.
    pub(crate) is_page: bool,
    /// The land of each state, which the map shows, and its mark, which the other drawings show.
    shapes: [Vec<Element>; 2],
    /// Its row in the table.
    pub(crate) rows: Vec<HtmlElement>,
    /// The width of the drawing, in its own units.
    pub(crate) width: i32,
    pub(crate) choice: RefCell<Choice>,
    /// What stands in the drawing now for each shape.
    looks: RefCell<[Vec<Look>; 2]>,
    /// Their texts.
    texts: RefCell<Looks>,
    /// While the years play, what moves them, and the button that stops them.
    pub(crate) playing: RefCell<Option<(Interval, Element)>>,
    /// The legend of each layer that has one here.
    pub(crate) legends: Vec<Option<Element>>,
    /// What is yet to be done: colours, words, hatching, the address, the end of a move.
    colours: RefCell<Option<Timeout>>,
    words: RefCell<Option<Timeout>>,
    hatching: RefCell<Option<Timeout>>,
    address: RefCell<Option<Timeout>>,
    moving: RefCell<Option<Timeout>>,
}

impl Atlas {
    pub(crate) fn new(root: Element, place: HtmlElement, data: Rc<Data>) -> Option<Rc<Self>> {
        let states = data.states.len();
        let is_page = root.class_list().contains("community");
        let shapes = ["path", "rect"].map(|kind| {
            let shape = |at| {
                place
                    .query_selector(&format!(concat!("{}[", data!(at), "=\"{}\"]"), kind, at))
                    .ok()
                    .flatten()
            };
            (0..states).map_while(shape).collect::<Vec<_>>()
        });
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
            looks: RefCell::new([(); 2].map(|()| vec![Look::default(); states])),
            texts: RefCell::new(Looks { attribute: "class".into(), known: Vec::new() }),
            shapes,
            data,
            choice: RefCell::new(choice),
            playing: RefCell::default(),
            legends,
            colours: RefCell::default(),
            words: RefCell::default(),
            hatching: RefCell::default(),
            address: RefCell::default(),
            moving: RefCell::default(),
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
        self.data.marks.get(self.choice.borrow().drawing as usize).map_or(&[], Vec::as_slice)
    }

    /// Puts each mark where the drawing has it; the stylesheet moves it there.
    pub(crate) fn arrange(&self) {
        let drawing = self.choice.borrow().drawing;
        let classes = self.place.class_list();
        let _ = classes.toggle_with_force("apart", drawing != Drawing::Map);
        let _ = classes.toggle_with_force("tiles", drawing == Drawing::Tiles);
        let [_, rects] = &self.shapes;
        for (rect, mark) in rects.iter().zip(self.marks()) {
            // Tiles alone have corners.
            let corner = if drawing == Drawing::Tiles { mark.r / 5 } else { mark.r };
            let values = [
                ("x", mark.x - mark.r),
                ("y", mark.y - mark.r),
                ("width", mark.r * 2),
                ("height", mark.r * 2),
                ("rx", corner),
            ];
            for (name, value) in values {
                let _ = rect.set_attribute(name, &value.to_string());
            }
        }
    }

    /// The shapes that are shown, with the places of their states and their looks: lands on the map, else
    /// marks, and both while they move. Others have no part in a change.
    fn shown<'a>(
        &'a self,
        looks: &'a mut [Vec<Look>; 2],
    ) -> impl Iterator<Item = (usize, &'a Element, &'a mut Look)> {
        let is_apart = self.choice.borrow().drawing != Drawing::Map;
        let moves = self.moving.borrow().is_some();
        let all = self.shapes.iter().zip(looks).zip([moves || !is_apart, moves || is_apart]);
        all.filter(|(_, is_shown)| *is_shown).flat_map(|((shapes, looks), _)| {
            shapes.iter().zip(looks).enumerate().map(|(at, (shape, look))| (at, shape, look))
        })
    }

    /// Gives each state the look of its class.
    pub(crate) fn paint(&self) {
        let choice = self.choice.borrow();
        let Some(column) = self.data.columns.get(choice.layer) else { return };
        let mut texts = self.texts.borrow_mut();
        for (at, shape, known) in self.shown(&mut self.looks.borrow_mut()) {
            let class = look(column.is_scale, column.declared, column.class(at, choice.year));
            let is_hatched = known.is_hatched && known.class == class;
            let is_at = choice.at == Some(at);
            let now = Look { class, is_on: choice.chosen.contains(&at), is_at, is_hatched };
            if *known != now {
                // What is drawn later would cover half of its outline.
                if now.is_on
                    && !known.is_on
                    && let Some(all) = shape.parent_node()
                {
                    let _ = all.append_child(shape);
                }
                *known = now;
                texts.set(shape, now);
            }
        }
    }

    /// Hatches some of the shapes that are plain yet, and the others in the next frames.
    fn hatch(self: &Rc<Self>) {
        let (mut looks, mut texts) = (self.looks.borrow_mut(), self.texts.borrow_mut());
        let plain = self.shown(&mut looks).filter(|(_, _, look)| !look.is_hatched);
        let mut count = 0;
        for (_, shape, look) in plain.take(HATCHED_AT_ONCE) {
            look.is_hatched = true;
            texts.set(shape, *look);
            count += 1;
        }
        let next = (count > 0).then(|| self.later(FRAME_MILLISECONDS, Self::hatch));
        self.hatching.replace(next);
    }

    /// Shows another layer or another year, and soon says so.
    pub(crate) fn show(self: &Rc<Self>) {
        if self.colours.borrow().is_none() {
            let paint = |atlas: &Rc<Self>| {
                atlas.colours.take();
                atlas.paint();
            };
            self.colours.replace(Some(self.later(COLOURS_MILLISECONDS, paint)));
        }
        if self.words.borrow().is_none() {
            let _ = self.place.set_attribute("aria-busy", "true");
            self.words.replace(Some(self.later(WORDS_MILLISECONDS, Self::say)));
        }
        self.keep_soon();
    }

    /// Says what is shown.
    fn say(self: &Rc<Self>) {
        self.words.take();
        self.tell();
        self.cross();
        let _ = self.place.remove_attribute("aria-busy");
        self.hatching.replace(Some(self.later(FRAME_MILLISECONDS, Self::hatch)));
    }

    /// Shows another drawing, to which the marks move.
    pub(crate) fn redraw(self: &Rc<Self>) {
        let _ = self.place.class_list().add_1("moves");
        let stop = |atlas: &Rc<Self>| {
            atlas.moving.take();
            let _ = atlas.place.class_list().remove_1("moves");
        };
        self.moving.replace(Some(self.later(MOVED_MILLISECONDS, stop)));
        self.paint();
        // What was not shown has to be, where it was, or it would not move from there.
        self.place.get_bounding_client_rect();
        self.arrange();
    }

    fn later(self: &Rc<Self>, milliseconds: u32, what: fn(&Rc<Self>)) -> Timeout {
        let own = Rc::downgrade(self);
        Timeout::new(milliseconds, move || {
            if let Some(atlas) = own.upgrade() {
                what(&atlas);
            }
        })
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
        self.address.replace(Some(self.later(ADDRESS_MILLISECONDS, Self::keep)));
    }

    /// Keeps in the address what is not yet there.
    pub(crate) fn keep(self: &Rc<Self>) {
        if self.address.take().is_some() && self.is_page && self.place.is_connected() {
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
