//! HTML as a type. Whoever writes HTML does so by [`html!`](crate::html!) and gets an [`Html`]; what is put
//! into a template is escaped unless it is an [`Html`] itself.
//!
//! The templates are maud's. Those of hypertext 0.12 check the names of elements and attributes as well, but
//! know none of SVG, in which the maps and drawings are; and as each becomes a function that can be called
//! again, they cannot use up what they go over.
//!
//! What they give, measured on the program that reasons: its wasm was 93,411 bytes (brotli 11, after wasm-opt) while its
//! sentences were texts with tags in them, and is 92,184 with templates, with what page and worker say typed as well.

use std::{borrow::Cow, fmt};

use maud::{PreEscaped, Render};
use serde::{Deserialize, Serialize};

use crate::fill;

/// HTML. It comes from a template, from plain text, or from [`Html::made_elsewhere`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Html(String);

/// Writes HTML as a template of maud (<https://maud.lambda.xyz>), which the compiler checks. Whoever uses
/// it depends on `maud`, as what it becomes names that.
#[macro_export]
macro_rules! html {
    ($($template:tt)*) => { $crate::Html::from(::maud::html! { $($template)* }) };
}

impl Html {
    /// Plain text as HTML, safe also between double quotes.
    #[must_use]
    pub fn escaped(text: &str) -> Self {
        let mut html = String::with_capacity(text.len());
        text.render_to(&mut html);
        Self(html)
    }

    /// HTML that no template wrote: what the compiler made of Markdown, or a file of the site. The only
    /// way for a text to become HTML as it is; `xtask/tests/tidy.rs` lists who may.
    #[must_use]
    pub fn made_elsewhere(html: impl Into<String>) -> Self {
        Self(html.into())
    }

    /// A heading of a level from 1 to 6, which can be reached by its fragment and takes the focus then. It is
    /// written here as templates have to know the names of their elements.
    #[must_use]
    pub fn heading(level: u8, id: &str, title: &dyn Render) -> Self {
        let level = char::from(b'0' + level.clamp(1, 6));
        let mut html = String::from("<h");
        html.push(level);
        html.push_str(" id=\"");
        id.render_to(&mut html);
        html.push_str("\" tabindex=\"-1\">");
        title.render_to(&mut html);
        html.push_str("</h");
        html.push(level);
        html.push('>');
        Self(html)
    }

    /// Pieces with a plain text between each two.
    #[must_use]
    pub fn joined(pieces: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut html = String::new();
        for piece in pieces {
            if !html.is_empty() {
                between.render_to(&mut html);
            }
            html.push_str(&piece.0);
        }
        Self(html)
    }

    /// A sentence of the interface, in which `{name}` stands for HTML.
    #[must_use]
    pub fn filled(sentence: &str, values: &[(&str, &Self)]) -> Self {
        let values: Vec<_> = values.iter().map(|(name, html)| (*name, html.as_str())).collect();
        Self(fill(&Self::escaped(sentence).0, &values))
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As a browser reads it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same, to keep.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }

    /// The text without its tags, for names and titles.
    #[must_use]
    pub fn text(&self) -> String {
        let text: String = self.runs().map(|(_, text)| text).collect();
        unescaped(&text).into_owned()
    }

    /// Each tag, without its brackets, with the text from there to the next one, which is escaped; the
    /// text before the first tag comes with an empty one.
    pub fn runs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.split('<').enumerate().map(|(place, piece)| match piece.split_once('>') {
            Some(run) if place > 0 => run,
            _ => ("", piece),
        })
    }
}

/// The text that was escaped so.
#[must_use]
pub fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    // The ampersand last, so that nothing is decoded twice.
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
        .into()
}

/// What a template gives is HTML already, in the same bytes.
impl From<PreEscaped<String>> for Html {
    fn from(PreEscaped(html): PreEscaped<String>) -> Self {
        Self(html)
    }
}

/// HTML goes into a template as it is.
impl Render for Html {
    fn render_to(&self, out: &mut String) {
        out.push_str(&self.0);
    }
}

impl Extend<Self> for Html {
    fn extend<T: IntoIterator<Item = Self>>(&mut self, pieces: T) {
        for piece in pieces {
            self.0.push_str(&piece.0);
        }
    }
}

impl FromIterator<Self> for Html {
    fn from_iter<T: IntoIterator<Item = Self>>(pieces: T) -> Self {
        let mut html = Self::default();
        html.extend(pieces);
        html
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_html_is_not() {
        let text = "a < \"b\" & c";
        let html = html! { p title=(text) { (text) (Html::escaped(text)) (html! { b { "<" } }) } };
        let escaped = "a &lt; &quot;b&quot; &amp; c";
        assert_eq!(
            html.as_str(),
            format!("<p title=\"{escaped}\">{escaped}{escaped}<b>&lt;</b></p>")
        );
        assert_eq!(html.text(), "a < \"b\" & ca < \"b\" & c<");
    }

    #[test]
    fn a_heading_has_a_level_that_there_is() {
        for (level, name) in [(0, "h1"), (1, "h1"), (4, "h4"), (6, "h6"), (250, "h6")] {
            assert_eq!(
                Html::heading(level, "_a", &"<").as_str(),
                format!("<{name} id=\"_a\" tabindex=\"-1\">&lt;</{name}>")
            );
        }
    }

    #[test]
    fn pieces_are_joined_by_text() {
        let pieces = || ["a", "b"].map(Html::escaped);
        assert_eq!(Html::joined(pieces(), " & ").as_str(), "a &amp; b");
        assert_eq!(Html::from_iter(pieces()).as_str(), "ab");
    }

    #[test]
    fn a_sentence_is_filled_with_html_and_is_none_itself() {
        let link = html! { a href="#" { "b" } };
        let filled = Html::filled("<{what}> & {other}", &[("what", &link), ("gone", &link)]);
        assert_eq!(filled.as_str(), "&lt;<a href=\"#\">b</a>&gt; &amp; {other}");
    }
}
