//! Questions that ask for a state: a task list of codes such as `TUV, NRU`, and `…` for all others.

use concord_model::{Answer, Html, Id, Point, Pointed, State};

use super::{
    Events,
    answers::{answers, some_key, take_otherwise},
    fault,
};
use crate::{community::state_id, html::Writer, outline::Section, suggest};

pub(super) fn point<'a>(
    section: &Section<'a>,
    list: Option<Events<'_, 'a>>,
    writer: &mut Writer<'_, 'a>,
) -> Option<Pointed> {
    let mut answers = answers(section, list, writer)?;
    some_key(section, &answers, writer);
    let otherwise = take_otherwise(section, &mut answers, writer)?;
    let mut points: Vec<Point> = Vec::new();
    for answer in answers {
        let states = states(section, &answer, writer)?;
        let twice = states
            .iter()
            .find(|state| points.iter().any(|point: &Point| point.states.contains(&state.id)));
        if let Some(state) = twice {
            let message = format!("`{}` stands in two answers of this question", state.name);
            fault(section, writer, message, "leave it in one of them");
        }
        let names: Vec<_> = states.iter().map(|state| state.name.as_str()).collect();
        let text = Html::escaped(&names.join(", "));
        let states = states.iter().map(|state| state.id.clone()).collect();
        points.push(Point { states, answer: Answer { text, ..answer } });
    }
    Some(Pointed { answers: points, otherwise })
}

/// The states that an answer names, in the order of the guide.
fn states<'w>(
    section: &Section<'_>,
    answer: &Answer,
    writer: &mut Writer<'w, '_>,
) -> Option<Vec<&'w State>> {
    let symbols = writer.symbols;
    let text = answer.text.text();
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
            fault(section, writer, format!("there is no state `{code}`"), &hint);
            return None;
        };
        ids.push(id);
    }
    Some(symbols.states.iter().filter(|state| ids.contains(&state.id)).collect())
}
