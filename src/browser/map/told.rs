//! What a map says in words: counts in its legend, a summary, and the state that is pointed at.

use concord_model::Html;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::{super::page, atlas::Atlas, whole};

impl Atlas {
    /// The first element of the map's page or figure that matches.
    #[inline(never)]
    pub(super) fn find(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).ok().flatten()
    }

    /// The legend of a layer.
    #[inline(never)]
    pub(super) fn legend(&self, layer: usize) -> Option<Element> {
        let column = self.data.columns.get(layer)?;
        self.find(&format!("[data-legend=\"{}\"]", column.id))
    }

    /// The name of a class of a layer, as its legend has it.
    pub(super) fn label(&self, layer: usize, class: usize) -> String {
        let selector = format!("[data-class=\"{class}\"] span");
        let legend = self.legend(layer);
        let label = legend.and_then(|legend| legend.query_selector(&selector).ok().flatten());
        label.and_then(|label| label.text_content()).unwrap_or_default()
    }

    /// Says what is shown: the legend with its counts, the choices, and the drawing's summary.
    pub(super) fn tell(&self) {
        let choice = self.choice.borrow().clone();
        let Some(column) = self.column() else { return };
        let id = |layer: usize| self.data.columns.get(layer).map(|column| column.id.clone());
        let values = [
            id(choice.layer).unwrap_or_default(),
            choice.with.and_then(id).unwrap_or_default(),
            choice.drawing.to_string(),
        ];
        // The choices stand in this order.
        let choices = page::all::<HtmlSelectElement>(Some(&self.root), "[data-choice]");
        for (select, value) in choices.iter().zip(values) {
            select.set_value(&value);
        }
        let Some(legend) = self.legend(choice.layer) else { return };
        for other in page::all::<Element>(Some(&self.root), ".legend.shown") {
            let _ = other.class_list().remove_1("shown");
        }
        let _ = legend.class_list().add_1("shown");
        let title = legend.first_element_child().and_then(|title| title.text_content());
        let mut summary = title.unwrap_or_default();
        if let Some((_, last)) = column.years {
            // As a number of the kind that is written elsewhere, too.
            let year = usize::from(choice.year.unwrap_or(last));
            for slider in page::all::<HtmlInputElement>(Some(&legend), "[data-year]") {
                slider.set_value(&year.to_string());
            }
            if let Ok(Some(output)) = legend.query_selector("output") {
                output.set_text_content(Some(&year.to_string()));
            }
            summary += &format!(", {year}");
        }
        let mut sign = ": ";
        for (class, count) in column.tally(choice.year).into_iter().enumerate() {
            let selector = format!("[data-class=\"{class}\"] b");
            if let Ok(Some(number)) = legend.query_selector(&selector) {
                number.set_text_content(Some(&count.to_string()));
                summary += &format!("{sign}{} {count}", self.label(choice.layer, class));
                sign = ", ";
            }
        }
        let _ = self.place.set_attribute("aria-label", &summary);
        self.press();
        self.tell_state();
    }

    /// Says which classes are chosen as a whole.
    pub(super) fn press(&self) {
        let choice = self.choice.borrow();
        let (Some(legend), Some(column)) = (self.legend(choice.layer), self.column()) else {
            return;
        };
        for button in page::all::<Element>(Some(&legend), "button[data-pick]") {
            let class = number(&button, "data-pick").unwrap_or_default();
            let mut states = column.states(class, choice.year).peekable();
            let count = column.states(class, choice.year).count();
            let is_pressed = states.peek().is_some()
                && count == choice.chosen.len()
                && states.all(|state| choice.chosen.contains(&state));
            let _ = button.set_attribute("aria-pressed", if is_pressed { "true" } else { "false" });
        }
    }

    /// Says what the state is that is pointed at.
    pub(super) fn tell_state(&self) {
        let Some(line) = self.find("[data-pointed]") else { return };
        let choice = self.choice.borrow().clone();
        let state = choice.at.and_then(|at| Some((at, self.site.guide.states.get(at)?)));
        let told = state.map(|(at, state)| {
            let layers = std::iter::once(choice.layer).chain(choice.with);
            let facts = layers.map(|layer| self.fact(at, layer, choice.year));
            let facts: Vec<String> = facts.collect();
            format!("<b>{}</b>: {}", Html::escaped(&state.name), facts.join("; "))
        });
        line.set_inner_html(&told.unwrap_or_default());
    }

    /// What a state is in a layer: as the table says it, or in another year by its class.
    fn fact(&self, state: usize, layer: usize, year: Option<u16>) -> String {
        let row = self.rows.get(state).filter(|_| year.is_none());
        let cell = row.and_then(|row| row.children().item(u32::try_from(layer).ok()? + 1));
        let text = match cell {
            Some(cell) => cell.text_content().unwrap_or_default(),
            None => {
                let column = self.data.columns.get(layer);
                let class = column.map(|column| column.class(state, year)).unwrap_or_default();
                self.label(layer, class)
            }
        };
        Html::escaped(&text).0
    }
}

/// A number in an attribute.
#[inline(never)]
pub(super) fn number(element: &Element, name: &str) -> Option<usize> {
    whole(&element.get_attribute(name)?)
}
