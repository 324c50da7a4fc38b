//! Questions that ask for a state: a task list of codes such as `TUV, NRU`, or of classes of layers
//! such as `a-vote:no + a-treaty:party`, which all these states are in; and `…` for all others.

use concord_model::{Answer, Html, Id, Layer, Point, Pointed, State};

use super::{
    super::atlas::layer_named,
    answers::{Found, answers, some_key, take_otherwise},
};
use crate::{community::state_id, events::Events, html::Writer, suggest};

pub(super) fn point<'a>(list: Events<'_, 'a>, writer: &mut Writer<'_, 'a>) -> Option<Pointed> {
    let mut answers = answers(list, writer)?;
    some_key(&answers, writer);
    let otherwise = take_otherwise(&mut answers, writer)?;
    let mut points: Vec<Point> = Vec::new();
    for found in answers {
        let (states, text) = states(&found, writer)?;
        let twice = states
            .iter()
            .find(|state| points.iter().any(|point: &Point| point.states.contains(&state.id)));
        if let Some(state) = twice {
            let message = format!("`{}` stands in two answers of this question", state.name);
            found.fault(writer, message, "leave it in one of them");
        }
        let text = Html::escaped(&text);
        let states = states.iter().map(|state| state.id.clone()).collect();
        points.push(Point { states, answer: Answer { text, ..found.answer } });
    }
    Some(Pointed { answers: points, otherwise })
}

/// The states that an answer names, in the order of the guide, and how it is shown.
fn states<'w>(found: &Found, writer: &mut Writer<'w, '_>) -> Option<(Vec<&'w State>, String)> {
    let symbols = writer.symbols;
    let text = found.answer.text.text();
    if text.contains(':') {
        return in_classes(found, &text, writer);
    }
    let mut ids: Vec<Id> = Vec::new();
    for code in text.split(',').map(str::trim) {
        let id = state_id(code).filter(|id| symbols.states.iter().any(|state| state.id == *id));
        let Some(id) = id else {
            let codes: Vec<_> =
                symbols.states.iter().map(|state| state.id.as_str().to_uppercase()).collect();
            let hint = suggest::did_you_mean(code, codes.iter().map(String::as_str));
            let hint = hint.unwrap_or_else(|| {
                "an answer names states by the codes of community/states.csv: `TUV, NRU`".to_owned()
            });
            found.fault(writer, format!("there is no state `{code}`"), &hint);
            return None;
        };
        ids.push(id);
    }
    let states: Vec<_> = symbols.states.iter().filter(|state| ids.contains(&state.id)).collect();
    let names: Vec<_> = states.iter().map(|state| state.name.as_str()).collect();
    let text = names.join(", ");
    Some((states, text))
}

/// The states that are in all the classes of an answer such as `a-vote:no + a-treaty:party`.
fn in_classes<'w>(
    found: &Found,
    text: &str,
    writer: &mut Writer<'w, '_>,
) -> Option<(Vec<&'w State>, String)> {
    let symbols = writer.symbols;
    let mut states: Vec<(usize, &State)> = symbols.states.iter().enumerate().collect();
    let mut shown = Vec::new();
    for part in text.split(" + ") {
        let (layer, class) = class(found, part.trim(), writer)?;
        let is_in = |at: usize| {
            layer.rows.get(at).and_then(|row| row.fact()).is_some_and(|fact| fact.class == class)
        };
        states.retain(|(at, _)| is_in(*at));
        let label = layer.classes.get(class).map(|class| class.label.as_str());
        shown.push(format!("{}: {}", layer.title, label.unwrap_or_default()));
    }
    if states.is_empty() {
        let hint = "name classes that share a state";
        found.fault(writer, format!("no state is in `{text}`"), hint);
    }
    Some((states.into_iter().map(|(_, state)| state).collect(), shown.join("; ")))
}

/// The layer and the class that `layer:class` names.
fn class<'w>(
    answer: &Found,
    name: &str,
    writer: &mut Writer<'w, '_>,
) -> Option<(&'w Layer, usize)> {
    let (layer, class) = name.split_once(':').unwrap_or((name, ""));
    let found = layer_named(layer, answer.span.clone(), writer)?;
    let place = found.classes.iter().position(|known| known.id.as_str() == class);
    if place.is_none() {
        let classes = found.classes.iter().map(|class| class.id.as_str());
        let hint = suggest::did_you_mean(class, classes).unwrap_or_default();
        answer.fault(writer, format!("the layer `{layer}` has no class `{class}`"), &hint);
    }
    Some((found, place?))
}
