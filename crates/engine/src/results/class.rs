//! A class: which of many sheets count, and why the others are set aside.

use std::collections::{BTreeMap, BTreeSet};

use concord_model::{Interaction, Item};

use super::{
    answer::Given,
    roster::folded,
    sheet::{Sheet, mark},
};
use crate::{
    filling::solution,
    scoring::{Response, Score, score},
};

/// The questions of a guide, by their marks.
#[derive(Clone, Debug, Default)]
pub struct Bank {
    items: BTreeMap<u32, Item>,
}

/// Why a sheet is set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aside {
    /// It has questions that this edition of the guide does not have.
    OtherEdition,
    /// Its points do not follow from its answers.
    DoesNotAddUp,
    /// It is from another quiz.
    OtherQuiz,
    /// The same sheet is there already.
    Same,
    /// Another sheet has the same name.
    SameName,
}

/// Which sheets count, by their places; and those that are set aside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sorted {
    /// Those that count, by name.
    pub counted: Vec<usize>,
    /// Those that do not, in the order in which they came.
    pub aside: Vec<(usize, Aside)>,
}

impl Bank {
    /// The questions of a guide.
    #[must_use]
    pub fn new(items: Vec<Item>) -> Self {
        Self { items: items.into_iter().map(|item| (mark(&item), item)).collect() }
    }

    /// The question of that mark.
    #[must_use]
    pub fn item(&self, mark: u32) -> Option<&Item> {
        self.items.get(&mark)
    }

    /// The mark of the question of that id.
    #[must_use]
    pub fn mark(&self, id: &str) -> Option<u32> {
        self.items.iter().find(|(_, item)| item.id.as_str() == id).map(|(mark, _)| *mark)
    }

    /// How many points a question gives at most.
    #[must_use]
    pub fn most(item: &Item) -> usize {
        match &item.interaction {
            Interaction::Blank(_) => 1,
            _ => judged(item, &solution(item)).of,
        }
    }

    /// The points of a sheet, and of how many; questions without an answer count.
    #[must_use]
    pub fn score(&self, sheet: &Sheet) -> Score {
        sheet.answers.iter().fold(Score::default(), |sum, own| {
            let most = self.item(own.mark).map_or(0, Self::most);
            let given = own.given.as_ref().map_or(0, |given| given.score.points);
            Score { points: sum.points + given, of: sum.of + most }
        })
    }

    fn doubt(&self, sheet: &Sheet) -> Option<Aside> {
        let mut seen = BTreeSet::new();
        for own in &sheet.answers {
            let Some(item) = self.item(own.mark) else { return Some(Aside::OtherEdition) };
            let adds_up = own.given.as_ref().is_none_or(|given| adds_up(item, given));
            if !adds_up || !seen.insert(own.mark) {
                return Some(Aside::DoesNotAddUp);
            }
        }
        None
    }
}

fn judged(item: &Item, response: &Response) -> Score {
    score(item, response, &[], str::to_lowercase).score
}

/// Whether the points are those of the answer. What was written is folded by the reader's browser, so it is not judged
/// anew: a point or none.
fn adds_up(item: &Item, given: &Given) -> bool {
    match &item.interaction {
        Interaction::Blank(_) => {
            let is_written = matches!(given.response, Response::Written(_));
            is_written && given.score.of == 1 && given.score.points <= 1
        }
        _ => judged(item, &given.response) == given.score,
    }
}

/// The quizzes of sheets, and of how many sheets each; the most frequent first, of equals the one that came first.
#[must_use]
pub fn quizzes(bank: &Bank, sheets: &[Sheet]) -> Vec<(u32, usize)> {
    let mut all: Vec<(u32, usize)> = Vec::new();
    for sheet in sheets.iter().filter(|sheet| bank.doubt(sheet).is_none()) {
        let quiz = sheet.quiz();
        match all.iter_mut().find(|(own, _)| *own == quiz) {
            Some((_, count)) => *count += 1,
            None => all.push((quiz, 1)),
        }
    }
    all.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    all
}

/// Sorts sheets: those of the quiz count, each name once.
#[must_use]
pub fn sort(bank: &Bank, sheets: &[Sheet], quiz: u32) -> Sorted {
    let mut sorted = Sorted::default();
    let mut names = BTreeMap::new();
    for (place, sheet) in sheets.iter().enumerate() {
        let name = folded(&sheet.name);
        let aside = match (bank.doubt(sheet), names.get(&name)) {
            (Some(doubt), _) => Some(doubt),
            _ if sheet.quiz() != quiz => Some(Aside::OtherQuiz),
            // Whoever gave no name is not taken for another one of these.
            (None, Some(other)) if sheets.get(*other) == Some(sheet) => Some(Aside::Same),
            (None, Some(_)) if !name.is_empty() => Some(Aside::SameName),
            _ => None,
        };
        match aside {
            Some(aside) => sorted.aside.push((place, aside)),
            None => {
                names.insert(name, place);
                sorted.counted.push(place);
            }
        }
    }
    let name = |place: &usize| sheets.get(*place).map(|sheet| sheet.name.trim().to_lowercase());
    sorted.counted.sort_by_key(name);
    sorted
}
