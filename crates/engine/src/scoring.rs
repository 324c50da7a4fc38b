//! Scoring: an item and a response give an outcome. Pure, total, and the only judge of an answer.

use concord_model::{Choice, ChoiceOption};

/// What a response is worth, and which option's feedback explains it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome<'i> {
    /// From 0 to 1; 1 for the key alone.
    pub score: f32,
    /// The chosen option, if there is one.
    pub chosen: Option<&'i ChoiceOption>,
}

/// Scores a choice of one option, by its place from 0. A place that does not exist, or none at
/// all, is an answer of nothing: score 0 and no feedback.
#[must_use]
pub fn choice(item: &Choice, response: Option<usize>) -> Outcome<'_> {
    let chosen = response.and_then(|place| item.options.get(place));
    Outcome { score: if chosen.is_some_and(|option| option.key) { 1.0 } else { 0.0 }, chosen }
}

#[cfg(test)]
mod tests {
    use super::*;
    use concord_model::{Html, Id};
    use proptest::prelude::*;

    fn item(options: usize, key: usize) -> Choice {
        let option = |place| ChoiceOption {
            text: Html(format!("answer {place}")),
            feedback: Html(format!("because {place}")),
            key: place == key,
        };
        Choice {
            id: Id::new("q").unwrap(),
            level: 2,
            title: Html::default(),
            stem: Html::default(),
            options: (0..options).map(option).collect(),
            tests: Vec::new(),
        }
    }

    proptest! {
        #[test]
        fn full_marks_only_for_the_key(options in 0_usize..9, key in 0_usize..9, response: Option<usize>) {
            let item = item(options, key);
            let outcome = choice(&item, response);
            let right = key < options && response == Some(key);
            prop_assert_eq!(outcome.score, if right { 1.0 } else { 0.0 });
            prop_assert_eq!(outcome.chosen.is_some(), response.is_some_and(|place| place < options));
        }
    }
}
