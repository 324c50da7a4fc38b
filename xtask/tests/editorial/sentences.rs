//! Cuts a passage of English into sentences.
//!
//! A mark ends a sentence if a blank and then a capital, a digit or an opening quotation follow.
//! Full stops of abbreviations and initials do not. In doubt a sentence goes on: too long a
//! sentence is seen by its author, one cut in two is not.

/// Followed by a number these are abbreviations, otherwise words: "No. 5", but "No. It is."
const BEFORE_NUMBERS: [&str; 22] = [
    "no", "nos", "art", "arts", "para", "paras", "p", "pp", "vol", "ch", "sec", "fig", "n", "jan",
    "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec",
];

/// Abbreviations that something always follows.
const BEFORE_WORDS: [&str; 14] =
    ["mr", "mrs", "ms", "dr", "prof", "st", "v", "vs", "cf", "e.g", "i.e", "viz", "approx", "ca"];

/// Abbreviations that may end a sentence, as "U.S." may too.
const ANYWHERE: [&str; 9] = ["etc", "al", "inc", "ltd", "co", "corp", "jr", "sr", "ed"];

/// Words that open a sentence far more often than they are names.
const OPENERS: [&str; 59] = [
    "a", "after", "all", "also", "an", "and", "as", "at", "because", "before", "both", "but", "by",
    "each", "even", "every", "for", "from", "he", "here", "his", "how", "however", "if", "in",
    "it", "its", "most", "no", "nobody", "not", "now", "on", "one", "or", "our", "she", "since",
    "so", "some", "still", "that", "the", "their", "then", "there", "these", "they", "this",
    "those", "to", "two", "we", "what", "when", "where", "who", "why", "you",
];

/// The sentences of a passage, in order and without the blanks between them.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices() {
        if at < start || !matches!(mark, '.' | '!' | '?' | '…') {
            continue;
        }
        let after = &text[at + mark.len_utf8()..];
        let rest = after.trim_start_matches(is_closing);
        let next = rest.trim_start();
        let is_spaced = next.len() < rest.len();
        let is_abbreviation = mark == '.' && is_abbreviation(&text[start..at], next);
        if is_spaced && can_open(next) && !is_abbreviation {
            found.push(text[start..text.len() - rest.len()].trim());
            start = text.len() - next.len();
        }
    }
    let last = text[start..].trim();
    found.extend((!last.is_empty()).then_some(last));
    found
}

/// Words as the compiler counts them: what has a letter or a digit, between blanks.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric))
}

/// Whether a passage ends as a sentence does. Headings, cells and short items need not.
pub(crate) fn is_finished(text: &str) -> bool {
    text.trim_end_matches(['”', '’', '"', '\'', ')', ']']).ends_with(['.', '!', '?', '…'])
}

fn is_closing(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '”' | '’' | '»' | '"' | '\'' | ')' | ']')
}

fn can_open(next: &str) -> bool {
    let first = next.trim_start_matches(['“', '‘', '«', '"', '\'', '(', '[', '–', '—', ' ']);
    first.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
}

/// Whether the full stop after `before` belongs to its last word alone.
fn is_abbreviation(before: &str, next: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    let bare = |word: &'_ str| -> String {
        word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').to_owned()
    };
    let Some(word) = words.next().map(bare) else { return false };
    let previous = words.next();
    let following = next.split_whitespace().next().unwrap_or_default();
    let is_opener = OPENERS.contains(&bare(following).to_lowercase().as_str());
    let lower = word.to_lowercase();
    if is_initial(&word) {
        // "J. P. Barlow" has initials, and so has "John F. Kennedy". "In state A. Ben" has none.
        let is_chained = previous.and_then(|word| word.strip_suffix('.')).is_some_and(is_initial)
            || following.strip_suffix('.').is_some_and(is_initial);
        let after_name = previous.is_none_or(|word| word.starts_with(char::is_uppercase));
        return is_chained || after_name && !is_opener;
    }
    if BEFORE_NUMBERS.contains(&lower.as_str()) {
        return following.starts_with(|c: char| c.is_ascii_digit());
    }
    // "State V." is a name; "Nicaragua v. United States" is a case.
    if BEFORE_WORDS.contains(&lower.as_str()) {
        return lower != "v" || word == "v";
    }
    let is_dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    (is_dotted || ANYWHERE.contains(&lower.as_str())) && !is_opener
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(expected: &[&str]) {
        assert_eq!(sentences(&expected.join(" ")), expected);
    }

    #[test]
    fn marks_before_a_new_sentence_end_one() {
        check(&["One state acts.", "Who may answer?", "Nobody!", "So it ends…", "Or does it?"]);
        check(&["It was so in 2013.", "193 states sit there.", "They vote."]);
        check(&["What follows?!", "Nothing."]);
        check(&["No full stop at the end"]);
        assert!(sentences("  ").is_empty());
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        check(&["See art. 51 and para. 191 there.", "Then stop."]);
        check(&["In No. 5 it says so.", "No.", "It has not joined."]);
        check(&["Some states, e.g. France, i.e. its government, agree."]);
        check(&["In Nicaragua v. United States of America the court said so."]);
        check(&["The U.S. Supreme Court is in the U.S.", "The other is not."]);
        check(&["Cables, servers etc. Berlin owns.", "Cables etc.", "It owns them."]);
        check(&["Dr. Wu and Prof. Goldsmith wrote it, pp. 3 to 7, vol. 2."]);
    }

    #[test]
    fn initials_are_no_sentences_but_named_states_end_them() {
        check(&["The writer J. P. Barlow declared it.", "John F. Kennedy did not."]);
        check(&["Ana is in state A.", "The servers stand in state B.", "Ben lives in state C."]);
        check(&["It put no pressure on Y.", "What follows?"]);
        check(&["B strikes back in round 4.", "State B.", "The court of B."]);
    }

    #[test]
    fn stops_within_numbers_and_symbols_do_not_count() {
        check(&["About 3.5 per cent of 1,000 events.", "Then 2(4) and 35(a)."]);
        check(&["It adopted A/RES/73/27.", "Later came A/RES/70/237."]);
        check(&["Tallinn Manual 2.0 has 154 rules.", "See concord.example for more."]);
    }

    #[test]
    fn quotations_and_brackets_close_after_the_mark() {
        check(&["He said: “We can.”", "The court said: “You may not.”", "(It was right.)", "Yes."]);
        check(&["“Only?” he asked and left.", "“Now!” she said.", "“Good.”"]);
        check(&["This is one (see art. 3.)", "That is another."]);
    }

    #[test]
    fn words_have_a_letter_or_a_digit() {
        assert_eq!(words("It – so – has 1,000 words…  — and A/70/174.").count(), 7);
        assert!(is_finished("He said: “Yes.”") && is_finished("So (he said.)"));
        assert!(!is_finished("A heading") && !is_finished("as follows:"));
    }
}
