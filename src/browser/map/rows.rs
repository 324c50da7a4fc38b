//! The table of all states: in step with the map, sorted, and with the rows that are asked for.

use web_sys::{Element, HtmlInputElement};

use super::{
    super::{fold, page},
    atlas::Atlas,
};

impl Atlas {
    /// Marks the rows of chosen states, and shows those that are asked for.
    pub(super) fn mark_rows(&self) {
        let chosen = self.choice.borrow().chosen.clone();
        for (state, row) in self.rows.iter().enumerate() {
            let is_on = chosen.contains(&state);
            if row.class_list().contains("on") != is_on {
                let _ = row.class_list().toggle_with_force("on", is_on);
                for own in page::all::<HtmlInputElement>(Some(row), "input") {
                    own.set_checked(is_on);
                }
            }
        }
        self.filter();
    }

    /// Shows the rows of states whose name has what the reader writes and, if asked, that are chosen.
    pub(super) fn filter(&self) {
        let only = page::all::<HtmlInputElement>(Some(&self.root), "[data-only]");
        let only = only.first().is_some_and(HtmlInputElement::checked);
        let sought = self.sought();
        for (state, row) in self.rows.iter().enumerate() {
            let hidden =
                !self.is_sought(state, &sought) || only && !row.class_list().contains("on");
            if row.hidden() != hidden {
                row.set_hidden(hidden);
            }
        }
    }

    fn sought(&self) -> String {
        let field = page::all::<HtmlInputElement>(Some(&self.root), "[data-find]");
        field.first().map(|field| fold(field.value().trim())).unwrap_or_default()
    }

    fn is_sought(&self, state: usize, sought: &str) -> bool {
        let state = self.site.guide.states.get(state);
        sought.is_empty()
            || state.is_some_and(|state| {
                state.id.as_str() == sought || fold(&state.name).contains(sought)
            })
    }

    /// The first state whose name has what the reader writes; one that begins so comes first.
    pub(super) fn first_found(&self) -> Option<usize> {
        let sought = self.sought();
        if sought.is_empty() {
            return None;
        }
        let mut found = (0..self.rows.len()).filter(|state| self.is_sought(*state, &sought));
        let begins = |state: &usize| {
            self.site
                .guide
                .states
                .get(*state)
                .is_some_and(|state| fold(&state.name).starts_with(&sought))
        };
        found.clone().find(begins).or_else(|| found.next())
    }

    /// Sorts the rows by a layer, or by name without one; a second time the other way round.
    pub(super) fn sort(&self, button: &Element) {
        let Some(head) = button.parent_element() else { return };
        let was_up = head.get_attribute("aria-sort").is_some_and(|sort| sort == "ascending");
        for other in page::all::<Element>(Some(&self.root), "[aria-sort]") {
            let _ = other.remove_attribute("aria-sort");
        }
        let _ = head.set_attribute("aria-sort", if was_up { "descending" } else { "ascending" });
        let column = super::told::number(button, "data-sort");
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
