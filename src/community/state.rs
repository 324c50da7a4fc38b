//! The page of a state: who voted most like it, and what is known of it.

use concord_model::{
    Checked, Entry, Form, Html, Layer, Route, State, StateFact, fill, html, talk::AtlasChoice,
};

use super::{cases::of_state, like::like, table::state_in_layer};
use crate::{
    Site,
    text::{Scope, link, page_title, section, source_link},
};

pub(crate) fn text(site: Site, at: usize, state: &State) -> Html {
    let route = Route::State(state.id.clone());
    let scope = Scope::page(site, &route);
    let words = site.atlas();
    let back = link(Route::Community, &site.words().community());
    let above = html! { (back) " · " code { (state.code()) } };
    let map = Route::atlas_with(&[(AtlasChoice::States, state.id.as_str())], Form::Folder);
    html! {
        div .text.state {
            (page_title(&above, &state.name))
            p { a href=(map) { (words.map_open()) } }
            (like(scope, at, state))
            (cases(scope, state))
            section.facts aria-labelledby="_facts" {
                (scope.heading(2, "_facts", &words.state_facts()))
                (facts(site, at, state))
            }
        }
    }
}

/// The cases about it that lessons tell.
fn cases(scope: Scope<'_>, state: &State) -> Html {
    let cases = of_state(scope.site, state);
    if cases.is_empty() {
        return cases;
    }
    section(scope, "cases", scope.site.atlas().state_cases(), &html! { ul { (cases) } })
}

/// Every layer, with what the state is in it and where that is from.
fn facts(site: Site, at: usize, state: &State) -> Html {
    let heads = [site.atlas().state_layer(), site.atlas().state_what(), site.words().sources()];
    html! {
        div.wide tabindex="0" role="group" aria-labelledby="_facts" {
            table {
                thead { tr { @for head in heads { th scope="col" { (head) } } } }
                tbody { @for layer in &site.community.layers { (row(site, layer, at, state)) } }
            }
        }
    }
}

fn row(site: Site, layer: &Layer, at: usize, state: &State) -> Html {
    let entry = layer.rows.get(at).unwrap_or(&Entry::Absent);
    let own = entry.fact().and_then(|fact| fact.source.as_ref());
    let source = own.or(layer.sources.first()).and_then(|id| site.guide.source(id));
    let values =
        [(AtlasChoice::Layer, layer.id.as_str()), (AtlasChoice::States, state.id.as_str())];
    html! {
        tr {
            th scope="row" { a href=(Route::atlas_with(&values, Form::Folder)) { (layer.title) } }
            td { (record(site, layer, entry)) }
            td {
                @if let Some(source) = source { (source_link(source)) }
                " " span.small { (site.atlas().map_as_of()) " " (site.words().readable(&layer.as_of)) }
            }
        }
    }
}

/// What a state is in a layer, with what is known of that.
fn record(site: Site, layer: &Layer, entry: &Entry) -> Html {
    let told = state_in_layer(layer, entry);
    let Some(fact) = entry.fact() else { return Html::escaped(&told) };
    let told = match &fact.year {
        Some(year) => format!("{told} ({year})"),
        None => told,
    };
    let told = match &fact.since {
        Some(since) => dated(site, layer, fact, since, told),
        None => told,
    };
    html! {
        (told)
        @if let Some(note) = &fact.note { " " span.small { (note) } }
        @if fact.checked == Checked::Unverified {
            " " span.unverified { (site.words().unverified()) }
        }
    }
}

/// What a state is, and from when on, each said once: a class that names a year gives way to the
/// date, and a date that the note has is left to it.
fn dated(site: Site, layer: &Layer, fact: &StateFact, since: &str, told: String) -> String {
    let label = layer.classes.get(fact.class).map(|class| class.label.as_str());
    if label.is_some_and(names_a_year) {
        return fill(site.atlas().since(), &[("date", &site.words().readable(since))]);
    }
    match &fact.note {
        Some(note) if note.contains(since) => told,
        _ => format!("{told}, {}", site.words().readable(since)),
    }
}

/// Whether four digits stand alone in a text.
fn names_a_year(label: &str) -> bool {
    label
        .split(|letter: char| !letter.is_alphanumeric())
        .any(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::names_a_year;

    #[test]
    fn a_year_is_four_digits_alone() {
        assert!(names_a_year("joined since 1990") && names_a_year("joined 1946 to 1959"));
        assert!(!names_a_year("6 groups") && !names_a_year("100,000 to 1 million"));
    }
}
