//! Lists beside the map: chosen states, up to four of them compared, and two layers crossed.

use concord_dom::{all, form, put};
use concord_engine::community::agreement;
use concord_model::{
    Form, Html, Route, data, fill, html,
    talk::{AtlasAction, AtlasChoice},
};
use web_sys::Element;

use crate::{atlas::Atlas, texts::text};

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
        if (x - window.scroll_left() - room / 2).abs() > room * 9 / 20 {
            window.set_scroll_left(x - room / 2);
        }
    }

    /// Lists the chosen states, and compares them if they are few.
    pub(crate) fn list(&self) {
        self.mark_rows();
        if let Some(place) = self.find(concat!("[", data!(chosen), "]")) {
            put(&place, &self.listed(&self.choice.borrow().chosen));
        }
    }

    /// How many states are chosen.
    pub(crate) fn count_chosen(&self, count: usize) -> String {
        let form = self.data.words.map_chosen().form(&self.data.plural, count as u32);
        fill(form, &[("count", &count.to_string())])
    }

    fn listed(&self, chosen: &[usize]) -> Html {
        let (data, words) = (&self.data, &self.data.words);
        if chosen.is_empty() {
            return Html::default();
        }
        let states = chosen.iter().filter_map(|state| data.states.get(*state));
        html! {
            p.count {
                (self.count_chosen(chosen.len())) " "
                button.plain type="button" data-do=(AtlasAction::Clear) { (words.map_clear()) }
            }
            ul.chips {
                @for state in states {
                    li { a href=(Route::State(state.id.clone()).href(Form::Folder)) { (state.name) } }
                }
            }
            @match chosen.len() {
                1 => {},
                2..=MOST => (self.compared(chosen)),
                _ => p.small { (words.map_compare_most()) },
            }
        }
    }

    /// A column for each state, a row for each layer, and how often each two voted alike.
    fn compared(&self, chosen: &[usize]) -> Html {
        let words = &self.data.words;
        let heading = words.map_compare();
        let told = |row: usize, column: usize| {
            let cell =
                u32::try_from(column).ok().and_then(|at| self.rows.get(row)?.children().item(at));
            text(cell)
        };
        let titles = all::<Element>(&self.root, ".states thead span");
        html! {
            h2 { (heading) }
            ul { (self.pairs(chosen)) }
            div.wide tabindex="0" role="group" aria-label=(heading) {
                table {
                    thead {
                        tr {
                            th scope="col" { (words.state_layer()) }
                            @for state in chosen { th scope="col" { (self.name(*state)) } }
                        }
                    }
                    tbody {
                        @for (column, title) in titles.into_iter().enumerate().skip(1) {
                            tr {
                                th scope="row" { (text(Some(title))) }
                                @for state in chosen { td { (told(*state, column)) } }
                            }
                        }
                    }
                }
            }
        }
    }

    /// How often each two states voted alike.
    fn pairs(&self, chosen: &[usize]) -> Html {
        let mut pairs = Html::default();
        for (place, one) in chosen.iter().enumerate() {
            for other in chosen.iter().skip(place + 1) {
                let agreement = agreement(&self.data.columns, *one, *other);
                let values = [
                    ("one", self.name(*one)),
                    ("other", self.name(*other)),
                    ("same", &agreement.same.to_string()),
                    ("total", &agreement.of.to_string()),
                ];
                let id = |state: usize| {
                    self.data.states.get(state).map_or("", |state| state.id.as_str())
                };
                let both = [id(*one), id(*other)].join(",");
                let href = Route::compared_with(&[(AtlasChoice::States, &both)], form());
                let told = fill(self.data.words.map_agree(), &values);
                pairs.extend([html! { li { a href=(href) { (told) } } }]);
            }
        }
        pairs
    }

    fn name(&self, state: usize) -> &str {
        self.data.states.get(state).map(|state| state.name.as_str()).unwrap_or_default()
    }

    /// Crosses the layer with a second one: how many states are in each two classes.
    pub(crate) fn cross(&self) {
        let Some(place) = self.find(concat!("[", data!(cross), "]")) else { return };
        let crossed = self.crossed();
        if crossed.is_some() || place.has_child_nodes() {
            put(&place, &crossed.unwrap_or_default());
        }
    }

    fn crossed(&self) -> Option<Html> {
        let choice = self.choice.borrow();
        let (layer, with) = (choice.layer, choice.with?);
        let (one, other) = (self.data.columns.get(layer)?, self.data.columns.get(with)?);
        let (rows, columns) = (used(&one.tally(choice.year)), used(&other.tally(choice.year)));
        let title = |layer: usize| self.title(layer, choice.year);
        let names = [("one", &*title(layer)), ("other", &title(with))];
        let caption = fill(self.data.words.map_cross(), &names);
        let is_pair = one.compared && other.compared;
        let values = [(AtlasChoice::Layer, &*one.id), (AtlasChoice::With, &*other.id)];
        Some(html! {
            @if is_pair {
                p { a href=(Route::compared_with(&values, form())) { (self.data.words.two_votes()) } }
            }
            div.wide tabindex="0" role="group" aria-label=(caption) {
                table.cross {
                    caption.small { (caption) }
                    thead {
                        tr {
                            td {}
                            @for class in &columns { th scope="col" { (self.label(with, *class)) } }
                        }
                    }
                    tbody {
                        @for row in &rows {
                            tr {
                                th scope="row" { (self.label(layer, *row)) }
                                @for column in &columns { td { (self.cell(layer, with, *row, *column)) } }
                            }
                        }
                    }
                }
            }
        })
    }

    /// How many states are in two classes, as a button that chooses them.
    fn cell(&self, layer: usize, with: usize, row: usize, column: usize) -> Html {
        let count = self.in_both(row, column).len();
        let (label, across) = (self.label(layer, row), self.label(with, column));
        html! {
            button type="button" data-cell={ (row) "," (column) }
                aria-label={ (label) "; " (across) ": " (count) } { (count) }
        }
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

/// The classes in which there is a state.
fn used(tally: &[usize]) -> Vec<usize> {
    (0..).zip(tally).filter(|(_, count)| **count > 0).map(|(class, _)| class).collect()
}
