//! What the parser takes for something else: a list, a heading, emphasis, code, a row of a table.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::{
    Near,
    cells::{cells, piped_code},
    line::shown,
};
use crate::events::Spanned;

impl Near<'_, '_> {
    /// A code block that is not closed swallows the rest of the file, and so does what is indented.
    pub(super) fn code_block(&mut self, kind: &CodeBlockKind<'_>, span: &Range<usize>) {
        let source = self.text(span.clone());
        let first_line = source.lines().next().unwrap_or_default();
        let (message, hint) = match kind {
            CodeBlockKind::Fenced(_) => {
                let sign = if first_line.trim_start().starts_with('~') { "~" } else { "`" };
                let after = first_line.trim_start_matches(sign);
                let fence = sign.repeat((first_line.len() - after.len()).max(3));
                let last = source.trim_end().lines().skip(1).last().unwrap_or_default();
                let last = last.trim_matches(|c: char| c.is_whitespace() || c == '>');
                if last.starts_with(&fence) && last.trim_start_matches(sign).is_empty() {
                    return;
                }
                ("this code block is not closed", format!("end it with a line of its own: {fence}"))
            }
            CodeBlockKind::Indented => {
                let lines = || source.lines().map(str::trim_start);
                if lines().any(|line| line.starts_with('#') && line.contains("{#")) {
                    (
                        "this heading is indented, so it is code",
                        "move it to the left margin".to_owned(),
                    )
                } else if lines().any(|line| {
                    ["- [ ]", "- [x]", "> ", "| ", "![", "[^"]
                        .iter()
                        .any(|sign| line.starts_with(sign))
                }) {
                    let message =
                        "these lines are indented by four spaces or more, so they are code";
                    (message, "move them left, or put code between two lines of ```".to_owned())
                } else {
                    return;
                }
            }
        };
        self.fault(span.start..span.start + first_line.len().max(1), message, hint);
    }

    /// A title that a line of dashes or signs below it made.
    pub(super) fn underlined_heading(&mut self, span: &Range<usize>) {
        let source = self.text(span.clone());
        if source.trim_start().starts_with('#') || span.start < self.told {
            return;
        }
        let title = source.lines().next().unwrap_or_default().trim();
        let level = if source.trim_end().ends_with('=') { "#" } else { "##" };
        self.fault(
            span.start..span.start + title.len(),
            "the line below makes this text a heading",
            format!("for a heading write `{level} {title}`; to close a section write `***`, with an empty line above"),
        );
    }

    /// Fields between lines of dashes, as other tools have them at the top of a file: where they end.
    pub(super) fn front_matter(&mut self) -> usize {
        let text = self.file.text;
        let Some(fence) = ["---", "+++"].into_iter().find(|fence| text.starts_with(fence)) else {
            return 0;
        };
        let mut end = 0;
        for (number, line) in text.split_inclusive('\n').take(60).enumerate() {
            end += line.len();
            if line.trim_end() != fence || number == 0 {
                continue;
            }
            let hint = format!(
                "take out all lines from here to the next `{fence}`: titles stand in headings, and what else a guide needs in guide.toml"
            );
            self.fault(0..fence.len(), "fields at the top of a file are not read", hint);
            return end;
        }
        0
    }

    /// A sentence that begins with a number, such as a year, and so becomes a list; or a line within
    /// a paragraph that becomes one.
    pub(super) fn list(&mut self, first: Option<u64>, after: &[Spanned<'_>], span: &Range<usize>) {
        let mut depth = 1_usize;
        let mut items = 0_u64;
        for (event, _) in after {
            match event {
                Event::Start(Tag::Item) if depth == 1 => items += 1,
                _ => {}
            }
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        let continues = first.is_some() && self.next_number == first;
        if let Some(first) = first {
            self.next_number = Some(first.saturating_add(items));
        }
        let line = self.line_from(span.start);
        let text = self.file.text.get(..span.start).unwrap_or_default();
        let starts_line = text.ends_with('\n') || text.is_empty();
        // A list of one item right below a line of text is a line of that text.
        let before = self.line_before(span.start).unwrap_or_default();
        let breaks_in = starts_line
            && items == 1
            && !super::is_box(line.trim_start_matches(['-', '*', '+', ' ']))
            && !before.is_empty()
            && !before.starts_with(['#', '|', '`', '~', '*', '-', '!', '['])
            && !before.ends_with([':', '：'])
            && !before.starts_with(|c: char| c.is_ascii_digit());
        let is_far =
            first.is_some_and(|first| first > 1 && (items == 1 || first > 99) && !continues);
        if !is_far && !breaks_in {
            return;
        }
        let fixed = match line.find(['.', ')']).filter(|_| first.is_some()) {
            Some(at) => format!(
                "{}\\{}",
                line.get(..at).unwrap_or_default(),
                line.get(at..).unwrap_or_default()
            ),
            None => format!("\\{line}"),
        };
        let message = match first {
            Some(first) => format!("this line is read as number {first} of a list"),
            None => "this line is read as a list of one".to_owned(),
        };
        let list = if is_far {
            "a list that goes on after other text needs its earlier numbers"
        } else {
            "a list needs an empty line above"
        };
        self.fault(
            span.start..span.start + line.len(),
            &message,
            format!("write `{}` for text; {list}", shown(&fixed)),
        );
    }

    /// Stars within a word or a product, such as `5*3*2`.
    pub(super) fn stars_within(&mut self, span: &Range<usize>) {
        let source = self.text(span.clone());
        let signs = source.len() - source.trim_start_matches(['*', '_']).len();
        let inner = source.trim_matches(['*', '_']);
        let before = self.text(0..span.start).chars().next_back().filter(|c| c.is_alphanumeric());
        let after = self.text(span.end..self.file.text.len()).chars().next();
        let after = after.filter(|c| c.is_alphanumeric());
        let (Some(before), Some(after)) = (before, after) else { return };
        let is_product = before.is_ascii_digit()
            || after.is_ascii_digit()
            || inner.chars().count() == 1 && inner.is_ascii()
            || before.is_ascii() && after.is_ascii() && inner.contains(' ');
        if is_product {
            let sign = if signs > 1 { "\\*\\*" } else { "\\*" };
            self.fault(
                span.start - before.len_utf8()..span.end + after.len_utf8(),
                "these stars are read as emphasis",
                format!("write `{before}{sign}{inner}{sign}{after}`, or the sign ×"),
            );
        }
    }

    /// Rows with more cells than their table has columns; what is too much would vanish.
    pub(super) fn rows(&mut self, table: &[Spanned<'_>], columns: usize) {
        for (event, span) in table {
            match event {
                Event::End(TagEnd::Table) => return,
                Event::Start(Tag::TableRow) => {
                    let source = self.text(span.clone());
                    let line = source.lines().next().unwrap_or_default().trim_end();
                    let found = cells(line);
                    let Some(surplus) = found.get(columns) else { continue };
                    let end = span.start + line.len();
                    let (start, hint) = match piped_code(line) {
                        Some(fixed) => (
                            span.start,
                            format!("write `\\|` for the sign in code, too: {}", in_ticks(&fixed)),
                        ),
                        None => (
                            span.start + surplus.start,
                            "write `\\|` where the sign belongs to a text, or give the head and the row of dashes as many cells".to_owned(),
                        ),
                    };
                    let message = format!(
                        "this row has {} cells and its table {columns}, so the last would vanish",
                        found.len()
                    );
                    self.fault(start..end.max(start + 1), &message, hint);
                    self.told = end;
                }
                _ => {}
            }
        }
    }
}

/// A text that may hold backticks, between as many as it takes.
fn in_ticks(text: &str) -> String {
    format!("`` {text} ``")
}
