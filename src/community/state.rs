//! The page of a state: who voted most like it, and what is known of it.

use concord_model::{Checked, Entry, Fact, Form, Html, Layer, Route, State, fill};

use super::{like::like, table::told};
use crate::{
    Site,
    pages::cases_of_state,
    scope::Scope,
    text::{link, page_title, section, source_link, word},
};

pub(crate) fn text(site: Site, at: usize, state: &State) -> String {
    let route = Route::State(state.id.clone());
    let scope = Scope::page(site, &route);
    let words = site.atlas();
    let back = link(Route::Community, &word(words.community()));
    let code = format!("{back} · <code>{}</code>", state.code());
    let map = Route::map_with(&[("states", state.id.as_str())], Form::Folder);
    format!(
        "<div class=\"text state\">{title}<p><a href=\"{map}\">{open}</a></p>{like}\
         {cases}<section class=\"facts\" aria-labelledby=\"_facts\">{heading}{facts}</section></div>",
        title = page_title(&code, &word(&state.name)),
        open = word(words.map_open()),
        like = like(scope, at, state),
        heading = scope.heading(2, "_facts", &Html::escaped(words.state_facts())),
        facts = facts(site, at, state),
        cases = cases(scope, state),
    )
}

/// The cases about it that lessons tell.
fn cases(scope: Scope<'_>, state: &State) -> String {
    let cases = cases_of_state(scope.site, state).concat();
    if cases.is_empty() {
        return cases;
    }
    section(scope, "cases", scope.site.atlas().state_cases(), &format!("<ul>{cases}</ul>"))
}

/// Every layer, with what the state is in it and where that is from.
fn facts(site: Site, at: usize, state: &State) -> String {
    let words = site.words();
    let rows: String =
        site.community.layers.iter().map(|layer| fact(site, layer, at, state)).collect();
    let heads = [site.atlas().state_layer(), site.atlas().state_what(), words.sources()];
    let heads = heads.map(|head| format!("<th scope=\"col\">{}</th>", word(head))).concat();
    format!(
        "<div class=\"wide\" tabindex=\"0\"><table>\
         <thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
}

fn fact(site: Site, layer: &Layer, at: usize, state: &State) -> String {
    let words = site.words();
    let entry = layer.rows.get(at).unwrap_or(&Entry::Absent);
    let mut record = word(&told(layer, entry));
    if let Some(fact) = entry.fact() {
        if let Some(year) = &fact.year {
            record += &format!(" ({})", word(year));
        }
        if let Some(since) = &fact.since {
            record = dated(site, layer, fact, since, record);
        }
        if let Some(note) = &fact.note {
            record += &format!(" <span class=\"small\">{}</span>", word(note));
        }
        if fact.checked == Checked::Unverified {
            record += &format!(" <span class=\"unverified\">{}</span>", word(words.unverified()));
        }
    }
    let own = entry.fact().and_then(|fact| fact.source.as_ref());
    let source = own.or(layer.sources.first()).and_then(|id| site.guide.source(id));
    let source = source.map(source_link).unwrap_or_default();
    let values = [("layer", layer.id.as_str()), ("states", state.id.as_str())];
    format!(
        "<tr><th scope=\"row\"><a href=\"{}\">{}</a></th><td>{record}</td><td>{source} <span class=\"small\">{} {}</span></td></tr>",
        word(&Route::map_with(&values, Form::Folder)),
        word(&layer.title),
        word(site.atlas().map_as_of()),
        word(&layer.as_of),
    )
}

/// What a state is, and from when on, each said once: a class that names a year gives way to the
/// date, and a date that the note has is left to it.
fn dated(site: Site, layer: &Layer, fact: &Fact, since: &str, record: String) -> String {
    let label = layer.classes.get(fact.class).map(|class| class.label.as_str());
    if label.is_some_and(names_a_year) {
        return word(&fill(site.atlas().since(), &[("date", since)]));
    }
    match &fact.note {
        Some(note) if note.contains(since) => record,
        _ => format!("{record}, {}", word(since)),
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
