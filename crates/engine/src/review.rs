//! When a question comes back: about when the chance to know it falls to 90 %, by
//! FSRS, the scheduler of Anki (`fsrs.rs`).

use crate::fsrs::State;

/// What is known of a reader's memory of one question. Whole numbers, so that a record holds them
/// exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    /// Days until the chance to know it falls to 90 %, in hundredths of a day.
    pub stability: u32,
    /// How hard it is for this reader, from 100 to 1,000.
    pub difficulty: u32,
    /// The day it was last answered, counted from 1 January 1970.
    pub answered: u32,
    /// The day it comes back.
    pub due: u32,
}

/// How well a question was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Not right.
    Again,
    /// Right, with help or by a guess.
    Hard,
    /// Right.
    Good,
    /// Right, and sure of it.
    Easy,
}

/// How sure a reader says they are, if they say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Sure.
    Sure,
    /// Rather sure.
    Rather,
    /// A guess.
    Guess,
}

impl Confidence {
    /// All, from sure to guess.
    pub const ALL: [Self; 3] = [Self::Sure, Self::Rather, Self::Guess];

    /// The name in forms and in the record.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Rather => "rather",
            Self::Guess => "guess",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|confidence| confidence.name() == name)
    }
}

/// The grade of an answer: right or not, with help or without, and how sure, if that was said.
#[must_use]
pub fn grade(right: bool, helped: bool, confidence: Option<Confidence>) -> Grade {
    match (right, helped, confidence) {
        (false, ..) => Grade::Again,
        (true, true, _) | (true, _, Some(Confidence::Guess)) => Grade::Hard,
        (true, false, None | Some(Confidence::Rather)) => Grade::Good,
        (true, false, Some(Confidence::Sure)) => Grade::Easy,
    }
}

/// The memory after an answer on the day `today`.
///
/// Answering again on the same day replaces nothing that was learned before: the days between are
/// then none, which FSRS has rules for. A clock that went back counts as no day.
#[must_use]
pub fn after(before: Option<Memory>, grade: Grade, today: u32) -> Memory {
    let rating = grade as usize + 1;
    let next = match before {
        None => State::first(rating),
        Some(before) => {
            let number = |hundredths: u32| f64::from(hundredths) / 100.0;
            let (stability, difficulty) = (number(before.stability), number(before.difficulty));
            State { stability, difficulty }.next(today.saturating_sub(before.answered), rating)
        }
    };
    // Conversions saturate, so that no number of a damaged record can get out of hand.
    let rounded = |value: f64| (value + 0.5) as u32;
    Memory {
        stability: rounded(next.stability * 100.0).max(1),
        difficulty: rounded(next.difficulty * 100.0),
        answered: today,
        due: today.saturating_add(rounded(next.stability).max(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn help_and_guesses_lower_a_grade_and_a_wrong_answer_has_one() {
        assert_eq!(grade(true, false, Some(Confidence::Sure)), Grade::Easy);
        assert_eq!(grade(true, false, None), Grade::Good);
        assert_eq!(grade(true, false, Some(Confidence::Guess)), Grade::Hard);
        assert_eq!(grade(true, true, Some(Confidence::Sure)), Grade::Hard);
        assert_eq!(grade(false, false, Some(Confidence::Sure)), Grade::Again);
    }

    #[test]
    fn what_is_known_better_comes_back_later() {
        let dues = [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy]
            .map(|grade| after(None, grade, 20_000).due);
        assert!(dues.is_sorted() && dues[0] > 20_000 && dues[3] > dues[0], "{dues:?}");
    }

    #[test]
    fn each_success_makes_the_next_interval_longer() {
        let mut memory = after(None, Grade::Good, 20_000);
        let mut interval = memory.due - memory.answered;
        for _ in 0..5 {
            memory = after(Some(memory), Grade::Good, memory.due);
            let next = memory.due - memory.answered;
            assert!(next > interval, "{next} after {interval}");
            interval = next;
        }
        let forgotten = after(Some(memory), Grade::Again, memory.due);
        assert!(forgotten.due - forgotten.answered < interval);
    }

    proptest! {
        #[test]
        fn any_memory_has_a_next_one(
            stability: u32, difficulty: u32, answered: u32, due: u32, today: u32,
            grade in prop::sample::select(vec![Grade::Again, Grade::Hard, Grade::Good, Grade::Easy])
        ) {
            let before = Memory { stability, difficulty, answered, due };
            let memory = after(Some(before), grade, today);
            prop_assert!(memory.due > today || today == u32::MAX);
            prop_assert_eq!(memory.answered, today);
        }
    }
}
