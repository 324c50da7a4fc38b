//! What a layer shows: its classes with their counts, its years, its sources and what they lack.

use concord_engine::community::{Column, columns};
use concord_model::{Checked, Entry, Html, Layer, Route, fill, look};

use crate::{
    Site,
    scope::Scope,
    text::{counted, source_link, word},
};

/// The legends of all layers. Without scripts all of them are shown, else the one that is chosen.
pub(super) fn all(scope: Scope<'_>) -> String {
    let columns = columns(scope.site.community);
    let layers = scope.site.community.layers.iter().zip(&columns).enumerate();
    layers.map(|(place, (layer, column))| one(scope, layer, column, place == 0)).collect()
}

fn one(scope: Scope<'_>, layer: &Layer, column: &Column, is_shown: bool) -> String {
    let site = scope.site;
    let id = format!("_layer-{}", layer.id);
    format!(
        "<section class=\"legend{shown}\" data-legend=\"{name}\" aria-labelledby=\"{id}\">{heading}<p>{about}</p>\
         {years}<ul class=\"classes\">{classes}</ul>{facts}</section>",
        shown = if is_shown { " shown" } else { "" },
        name = layer.id,
        heading = scope.heading(3, &id, &Html::escaped(&layer.title)),
        about = word(&layer.about),
        years = years(site, layer),
        classes = classes(site, layer, column),
        facts = facts(site, layer),
    )
}

/// The slider of a layer that can be stepped by years.
fn years(site: Site, layer: &Layer) -> String {
    let Some((first, last)) = layer.years else { return String::new() };
    let words = site.atlas();
    let button = |action: &str, sign: &str, name: &str| {
        format!(
            "<button type=\"button\" class=\"plain\" data-do=\"{action}\" aria-label=\"{}\">{sign}</button>",
            word(name)
        )
    };
    format!(
        "<div class=\"years live\"><button type=\"button\" class=\"plain\" data-do=\"play\" data-other=\"{pause}\">{play}</button>\
         {back}<input type=\"range\" min=\"{first}\" max=\"{last}\" value=\"{last}\" data-year aria-label=\"{year}\">{on}\
         <output>{last}</output></div>",
        play = word(words.map_play()),
        pause = word(words.map_pause()),
        back = button("back", "−", words.map_back()),
        on = button("on", "+", words.map_on()),
        year = word(words.map_year()),
    )
}

/// Each class with a button upon it that chooses its states. The three that all layers have come last.
fn classes(site: Site, layer: &Layer, column: &Column) -> String {
    let tally = column.tally(None);
    let declared = layer.classes.iter().map(|class| (class.label.as_str(), class.official));
    let before = layer.before.as_ref().filter(|_| layer.years.is_some());
    let others = [Some(&layer.absent), layer.outside.as_ref(), before];
    let others = others.into_iter().map(|label| (label.map_or("", String::as_str), None));
    let class = |(place, (label, official)): (usize, (&str, Option<u32>))| {
        if label.is_empty() {
            return String::new();
        }
        let look = look(column.is_scale, column.declared, place);
        let label = word(label);
        let count = tally.get(place).copied().unwrap_or_default();
        let official = official.map(|count| {
            let told = fill(site.atlas().map_official(), &[("count", &count.to_string())]);
            format!(" <span class=\"small\">({})</span>", word(&told))
        });
        format!(
            "<li data-class=\"{place}\"><svg class=\"swatch {look}\" viewBox=\"0 0 240 160\" aria-hidden=\"true\"><rect width=\"240\" height=\"160\"></rect></svg> \
             <span>{label}</span> <b>{count}</b>{}\
             <button type=\"button\" class=\"pick live\" data-pick=\"{place}\" aria-pressed=\"false\" aria-label=\"{label}\"></button></li>",
            official.unwrap_or_default()
        )
    };
    declared.chain(others).enumerate().map(class).collect()
}

/// Where it is from: sources, date, licence, what it covers and what was not checked.
fn facts(site: Site, layer: &Layer) -> String {
    let words = site.words();
    let sources = layer.sources.iter().filter_map(|id| site.guide.source(id));
    let sources: Vec<String> = sources.map(source_link).collect();
    let row = |label: &str, text: &str| format!("<li><span>{}</span> {text}</li>", word(label));
    let facts: Vec<_> = layer.rows.iter().filter_map(Entry::fact).collect();
    let unchecked = facts.iter().filter(|fact| fact.checked == Checked::Unverified).count();
    let unchecked = if unchecked == 0 {
        String::new()
    } else {
        let told = counted(site, site.atlas().map_unverified(), "count", unchecked, facts.len());
        format!("<li class=\"unverified\">{}</li>", word(&told))
    };
    format!(
        "<ul class=\"small provenance\">{}{}{}{}{unchecked}<li><a href=\"{}\" download>{}</a></li></ul>",
        row(words.source_prefix(), &sources.join("; ")),
        row(site.atlas().map_as_of(), &word(&layer.as_of)),
        row(site.atlas().map_coverage(), &word(&layer.coverage)),
        row(site.atlas().map_licence(), &word(&layer.licence)),
        Route::table(&layer.id),
        word(site.atlas().map_csv()),
    )
}
