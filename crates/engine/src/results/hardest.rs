//! The hardest questions of a class, each with the wrong answer that most gave.

use std::collections::BTreeMap;

use concord_model::{Id, Interaction, Item};

use super::{class::Bank, sheet::Sheet};
use crate::scoring::Response;

/// A question that not all have right who answered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hard {
    /// Its place in the quiz, from 0.
    pub place: usize,
    /// How many have it right.
    pub right: usize,
    /// Of how many who answered.
    pub of: usize,
    /// What most had wrong, and how many of them.
    pub wrong: Option<(Wrong, usize)>,
}

/// Something wrong in an answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    /// An answer that is no key was chosen.
    Chosen(usize),
    /// A key was not chosen.
    Left(usize),
    /// A thing was put to a place that is not its own.
    Put(usize, usize),
    /// A step stands at a place, from 0, that is not its own.
    Stands(usize, usize),
    /// A text was written.
    Written(String),
    /// A state was pointed at.
    Pointed(Id),
}

/// The hardest questions first, by the share of those who have it right among those who answered; of equals, as they stand in the quiz.
#[must_use]
pub fn hardest(bank: &Bank, sheets: &[&Sheet]) -> Vec<Hard> {
    let Some(first) = sheets.first() else { return Vec::new() };
    let mut all: Vec<Hard> = Vec::new();
    for (place, asked) in first.answers.iter().enumerate() {
        let Some(item) = bank.item(asked.mark) else { continue };
        let (mut right, mut of) = (0, 0);
        let mut wrongs: BTreeMap<Wrong, usize> = BTreeMap::new();
        for given in sheets.iter().filter_map(|own| own.answers.get(place)?.given.as_ref()) {
            of += 1;
            if given.score.is_full() {
                right += 1;
                continue;
            }
            for wrong in wrong_in(item, &given.response) {
                *wrongs.entry(wrong).or_default() += 1;
            }
        }
        let most = wrongs.into_iter().rev().max_by_key(|(_, count)| *count);
        if right < of {
            all.push(Hard { place, right, of, wrong: most });
        }
    }
    // Their shares, compared without dividing.
    all.sort_by(|one, other| (one.right * other.of).cmp(&(other.right * one.of)));
    all
}

/// All that is wrong in an answer.
fn wrong_in(item: &Item, response: &Response) -> Vec<Wrong> {
    match (&item.interaction, response) {
        (Interaction::Multiple(answers), Response::Chosen(chosen)) => (0..)
            .zip(answers)
            .filter_map(|(at, answer)| match (answer.key, chosen.contains(&at)) {
                (true, false) => Some(Wrong::Left(at)),
                (false, true) => Some(Wrong::Chosen(at)),
                _ => None,
            })
            .collect(),
        (_, Response::Chosen(chosen)) => chosen.iter().map(|at| Wrong::Chosen(*at)).collect(),
        (
            Interaction::Match(all) | Interaction::Sort(all) | Interaction::Rebuild { all, .. },
            Response::Placed(placed),
        ) => (0..)
            .zip(all.things.iter().zip(placed))
            .filter_map(|(at, (thing, put))| {
                // On a map, things are also put where none of them belongs.
                let put = put.filter(|put| *put < all.places.len())?;
                (put != thing.place as usize).then_some(Wrong::Put(at, put))
            })
            .collect(),
        (_, Response::Ordered(order)) => (0..)
            .zip(order)
            .filter(|(place, step)| place != *step)
            .map(|(place, step)| Wrong::Stands(*step, place))
            .collect(),
        (_, Response::Written(text)) => vec![Wrong::Written(text.trim().to_lowercase())],
        (_, Response::Pointed(state)) => state.clone().map(Wrong::Pointed).into_iter().collect(),
        (_, Response::Placed(_)) => Vec::new(),
    }
}
