//! Where a reader stands: what they have answered, what to look at again, and what comes back today.

use std::collections::BTreeMap;

use concord_model::{Address, Guide, Id, Item, Lesson};

use crate::{ordered::put, record::Record, review::Confidence};

/// How many questions there are, and how they were answered last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Questions there are.
    pub of: usize,
    /// Those that were answered.
    pub answered: usize,
    /// Those that were answered right.
    pub right: usize,
}

impl Count {
    fn add(&mut self, is_right: Option<bool>) {
        self.of += 1;
        self.answered += usize::from(is_right.is_some());
        self.right += usize::from(is_right == Some(true));
    }
}

/// A question that was not answered right.
#[derive(Clone, Debug, PartialEq)]
pub struct Again<'g> {
    /// The question.
    pub item: &'g Item,
    /// Whether the reader was sure of the answer, which makes it the more worth a look.
    pub was_sure: bool,
}

/// All of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing<'g> {
    /// Each lesson with questions, in reading order.
    pub lessons: Vec<(Id, Count)>,
    /// Each statement or term that a question tests, in the order of the questions, once one of
    /// them was answered. Named by its address.
    pub tested: Vec<(String, Count)>,
    /// By how sure the reader said they were, in the order of [`Confidence::ALL`]: answers, and right ones.
    pub sure: [Count; 3],
    /// What to look at again: first what the reader was sure of.
    pub again: Vec<Again<'g>>,
    /// What comes back today, with its lessons, the longest due first.
    pub due: Vec<(&'g Lesson, &'g Item)>,
    /// In how many days the next one after today comes back.
    pub next: Option<u32>,
}

/// Looks at a record on the day `today`, counted from 1 January 1970.
#[must_use]
pub fn standing<'g>(guide: &'g Guide, record: &Record, today: u32) -> Standing<'g> {
    let mut standing = Standing::default();
    // Both lists keep the order of the guide among equals.
    let mut due = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (lesson, item) in guide.items() {
        let answer = record.answer(item);
        let is_right = answer.map(|answer| answer.score.is_full());
        if standing.lessons.last().is_none_or(|(last, _)| *last != lesson.id) {
            standing.lessons.push((lesson.id.clone(), Count::default()));
        }
        if let Some((_, count)) = standing.lessons.last_mut() {
            count.add(is_right);
        }
        for href in &item.tests {
            let place = *places.entry(href).or_insert_with(|| {
                standing.tested.push((href.clone(), Count::default()));
                standing.tested.len() - 1
            });
            if let Some((_, count)) = standing.tested.get_mut(place) {
                count.add(is_right);
            }
        }
        let Some(answer) = answer else { continue };
        for (count, confidence) in standing.sure.iter_mut().zip(Confidence::ALL) {
            if answer.confidence == Some(confidence) {
                count.add(is_right);
            }
        }
        if is_right == Some(false) {
            let was_sure = answer.confidence == Some(Confidence::Sure);
            put(&mut standing.again, usize::MAX, Again { item, was_sure }, |other| {
                other.was_sure || !was_sure
            });
        }
        if answer.memory.due <= today {
            let day = answer.memory.due;
            put(&mut due, usize::MAX, (day, lesson, item), |(other, ..)| *other <= day);
        } else {
            let days = answer.memory.due - today;
            standing.next = Some(standing.next.map_or(days, |next| next.min(days)));
        }
    }
    standing.tested.retain(|(_, count)| count.answered > 0);
    standing.due = due.into_iter().map(|(_, lesson, item)| (lesson, item)).collect();
    standing
}

/// The name of what stands at an address: a statement's sentence or a term, as plain text.
#[must_use]
pub fn name_at(guide: &Guide, href: &str) -> Option<String> {
    let id = Id::new(&Address::parse(href).fragment?).ok()?;
    let statement = guide.statement(&id).map(|(_, statement)| statement.title.text());
    statement.or_else(|| guide.term(&id).map(|term| term.title.clone()))
}
