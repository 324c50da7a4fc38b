//! What a form is filled with: the right answer, and what stays of an answer for another try.

use concord_model::{Interaction, Item};

use crate::scoring::{Outcome, Response, key, shown_order};

/// The response that is the right answer, or one of them.
#[must_use]
pub fn solution(item: &Item) -> Response {
    match &item.interaction {
        Interaction::Choice(_) | Interaction::Multiple(_) | Interaction::Build { .. } => {
            Response::Chosen(key(item).iter().map(|part| part.at).collect())
        }
        Interaction::Blank(_) => {
            Response::Written(key(item).first().map(|part| part.text.text()).unwrap_or_default())
        }
        Interaction::Match(all) | Interaction::Sort(all) | Interaction::Rebuild { all, .. } => {
            Response::Placed(all.things.iter().map(|thing| Some(thing.place as usize)).collect())
        }
        Interaction::Order(steps) => Response::Ordered((0..steps.len()).collect()),
        Interaction::Point(all) => {
            let key = all.answers.iter().find(|point| point.answer.key);
            Response::Pointed(key.and_then(|point| point.states.first().cloned()))
        }
    }
}

/// What of a response stays for another try: what is right of it, or nothing if all of it is, so that
/// the question can be answered anew. Steps stay as they lie, and so does what has a slip alone.
#[must_use]
pub fn kept(item: &Item, response: Response, outcome: &Outcome<'_>) -> Response {
    let full = outcome.score.is_full();
    let stays = |at: usize| !full && outcome.parts.iter().any(|part| part.right && part.at == at);
    match response {
        Response::Chosen(mut chosen) => {
            chosen.retain(|at| stays(*at));
            // Of somebody who chose everything, the right ones alone would be the answer.
            let right = outcome.parts.iter().filter(|part| part.right).count();
            if right >= key(item).len() {
                chosen.clear();
            }
            Response::Chosen(chosen)
        }
        Response::Placed(placed) => {
            let placed = placed.into_iter().enumerate();
            Response::Placed(placed.map(|(at, place)| place.filter(|_| stays(at))).collect())
        }
        Response::Ordered(order) if full => Response::Ordered(shown_order(item, order.len())),
        Response::Ordered(order) => Response::Ordered(order),
        Response::Written(text) if outcome.slip => Response::Written(text),
        Response::Written(_) => Response::Written(String::new()),
        Response::Pointed(_) => Response::Pointed(None),
    }
}
