//! The text that page and worker exchange.

use concord_engine::argument::{Label, Verdict};

/// A fact of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact<'a> {
    /// What becomes of a statement: its id, and the name of the label.
    Label(&'a str, &'a str),
    /// What becomes of an edge: the ids of its ends, and the name of the label.
    Edge(&'a str, &'a str, &'a str),
    /// How a label is shown: its name, and HTML.
    Sign(&'a str, &'a str),
    /// The form for the verdict on a leaf: its id, and HTML.
    Form(&'a str, &'a str),
    /// The verdict on a leaf: its id, and the name of the verdict.
    Verdict(&'a str, &'a str),
    /// Who owns a statement: its id, and the name of the mark.
    Owner(&'a str, &'a str),
    /// What stands beside a drawing while a statement is selected: its id, and HTML.
    Picked(&'a str, &'a str),
    /// The tools of a drawing, as HTML.
    Tools(&'a str),
    /// The content of a panel: its name, and HTML.
    Panel(&'a str, &'a str),
    /// Why a statement has its label: its id, and HTML.
    Reasons(&'a str, &'a str),
    /// The next part of a list, in place of the button that asked for it: what it asks, and HTML.
    Part(&'a str, &'a str),
    /// There is more, which the page asks for when it has shown this.
    More,
    /// What screen readers are told.
    Say(&'a str),
    /// The stance, to be kept.
    Keep(&'a str),
    /// The stance for an address, and the HTML of the field around `{address}`.
    Share(&'a str, &'a str),
}

impl<'a> Fact<'a> {
    /// Reads a line; `None` if it holds no fact.
    #[must_use]
    pub fn read(line: &'a str) -> Option<Self> {
        let mut parts = line.split('\t');
        let (word, mut value) = (parts.next()?, || parts.next());
        Some(match word {
            "label" => Self::Label(value()?, value()?),
            "edge" => Self::Edge(value()?, value()?, value()?),
            "sign" => Self::Sign(value()?, value()?),
            "form" => Self::Form(value()?, value()?),
            "verdict" => Self::Verdict(value()?, value()?),
            "owner" => Self::Owner(value()?, value()?),
            "picked" => Self::Picked(value()?, value()?),
            "tools" => Self::Tools(value()?),
            "panel" => Self::Panel(value()?, value()?),
            "reasons" => Self::Reasons(value()?, value()?),
            "part" => Self::Part(value()?, value()?),
            "more" => Self::More,
            "say" => Self::Say(value()?),
            "keep" => Self::Keep(value()?),
            "share" => Self::Share(value()?, value()?),
            _ => return None,
        })
    }
}

/// An answer that is being written.
pub(crate) struct Answer(String);

impl Answer {
    pub(crate) fn to(number: u32) -> Self {
        Self(number.to_string())
    }

    /// Adds a fact. The values are ours, but for titles, which could hold anything.
    pub(crate) fn add(&mut self, word: &str, values: &[&str]) {
        self.0.push('\n');
        self.0.push_str(word);
        for value in values {
            self.0.push('\t');
            self.0.extend(value.chars().map(|c| if c == '\t' || c == '\n' { ' ' } else { c }));
        }
    }

    pub(crate) fn into_text(self) -> String {
        self.0
    }
}

pub(crate) fn label_name(label: Label) -> &'static str {
    match label {
        Label::In => "in",
        Label::Out => "out",
        Label::Undecided => "undecided",
    }
}

pub(crate) fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accept => "accept",
        Verdict::Reject => "reject",
        Verdict::Undecided => "open",
    }
}

pub(crate) fn verdict(name: &str) -> Option<Verdict> {
    Verdict::ALL.into_iter().find(|verdict| verdict_name(*verdict) == name)
}

/// Whether the query of an address has a stance, or what is left of one.
pub(crate) fn holds_stance(query: &str) -> bool {
    let names = ["accept", "reject", "open", "version"];
    query.split('&').any(|part| names.contains(&part.split('=').next().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let mut answer = Answer::to(7);
        answer.add("panel", &["result", "<p>\ta\nb</p>"]);
        answer.add("edge", &["a", "b", "in"]);
        let text = answer.into_text();
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some("7"));
        assert_eq!(lines.next().and_then(Fact::read), Some(Fact::Panel("result", "<p> a b</p>")));
        assert_eq!(lines.next().and_then(Fact::read), Some(Fact::Edge("a", "b", "in")));
        assert_eq!(Fact::read("edge\ta"), None);
        assert_eq!(Fact::read(""), None);
    }
}
