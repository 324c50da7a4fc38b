//! Texts with the words that matched marked in them.

use super::words::{folded, spans};

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// Its characters.
    pub text: &'t str,
    /// Whether it is a word that matched.
    pub is_match: bool,
}

/// A passage of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet<'t> {
    /// The passage, in order.
    pub pieces: Vec<Piece<'t>>,
    /// Whether words stand before it: an ellipsis belongs there.
    pub cut_before: bool,
    /// Whether words follow it.
    pub cut_after: bool,
}

/// The whole text in pieces, with the words marked that are among `words` (those of a
/// [`Hit`](super::Hit)) once they are folded. The pieces put together are the text.
#[must_use]
pub fn marked<'t>(
    text: &'t str,
    words: &[String],
    fold: impl Fn(&str) -> String,
) -> Vec<Piece<'t>> {
    pieces(text, words, &fold)
}

fn pieces<'t>(text: &'t str, words: &[String], fold: &dyn Fn(&str) -> String) -> Vec<Piece<'t>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut push = |text: Option<&'t str>, is_match| {
        let text = text.unwrap_or_default();
        if !text.is_empty() {
            pieces.push(Piece { text, is_match });
        }
    };
    for span in spans(text) {
        let word = text.get(span.clone()).unwrap_or_default();
        if words.contains(&folded(word, fold)) {
            push(text.get(at..span.start), false);
            push(Some(word), true);
            at = span.end;
        }
    }
    push(text.get(at..), false);
    pieces
}

/// The passage of at most `max_chars` characters with most matches: the first of those, with its
/// matches about in the middle. It begins and ends with whole words, unless a word alone is longer.
#[must_use]
pub fn snippet<'t>(
    text: &'t str,
    words: &[String],
    fold: impl Fn(&str) -> String,
    max_chars: usize,
) -> Snippet<'t> {
    let (start, end) = if text.chars().nth(max_chars).is_none() {
        (0, text.len())
    } else {
        passage(text, &places(text, words, &fold), max_chars)
    };
    Snippet {
        pieces: pieces(text.get(start..end).unwrap_or_default(), words, &fold),
        cut_before: start > 0,
        cut_after: text.get(end..).is_some_and(|rest| rest.contains(char::is_alphanumeric)),
    }
}

/// A word in a text: its bytes, and the characters before its start and its end.
struct Place {
    start: usize,
    end: usize,
    chars_before: usize,
    chars: usize,
    is_match: bool,
}

fn places(text: &str, words: &[String], fold: &dyn Fn(&str) -> String) -> Vec<Place> {
    let mut places = Vec::new();
    let (mut at, mut chars) = (0, 0);
    // What `count()` of characters does is fast for long texts, and half a kilobyte.
    let mut count = |to: usize| {
        let passed = text.get(at..to).unwrap_or_default();
        chars = passed.chars().fold(chars, |chars, _| chars + 1);
        at = to;
        chars
    };
    for span in spans(text) {
        places.push(Place {
            start: span.start,
            end: span.end,
            chars_before: count(span.start),
            chars: count(span.end),
            is_match: text.get(span).is_some_and(|word| words.contains(&folded(word, fold))),
        });
    }
    places
}

/// The bytes of the best passage, among the longest ones that begin with each word.
fn passage(text: &str, places: &[Place], max_chars: usize) -> (usize, usize) {
    let mut most = 0;
    // The first row of neighbouring passages with most matches, and whether it goes on.
    let (mut row, mut goes_on) = (Vec::new(), true);
    let mut end_before = 0;
    for (number, place) in places.iter().enumerate() {
        // The first takes along what stands before its word.
        let (start, chars) = if number == 0 { (0, 0) } else { (place.start, place.chars_before) };
        let (mut end, mut matches) = (start, 0);
        for next in places.iter().skip(number).take_while(|next| next.chars <= chars + max_chars) {
            end = next.end;
            matches += usize::from(next.is_match);
        }
        if matches > most {
            row.clear();
            (most, goes_on) = (matches, true);
        }
        goes_on &= matches == most;
        // One that ends where the one before it does is only a part of that one.
        if goes_on && end > end_before {
            row.push((start, end));
        }
        end_before = end;
    }
    let middle = if most == 0 { 0 } else { row.len() / 2 };
    row.get(middle).copied().unwrap_or_else(|| {
        (0, text.char_indices().nth(max_chars).map_or(text.len(), |(end, _)| end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lower(word: &str) -> String {
        word.to_lowercase()
    }

    /// The passage with its marks in brackets.
    fn shown(text: &str, words: &[&str], max_chars: usize) -> String {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let snippet = snippet(text, &words, lower, max_chars);
        let ellipsis = |cut| if cut { "…" } else { "" };
        let pieces = snippet.pieces.iter().map(|piece| match piece.is_match {
            true => format!("[{}]", piece.text),
            false => piece.text.to_owned(),
        });
        let inner: String = pieces.collect();
        format!("{}{inner}{}", ellipsis(snippet.cut_before), ellipsis(snippet.cut_after))
    }

    #[test]
    fn words_are_marked_as_they_are_folded() {
        assert_eq!(shown("(État) état’s, etat!", &["état"], 99), "([État]) [état]’s, etat!");
        assert_eq!(shown("", &["x"], 99), "");
    }

    #[test]
    fn a_passage_holds_most_matches_and_whole_words() {
        let text = "One x two three four five six x seven x eight nine ten.";
        assert_eq!(shown(text, &["x"], 20), "…six [x] seven [x] eight…");
        assert_eq!(shown(text, &["ten"], 14), "…eight nine [ten]");
        assert_eq!(shown(text, &["absent"], 12), "One x two…");
        assert_eq!(shown("extraordinary", &["x"], 5), "extra…");
        assert_eq!(shown("– extraordinary x", &["x"], 5), "…[x]");
    }

    proptest! {
        #[test]
        fn pieces_are_the_text(text in "([a-c]{1,3}[ ,’s]{0,2}){0,12}|\\PC{0,30}", words in prop::collection::vec("[a-c]{1,2}", 0..4), max_chars in 0_usize..40) {
            let whole: String = marked(&text, &words, lower).iter().map(|piece| piece.text).collect();
            prop_assert_eq!(&whole, &text);
            let snippet = snippet(&text, &words, lower, max_chars);
            let passage: String = snippet.pieces.iter().map(|piece| piece.text).collect();
            prop_assert!(passage.chars().count() <= max_chars);
            prop_assert!(text.contains(&passage));
            let is_cut = snippet.cut_before || snippet.cut_after;
            prop_assert!(!is_cut || passage.len() < text.len());
        }

        #[test]
        fn no_passage_of_whole_words_has_more_matches(text in "([a-c]{1,3} ){1,12}", max_chars in 3_usize..20) {
            let words = ["a".to_owned(), "bb".to_owned()];
            let matches = |text: &str| text.split(' ').filter(|word| words.iter().any(|w| w == word)).count();
            let snippet = snippet(&text, &words, lower, max_chars);
            let shown = snippet.pieces.iter().filter(|piece| piece.is_match).count();
            let all: Vec<&str> = text.split_whitespace().collect();
            for start in 0..all.len() {
                for end in start..all.len() {
                    let passage = all[start..=end].join(" ");
                    if passage.len() <= max_chars {
                        prop_assert!(matches(&passage) <= shown, "{passage:?}");
                    }
                }
            }
        }
    }
}
