//! What the program of results reads.

use serde::{Deserialize, Serialize};

use crate::{Guide, Html, Id, Interaction, Item, Plural, ResultsWords};

/// The file of the program: the questions of the guide with their answers, and its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultsFile {
    /// All questions, without what explains them.
    pub items: Vec<Item>,
    /// The states that questions ask for, by their names.
    pub states: Vec<(Id, String)>,
    /// Its words.
    pub words: ResultsWords,
    /// The plural rule of the language.
    pub plural: Plural,
}

impl ResultsFile {
    /// The file of a guide.
    #[must_use]
    pub fn of(guide: &Guide) -> Self {
        let asks_for_states =
            |(_, item): (_, &Item)| matches!(item.interaction, Interaction::Point(_));
        let states = if guide.items().any(asks_for_states) { guide.states.as_slice() } else { &[] };
        Self {
            items: guide.items().map(|(_, item)| without_reasons(item)).collect(),
            states: states.iter().map(|state| (state.id.clone(), state.name.clone())).collect(),
            words: guide.results.clone(),
            plural: guide.plural.clone(),
        }
    }
}

/// A question as it is asked and answered. Its version stays that of the whole.
fn without_reasons(item: &Item) -> Item {
    let mut interaction = item.interaction.clone();
    match &mut interaction {
        Interaction::Choice(answers) | Interaction::Multiple(answers) => {
            answers.iter_mut().for_each(|answer| answer.feedback = Html::default());
        }
        Interaction::Build { places, .. } => {
            places.iter_mut().for_each(|place| place.answer.feedback = Html::default());
        }
        Interaction::Blank(written) => {
            written.answers.clear();
            written.otherwise = Html::default();
        }
        Interaction::Match(all) | Interaction::Sort(all) | Interaction::Rebuild { all, .. } => {
            all.things.iter_mut().for_each(|thing| thing.feedback = Html::default());
        }
        Interaction::Order(steps) => {
            steps.iter_mut().for_each(|step| step.feedback = Html::default());
        }
        Interaction::Point(all) => {
            all.answers.iter_mut().for_each(|point| point.answer.feedback = Html::default());
            all.otherwise = Html::default();
        }
    }
    Item {
        stem: Html::default(),
        hints: Vec::new(),
        tests: Vec::new(),
        counters: Vec::new(),
        interaction,
        ..item.clone()
    }
}
