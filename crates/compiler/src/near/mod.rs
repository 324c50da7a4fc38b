//! What looks like mark-up and is not read. The parser leaves it in the text without a word, so the
//! text is looked at once more, and each fault says what was meant. A backslash says that it was not.

mod blocks;
mod cells;
mod found;
mod inline;
mod line;
mod signs;

use std::ops::Range;

pub(crate) use line::{is_box, is_row_or_item};
use pulldown_cmark::{Event, Tag, TagEnd};

use crate::{diagnostic::Faults, events::Spanned, source_file::Text};

/// Reports what an author wrote for something that the parser then leaves in the text, or takes for
/// something else.
///
/// Gives the byte at which what can be read begins: fields at the top of a file cannot.
pub(crate) fn report(file: Text<'_>, events: &[Spanned<'_>], faults: &mut Faults) -> usize {
    let mut near =
        Near { file, faults, in_quotation: 0, next_number: None, paragraph: None, told: 0 };
    let begins = near.front_matter();
    near.told = begins;
    let mut code_blocks = 0_usize;
    let (mut in_heading, mut in_table, mut in_link) = (false, false, false);
    let mut run: Option<Run> = None;
    // Whether the next text is the first of its line.
    let mut starts_line = true;
    for (index, (event, span)) in events.iter().enumerate() {
        if let Event::Text(_) = event
            && code_blocks == 0
        {
            // The parser cuts text at each bracket, so neighbours are looked at together.
            match &mut run {
                Some(run) => run.span.end = span.end,
                None => {
                    run =
                        Some(Run { span: span.clone(), starts_line, in_heading, in_table, in_link })
                }
            }
            starts_line = false;
            continue;
        }
        if let Some(run) = run.take() {
            near.run(&run);
        }
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                code_blocks += 1;
                near.code_block(kind, span);
            }
            Event::End(TagEnd::CodeBlock) => code_blocks = code_blocks.saturating_sub(1),
            Event::Start(Tag::Heading { id, classes, .. }) => {
                in_heading = true;
                if id.is_none() && classes.is_empty() {
                    near.underlined_heading(span);
                }
            }
            Event::End(TagEnd::Heading(_)) => in_heading = false,
            Event::Start(Tag::Table(columns)) => {
                in_table = true;
                near.rows(events.get(index..).unwrap_or_default(), columns.len());
            }
            Event::End(TagEnd::Table) => in_table = false,
            Event::Start(Tag::Link { .. }) => in_link = true,
            Event::End(TagEnd::Link) => in_link = false,
            Event::Start(Tag::BlockQuote(_)) => near.in_quotation += 1,
            Event::End(TagEnd::BlockQuote(_)) => {
                near.in_quotation = near.in_quotation.saturating_sub(1);
            }
            Event::Start(Tag::Paragraph) => near.paragraph = Some(span.clone()),
            Event::Start(Tag::List(first)) => {
                near.list(*first, events.get(index + 1..).unwrap_or_default(), span);
            }
            Event::Start(Tag::Emphasis | Tag::Strong) => near.stars_within(span),
            _ => {}
        }
        starts_line = match event {
            Event::SoftBreak | Event::HardBreak => true,
            Event::Start(tag) => is_block(tag),
            _ => false,
        };
    }
    if let Some(run) = run.take() {
        near.run(&run);
    }
    begins
}

fn is_block(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Paragraph | Tag::Item | Tag::BlockQuote(_) | Tag::FootnoteDefinition(_))
}

/// Text that came out as text.
struct Run {
    span: Range<usize>,
    starts_line: bool,
    in_heading: bool,
    in_table: bool,
    in_link: bool,
}

struct Near<'n, 'a> {
    file: Text<'a>,
    faults: &'n mut Faults,
    in_quotation: usize,
    /// The number that would continue the last numbered list.
    next_number: Option<u64>,
    /// Where the paragraph that began last stands.
    paragraph: Option<Range<usize>>,
    /// Up to where all is said already.
    told: usize,
}

impl<'a> Near<'_, 'a> {
    fn text(&self, span: Range<usize>) -> &'a str {
        self.file.text.get(span).unwrap_or_default()
    }

    /// The rest of the line from a byte on, without spaces at its end.
    fn line_from(&self, start: usize) -> &'a str {
        self.file
            .text
            .get(start..)
            .unwrap_or_default()
            .lines()
            .next()
            .unwrap_or_default()
            .trim_end()
    }

    /// The line before the one that a byte stands in, without what opens quotations and lists.
    fn line_before(&self, at: usize) -> Option<&'a str> {
        let before = self.file.text.get(..at)?;
        let before = before.get(..before.rfind('\n')?)?;
        let line = before.rsplit('\n').next().unwrap_or_default();
        Some(line.trim_matches(|c: char| c.is_whitespace() || c == '>'))
    }

    /// The next line of the same paragraph, if there is one.
    fn line_after(&self, start: usize) -> Option<&'a str> {
        let mut lines = self.file.text.get(start..)?.lines();
        lines.next();
        let line = lines.next()?.trim_matches(|c: char| c.is_whitespace() || c == '>');
        (!line.is_empty()).then_some(line)
    }

    fn is_escaped(&self, at: usize) -> bool {
        self.file.text.get(..at).is_some_and(|before| before.ends_with('\\'))
    }

    fn fault(&mut self, span: Range<usize>, message: &str, hint: String) {
        self.faults.error(self.file.path, span, message).hint(hint);
    }

    fn run(&mut self, run: &Run) {
        if run.span.start < self.told {
            return;
        }
        let in_line = run.starts_line && !run.in_heading && !run.in_table;
        // Where a line says what it is, what follows on it needs no word of its own.
        if in_line && !self.is_escaped(run.span.start) && self.line(run.span.start) {
            return;
        }
        self.inline(run);
    }

    /// Looks at a line by its beginning; true if there was something to say.
    fn line(&mut self, start: usize) -> bool {
        let line = self.line_from(start);
        let span = start..start + line.len();
        let next = self.line_after(start);
        let found = line::alone(line, next, self.in_quotation > 0).or_else(|| {
            let is_first = self.paragraph.as_ref().is_none_or(|paragraph| paragraph.start >= start);
            let before = if is_first { None } else { self.line_before(start) };
            line::table(line, before, next)
        });
        let Some((message, hint)) = found else { return false };
        // Where the hint shows the sign of a list, too, so does the place.
        let list = self.file.text.get(..start).unwrap_or_default();
        let sign = list.len() - list.trim_end_matches(['-', '*', '+', ' ']).len();
        let sign = if hint.contains("`- [") { sign.min(2) } else { 0 };
        self.fault(start - sign..span.end, &message, hint);
        true
    }
}
