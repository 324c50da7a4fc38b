//! How long a text takes to read.

/// Words a minute of careful reading, in a text with questions and cross-references. Silent
/// reading of non-fiction by adults averages 238 (Brysbaert, Journal of Memory and Language 109,
/// 2019); this guide is for learners and asks for thought.
const WORDS_PER_MINUTE: u32 = 180;

/// Whole minutes to read `words` words, at least one.
#[must_use]
pub fn minutes(words: u32) -> u32 {
    words.div_ceil(WORDS_PER_MINUTE).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_rounded_up_and_never_zero() {
        assert_eq!([0, 1, 180, 181, 900].map(minutes), [1, 1, 1, 2, 5]);
        assert_eq!(minutes(u32::MAX), 23_860_930);
    }
}
