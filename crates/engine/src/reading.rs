//! How long a text takes to read.

use concord_model::Lesson;

/// Words a minute of careful reading, in a text with questions and cross-references. Silent
/// reading of non-fiction by adults averages 238 (Brysbaert, Journal of Memory and Language 109,
/// 2019); this guide is for learners and asks for thought.
const WORDS_PER_MINUTE: u32 = 180;

/// Seconds to think about each decision of a question, beyond reading it. An allowance that was chosen, not measured:
/// about as long as reading 60 words.
const SECONDS_PER_DECISION: u32 = 20;

/// Whole minutes to read `words` words and to think about `decisions` decisions, at least one.
#[must_use]
pub fn minutes(words: u32, decisions: u32) -> u32 {
    let thought = u64::from(decisions) * u64::from(SECONDS_PER_DECISION * WORDS_PER_MINUTE / 60);
    let minutes = (u64::from(words) + thought).div_ceil(u64::from(WORDS_PER_MINUTE)).max(1);
    u32::try_from(minutes).unwrap_or(u32::MAX)
}

/// Whole minutes for a lesson as a reader meets it: its text, and the questions that it shows.
#[must_use]
pub fn of_lesson(lesson: &Lesson) -> u32 {
    minutes(lesson.words.saturating_add(lesson.question_words), lesson.decisions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_rounded_up_and_never_zero() {
        let text = |words| minutes(words, 0);
        assert_eq!([0, 1, 180, 181, 900].map(text), [1, 1, 1, 2, 5]);
        assert_eq!(minutes(u32::MAX, 0), 23_860_930);
        assert_eq!([minutes(180, 3), minutes(181, 3), minutes(0, 4)], [2, 3, 2]);
        assert_eq!(minutes(u32::MAX, u32::MAX), 1_455_516_695);
    }
}
