//! All states and layers as one table: what the map shows, for readers and for scripts alike.

use concord_engine::search::folded;
use concord_model::{Checked, Entry, Fact, Html, Layer, Route, State, fill};

use crate::{
    Site,
    fold::fold,
    scope::Scope,
    text::{link, word},
};

/// The table with its heading.
pub(super) fn section(scope: Scope<'_>) -> String {
    let site = scope.site;
    let words = site.atlas();
    let heads: String = (0..)
        .zip(&site.community.layers)
        .map(|(place, layer)| {
            let class = if is_long(layer) { " class=\"long\"" } else { "" };
            let head = sorted(site, &place.to_string(), &layer.title);
            format!("<th scope=\"col\"{class}>{head}</th>")
        })
        .collect();
    let rows: String =
        site.guide.states.iter().enumerate().map(|(at, state)| row(site, at, state)).collect();
    format!(
        "<section class=\"all-states\" aria-labelledby=\"_table\">{heading}\
         <p class=\"live\"><label class=\"finish\"><input type=\"checkbox\" data-only> {only}</label></p>\
         <p class=\"small\">{star}</p><div class=\"wide\" tabindex=\"0\"><table class=\"states\">\
         <thead><tr><th scope=\"col\">{name}</th>{heads}</tr></thead>\
         <tbody>{rows}</tbody></table></div></section>",
        heading = scope.heading(2, "_table", &Html::escaped(words.map_table())),
        only = word(words.map_only()),
        star = word(words.map_star()),
        name = sorted(site, "", words.map_state()),
    )
}

/// From how many characters on a class needs a wide column, so that rows stay low.
const LONG: usize = 18;

fn is_long(layer: &Layer) -> bool {
    layer.unit.is_none() && layer.classes.iter().any(|class| class.label.chars().count() > LONG)
}

/// The head of a column, with the button that sorts by it.
fn sorted(site: Site, place: &str, title: &str) -> String {
    let name = fill(site.atlas().map_sort(), &[("title", title)]);
    format!(
        "<span>{}</span> <button type=\"button\" class=\"plain live\" data-sort=\"{place}\" aria-label=\"{}\">↕</button>",
        word(title),
        word(&name)
    )
}

/// One state: its name leads to its page, its box chooses it.
fn row(site: Site, at: usize, state: &State) -> String {
    let name = word(&state.name);
    let cells: String = site
        .community
        .layers
        .iter()
        .map(|layer| {
            let entry = layer.rows.get(at).unwrap_or(&Entry::Absent);
            let star = entry.fact().is_some_and(|fact| fact.checked == Checked::Unverified);
            let star = if star { "*" } else { "" };
            let year = entry.fact().map(|fact| odd_year(layer, fact)).unwrap_or_default();
            format!("<td>{}{star}</td>", word(&(told(layer, entry) + &year)))
        })
        .collect();
    format!(
        "<tr data-names=\"{names}\" data-state=\"{at}\"><th scope=\"row\"><input type=\"checkbox\" class=\"live\" aria-label=\"{name}\">{}</th>{cells}</tr>",
        link(Route::State(state.id.clone()), &name),
        names = names(site, at, state),
    )
}

/// All names of a state and its code, as the browser compares them: letters and digits, with a space before
/// each. The guide's own comes first.
fn names(site: Site, at: usize, state: &State) -> String {
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
pub(super) fn told(layer: &Layer, entry: &Entry) -> String {
    let text = match entry {
        Entry::Absent => Some(layer.absent.clone()),
        Entry::Outside => layer.outside.clone(),
        Entry::Known(fact) => Some(known(layer, fact)),
    };
    text.unwrap_or_default()
}

fn known(layer: &Layer, fact: &Fact) -> String {
    let label = || layer.classes.get(fact.class).map(|class| class.label.clone());
    match (&fact.value, &layer.unit) {
        (Some(value), Some(unit)) => format!("{} {unit}", grouped(value)),
        _ => label().unwrap_or_default(),
    }
}

/// The year of a number, where most of the layer's numbers are of another year.
fn odd_year(layer: &Layer, fact: &Fact) -> String {
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
