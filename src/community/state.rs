//! The page of a state: what is known of it, and who votes most like it.

use concord_engine::community::{Agreement, agreement, columns, nearest};
use concord_model::{Checked, Entry, Form, Html, Layer, Route, State, fill};

use super::table::told;
use crate::{
    Site,
    scope::Scope,
    text::{counted, link, page_title, source_link, word},
};

/// How many states the small figure shows.
const SHOWN: usize = 6;

pub(crate) fn text(site: Site, at: usize, state: &State) -> String {
    let route = Route::State(state.id.clone());
    let scope = Scope::page(site, &route);
    let words = site.atlas();
    let back = link(Route::Community, &word(words.community()));
    let code = format!("{back} · <code>{}</code>", state.code());
    let map = Route::map_with(&[("states", state.id.as_str())], Form::Folder);
    format!(
        "<div class=\"text state\">{title}<p><a href=\"{map}\">{open}</a></p>{like}\
         <section class=\"facts\" aria-labelledby=\"_facts\">{heading}{facts}</section></div>",
        title = page_title(&code, &word(&state.name)),
        open = word(words.map_open()),
        like = like(scope, at, state),
        heading = scope.heading(2, "_facts", &Html::escaped(words.state_facts())),
        facts = facts(site, at, state),
    )
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
            record += &format!(", {}", word(since));
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

/// Who votes most like it: how much that rests on, how many agree in all, and a figure of some.
fn like(scope: Scope<'_>, at: usize, state: &State) -> String {
    let (site, words) = (scope.site, scope.site.atlas());
    let columns = columns(site.community);
    let total = columns.iter().filter(|column| column.compared).count();
    if total == 0 {
        return String::new();
    }
    let own = agreement(&columns, at, at).of;
    let inner = if own == 0 {
        format!("<p>{}</p>", word(words.state_like_none()))
    } else {
        let nearest = nearest(&columns, at);
        let same = nearest.iter().filter(|(_, agreement)| agreement.same == agreement.of).count();
        let values = [
            ("state", state.name.as_str()),
            ("count", &own.to_string()),
            ("total", &total.to_string()),
        ];
        let rests = fill(words.state_rests(), &values);
        let same = counted(site, words.state_same(), "count", same, 0);
        format!(
            "<p>{} {}</p><ol class=\"bars\">{}</ol>{}",
            word(&same),
            word(&rests),
            bars(site, &nearest),
            compare(site, state, &nearest)
        )
    };
    let heading = scope.heading(2, "_like", &Html::escaped(words.state_like()));
    format!("<section class=\"like\" aria-labelledby=\"_like\">{heading}{inner}</section>")
}

/// The nearest and the furthest, each with a bar as long as the share.
fn bars(site: Site, nearest: &[(usize, Agreement)]) -> String {
    let first = nearest.iter().take(SHOWN);
    let last = nearest.iter().skip(SHOWN.max(nearest.len().saturating_sub(SHOWN / 2)));
    let bar = |(other, agreement): &(usize, Agreement)| {
        let state = site.guide.states.get(*other)?;
        let Agreement { same, of } = *agreement;
        let values = [("same", &*same.to_string()), ("total", &of.to_string())];
        Some(format!(
            "<li>{} <svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
             <rect width=\"100\" height=\"8\"></rect><rect class=\"share\" width=\"{}\" height=\"8\"></rect></svg> \
             <span class=\"small\">{}</span></li>",
            link(Route::State(state.id.clone()), &word(&state.name)),
            agreement.percent()?,
            word(&fill(site.atlas().state_votes(), &values))
        ))
    };
    first.chain(last).filter_map(bar).collect()
}

fn compare(site: Site, state: &State, nearest: &[(usize, Agreement)]) -> String {
    let others = nearest.iter().take(3).filter_map(|(other, _)| site.guide.states.get(*other));
    let ids: Vec<&str> =
        std::iter::once(state).chain(others).map(|state| state.id.as_str()).collect();
    let href = Route::map_with(&[("states", &ids.join(","))], Form::Folder);
    format!("<p><a href=\"{href}\">{}</a></p>", word(site.atlas().state_compare()))
}
