//! The map of states in a text: a section of kind `map` places the map of states at a layer, a drawing, a year and
//! chosen states. Without scripts its legend stands there, the chosen states, and the way to the map.

use std::ops::Range;

use concord_model::{
    Address, Checked, Entry, Form, Further, Html, Layer, PlacedAtlas, Route, State, html, look,
    talk::{AtlasChoice, Drawing},
};

use crate::{community::FOLDER, html::Writer, outline::Section, suggest};

pub(super) fn lower(section: &Section<'_>, writer: &mut Writer<'_, '_>) -> Option<PlacedAtlas> {
    let path = writer.file.path;
    let attributes = &section.attributes;
    let layer = layer(section, "layer", writer);
    if attributes.value("layer").is_none() {
        writer
            .faults
            .error(path, section.span.clone(), "this map shows no layer")
            .hint("add `layer=` and the id of a layer of community/layers.toml");
    }
    let drawing = attributes.value("drawing").and_then(|(name, span)| {
        let drawing = Drawing::read(name);
        if drawing.is_none() {
            let fault = writer.faults.error(path, span, format!("there is no drawing `{name}`"));
            fault.hint_if(suggest::did_you_mean(name, Drawing::ALL.map(Drawing::name)));
        }
        drawing
    });
    let states = states(section, writer);
    let layer = layer?;
    let year = attributes.value("year").and_then(|(text, span)| {
        let year = text.parse::<u16>().ok();
        let within = year.zip(layer.years).filter(|(year, (a, b))| (a..=b).contains(&year));
        if within.is_none() {
            let hint = match layer.years {
                Some((first, last)) => format!("its years go from {first} to {last}"),
                None => "take `year=` out: only a layer with `before` has years".to_owned(),
            };
            let message = format!("the layer `{}` has no year {text}", layer.id);
            writer.faults.error(path, span, message).hint(hint);
        }
        year
    });
    for source in &layer.sources {
        writer.cite(source);
    }
    Some(placed(writer, layer, drawing, year, &states))
}

/// The states that a section names, with their places in the community.
pub(super) fn states<'w>(
    section: &Section<'_>,
    writer: &mut Writer<'w, '_>,
) -> Vec<(usize, &'w State)> {
    let symbols = writer.symbols;
    let mut states = Vec::new();
    for (name, span) in section.attributes.list("states", writer.faults) {
        match symbols.states.iter().enumerate().find(|(_, state)| state.id.as_str() == name) {
            Some(state) => states.push(state),
            None => {
                let ids = symbols.states.iter().map(|state| state.id.as_str());
                let hint = suggest::did_you_mean(name, ids).unwrap_or_else(|| {
                    "write codes of community/states.csv in lower case: `tuv`".to_owned()
                });
                let message = format!("there is no state `{name}`");
                writer.faults.error(writer.file.path, span, message).hint(hint);
            }
        }
    }
    states
}

/// The layer that an attribute names.
fn layer<'w>(section: &Section<'_>, name: &str, writer: &mut Writer<'w, '_>) -> Option<&'w Layer> {
    let (id, span) = section.attributes.value(name)?;
    layer_named(id, span, writer)
}

/// The layer of that name. Where layers themselves have faults, the one that is missing may be among them.
pub(super) fn layer_named<'w>(
    id: &str,
    span: Range<usize>,
    writer: &mut Writer<'w, '_>,
) -> Option<&'w Layer> {
    let layers = &writer.symbols.layers;
    let found = layers.iter().find(|layer| layer.id.as_str() == id);
    if found.is_none() && !writer.faults.has_error_below(FOLDER) {
        let hint = suggest::did_you_mean(id, layers.iter().map(|layer| layer.id.as_str()));
        let hint = hint.unwrap_or_else(|| "community/layers.toml names all layers".to_owned());
        let message = format!("there is no layer `{id}`");
        writer.faults.error(writer.file.path, span, message).hint(hint);
    }
    found
}

fn placed(
    writer: &Writer<'_, '_>,
    layer: &Layer,
    drawing: Option<Drawing>,
    year: Option<u16>,
    chosen: &[(usize, &State)],
) -> PlacedAtlas {
    let (symbols, words) = (writer.symbols, &writer.symbols.atlas);
    let ids: Vec<&str> = chosen.iter().map(|(_, state)| state.id.as_str()).collect();
    let (ids, years) = (ids.join(","), year.map(|year| year.to_string()).unwrap_or_default());
    let values = [
        (AtlasChoice::Layer, layer.id.as_str()),
        (AtlasChoice::Drawing, drawing.map_or("", Drawing::name)),
        (AtlasChoice::Year, &years),
        (AtlasChoice::States, &ids),
    ];
    let title = match year {
        Some(year) => format!("{}, {year}", layer.title),
        None => layer.title.clone(),
    };
    let text = html! {
        div data-legend=(layer.id) {
            p.small { (title) }
            ul.classes { (classes(layer, year)) }
        }
        p.pointed data-pointed {}
        @if !chosen.is_empty() {
            ul {
                @for (at, state) in chosen {
                    li {
                        a href=(Route::State(state.id.clone()).href(Form::Folder)) { (state.name) }
                        ": " (state_in_layer(layer, *at, year))
                    }
                }
            }
        }
        figcaption {
            (layer.about) " " (layer.coverage)
            @for (number, id) in (1_usize..).zip(&layer.sources) {
                " " a href=(Address::new(Route::Sources, id.as_str()).href(Form::Folder)) {
                    (words.map_source())
                    // Several links of one name would be told apart by their numbers alone.
                    @if layer.sources.len() > 1 { " " (number) }
                } "."
            }
            " " (words.map_as_of()) " " (symbols.words.readable(&layer.as_of)) ". " (symbols.disclaimer) " "
            a href=(Route::atlas_with(&values, Form::Folder)) { (words.map_open()) }
        }
    };
    PlacedAtlas {
        layer: layer.id.clone(),
        drawing,
        year,
        states: (!ids.is_empty()).then(|| ids.clone()),
        text,
    }
}

/// What a state is in a year, with a mark if nobody compared its row.
fn state_in_layer(layer: &Layer, at: usize, year: Option<u16>) -> String {
    let label = layer.label(layer.class(at, year)).unwrap_or_default().to_owned();
    let value = layer.rows.get(at).and_then(Entry::fact).and_then(|fact| fact.value.as_ref());
    let label = match (value, &layer.unit) {
        (Some(value), Some(unit)) => format!("{value} {unit}"),
        _ => label,
    };
    let fact = layer.rows.get(at).and_then(Entry::fact);
    match fact.map(|fact| fact.checked) {
        Some(Checked::Unverified) => label + "*",
        _ => label,
    }
}

fn classes(layer: &Layer, year: Option<u16>) -> Html {
    let count =
        |class: usize| (0..layer.rows.len()).filter(|at| layer.class(*at, year) == class).count();
    let classes = 0..layer.classes.len() + Further::ALL.len();
    html! {
        @for (class, label) in classes.filter_map(|class| Some((class, layer.label(class)?))) {
            li data-class=(class) {
                svg class={ "swatch " (look(layer.is_scale, layer.classes.len(), class)) }
                    viewBox="0 0 240 160" aria-hidden="true" { rect width="240" height="160" {} }
                " " span { (label) } " " b { (count(class)) }
            }
        }
    }
}
