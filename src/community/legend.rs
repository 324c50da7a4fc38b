//! What a layer shows: its classes with their counts, its years, its sources and what they lack.

use concord_engine::community::{Column, columns};
use concord_model::{Checked, Entry, Html, Layer, Route, fill, html, look, talk::AtlasAction};
use maud::Render;

use crate::{
    Site,
    text::{Scope, counted, source_link},
};

/// The legends of all layers. Without scripts all of them are shown, else the one that is chosen.
pub(super) fn all(scope: Scope<'_>) -> Html {
    let columns = columns(scope.site.community);
    let layers = scope.site.community.layers.iter().zip(&columns).enumerate();
    layers.map(|(place, (layer, column))| one(scope, layer, column, place == 0)).collect()
}

fn one(scope: Scope<'_>, layer: &Layer, column: &Column, is_shown: bool) -> Html {
    let site = scope.site;
    let id = format!("_layer-{}", layer.id);
    html! {
        section.legend.shown[is_shown] data-legend=(layer.id) aria-labelledby=(id) {
            p.tag { (layer.title) }
            (scope.heading(3, &id, &layer.question))
            ul.classes { (classes(site, layer, column)) }
            (years(site, layer))
            details {
                summary { (site.atlas().map_layers()) }
                p { (layer.about) }
                (facts(site, layer))
            }
        }
    }
}

/// The slider of a layer that can be stepped by years.
fn years(site: Site, layer: &Layer) -> Html {
    let Some((first, last)) = layer.years else { return Html::default() };
    let words = site.atlas();
    let button = |action: AtlasAction, sign: &str, name: &str| {
        html! { button.plain type="button" data-do=(action) aria-label=(name) { (sign) } }
    };
    html! {
        div .years.live {
            button.plain type="button" data-do=(AtlasAction::Play) data-other=(words.map_pause()) { (words.map_play()) }
            (button(AtlasAction::Back, "−", words.map_back()))
            input type="range" min=(first) max=(last) value=(last) data-year aria-label=(words.map_year());
            (button(AtlasAction::On, "+", words.map_on()))
            output { (last) }
        }
    }
}

/// Each class with a button upon it that chooses its states. The three that all layers have come last.
fn classes(site: Site, layer: &Layer, column: &Column) -> Html {
    let tally = column.tally(None);
    let declared = layer.classes.iter().map(|class| (class.label.as_str(), class.official));
    let before = layer.before.as_ref().filter(|_| layer.years.is_some());
    let others = [Some(&layer.absent), layer.outside.as_ref(), before];
    let others = others.into_iter().map(|label| (label.map_or("", String::as_str), None));
    let classes = declared.chain(others).enumerate().filter(|(_, (label, _))| !label.is_empty());
    html! {
        @for (place, (label, official)) in classes {
            li data-class=(place) {
                (swatch(look(column.is_scale, column.declared, place))) " "
                span { (label) } " "
                b { (tally.get(place).copied().unwrap_or_default()) }
                @if let Some(count) = official {
                    " " span.small {
                        "(" (fill(site.atlas().map_official(), &[("count", &count.to_string())])) ")"
                    }
                }
                button .pick.live type="button" data-pick=(place) aria-pressed="false" aria-label=(label) {}
            }
        }
    }
}

/// What a class looks like on the map.
fn swatch(look: &str) -> Html {
    html! {
        svg class={ "swatch " (look) } viewBox="0 0 240 160" aria-hidden="true" {
            rect width="240" height="160" {}
        }
    }
}

/// Where it is from: sources, date, licence, what it covers and what was not checked.
fn facts(site: Site, layer: &Layer) -> Html {
    let words = site.words();
    let sources = layer.sources.iter().filter_map(|id| site.guide.source(id));
    let sources = Html::joined(sources.map(source_link), "; ");
    let row = |label: &str, text: &dyn Render| html! { li { span { (label) } " " (text) } };
    let facts: Vec<_> = layer.rows.iter().filter_map(Entry::fact).collect();
    let unchecked = facts.iter().filter(|fact| fact.checked == Checked::Unverified).count();
    html! {
        ul .small.provenance {
            (row(words.source_prefix(), &sources))
            (row(site.atlas().map_as_of(), &site.words().readable(&layer.as_of)))
            (row(site.atlas().map_coverage(), &layer.coverage))
            (row(site.atlas().map_licence(), &layer.licence))
            @if unchecked > 0 {
                li.unverified {
                    (counted(site, site.atlas().map_unverified(), "count", unchecked, facts.len()))
                }
            }
            li { a href=(Route::table(&layer.id)) download { (site.atlas().map_csv()) } }
        }
    }
}
