//! What a map says in words: counts in its legend, a summary, and the state that is pointed at.

use concord_dom::{all, first, put};
use concord_model::{Form, Route, data, html};
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use crate::{
    atlas::Atlas,
    texts::{number, text, written},
};

impl Atlas {
    /// The first element of the map's page or figure that matches.
    pub(crate) fn find(&self, selector: &str) -> Option<Element> {
        first(&self.root, selector)
    }

    /// The legend of a layer.
    pub(crate) fn legend(&self, layer: usize) -> Option<&Element> {
        self.legends.get(layer)?.as_ref()
    }

    /// The name of a class of a layer, as its legend has it.
    pub(crate) fn label(&self, layer: usize, class: usize) -> String {
        let selector = format!(concat!("[", data!(class), "=\"{}\"] span"), class);
        text(self.legend(layer).and_then(|legend| first(legend, &selector)))
    }

    /// The title of a layer and, if it has years, the one that is shown.
    pub(crate) fn title(&self, layer: usize, year: Option<u16>) -> String {
        let title = text(self.legend(layer).and_then(Element::first_element_child));
        match self.data.columns.get(layer).and_then(|column| column.years) {
            Some((_, last)) => title + ", " + &written(year.map_or(last, |year| year.min(last))),
            None => title,
        }
    }

    /// Puts what is shown into the choices. No layer is crossed with itself.
    pub(crate) fn select(&self) {
        let mut choice = self.choice.borrow_mut();
        choice.with = choice.with.filter(|with| *with != choice.layer);
        let id = |layer: usize| self.data.columns.get(layer).map(|column| column.id.clone());
        let values = [
            id(choice.layer).unwrap_or_default(),
            choice.with.and_then(id).unwrap_or_default(),
            choice.drawing.name().to_owned(),
        ];
        // The choices stand in this order.
        let choices = all::<HtmlSelectElement>(&self.root, concat!("[", data!(choice), "]"));
        for (select, value) in choices.iter().zip(values) {
            select.set_value(&value);
        }
    }

    /// Says what is shown: the legend with its counts and what is chosen, and the drawing's summary.
    pub(crate) fn tell(&self) {
        self.tell_state();
        let choice = self.choice.borrow();
        let (Some(column), Some(legend)) = (self.column(), self.legend(choice.layer)) else {
            return;
        };
        for other in self.legends.iter().flatten() {
            let _ = other.class_list().toggle_with_force("shown", other == legend);
        }
        let mut summary = self.title(choice.layer, choice.year);
        if let Some((_, last)) = column.years {
            let year = written(choice.year.unwrap_or(last));
            for slider in all::<HtmlInputElement>(legend, concat!("[", data!(year), "]")) {
                slider.set_value(&year);
            }
            write(legend, "output", &year);
        }
        let tally = column.tally(choice.year);
        let mut sign = ": ";
        for item in all::<Element>(legend, concat!("[", data!(class), "]")) {
            let class = number(&item, data!(class)).unwrap_or_default();
            let count = tally.get(class).copied().unwrap_or_default();
            let told = count.to_string();
            write(&item, "b", &told);
            summary = summary + sign + &text(first(&item, "span")) + " " + &told;
            sign = ", ";
            if let Some(button) = first(&item, "button") {
                let is_in = |state: &usize| column.class(*state, choice.year) == class;
                let is_pressed =
                    count > 0 && count == choice.chosen.len() && choice.chosen.iter().all(is_in);
                set(&button, "aria-pressed", if is_pressed { "true" } else { "false" });
            }
        }
        set(&self.place, "aria-label", &summary);
    }

    /// Writes the name of the state that is pointed at beside it: above it, and away from the edges.
    fn name_beside(&self, at: Option<usize>) {
        let Some(name) = first(&self.place, ".name") else { return };
        let state = at.and_then(|at| Some((self.data.states.get(at)?, self.marks().get(at)?)));
        name.set_text_content(state.map(|(state, _)| state.name.as_str()));
        let Some((_, mark)) = state else { return };
        let anchor = match mark.x * 4 / self.width {
            0 => "start",
            3.. => "end",
            _ => "middle",
        };
        let above = mark.y - mark.r - self.width / 100;
        let below = mark.y + mark.r + self.width / 30;
        let y = if above > self.width / 30 { above } else { below };
        for (key, value) in [("x", mark.x), ("y", y)] {
            set(&name, key, &value.to_string());
        }
        set(&name, "text-anchor", anchor);
    }

    /// Says what the state is that is pointed at.
    pub(crate) fn tell_state(&self) {
        self.name_beside(self.choice.borrow().at);
        let Some(line) = self.find(concat!("[", data!(pointed), "]")) else { return };
        let choice = self.choice.borrow();
        let state = choice.at.and_then(|at| Some((at, self.data.states.get(at)?)));
        let told = state.map(|(at, state)| {
            let layers = std::iter::once(choice.layer).chain(choice.with);
            let facts = layers.map(|layer| self.fact(at, layer, choice.year));
            let facts: Vec<String> = facts.filter(|_| !choice.is_plain).collect();
            let count = choice.chosen.len();
            html! {
                b { (state.name) } @if !choice.is_plain { ": " (facts.join("; ")) }
                // What is compared stands further down.
                @if count > 1 && self.is_page {
                    " · " a href={ (Route::Community.href(Form::Folder)) "#_chosen" } { (self.count_chosen(count)) }
                }
            }
        });
        // Mostly nothing follows nothing.
        if told.is_some() || line.has_child_nodes() {
            put(&line, &told.unwrap_or_default());
        }
    }

    /// What a state is in a layer: as the table says it, or in another year by its class.
    fn fact(&self, state: usize, layer: usize, year: Option<u16>) -> String {
        let row = self.rows.get(state).filter(|_| year.is_none());
        let cell = row.and_then(|row| row.children().item(u32::try_from(layer).ok()? + 1));
        match cell {
            Some(_) => text(cell),
            None => {
                let column = self.data.columns.get(layer);
                let class = column.map(|column| column.class(state, year)).unwrap_or_default();
                self.label(layer, class)
            }
        }
    }
}

/// Sets an attribute if it has to be.
#[inline(never)]
fn set(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        let _ = element.set_attribute(name, value);
    }
}

/// Writes a number, if it has to be, into what stands there for it.
#[inline(never)]
fn write(within: &Element, selector: &str, number: &str) {
    let Some(place) = first(within, selector) else { return };
    if let Some(node) = place.first_child()
        && node.node_value().as_deref() != Some(number)
    {
        node.set_node_value(Some(number));
    }
}
