//! The page of the community: the map with its choices, what it shows, and all of it as a table.

use concord_model::{
    Html, Program, Route, html,
    talk::{AtlasChoice, Drawing},
};

use super::{legend, place::place, table};
use crate::{
    Site,
    text::{Scope, cited, link, page_title},
};

pub(crate) fn text(site: Site) -> Html {
    let community = site.community;
    let scope = Scope::page(site, &Route::Community);
    let inner = html! {
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
            (atlas(site, scope))
            (table::section(scope))
    };
    shown(site, &inner)
}

/// The map alone, for a frame in another site.
pub(crate) fn in_frame(site: Site) -> Html {
    shown(site, &atlas(site, Scope::frame(site, 1)))
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

/// The drawing with what is chosen above it and what it shows below it. Where there are no outlines
/// there is none, and where there are no layers there is the table alone.
fn atlas(site: Site, scope: Scope<'_>) -> Html {
    let (community, words) = (site.community, site.atlas());
    if community.layers.is_empty() {
        return Html::default();
    }
    html! {
        div.atlas {
            @if community.outlines.is_some() {
                p .small.without-script { (words.map_off()) }
                (choices(site))
                div.wide { (place(site)) }
                p.pointed data-pointed {}
            }
            section.layers aria-labelledby="_layers" {
                (scope.heading(2, "_layers", &words.map_layers()))
                (legend::all(scope))
            }
            div data-cross {}
            div data-chosen {}
            // What explains the drawing has no place where there is none.
            @if community.outlines.is_some() {
                p .small.live { (words.map_how()) }
                p.small { (words.map_sizes()) }
            }
            p.small { (community.disclaimer) }
            (cited(site, &community.sources))
        }
    }
}

/// What can be chosen: a layer, a second one, the drawing, and a state by its name.
fn choices(site: Site) -> Html {
    let words = site.atlas();
    let layers = html! {
        @for layer in &site.community.layers { option value=(layer.id) { (layer.title) } }
    };
    let with = html! { option value="" { (words.map_with_none()) } (layers) };
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
                (AtlasChoice::Layer, words.map_layer(), &layers),
                (AtlasChoice::With, words.map_with(), &with),
                (AtlasChoice::Drawing, words.map_drawing(), &drawings),
            ] {
                label { span { (label) } " " select data-choice=(choice) { (options) } }
            }
            label {
                span { (words.map_find()) } " "
                input type="search" data-find autocomplete="off" autocapitalize="none" spellcheck="false";
            }
        }
        p data-none hidden { (words.map_find_none()) }
    }
}
