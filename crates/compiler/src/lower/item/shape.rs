//! Whether a question's answers stand where they are looked for, and what stands in their way.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use crate::{
    events::{Events, list_items},
    kind::ItemKind,
    source_file::Text,
};

/// What the last block of a question is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A list of answers, each with a box.
    Boxes,
    /// A numbered list.
    Steps,
    /// A table.
    Rows,
}

/// A place, what is wrong there, and what to do about it.
pub(super) type Misplaced = (Range<usize>, &'static str, String);

impl Shape {
    /// That of a kind; nothing where the argument itself is the answer.
    pub(super) fn of(kind: ItemKind) -> Option<Self> {
        Some(match kind {
            ItemKind::Match | ItemKind::Sort => Self::Rows,
            ItemKind::Order => Self::Steps,
            ItemKind::Choice
            | ItemKind::Multiple
            | ItemKind::Build
            | ItemKind::Blank
            | ItemKind::Point => Self::Boxes,
            ItemKind::Rebuild => return None,
        })
    }

    /// Whether a block can be the answers.
    fn fits(self, block: Events<'_, '_>) -> bool {
        match block.first() {
            Some((Event::Start(Tag::List(first)), _)) => match self {
                Self::Boxes => true,
                Self::Steps => first.is_some(),
                Self::Rows => false,
            },
            Some((Event::Start(Tag::Table(_)), _)) => self == Self::Rows,
            _ => false,
        }
    }

    /// Whether a block is surely meant as the answers, wherever it stands.
    fn is_meant(self, block: Events<'_, '_>, file: Text<'_>) -> bool {
        self.fits(block)
            && (self != Self::Boxes || list_items(block).iter().any(|item| has_box(item, file)))
    }

    /// How answers of this shape are written.
    fn how(self) -> &'static str {
        match self {
            Self::Boxes => {
                "write at least two, last in the question: `- [x] right` and `- [ ] wrong`, each with `  > why` below it"
            }
            Self::Steps => {
                "write at least three steps, last in the question and in the right order: `1. first`, each with `   > why` below it"
            }
            Self::Rows => {
                "write a table last in the question: `| thing | place | why |`, a row of dashes `|---|---|---|`, and at least two rows"
            }
        }
    }

    /// What keeps the answers from being found, unless the last block is them. It is `None` where it
    /// was told already.
    pub(super) fn check(
        self,
        blocks: &[Events<'_, '_>],
        title: Range<usize>,
        file: Text<'_>,
    ) -> Result<(), Option<Misplaced>> {
        let last = blocks.len().checked_sub(1);
        let is_last = last.and_then(|last| blocks.get(last)).is_some_and(|block| self.fits(block));
        let meant = blocks.iter().position(|block| self.is_meant(block, file));
        // Lists and tables may stand in the stem; they do if a text parts them from the answers.
        let meant = meant.filter(|first| {
            let between = blocks.get(*first + 1..).unwrap_or_default();
            let is_text = |block: &Events<'_, '_>| {
                matches!(block.first(), Some((Event::Start(Tag::Paragraph), _)))
            };
            self == Self::Boxes || !is_last || !between.iter().any(is_text)
        });
        let after = meant.and_then(|first| Some((blocks.get(first)?, blocks.get(first + 1)?)));
        if let Some((answers, after)) = after {
            return Err(Some(after_answers(answers, after, file)));
        }
        if meant.is_some() || is_last {
            return Ok(());
        }
        // Lines that look like answers and are none were reported where the text was read.
        let is_told = |block: &Events<'_, '_>| {
            let line = match block.first() {
                Some((Event::Start(Tag::Paragraph), span)) => Some(first_line(span, file)),
                _ => None,
            };
            line.and_then(|line| file.text.get(line)).is_some_and(crate::near::is_row_or_item)
        };
        Err((!blocks.iter().any(is_told)).then(|| self.missing(blocks, title, file)))
    }

    /// There are no answers of this shape at all.
    fn missing(self, blocks: &[Events<'_, '_>], title: Range<usize>, file: Text<'_>) -> Misplaced {
        let other = blocks.iter().rev().find_map(|block| match block.first() {
            Some((Event::Start(Tag::List(_) | Tag::Table(_)), span)) => {
                Some(first_line(span, file))
            }
            _ => None,
        });
        let message = match self {
            _ if other.is_none() => "this question has no answers",
            Self::Boxes => "answers of this kind of question are a list",
            Self::Steps => "the steps of an order are a numbered list",
            Self::Rows => "answers of this kind of question are a table",
        };
        (other.unwrap_or(title), message, self.how().to_owned())
    }
}

/// What stands right after a list or table that is meant as the answers.
fn after_answers(answers: Events<'_, '_>, after: Events<'_, '_>, file: Text<'_>) -> Misplaced {
    let span = after.first().map(|(_, span)| span.clone()).unwrap_or_default();
    let place = first_line(&span, file);
    let is_list = matches!(answers.first(), Some((Event::Start(Tag::List(_)), _)));
    if let Some([(Event::TaskListMarker(_), span)]) = list_items(answers).last() {
        let hint = format!(
            "write it after the box: `- {} …`",
            file.text.get(span.clone()).unwrap_or_default()
        );
        return (span.clone(), "this answer has no text", hint);
    }
    let spaces = list_items(answers)
        .last()
        .and_then(|item| Some(" ".repeat(indent(item.first()?.1.start, file))))
        .unwrap_or_default();
    match after.first() {
        Some((Event::Start(Tag::BlockQuote(_)), _)) if is_list => {
            let text = file.text.get(place.clone()).unwrap_or_default();
            let text = text.trim_start_matches(['>', ' ']).trim_end();
            let hint = format!(
                "indent all its lines by {} spaces, as far as the text of the answer above: `{spaces}> {text}`; a hint stands above the answers",
                spaces.len()
            );
            (place, "this feedback is not indented, so it ends the answers", hint)
        }
        Some((Event::Start(Tag::List(_)), _)) if is_list => (
            place,
            "the answers stand in two lists",
            "begin all of them with the same sign, such as `-`, at the left margin".to_owned(),
        ),
        _ if is_list => (
            place,
            "this text ends the answers, which stand last in a question",
            format!(
                "feedback is indented and begins so: `{spaces}> …`; any other text stands above the answers, or below a line `***` after them"
            ),
        ),
        _ => (
            place,
            "this text follows the answers, which stand last in a question",
            "put it above the table, or below a line `***` after it".to_owned(),
        ),
    }
}

/// Takes everything out of a question that is no text, and tells where that began.
pub(super) fn take_other_than_text(
    blocks: &mut Vec<Events<'_, '_>>,
    file: Text<'_>,
) -> Option<Range<usize>> {
    let is_text =
        |block: &Events<'_, '_>| matches!(block.first(), Some((Event::Start(Tag::Paragraph), _)));
    let other = blocks.iter().find(|block| !is_text(block)).and_then(|block| block.first());
    let place = other.map(|(_, span)| first_line(span, file));
    blocks.retain(is_text);
    place
}

/// The first line of a span, without what follows.
fn first_line(span: &Range<usize>, file: Text<'_>) -> Range<usize> {
    let source = file.text.get(span.clone()).unwrap_or_default();
    let line = source.lines().next().unwrap_or_default().trim_end();
    span.start..span.start + line.len()
}

/// Whether an item begins with a box, or with what was meant as one.
pub(super) fn has_box(item: Events<'_, '_>, file: Text<'_>) -> bool {
    item.iter().take(2).any(|(event, _)| matches!(event, Event::TaskListMarker(_)))
        || item.first().is_some_and(|(_, span)| {
            let text = file.text.get(span.start..).unwrap_or_default();
            crate::near::is_box(text.lines().next().unwrap_or_default())
        })
}

/// How far the text of a list's item is indented, in spaces, from a byte in its first line.
pub(super) fn indent(at: usize, file: Text<'_>) -> usize {
    let before = file.text.get(..at).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = file.text.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
    let marked = line.trim_start();
    let text = marked.trim_start_matches(|c: char| c.is_ascii_digit());
    let text = text.strip_prefix(['-', '*', '+', '.', ')']).unwrap_or(text).trim_start();
    line.len() - text.len()
}
