//! Who voted most like a state, and who least: how much that rests on, how many agreed in all, and a
//! figure of some.

use concord_engine::community::{Agreement, agreement, columns, furthest, nearest};
use concord_model::{Form, Html, Id, Layer, Route, State, fill};

use crate::{
    Site,
    scope::Scope,
    text::{cited, counted, link, word},
};

/// How many states the figure shows of those most like it, and of those least like it.
const MOST: usize = 6;
const LEAST: usize = 3;

/// Up to how many further states are named.
const NAMED: usize = 60;

type Others = [(usize, Agreement)];

pub(super) fn like(scope: Scope<'_>, at: usize, state: &State) -> String {
    let (site, words) = (scope.site, scope.site.atlas());
    let columns = columns(site.community);
    if !columns.iter().any(|column| column.compared) {
        return String::new();
    }
    let own = agreement(&columns, at, at).of;
    let inner = if own == 0 {
        format!("<p>{}</p>", word(words.state_like_none()))
    } else {
        let most = nearest(&columns, at);
        // Nobody stands in both lists.
        let end = most.get(MOST - 1).map(|(_, agreement)| *agreement);
        let mut least = furthest(&most);
        least.retain(|(_, one)| end.is_some_and(|end| one.by_share(end).is_lt()));
        let heading = scope.heading(3, "_least", &Html::escaped(words.state_least()));
        let least = match list(site, &least, LEAST) {
            list if list.is_empty() => list,
            list => heading + &list,
        };
        format!(
            "<p>{}</p>{}{}{least}",
            word(&rests(site, state, own, &most)),
            list(site, &most, MOST),
            compare(site, state, &most)
        )
    };
    let heading = scope.heading(2, "_like", &Html::escaped(words.state_like()));
    format!(
        "<section class=\"like\" aria-labelledby=\"_like\">{heading}{inner}{}</section>",
        provenance(site)
    )
}

/// The layers that are compared.
fn compared(site: Site) -> impl Iterator<Item = &'static Layer> {
    site.community.layers.iter().filter(|layer| layer.compared)
}

/// What the comparison rests on, and how many agree in all.
fn rests(site: Site, state: &State, own: usize, most: &Others) -> String {
    let words = site.atlas();
    let (count, total) = (own.to_string(), compared(site).count().to_string());
    let values = [("state", state.name.as_str()), ("count", &count), ("total", &total)];
    let mut sentences = vec![fill(words.state_rests(), &values)];
    let year = |layer: &'static Layer| layer.date.as_deref()?.get(..4);
    let years = || compared(site).filter_map(year);
    if let (Some(first), Some(last)) = (years().min(), years().max()) {
        sentences.push(fill(words.state_years(), &[("first", first), ("last", last)]));
    }
    let same = most.iter().filter(|(_, agreement)| agreement.same == agreement.of).count();
    if same > 0 {
        sentences.push(counted(site, words.state_same(), "count", same, most.len()));
    }
    sentences.join(" ")
}

/// The first of some states, each with a bar as long as the share, and how many more have as large
/// a share as the last that is shown.
fn list(site: Site, states: &Others, shown: usize) -> String {
    let (first, rest) = states.split_at(shown.min(states.len()));
    let Some((_, last)) = first.last() else { return String::new() };
    let bars: String = first.iter().filter_map(|(other, same)| bar(site, *other, *same)).collect();
    let more: Vec<usize> = rest
        .iter()
        .take_while(|(_, agreement)| agreement.by_share(*last).is_eq())
        .map(|(other, _)| *other)
        .collect();
    format!("<ol class=\"bars\">{bars}</ol>{}", others(site, more))
}

fn bar(site: Site, other: usize, Agreement { same, of }: Agreement) -> Option<String> {
    let state = site.guide.states.get(other)?;
    let values = [("same", &*same.to_string()), ("total", &of.to_string())];
    Some(format!(
        "<li>{} <svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
         <rect width=\"100\" height=\"8\"></rect><rect class=\"share\" width=\"{}\" height=\"8\"></rect></svg> \
         <span class=\"small\">{}</span></li>",
        link(Route::State(state.id.clone()), &word(&state.name)),
        Agreement { same, of }.percent()?,
        word(&fill(site.atlas().state_votes(), &values))
    ))
}

/// How many more there are, and their names in the order of all states if they are not too many.
fn others(site: Site, mut more: Vec<usize>) -> String {
    if more.is_empty() {
        return String::new();
    }
    let count = word(&counted(site, site.atlas().state_more(), "count", more.len(), 0));
    if more.len() > NAMED {
        return format!("<p class=\"small\">{count}</p>");
    }
    more.sort_unstable();
    let names: String = more
        .into_iter()
        .filter_map(|other| site.guide.states.get(other))
        .map(|state| {
            format!("<li>{}</li>", link(Route::State(state.id.clone()), &word(&state.name)))
        })
        .collect();
    format!("<details><summary>{count}</summary><ul class=\"chips\">{names}</ul></details>")
}

fn compare(site: Site, state: &State, nearest: &Others) -> String {
    let others = nearest.iter().take(3).filter_map(|(other, _)| site.guide.states.get(*other));
    let ids: Vec<&str> =
        std::iter::once(state).chain(others).map(|state| state.id.as_str()).collect();
    let href = Route::map_with(&[("states", &ids.join(","))], Form::Folder);
    format!("<p><a href=\"{href}\">{}</a></p>", word(site.atlas().state_compare()))
}

/// Where the votes are from, and as of when.
fn provenance(site: Site) -> String {
    let mut sources: Vec<Id> = Vec::new();
    let mut dates: Vec<&str> = Vec::new();
    for layer in compared(site) {
        let new = layer.sources.iter().filter(|id| !sources.contains(id)).cloned();
        let new: Vec<Id> = new.collect();
        sources.extend(new);
        if !dates.contains(&layer.as_of.as_str()) {
            dates.push(&layer.as_of);
        }
    }
    format!(
        "{}<p class=\"small\">{} {}</p>",
        cited(site, &sources),
        word(site.atlas().map_as_of()),
        word(&dates.join(", "))
    )
}
