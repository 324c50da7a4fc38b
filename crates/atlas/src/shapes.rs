//! The shapes of a map: for each state its land, which the map shows, and its mark, which the other drawings
//! show. Only what differs is set.

use concord_engine::community::{Column, Mark};
use concord_model::{data, look, talk::Drawing};
use js_sys::JsString;
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use web_sys::Element;

use crate::choice::Choice;

/// How many shapes are hatched at once. A pattern costs more than a colour, so hatching follows: each frame
/// some shapes.
const HATCHED_AT_ONCE: usize = 40;

/// The look of states where no layer is shown.
const PLAIN: &str = "plain";

/// How a shape looks.
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
struct Texts {
    attribute: JsString,
    known: Vec<(Look, JsString)>,
}

impl Texts {
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

/// All shapes, in the order of the states, and how they look now.
pub(crate) struct Shapes {
    lands: Vec<(Element, Look)>,
    marks: Vec<(Element, Look)>,
    texts: Texts,
}

impl Shapes {
    pub(crate) fn of(place: &Element, states: usize) -> Self {
        let all = |kind: &str| {
            let shape = |at| {
                let selector = format!(concat!("{}[", data!(at), "=\"{}\"]"), kind, at);
                Some((place.query_selector(&selector).ok().flatten()?, Look::default()))
            };
            (0..states).map_while(shape).collect()
        };
        let texts = Texts { attribute: "class".into(), known: Vec::new() };
        Self { lands: all("path"), marks: all("rect"), texts }
    }

    /// Puts each mark where the drawing has it.
    pub(crate) fn arrange(&self, drawing: Drawing, marks: &[Mark]) {
        for ((rect, _), mark) in self.marks.iter().zip(marks) {
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

    /// The shapes that are shown, each with the place of its state, and the texts of looks: lands on the map,
    /// else marks, and both while they move. Others have no part in a change.
    fn shown(
        &mut self,
        drawing: Drawing,
        moves: bool,
    ) -> (impl Iterator<Item = (usize, &mut (Element, Look))>, &mut Texts) {
        let is_map = drawing == Drawing::Map;
        let lands = if moves || is_map { self.lands.as_mut_slice() } else { &mut [] };
        let marks = if moves || !is_map { self.marks.as_mut_slice() } else { &mut [] };
        (lands.iter_mut().enumerate().chain(marks.iter_mut().enumerate()), &mut self.texts)
    }

    /// Gives each state the look of its class.
    pub(crate) fn paint(&mut self, column: &Column, choice: &Choice, moves: bool) {
        let (shown, texts) = self.shown(choice.drawing, moves);
        for (at, (shape, known)) in shown {
            let class = match choice.is_plain {
                true => PLAIN,
                false => look(column.is_scale, column.declared, column.class(at, choice.year)),
            };
            let now = Look {
                class,
                is_on: choice.chosen.contains(&at),
                is_at: choice.at == Some(at),
                is_hatched: known.is_hatched && known.class == class,
            };
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

    /// Hatches some of the shapes that are plain yet; whether there were any.
    pub(crate) fn hatch(&mut self, drawing: Drawing, moves: bool) -> bool {
        let (shown, texts) = self.shown(drawing, moves);
        let plain = shown.filter(|(_, (_, look))| !look.is_hatched && look.class != PLAIN);
        let mut is_done = true;
        for (_, (shape, look)) in plain.take(HATCHED_AT_ONCE) {
            look.is_hatched = true;
            texts.set(shape, *look);
            is_done = false;
        }
        !is_done
    }
}
