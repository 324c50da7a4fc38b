//! Breaks text into lines of a drawing, which cannot do so itself.

use unicode_segmentation::UnicodeSegmentation;

/// How wide a character is at size 1, roughly; a little more rather than less, since fonts differ.
fn width(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 0.32,
        'f' | 't' | 'r' | ' ' | '(' | ')' | '-' | '“' | '”' | '"' | '/' => 0.4,
        'm' | 'w' | 'M' | 'W' | '—' => 0.96,
        c if c.is_uppercase() => 0.7,
        // Letters of wide scripts fill a square.
        c if u32::from(c) >= 0x2e80 => 1.05,
        _ => 0.61,
    }
}

/// The width of a text in letters of that size. Readers see clusters: what joins a letter, as vowels do in
/// Thai and Hindi, and as the parts of an emoji, stands above or below it.
pub(super) fn measure(text: &str, size: f64) -> f64 {
    text.graphemes(true).filter_map(|cluster| cluster.chars().next()).map(width).sum::<f64>() * size
}

/// Lines of at most that width; a word that is wider is broken, between what readers see as letters.
pub(super) fn lines(text: &str, size: f64, limit: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if measure(&longer, size) <= limit {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for cluster in word.graphemes(true) {
            if measure(&line, size) + measure(cluster, size) > limit && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(cluster);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_hold_whole_words_and_break_what_is_wider() {
        assert_eq!(lines("a bb ccc", 10.0, 24.0), ["a bb", "ccc"]);
        assert_eq!(lines("", 10.0, 22.0), Vec::<String>::new());
        let broken = lines("nnnnnnnnnn nn", 10.0, 22.0);
        assert_eq!(broken.concat(), "nnnnnnnnnnnn");
        assert!(broken.iter().all(|line| measure(line, 10.0) <= 22.0));
        assert_eq!(lines("一二三", 10.0, 22.0), ["一二", "三"]);
    }

    #[test]
    fn what_is_seen_as_one_letter_is_not_broken() {
        for text in ["ที่ที่ที่ที่ที่ที่", "क्षिक्षिक्षिक्षि", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦🇹🇭🇮🇳", "e\u{301}e\u{301}e\u{301}e\u{301}"]
        {
            for limit in 1..60 {
                let broken = lines(text, 10.0, f64::from(limit));
                let again: Vec<&str> =
                    broken.iter().flat_map(|line| line.graphemes(true)).collect();
                assert_eq!(again, text.graphemes(true).collect::<Vec<_>>(), "{limit}");
            }
        }
    }
}
