//! The compiler's HTML as plain text, for words and snippets.

use concord_model::{Html, unescaped};

/// What leads back from a footnote.
const ARROW: char = '↩';

/// What a reader reads of it, in one line.
pub(super) fn plain(html: &Html) -> String {
    let mut line = Line::default();
    let mut is_left_out = false;
    for (tag, text) in html.runs() {
        let name = tag.trim_start_matches('/');
        match name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default() {
            // Left out: the shapes of a drawing, and the numbers of footnotes, which would join
            // the word before them.
            "svg" | "sup" => is_left_out = !tag.starts_with('/'),
            // These stand within a word or a line; any other tag ends a word.
            "" | "a" | "code" | "del" | "em" | "span" | "strong" => {}
            _ => line.push(' '),
        }
        if !is_left_out {
            unescaped(text).chars().filter(|c| *c != ARROW).for_each(|c| line.push(c));
        }
    }
    line.text
}

/// Text with single spaces and none at its ends.
pub(super) fn one_line(text: &str) -> String {
    let mut line = Line::default();
    text.chars().for_each(|c| line.push(c));
    line.text
}

/// A line that is being written.
#[derive(Default)]
struct Line {
    text: String,
    /// Whether a space stands before the next character.
    space: bool,
}

impl Line {
    fn push(&mut self, c: char) {
        if c.is_whitespace() {
            self.space = !self.text.is_empty();
            return;
        }
        if self.space {
            self.text.push(' ');
            self.space = false;
        }
        self.text.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(html: &str) -> String {
        plain(&Html::made_elsewhere(html))
    }

    #[test]
    fn tags_within_a_line_join_and_others_part() {
        assert_eq!(
            of("<p>A <em>lone</em>ly <a href=\"x\">word</a>.</p>\n<p>B</p>"),
            "A lonely word. B"
        );
        assert_eq!(of("<ul><li>one</li><li>two</li></ul>one<br />two"), "one two one two");
    }

    #[test]
    fn numbers_of_footnotes_and_drawings_are_left_out() {
        assert_eq!(of("the end<sup><a class=\"note\">1</a></sup>."), "the end.");
        assert_eq!(of("<figure><svg><text>x</text></svg><figcaption>C</figcaption></figure>"), "C");
    }

    #[test]
    fn entities_are_decoded_once() {
        assert_eq!(of("a &lt;b&gt; &amp;amp; &quot;c&quot;"), "a <b> &amp; \"c\"");
    }

    proptest! {
        #[test]
        fn plain_text_survives(text in any::<String>()) {
            let text = text.replace(ARROW, "");
            prop_assert_eq!(plain(&Html::escaped(&text)), one_line(&text));
        }

        #[test]
        fn any_html_is_read(html in "(<|>|/|svg|sup|p|&lt|;|é| ){0,30}") {
            let _ = of(&html);
        }
    }
}
