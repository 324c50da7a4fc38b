//! What a reader typed, as words, and which words of the index each of them means.

use super::{distance, words};

/// Characters of a query that count; a reader types fewer, and anybody can paste more.
pub const MAX_QUERY_CHARS: usize = 200;

/// Different words of a query that count, from its beginning.
pub const MAX_QUERY_WORDS: usize = 16;

/// Letters from which a word may be the beginning of another though more words follow it.
const MIN_BEGINNING: usize = 3;

/// What a match is worth. A word itself is worth most, then the beginning of one, then a slip, so
/// that what was typed right is never pushed down by what only looks like it.
const WHOLE: f32 = 1.0;
/// The last word as the beginning of another: most likely it is still being typed.
const BEGINNING_LAST: f32 = 0.8;
/// Another word as the beginning of one, such as "state" for "states".
const BEGINNING: f32 = 0.6;
/// With a slip of the finger, and with two.
const SLIPS: [f32; 2] = [0.5, 0.3];
/// The last word, with as many slips, as the beginning of another.
const BEGINNING_SLIPS: [f32; 2] = [0.4, 0.2];

/// The words of a query, as they are compared, without those that say nothing of what is sought, such as the "what if" of a
/// question; the query as it is, if it has no others. `small` has those words, as they are compared, parted by spaces.
#[must_use]
pub fn meant(query: &str, small: &str, fold: impl Fn(&str) -> String) -> String {
    let mut meant = String::new();
    for word in words::words(beginning(query), &fold) {
        if small.split(' ').all(|own| own != word) {
            meant += &word;
            meant.push(' ');
        }
    }
    if meant.is_empty() { query.to_owned() } else { meant }
}

/// As much of a query as counts.
fn beginning(query: &str) -> &str {
    let end = query.char_indices().nth(MAX_QUERY_CHARS).map_or(query.len(), |(end, _)| end);
    query.get(..end).unwrap_or_default()
}

/// A word of a query.
pub(super) struct QueryWord {
    text: String,
    letters: usize,
    /// Slips that are forgiven.
    slips: usize,
    is_last: bool,
}

/// The different words of a query. A word that stands twice counts where it stands last.
pub(super) fn words(query: &str, fold: &dyn Fn(&str) -> String) -> Vec<QueryWord> {
    let mut found: Vec<QueryWord> = Vec::new();
    for text in words::words(beginning(query), fold) {
        found.retain(|other| other.text != text);
        if found.len() == MAX_QUERY_WORDS {
            break;
        }
        found.push(QueryWord::new(text));
    }
    if let Some(last) = found.last_mut() {
        last.is_last = true;
    }
    found
}

impl QueryWord {
    fn new(text: String) -> Self {
        let letters = text.chars().count();
        // Of numbers each is another one, not a slip: 2013 is not 2015.
        let slips = match letters {
            _ if text.contains(char::is_numeric) => 0,
            ..4 => 0,
            4..8 => 1,
            8.. => 2,
        };
        Self { text, letters, slips, is_last: false }
    }

    /// What a word of the index is worth as a match of this one, from 0 to 1; `None` if it is none.
    pub(super) fn worth(&self, word: &str) -> Option<f32> {
        if let Some(rest) = word.strip_prefix(self.text.as_str()) {
            return match rest {
                "" => Some(WHOLE),
                _ if self.is_last => Some(BEGINNING_LAST),
                _ if self.letters >= MIN_BEGINNING => Some(BEGINNING),
                _ => None,
            };
        }
        if self.slips == 0 {
            return None;
        }
        let slips = distance::slips(&self.text, self.letters, word);
        if slips.whole <= self.slips {
            SLIPS.get(slips.whole.checked_sub(1)?).copied()
        } else if self.is_last && slips.beginning <= self.slips {
            BEGINNING_SLIPS.get(slips.beginning.checked_sub(1)?).copied()
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn questions_are_about_their_large_words() {
        let small = "what if are is not the é";
        let of = |query: &str| super::meant(query, small, str::to_lowercase);
        assert_eq!(of("What if states are not equal?"), "states equal ");
        assert_eq!(of("what is the"), "what is the", "it has no others");
        assert_eq!(of("É equal"), "equal ");
        assert_eq!(of("?! the"), "?! the");
        assert_eq!(of(""), "");
    }

    use super::*;

    fn of(query: &str) -> Vec<String> {
        words(query, &str::to_lowercase).into_iter().map(|word| word.text).collect()
    }

    fn worth(query: &str, word: &str) -> Option<f32> {
        words(query, &str::to_lowercase).first().unwrap().worth(word)
    }

    #[test]
    fn a_query_has_different_words_up_to_a_bound() {
        assert_eq!(of("The state and the State’s map"), ["and", "the", "state", "map"]);
        assert_eq!(of(" –"), [""; 0]);
        let many: String = ('a'..='z').map(|c| format!("{c} ")).collect();
        assert_eq!(of(&many).len(), MAX_QUERY_WORDS);
        assert_eq!(of(&"x ".repeat(10_000)), ["x"]);
        assert_eq!(of(&format!("{}y", "-".repeat(MAX_QUERY_CHARS))), [""; 0]);
    }

    #[test]
    fn words_match_as_they_are_as_beginnings_and_with_slips() {
        let none = None;
        for (query, word, expected) in [
            ("state", "state", Some(WHOLE)),
            ("s", "state", Some(BEGINNING_LAST)),
            ("st now", "state", none),
            ("sta now", "state", Some(BEGINNING)),
            ("sta", "atate", none),
            ("atate", "state", Some(SLIPS[0])),
            ("satte now", "state", Some(SLIPS[0])),
            ("soveriegnyt", "sovereignty", Some(SLIPS[1])),
            ("sovreig", "sovereignty", Some(BEGINNING_SLIPS[0])),
            ("sovreig now", "sovereignty", none),
            ("2013", "2015", none),
            ("2013", "20134", Some(BEGINNING_LAST)),
        ] {
            assert_eq!(worth(query, word), expected, "{query} for {word}");
        }
    }
}
