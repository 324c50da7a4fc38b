//! Who voted most like a state, and who least: how much that rests on, how many agreed in all, and a
//! figure of some.

use concord_engine::community::{Agreement, agreement, columns, furthest, nearest};
use concord_model::{Form, Html, Id, Layer, Route, State, fill, html, talk::AtlasChoice};

use crate::{
    Site,
    text::{Scope, cited, counted, link},
};

/// How many states the figure shows of those most like it, and of those least like it.
const MOST: usize = 6;
const LEAST: usize = 3;

/// Up to how many further states are named.
const NAMED: usize = 60;

type Others = [(usize, Agreement)];

pub(super) fn like(scope: Scope<'_>, at: usize, state: &State) -> Html {
    let (site, words) = (scope.site, scope.site.atlas());
    let columns = columns(site.community);
    if !columns.iter().any(|column| column.compared) {
        return Html::default();
    }
    let own = agreement(&columns, at, at).of;
    let most = nearest(&columns, at);
    // Nobody stands in both lists.
    let end = most.get(MOST - 1).map(|(_, agreement)| *agreement);
    let mut least = furthest(&most);
    least.retain(|(_, one)| end.is_some_and(|end| one.by_share(end).is_lt()));
    let least = list(site, state, &least, LEAST);
    html! {
        section.like aria-labelledby="_like" {
            (scope.heading(2, "_like", &words.state_like()))
            @if own == 0 {
                p { (words.state_like_none()) }
            } @else {
                p { (rests(site, state, own, &most)) }
                (list(site, state, &most, MOST))
                (compare(site, state, &most))
                @if !least.is_empty() {
                    (scope.heading(3, "_least", &words.state_least()))
                    (least)
                }
            }
            (provenance(site))
        }
    }
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
fn list(site: Site, own: &State, states: &Others, shown: usize) -> Html {
    let (first, rest) = states.split_at(shown.min(states.len()));
    let Some((_, last)) = first.last() else { return Html::default() };
    let more: Vec<usize> = rest
        .iter()
        .take_while(|(_, agreement)| agreement.by_share(*last).is_eq())
        .map(|(other, _)| *other)
        .collect();
    let bars: Html =
        first.iter().filter_map(|(other, same)| bar(site, own, *other, *same)).collect();
    html! { ol.bars { (bars) } (others(site, more)) }
}

fn bar(site: Site, own: &State, other: usize, Agreement { same, of }: Agreement) -> Option<Html> {
    let state = site.guide.states.get(other)?;
    let share = Agreement { same, of }.percent()?;
    let values = [("same", &*same.to_string()), ("total", &of.to_string())];
    let both = [own.id.as_str(), state.id.as_str()].join(",");
    let pair = Route::compared_with(&[(AtlasChoice::States, &both)], Form::Folder);
    Some(html! {
        li {
            (link(Route::State(state.id.clone()), &state.name)) " "
            svg.bar aria-hidden="true" { rect width={ (share) "%" } {} } " "
            a.small href=(pair) { (fill(site.atlas().state_votes(), &values)) }
        }
    })
}

/// How many more there are, and their names in the order of all states if they are not too many. They lead nowhere, as up to
/// sixty links in each of two hundred pages would be a tenth of all that a package holds of states.
fn others(site: Site, mut more: Vec<usize>) -> Html {
    if more.is_empty() {
        return Html::default();
    }
    let count = counted(site, site.atlas().state_more(), "count", more.len(), 0);
    if more.len() > NAMED {
        return html! { p.small { (count) } };
    }
    more.sort_unstable();
    let states = more.into_iter().filter_map(|other| site.guide.states.get(other));
    let names = states.map(|state| state.name.as_str()).collect::<Vec<_>>().join(" · ");
    html! { details { summary { (count) } p.small { (names) } } }
}

fn compare(site: Site, state: &State, nearest: &Others) -> Html {
    let others = nearest.iter().take(3).filter_map(|(other, _)| site.guide.states.get(*other));
    let ids: Vec<&str> =
        std::iter::once(state).chain(others).map(|state| state.id.as_str()).collect();
    let href = Route::atlas_with(&[(AtlasChoice::States, &ids.join(","))], Form::Folder);
    let own = [(AtlasChoice::States, state.id.as_str())];
    html! {
        p {
            a href={ (href) "#_chosen" } { (site.atlas().state_compare()) } " · "
            a href=(Route::compared_with(&own, Form::Folder)) { (site.atlas().compared()) }
        }
    }
}

/// Where the votes are from, and as of when.
pub(super) fn provenance(site: Site) -> Html {
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
    html! {
        (cited(site, &sources))
        p.small { (site.atlas().map_as_of()) " " (dates.iter().map(|date| site.words().readable(date)).collect::<Vec<_>>().join(", ")) }
    }
}
