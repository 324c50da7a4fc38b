//! The words of the interface. They live in the pack, so that no language stands in Rust.

use serde::{Deserialize, Serialize};

/// Declares the struct and the list of its fields together, so that the compiler can name every
/// missing and every unknown word.
macro_rules! words {
    ($($(#[$doc:meta])* $field:ident),+ $(,)?) => {
        /// Every word and sentence that the interface says; `{name}` marks what is filled in.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        pub struct Words { $($(#[$doc])* pub $field: String),+ }

        impl Words {
            /// The names of all words, as they stand in `words.toml`.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($field)),+];

            /// Takes each word from `word`, by its name.
            pub fn from_names(mut word: impl FnMut(&'static str) -> String) -> Self {
                Self { $($field: word(stringify!($field))),+ }
            }
        }
    };
}

words! {
    /// Link to the main part of the page.
    skip_to_content,
    /// Name of the site's navigation.
    site_navigation,
    /// Name of the list of lessons.
    lessons,
    /// Name of the glossary.
    glossary,
    /// Name of the list of sources.
    sources,
    /// Name of the contents of a lesson.
    contents,
    /// "Lesson {number} of {total}".
    lesson_number,
    /// "{minutes} min read".
    reading_time,
    /// "Previous".
    previous,
    /// "Next".
    next,
    /// Link to the first lesson.
    start_reading,
    /// "Continue: {lesson}".
    continue_reading,
    /// Whose statements there are.
    owners,
    /// Part: a claim.
    claim,
    /// Part: a conclusion.
    conclusion,
    /// Part: a premise.
    premise,
    /// Part: an objection.
    objection,
    /// Part: a reply.
    reply,
    /// What a statement supports.
    supports,
    /// What a statement attacks.
    attacks,
    /// What a statement answers.
    answers,
    /// Before the names of sources.
    source_prefix,
    /// Mark of a record that was not compared with its text.
    unverified,
    /// Its explanation.
    unverified_long,
    /// Heading of a lesson's sources.
    sources_of_lesson,
    /// Heading of a lesson's footnotes.
    notes,
    /// Name of a footnote's way back.
    back_to_text,
    /// "Used in", before lessons.
    used_in,
    /// Label of a question.
    question,
    /// Button that checks an answer.
    check_answer,
    /// Said when nothing is chosen yet.
    choose_first,
    /// Before the feedback of the key.
    right,
    /// Before the feedback of a distractor.
    not_yet,
    /// Button that clears an answer.
    try_again,
    /// Link to what a question tests.
    back_to_passage,
    /// Shows the answers where scripts do not run.
    show_answers,
    /// Before the key among the answers.
    key,
    /// Checkbox at the end of a lesson.
    mark_finished,
    /// Mark of a finished lesson.
    finished,
    /// Name of the choice of theme.
    theme,
    /// Theme of the system.
    theme_system,
    /// Light theme.
    theme_light,
    /// Dark theme.
    theme_dark,
    /// Said where scripts do not run or failed.
    interactive_off,
    /// Said where the browser keeps nothing.
    storage_denied,
    /// Said where the record is of a newer version.
    storage_newer,
    /// Said where a damaged record was set aside.
    storage_set_aside,
    /// Said where writing failed.
    storage_full,
    /// Heading of the page for unknown addresses.
    not_found_title,
    /// Its text.
    not_found_text,
    /// Link home.
    home,
    /// Line at the foot of each page about the work.
    about_work,
}

/// Fills `{name}` in a sentence of the interface.
///
/// A name that the sentence does not have is left out, and one that it has and nobody fills stays
/// visible: both are faults of the pack that a reader can still read past.
#[must_use]
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(sentence.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_by_name() {
        assert_eq!(fill("Lesson {n} of {all}", &[("all", "10"), ("n", "3")]), "Lesson 3 of 10");
        assert_eq!(fill("Next", &[("n", "3")]), "Next");
    }

    #[test]
    fn names_are_those_of_the_fields() {
        let words = Words::from_names(str::to_owned);
        assert_eq!(words.skip_to_content, "skip_to_content");
        assert_eq!(Words::NAMES.first(), Some(&"skip_to_content"));
    }
}
