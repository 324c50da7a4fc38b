//! Lists beside the map: chosen states, up to four of them compared, and two layers crossed.

use concord_dom::all;
use concord_engine::community::agreement;
use concord_model::{Form, Route, fill};
use web_sys::Element;

use crate::{
    atlas::Atlas,
    told::{text, word},
};

/// How many states are compared at most.
const MOST: usize = 4;

impl Atlas {
    /// Where the drawing is wider than its window: scrolls to the state that is pointed at or was chosen
    /// last, if that is out of sight; to the middle of the world without one.
    pub(crate) fn bring(&self) {
        let Some(window) = self.place.parent_element() else { return };
        let choice = self.choice.borrow();
        let state = choice.at.or(choice.chosen.last().copied());
        let x =
            state.and_then(|state| self.marks().get(state)).map_or(self.width / 2, |mark| mark.x);
        let x = x * self.place.client_width() / self.width;
        let room = window.client_width();
        if (x - window.scroll_left() - room / 2).abs() > room * 2 / 5 {
            window.set_scroll_left(x - room / 2);
        }
    }

    /// Lists the chosen states, and compares them if they are few.
    pub(crate) fn list(&self) {
        self.mark_rows();
        let Some(place) = self.find("[data-chosen]") else { return };
        let chosen = &self.choice.borrow().chosen;
        if chosen.is_empty() {
            place.set_inner_html("");
            return;
        }
        let (data, words) = (&self.data, &self.data.words);
        let states = chosen.iter().filter_map(|state| data.states.get(*state));
        let chips: String = states
            .map(|state| {
                let href = Route::State(state.id.clone()).href(Form::Folder);
                format!("<li><a href=\"{href}\">{}</a></li>", word(&state.name))
            })
            .collect();
        let form = words.map_chosen().form(&data.plural, chosen.len() as u32);
        let counted = fill(form, &[("count", &chosen.len().to_string())]);
        let compared = match chosen.len() {
            2..=MOST => self.compared(chosen),
            1 => String::new(),
            _ => format!("<p class=\"small\">{}</p>", word(words.map_compare_most())),
        };
        place.set_inner_html(&format!(
            "<p class=\"count\">{} <button type=\"button\" class=\"plain\" data-do=\"clear\">{}</button></p>\
             <ul class=\"chips\">{chips}</ul>{compared}",
            word(&counted),
            word(words.map_clear()),
        ));
    }

    /// A column for each state, a row for each layer, and how often each two voted alike.
    fn compared(&self, chosen: &[usize]) -> String {
        let (data, words) = (&self.data, &self.data.words);
        let name = |state: usize| {
            data.states.get(state).map(|state| state.name.as_str()).unwrap_or_default()
        };
        let heads: String = chosen
            .iter()
            .map(|state| format!("<th scope=\"col\">{}</th>", word(name(*state))))
            .collect();
        let told = |row: usize, column: usize| {
            let cell =
                u32::try_from(column).ok().and_then(|at| self.rows.get(row)?.children().item(at));
            word(&text(cell))
        };
        let titles = all::<Element>(&self.root, ".states thead span");
        let rows: String = titles
            .iter()
            .enumerate()
            .skip(1)
            .map(|(column, title)| {
                let cells: String = chosen
                    .iter()
                    .map(|state| format!("<td>{}</td>", told(*state, column)))
                    .collect();
                let title = word(&title.text_content().unwrap_or_default());
                format!("<tr><th scope=\"row\">{title}</th>{cells}</tr>")
            })
            .collect();
        let mut pairs = String::new();
        for (place, one) in chosen.iter().enumerate() {
            for other in chosen.iter().skip(place + 1) {
                let agreement = agreement(&self.data.columns, *one, *other);
                let values = [
                    ("one", name(*one)),
                    ("other", name(*other)),
                    ("same", &agreement.same.to_string()),
                    ("total", &agreement.of.to_string()),
                ];
                pairs += &format!("<li>{}</li>", word(&fill(words.map_agree(), &values)));
            }
        }
        let (heading, corner) = (word(words.map_compare()), word(words.state_layer()));
        format!(
            "<h2>{heading}</h2><ul>{pairs}</ul><div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"{heading}\">\
             <table><thead><tr><th scope=\"col\">{corner}</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        )
    }

    /// Crosses the layer with a second one: how many states are in each two classes.
    pub(crate) fn cross(&self) {
        let Some(place) = self.find("[data-cross]") else { return };
        let crossed = self.crossed();
        if crossed.is_some() || place.has_child_nodes() {
            place.set_inner_html(&crossed.unwrap_or_default());
        }
    }

    fn crossed(&self) -> Option<String> {
        let choice = self.choice.borrow();
        let (layer, with) = (choice.layer, choice.with?);
        let (one, other) = (self.data.columns.get(layer)?, self.data.columns.get(with)?);
        let (rows, columns) = (one.tally(choice.year), other.tally(choice.year));
        let used = |tally: &[usize]| -> Vec<usize> {
            (0..).zip(tally).filter(|(_, count)| **count > 0).map(|(class, _)| class).collect()
        };
        let (rows, columns) = (used(&rows), used(&columns));
        let heads: String = columns
            .iter()
            .map(|class| format!("<th scope=\"col\">{}</th>", word(&self.label(with, *class))))
            .collect();
        let body: String = rows
            .iter()
            .map(|row| {
                let label = word(&self.label(layer, *row));
                let cells: String = columns
                    .iter()
                    .map(|column| {
                        let count = self.in_both(*row, *column).len();
                        let across = word(&self.label(with, *column));
                        format!(
                            "<td><button type=\"button\" data-cell=\"{row},{column}\" aria-label=\"{label}; {across}: {count}\">{count}</button></td>"
                        )
                    })
                    .collect();
                format!("<tr><th scope=\"row\">{label}</th>{cells}</tr>")
            })
            .collect();
        let title = |layer: usize| self.title(layer, choice.year);
        let names = [("one", &*title(layer)), ("other", &title(with))];
        let caption = word(&fill(self.data.words.map_cross(), &names));
        Some(format!(
            "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"{caption}\"><table class=\"cross\"><caption class=\"small\">{caption}</caption>\
             <thead><tr><td></td>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
        ))
    }

    /// The states that are in both classes of the two layers.
    pub(crate) fn in_both(&self, row: usize, column: usize) -> Vec<usize> {
        let choice = self.choice.borrow();
        let with = choice.with.and_then(|with| self.data.columns.get(with));
        let (Some(one), Some(other)) = (self.data.columns.get(choice.layer), with) else {
            return Vec::new();
        };
        let is_in = |state: &usize| other.class(*state, choice.year) == column;
        one.states(row, choice.year).filter(is_in).collect()
    }
}
