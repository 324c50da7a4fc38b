//! The page of the community: what its tables say together, the map in a frame with all that it shows, and all of it
//! as a table.

use concord_model::{
    Form, Html, Program, Route, fill, html,
    talk::{AtlasChoice, Drawing},
};

use super::{legend, place::place, table};
use crate::{
    Site,
    text::{Scope, cited, link, listed, page_title},
};

pub(crate) fn text(site: Site) -> Html {
    let community = site.community;
    let scope = Scope::page(site, &Route::Community);
    let inner = html! {
        (findings(site))
        (atlas(site, scope, true))
        div.prose {
            p { (community.about) }
            @if site.guide.has_institutions {
                p {
                    (link(Route::Institutions, &community.institutions_title)) ": "
                    (community.institutions_about)
                }
            }
            @if site.guide.has_votes { p { (link(Route::Compared, &site.atlas().compared())) } }
        }
        (table::section(scope))
    };
    shown(site, &inner)
}

/// The map alone, for a frame in another site.
pub(crate) fn in_frame(site: Site) -> Html {
    shown(site, &atlas(site, Scope::frame(site, 1), false))
}

/// What the program of the map answers in, with its title.
fn shown(site: Site, inner: &Html) -> Html {
    let (community, words) = (site.community, site.words());
    let drawn = community.outlines.as_ref().map(|_| Program::Atlas.name());
    let title = if community.title.is_empty() { words.community() } else { &community.title };
    html! {
        div.community data-program=[drawn] data-off=(words.map_failed()) {
            (page_title(&Html::default(), &title))
            (inner)
        }
    }
}

/// What the tables say together, each as a link to the map that shows it.
fn findings(site: Site) -> Html {
    let community = site.community;
    let entries = community.findings.iter().filter_map(|finding| {
        let (of, are) = community.found(finding);
        let layer = |place: usize| community.layers.get(place).map(|layer| layer.id.as_str());
        let states = are.iter().filter_map(|at| site.guide.states.get(*at));
        let states: Vec<&str> = states.map(|state| state.id.as_str()).collect();
        let values = [
            (AtlasChoice::Layer, layer(finding.of.0)?),
            (AtlasChoice::With, layer(finding.are.0)?),
            (AtlasChoice::States, &states.join(",")),
        ];
        let (count, total) = (are.len().to_string(), of.len().to_string());
        let text = fill(&finding.text, &[("count", &count), ("total", &total)]);
        Some(html! { a href=(Route::atlas_with(&values, Form::Folder)) { (text) } })
    });
    let entries = listed(entries);
    html! { @if !entries.is_empty() { ul.findings.wide { (entries) } } }
}

/// The drawing in one frame with its layer, its legend, its year and what is pointed at; below it what else can be
/// chosen, and what it shows. Where there are no outlines there is none, and where there are no layers there is
/// the table alone. Where the table stands, states are found by the names in it.
fn atlas(site: Site, scope: Scope<'_>, has_table: bool) -> Html {
    let (community, words) = (site.community, site.atlas());
    if community.layers.is_empty() {
        return Html::default();
    }
    let is_drawn = community.outlines.is_some();
    html! {
        div.atlas {
            @if is_drawn {
                p .small.without-script { (words.map_off()) }
                (layer(site))
            }
            section.layers aria-labelledby="_layers" {
                (scope.heading(2, "_layers", &words.map_layers()))
                (legend::all(scope))
            }
            @if is_drawn {
                div.map-frame {
                    div.wide { (place(site)) }
                    p.pointed data-pointed {}
                }
                (choices(site, has_table))
            }
            div data-cross {}
            // Links that compare states lead here.
            div #_chosen data-chosen {}
            // What explains the drawing has no place where there is none.
            @if is_drawn {
                p .small.live { (words.map_how()) }
                p.small { (words.map_sizes()) }
            }
            p.small { (community.disclaimer) }
            (cited(site, &community.sources))
        }
    }
}

fn layers(site: Site) -> Html {
    html! { @for layer in &site.community.layers { option value=(layer.id) { (layer.title) } } }
}

/// The choice of the layer.
fn layer(site: Site) -> Html {
    html! {
        div .choices.live {
            label {
                span { (site.atlas().map_layer()) } " "
                select data-choice=(AtlasChoice::Layer) { (layers(site)) }
            }
        }
    }
}

/// What else can be chosen: a second layer, the drawing, and a state by its name.
fn choices(site: Site, has_names: bool) -> Html {
    let words = site.atlas();
    let with = html! { option value="" { (words.map_with_none()) } (layers(site)) };
    let name = |drawing| match drawing {
        Drawing::Map => words.drawing_map(),
        Drawing::Tiles => words.drawing_tiles(),
        Drawing::One => words.drawing_one(),
        Drawing::Population => words.drawing_population(),
        Drawing::Users => words.drawing_users(),
    };
    let drawings = html! {
        @for drawing in Drawing::ALL { option value=(drawing) { (name(drawing)) } }
    };
    html! {
        div .choices.live {
            @for (choice, label, options) in [
                (AtlasChoice::With, words.map_with(), &with),
                (AtlasChoice::Drawing, words.map_drawing(), &drawings),
            ] {
                label { span { (label) } " " select data-choice=(choice) { (options) } }
            }
            @if has_names {
                label {
                    span { (words.map_find()) } " "
                    input type="search" data-find autocomplete="off" autocapitalize="none" spellcheck="false";
                }
            }
        }
        @if has_names { p data-none hidden { (words.map_find_none()) } }
    }
}
