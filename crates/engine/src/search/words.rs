//! Where words begin and end, and how they are folded.

use std::ops::Range;

use concord_model::is_accent;

/// Letters of a word that count. Longer words are told apart by their beginning alone, which
/// bounds the work for a word and fits the 32 bits of [`distance`](super::distance).
pub(super) const MAX_LETTERS: usize = 32;

/// The words of a text, in order: the bytes that each takes.
///
/// A word is a run of letters and digits; in scripts that put no spaces between words, a letter.
/// An apostrophe ends a word, and the lone "s" of "article’s" is none.
pub(super) fn spans(text: &str) -> Spans<'_> {
    Spans { text, at: 0 }
}

pub(super) struct Spans<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Spans<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        loop {
            let (before, rest) = self.text.split_at_checked(self.at)?;
            let skipped = rest.find(char::is_alphanumeric)?;
            let (between, rest) = rest.split_at_checked(skipped)?;
            let word = rest.get(..length(rest))?;
            let start = self.at + skipped;
            self.at = start + word.len();
            let follows_word = before.ends_with(char::is_alphanumeric);
            let is_possessive =
                follows_word && matches!(between, "'" | "’") && word.eq_ignore_ascii_case("s");
            if !is_possessive {
                return Some(start..self.at);
            }
        }
    }
}

/// Bytes of the word at the start of `rest`, with the marks on its letters.
fn length(rest: &str) -> usize {
    let mut chars = rest.char_indices();
    let alone = chars.next().is_some_and(|(_, first)| stands_alone(first));
    let goes_on = |c: char| is_mark(c) || !alone && c.is_alphanumeric() && !stands_alone(c);
    chars.find(|(_, c)| !goes_on(*c)).map_or(rest.len(), |(at, _)| at)
}

/// Whether the letter is of a script that is written without spaces: Thai and Lao, Burmese, Khmer,
/// kana, Chinese characters.
fn stands_alone(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether it is written onto the letter before it without being one itself: accents that stand
/// apart, soft hyphens and joiners, and signs.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}') || is_accent(c) || is_sign(c)
}

/// Whether it makes another letter or vowel of the letter before it, though it is no letter: the
/// virama and nukta of the scripts of India and their like, tones of Thai and Lao, marks of kana.
fn is_sign(c: char) -> bool {
    matches!(c,
        '\u{dca}' | '\u{e47}'..='\u{e4e}' | '\u{ec8}'..='\u{ece}' | '\u{1037}'..='\u{103a}'
        | '\u{17c9}'..='\u{17d3}' | '\u{3099}' | '\u{309a}')
        || matches!(c, '\u{900}'..='\u{d7f}') && matches!(u32::from(c) & 0x7f, 0x3c | 0x4d)
}

/// A word as it is compared; empty if nothing of it is left. Only letters, their signs and digits
/// stay, however it was folded, so accents and soft hyphens part no two spellings.
#[must_use]
pub fn folded(word: &str, fold: &dyn Fn(&str) -> String) -> String {
    let word = if word.is_ascii() { word.to_ascii_lowercase() } else { fold(word) };
    word.chars().filter(|c| c.is_alphanumeric() || is_sign(*c)).take(MAX_LETTERS).collect()
}

/// The words of a text, folded, in order.
pub(super) fn words(text: &str, fold: &dyn Fn(&str) -> String) -> impl Iterator<Item = String> {
    let words = spans(text).map(|span| folded(text.get(span).unwrap_or_default(), fold));
    words.filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(text: &str) -> Vec<&str> {
        spans(text).map(|span| &text[span]).collect()
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(of("Self-defence, 2(4): l’état…"), ["Self", "defence", "2", "4", "l", "état"]);
        assert_eq!(of(" …"), [""; 0]);
    }

    #[test]
    fn a_possessive_s_is_no_word() {
        assert_eq!(of("the article’s claim, a state's"), ["the", "article", "claim", "a", "state"]);
        assert_eq!(of("’s Gravenhage s don’t"), ["s", "Gravenhage", "s", "don", "t"]);
    }

    #[test]
    fn scripts_without_spaces_give_a_word_a_letter() {
        assert_eq!(of("网络主权 2.0 カナ"), ["网", "络", "主", "权", "2", "0", "カ", "ナ"]);
        assert_eq!(of("abc网def"), ["abc", "网", "def"]);
    }

    #[test]
    fn marks_belong_to_their_letter() {
        assert_eq!(of("cafe\u{301}s so\u{ad}ft हिन्दी"), ["cafe\u{301}s", "so\u{ad}ft", "हिन्दी"]);
    }

    #[test]
    fn signs_tell_words_apart_and_accents_do_not() {
        use unicode_normalization::UnicodeNormalization;
        let fold =
            |word: &str| word.nfkd().filter(|c| !is_accent(*c)).collect::<String>().to_lowercase();
        let of = |word| folded(word, &fold);
        for (one, other) in [("हिंदी", "हंद"), ("क्त", "कत"), ("が", "か"), ("ม้า", "มา"), ("ที่", "ทา")]
        {
            assert_ne!(of(one), of(other));
        }
        for (one, other) in
            [("État", "etat"), ("Ｗeb", "web"), ("が", "か\u{3099}"), ("מַלְכָּה", "מלכה")]
        {
            assert_eq!(of(one), of(other));
        }
    }

    #[test]
    fn long_words_are_cut_and_marks_dropped() {
        assert_eq!(folded(&"É".repeat(40), &|word| word.to_lowercase()), "é".repeat(32));
        assert_eq!(folded("Sof\u{ad}t", &|word| format!(" {word}\u{301}")), "Soft");
    }

    proptest! {
        #[test]
        fn spans_are_in_order_and_hold_a_letter(text in "\\PC{0,40}|([a-c’'s ]|网){0,20}") {
            let mut at = 0;
            for span in spans(&text) {
                prop_assert!(at <= span.start && span.start < span.end);
                prop_assert!(text[span.clone()].starts_with(char::is_alphanumeric));
                at = span.end;
            }
            prop_assert!(at <= text.len());
        }
    }
}
