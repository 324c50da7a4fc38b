//! All states and layers as one table: what the map shows, for readers and for scripts alike.

use concord_engine::search::folded;
use concord_model::{Checked, Entry, Html, Layer, Route, State, StateFact, fill, html};

use crate::{
    Site,
    text::{Scope, fold, link},
};

/// The table with its heading.
pub(super) fn section(scope: Scope<'_>) -> Html {
    let site = scope.site;
    let words = site.atlas();
    html! {
        section.all-states aria-labelledby="_table" {
            (scope.heading(2, "_table", &words.map_table()))
            p.live { label.finish { input type="checkbox" data-only; " " (words.map_only()) } }
            p.small { (words.map_star()) }
            div.wide tabindex="0" role="group" aria-labelledby="_table" {
                table.states {
                    thead {
                        tr {
                            th scope="col" { (sorted(site, "", words.map_state())) }
                            @for (place, layer) in site.community.layers.iter().enumerate() {
                                th scope="col" class=[is_long(layer).then_some("long")] {
                                    (sorted(site, &place.to_string(), &layer.title))
                                }
                            }
                        }
                    }
                    tbody {
                        @for (at, state) in site.guide.states.iter().enumerate() {
                            (row(site, at, state))
                        }
                    }
                }
            }
        }
    }
}

/// From how many characters on a class needs a wide column, so that rows stay low.
const LONG: usize = 18;

fn is_long(layer: &Layer) -> bool {
    layer.unit.is_none() && layer.classes.iter().any(|class| class.label.chars().count() > LONG)
}

/// The head of a column, with the button that sorts by it.
fn sorted(site: Site, place: &str, title: &str) -> Html {
    let name = fill(site.atlas().map_sort(), &[("title", title)]);
    html! {
        span { (title) } " "
        button .plain.live type="button" data-sort=(place) aria-label=(name) { "↕" }
    }
}

/// One state: its name leads to its page, its box chooses it.
fn row(site: Site, at: usize, state: &State) -> Html {
    html! {
        tr data-names=(names(site, at, state)) data-state=(at) {
            th scope="row" {
                input.live type="checkbox" aria-label=(state.name);
                (link(Route::State(state.id.clone()), &state.name))
            }
            @for layer in &site.community.layers {
                @let entry = layer.rows.get(at).unwrap_or(&Entry::Absent);
                td {
                    (state_in_layer(layer, entry))
                    @if let Some(fact) = entry.fact() {
                        (odd_year(layer, fact))
                        @if fact.checked == Checked::Unverified { "*" }
                    }
                }
            }
        }
    }
}

/// All names of a state and its code, as the browser compares them: letters and digits, with a space before
/// each. The guide's own comes first.
pub(super) fn names(site: Site, at: usize, state: &State) -> String {
    let others = site.community.names.iter().filter(|other| other.state == at);
    let others = others.map(|other| other.name.as_str());
    let mut names: Vec<String> = Vec::new();
    for name in [state.name.as_str()].into_iter().chain(others).chain([state.id.as_str()]) {
        let name = folded(name, &fold);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    " ".to_owned() + &names.join(" ")
}

/// What a state is in a layer, as plain text.
pub(super) fn state_in_layer(layer: &Layer, entry: &Entry) -> String {
    let text = match entry {
        Entry::Absent => Some(layer.absent.clone()),
        Entry::Outside => layer.outside.clone(),
        Entry::Known(fact) => Some(known(layer, fact)),
    };
    text.unwrap_or_default()
}

fn known(layer: &Layer, fact: &StateFact) -> String {
    let label = || layer.classes.get(fact.class).map(|class| class.label.clone());
    match (&fact.value, &layer.unit) {
        (Some(value), Some(unit)) => format!("{} {unit}", grouped(value)),
        _ => label().unwrap_or_default(),
    }
}

/// The year of a number, where most of the layer's numbers are of another year.
fn odd_year(layer: &Layer, fact: &StateFact) -> String {
    let of = |year: &Option<String>| {
        layer.rows.iter().filter_map(Entry::fact).filter(|other| other.year == *year).count()
    };
    match &fact.year {
        Some(year) if of(&fact.year) * 2 < layer.rows.len() => format!(" ({year})"),
        _ => String::new(),
    }
}

/// A number with narrow spaces between groups of three digits, as no language reads them otherwise.
fn grouped(number: &str) -> String {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 && whole.len() > 4 {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    if part.is_empty() { out } else { format!("{out}.{part}") }
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn long_numbers_are_grouped() {
        for (number, expected) in [
            ("9", "9"),
            ("9646", "9646"),
            ("49474805", "49\u{202f}474\u{202f}805"),
            ("39.3", "39.3"),
        ] {
            assert_eq!(grouped(number), expected);
        }
    }
}
