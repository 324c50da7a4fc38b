//! How long a text is, in words, also where its script puts no spaces between them.

use concord_model::Html;

/// Hundredths of words in HTML, counting what stands between tags. A word is a run with a letter or
/// a digit, and spaces around it; in scripts without spaces, each letter is a part of one.
pub(super) fn hundredths(html: &Html) -> usize {
    html.runs().flat_map(|(_, text)| text.split_whitespace()).map(of_run).sum()
}

/// Hundredths of words in text without spaces.
fn of_run(text: &str) -> usize {
    let letters: usize = text.chars().filter_map(part_of_word).sum();
    // What stands between such letters, as a name in Latin script does, is a word each time.
    let between = text.split(|c| part_of_word(c).is_some());
    let words = between.filter(|run| run.contains(char::is_alphanumeric)).count();
    letters + words * 100
}

/// What a letter of a script without spaces is worth, in hundredths of an English word.
///
/// In the time of 228 English words, adults read 255 characters of Chinese and 357 of Japanese,
/// about a third of them Chinese ones (Trauzettel-Klosinski and Dietz, Investigative Ophthalmology
/// & Visual Science 53, 2012; the figures were not compared with the paper). Words of Thai, Lao,
/// Burmese and Khmer are taken to have four letters, which is a guess.
fn part_of_word(c: char) -> Option<usize> {
    match c {
        '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}'
        | '々'
        | '〇' => Some(90),
        '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fa}'
        | 'ー'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{ff66}'..='\u{ff9d}' => Some(50),
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
            if c.is_alphabetic() =>
        {
            Some(25)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str) -> usize {
        hundredths(&Html::made_elsewhere(html))
    }

    #[test]
    fn words_stand_between_spaces_and_tags() {
        assert_eq!(of("<p>A <em>short</em> text – with <b>6</b> words.</p>"), 600);
        assert_eq!(of("<p>…</p> –"), 0);
    }

    #[test]
    fn scripts_without_spaces_are_counted_by_letters() {
        assert_eq!(of(&format!("<p>{}。</p>", "网络主权".repeat(1000))), 4000 * 90);
        assert_eq!(of("ひらがな、カタカナー"), 9 * 50);
        assert_eq!(of("ภาษาไทย"), 7 * 25);
        assert_eq!(of("主权2.0和ICANN"), 3 * 90 + 2 * 100);
    }
}
