//! The table of all states: in step with the map, sorted, and with the rows that are asked for.

use concord_dom::{all, first, say};
use concord_engine::{ordered::put, search::folded};
use concord_model::data;
use web_sys::{Element, HtmlInputElement};

use crate::{
    atlas::Atlas,
    texts::{fold, number, text},
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
    /// chosen. The state that is meant is given back, if one is sought. That there is none is said.
    pub(crate) fn filter(&self) -> Option<usize> {
        let field = all::<HtmlInputElement>(&self.root, concat!("[", data!(find), "]"));
        let sought = field.first().map(|field| folded(&field.value(), &fold)).unwrap_or_default();
        self.show_rows(&sought);
        let meant = meant(&self.root, &sought);
        self.tell_none(meant.is_none() && !sought.is_empty());
        meant.filter(|_| !sought.is_empty()).and_then(|row| number(&row, data!(state)))
    }

    fn show_rows(&self, sought: &str) {
        let mut shown = if sought.is_empty() { "tr".to_owned() } else { named("*=\"", sought) };
        if self.find(concat!("[", data!(only), "]:checked")).is_some() {
            shown += ".on";
        }
        for row in &self.rows {
            row.set_hidden(row.closest(&shown).is_ok_and(|row| row.is_none()));
        }
    }

    /// Says that no state has the name, once.
    fn tell_none(&self, is_none: bool) {
        let Some(line) = self.find(concat!("[", data!(none), "]")) else { return };
        if is_none == line.has_attribute("hidden") {
            let _ = line.toggle_attribute_with_force("hidden", !is_none);
            if is_none {
                say(&text(Some(line)));
            }
        }
    }

    /// Sorts the rows by a layer, or by name without one; a second time the other way round.
    pub(crate) fn sort(&self, button: &Element) {
        let Some(head) = button.parent_element() else { return };
        let was_up = head.get_attribute("aria-sort").is_some_and(|sort| sort == "ascending");
        for other in all::<Element>(&self.root, "[aria-sort]") {
            let _ = other.remove_attribute("aria-sort");
        }
        let _ = head.set_attribute("aria-sort", if was_up { "descending" } else { "ascending" });
        let column = number(button, data!(sort));
        let column = column.and_then(|column| self.data.columns.get(column));
        let mut order: Vec<(usize, usize)> = Vec::new();
        for state in 0..self.rows.len() {
            let key = column.map_or(state, |column| column.key(state));
            put(&mut order, usize::MAX, (key, state), |(other, _)| *other <= key);
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

/// What stands for the state that is meant by a name: the first whose name or code it is as a whole, else
/// whose first name begins so, else another name, else that has it within.
pub(crate) fn meant(root: &Element, sought: &str) -> Option<Element> {
    let mut ways = ["~=\"", "^=\" ", "*=\" ", "*=\""].into_iter();
    ways.find_map(|is| first(root, &named(is, sought)))
}

/// The selector of rows with names that stand so to what is sought. That is letters and digits alone, so it
/// ends no text in a selector.
fn named(is: &str, sought: &str) -> String {
    [concat!("[", data!(names)), is, sought, "\"]"].concat()
}
