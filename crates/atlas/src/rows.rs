//! The table of all states: in step with the map, sorted, and with the rows that are asked for.

use concord_dom::{all, say};
use concord_engine::search::folded;
use web_sys::{Element, HtmlInputElement};

use crate::{
    atlas::Atlas,
    fold,
    told::{number, text},
};

impl Atlas {
    /// Marks the rows of chosen states, and shows those that are asked for.
    pub(crate) fn mark_rows(&self) {
        let chosen = &self.choice.borrow().chosen;
        for (state, row) in self.rows.iter().enumerate() {
            let is_on = chosen.contains(&state);
            let classes = row.class_list();
            if classes.contains("on") != is_on {
                let _ = classes.toggle_with_force("on", is_on);
                for own in all::<HtmlInputElement>(row, "input") {
                    own.set_checked(is_on);
                }
            }
        }
        self.filter();
    }

    /// Shows the rows of states that have the name which the reader writes and, if asked, that are
    /// chosen. The state that is meant is given back: the first whose name or code it is as a whole, else
    /// whose first name begins so, else another name, else that has it within. That there is none is said.
    pub(crate) fn filter(&self) -> Option<usize> {
        let field = all::<HtmlInputElement>(&self.root, "[data-find]");
        let sought = field.first().map(|field| folded(&field.value(), &fold)).unwrap_or_default();
        // What is sought is letters and digits alone, so it ends no text in a selector.
        let that = |is: &str| format!("[data-names{is}{sought}\"]");
        let mut shown = if sought.is_empty() { "tr".to_owned() } else { that("*=\"") };
        if self.find("[data-only]:checked").is_some() {
            shown += ".on";
        }
        for row in &self.rows {
            row.set_hidden(row.closest(&shown).is_ok_and(|row| row.is_none()));
        }
        let mut ways = ["~=\"", "^=\" ", "*=\" ", "*=\""].into_iter();
        let first = ways.find_map(|is| self.find(&that(is)));
        if let Some(none) = self.find("[data-none]") {
            match (&first, none.has_attribute("hidden")) {
                (None, true) => {
                    let _ = none.remove_attribute("hidden");
                    say(&text(Some(none)));
                }
                (Some(_), false) => drop(none.set_attribute("hidden", "")),
                _ => {}
            }
        }
        first.filter(|_| !sought.is_empty()).and_then(|row| number(&row, "data-state"))
    }

    /// Sorts the rows by a layer, or by name without one; a second time the other way round.
    pub(crate) fn sort(&self, button: &Element) {
        let Some(head) = button.parent_element() else { return };
        let was_up = head.get_attribute("aria-sort").is_some_and(|sort| sort == "ascending");
        for other in all::<Element>(&self.root, "[aria-sort]") {
            let _ = other.remove_attribute("aria-sort");
        }
        let _ = head.set_attribute("aria-sort", if was_up { "descending" } else { "ascending" });
        let column = number(button, "data-sort");
        let column = column.and_then(|column| self.data.columns.get(column));
        // Each goes before the first that is larger: short, and quick for so few.
        let mut order: Vec<(usize, usize)> = Vec::new();
        for state in 0..self.rows.len() {
            let key = column.map_or(state, |column| column.key(state));
            let place = order.iter().take_while(|(other, _)| *other <= key).count();
            order.insert(place, (key, state));
        }
        if was_up {
            order.reverse();
        }
        for row in order.into_iter().filter_map(|(_, state)| self.rows.get(state)) {
            if let Some(body) = row.parent_element() {
                let _ = body.append_child(row);
            }
        }
    }
}
