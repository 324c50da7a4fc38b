//! Questions whose answers are a task list: each with its feedback in a quotation.

use concord_model::{Answer, Html, Id, Interaction, Place, StatementKind, Written};
use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Events, fault};
use crate::{
    html::Writer,
    lower::{
        Placement,
        statement::{fits, with_article},
    },
    markdown::Spanned,
    outline::Section,
    symbols::nearest,
};

/// What stands for every answer that the author did not foresee.
const OTHERWISE: &str = "…";

pub(super) fn choice<'a>(
    section: &Section<'a>,
    list: Option<Events<'_, 'a>>,
    writer: &mut Writer<'_, 'a>,
) -> Option<Vec<Answer>> {
    let answers = answers(section, list, writer)?;
    one_key(section, answers.iter(), writer);
    Some(answers)
}

pub(super) fn multiple<'a>(
    section: &Section<'a>,
    list: Option<Events<'_, 'a>>,
    writer: &mut Writer<'_, 'a>,
) -> Option<Vec<Answer>> {
    let answers = answers(section, list, writer)?;
    some_key(section, &answers, writer);
    Some(answers)
}

/// Answers such as `premise:some-claim`: what the statement named by `place=` would be there.
pub(super) fn build<'a>(
    section: &Section<'a>,
    list: Option<Events<'_, 'a>>,
    writer: &mut Writer<'_, 'a>,
) -> Option<Interaction> {
    let Some((name, span)) = section.attributes.value("place") else {
        let hint = "add `place=` and the id of the statement to be placed";
        fault(section, writer, "this question does not say which statement is to be placed", hint);
        return None;
    };
    let symbols = writer.symbols;
    let name = writer.node_now(name, &span);
    let Some((statement, node)) = symbols.statement(name) else {
        let hint = nearest(name, symbols.statement_ids());
        let message = format!("there is no statement `{name}`");
        writer.faults.error(writer.file.path, span, message).hint_if(hint);
        return None;
    };
    let answers = answers(section, list, writer)?;
    one_key(section, answers.iter(), writer);
    let places: Vec<_> = answers
        .into_iter()
        .filter_map(|answer| place(section, statement, answer, writer))
        .collect();
    Some(Interaction::Build { statement: Html::escaped(&node.title), places })
}

fn place(
    section: &Section<'_>,
    statement: &Id,
    answer: Answer,
    writer: &mut Writer<'_, '_>,
) -> Option<Place> {
    let text = answer.text.text();
    let parsed = text.split_once(':').and_then(|(part, target)| {
        let part = StatementKind::ALL.into_iter().find(|kind| kind.name() == part.trim())?;
        let (id, node) = writer.symbols.statement(writer.node_now(target.trim(), &section.span))?;
        Some((part, id.clone(), node.clone()))
    });
    let Some((part, target, node)) = parsed else {
        let message = format!("`{text}` names no place in the argument");
        fault(
            section,
            writer,
            message,
            "write the part and the id of a statement: `premise:some-claim`",
        );
        return None;
    };
    if !fits(part, node.kind) {
        let message = format!(
            "{} cannot speak to {}, which `{target}` is",
            with_article(part.name()),
            with_article(node.kind.name())
        );
        fault(section, writer, message, "name a place that the argument could have");
        return None;
    }
    if answer.key {
        writer.placements.push(Placement {
            path: writer.file.path.to_owned(),
            span: section.span.clone(),
            statement: statement.clone(),
            part,
            target,
        });
    }
    Some(Place { part, answer: Answer { text: Html::escaped(&node.title), ..answer } })
}

/// Accepted answers, typical mistakes, and `…` for all others.
pub(super) fn blank<'a>(
    section: &Section<'a>,
    list: Option<Events<'_, 'a>>,
    writer: &mut Writer<'_, 'a>,
) -> Option<Written> {
    let mut answers = answers(section, list, writer)?;
    some_key(section, &answers, writer);
    let otherwise = take_otherwise(section, &mut answers, writer)?;
    Some(Written { answers, otherwise })
}

/// Takes what to say to all others out of the answers.
pub(super) fn take_otherwise(
    section: &Section<'_>,
    answers: &mut Vec<Answer>,
    writer: &mut Writer<'_, '_>,
) -> Option<Html> {
    let otherwise = answers.iter().position(|answer| answer.text.text().trim() == OTHERWISE);
    if otherwise.is_none() {
        let hint =
            "add a last answer `- [ ] …` with what to tell readers who answer something else";
        fault(section, writer, "this question does not say what to tell about other answers", hint);
    }
    otherwise.map(|place| answers.remove(place).feedback)
}

/// Reports a question that has no right answer.
pub(super) fn some_key(section: &Section<'_>, answers: &[Answer], writer: &mut Writer<'_, '_>) {
    if !answers.iter().any(|answer| answer.key) {
        let hint = "mark those that are with `- [x]`";
        fault(section, writer, "no answer of this question is right", hint);
    }
}

/// The answers of a task list; none if there is no such list.
pub(super) fn answers<'a>(
    section: &Section<'a>,
    list: Option<Events<'_, 'a>>,
    writer: &mut Writer<'_, 'a>,
) -> Option<Vec<Answer>> {
    let items = list.map(list_items).unwrap_or_default();
    let is_task = |item: &Events<'_, 'a>| {
        item.iter().take(2).any(|(event, _)| matches!(event, Event::TaskListMarker(_)))
    };
    if items.len() < 2 || !items.iter().all(is_task) {
        let hint = "begin answers with `- [ ]` and the right one with `- [x]`";
        fault(section, writer, "a question is a text and, last, a task list of answers", hint);
        return None;
    }
    let answers: Vec<_> = items.iter().filter_map(|item| option(item, writer)).collect();
    let empty = |html: &Html| html.as_str().trim().is_empty();
    if answers.iter().any(|answer| empty(&answer.text) || empty(&answer.feedback)) {
        let hint = "write a text after each `- [ ]` and each `>`";
        fault(section, writer, "an answer or its feedback is empty", hint);
    }
    // An answer with a fault of its own is reported, and may have been the key.
    (answers.len() == items.len()).then_some(answers)
}

fn one_key<'i>(
    section: &Section<'_>,
    answers: impl Iterator<Item = &'i Answer>,
    writer: &mut Writer<'_, '_>,
) {
    let keys = answers.filter(|answer| answer.key).count();
    if keys != 1 {
        let message = format!("a question has one right answer, this has {keys}");
        fault(section, writer, message, "mark exactly one answer with `- [x]`");
    }
}

/// The contents of each item of a list.
pub(super) fn list_items<'e, 'a>(list: &'e [Spanned<'a>]) -> Vec<&'e [Spanned<'a>]> {
    let mut items = Vec::new();
    let (mut depth, mut start) = (0_usize, 0_usize);
    for (index, (event, _)) in list.iter().enumerate() {
        match event {
            Event::Start(Tag::Item) => {
                if depth == 0 {
                    start = index + 1;
                }
                depth += 1;
            }
            Event::End(TagEnd::Item) => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    items.extend(list.get(start..index));
                }
            }
            _ => {}
        }
    }
    items
}

fn option<'a>(item: &[Spanned<'a>], writer: &mut Writer<'_, 'a>) -> Option<Answer> {
    let key = item.iter().find_map(|(event, _)| match event {
        Event::TaskListMarker(checked) => Some(*checked),
        _ => None,
    })?;
    let (text, feedback) = with_feedback(item, writer)?;
    Some(Answer { text, feedback, key })
}

/// The text of an answer and, in a quotation below it, its feedback.
pub(super) fn with_feedback<'a>(
    item: Events<'_, 'a>,
    writer: &mut Writer<'_, 'a>,
) -> Option<(Html, Html)> {
    let span = item.first().map(|(_, span)| span.start).unwrap_or_default()
        ..item.first().map(|(_, span)| span.end).unwrap_or_default();
    let quote =
        item.iter().position(|(event, _)| matches!(event, Event::Start(Tag::BlockQuote(_))));
    let Some(quote) = quote else {
        writer.faults.error(writer.file.path, span, "this answer has no feedback").hint(
            "below it, write a quotation `  > …` that says why it is right, or why it tempts",
        );
        return None;
    };
    let (text, feedback) = item.split_at(quote);
    let (inner, is_last) = quotation(feedback);
    if !is_last {
        writer
            .faults
            .error(writer.file.path, span.clone(), "an answer ends with its feedback")
            .hint("put all of the feedback into one quotation");
    }
    // An answer is the text of a label, which holds one paragraph and no link.
    let blocks = text
        .iter()
        .filter(|(event, _)| matches!(event, Event::Start(tag) if is_block(tag)))
        .count();
    if blocks > 1 || blocks == 1 && !matches!(text.first(), Some((Event::Start(Tag::Paragraph), _)))
    {
        writer
            .faults
            .error(writer.file.path, span.clone(), "an answer is one paragraph")
            .hint("shorten it, or put the rest into its feedback");
    }
    let text: Vec<_> = text
        .iter()
        .filter(|(event, _)| {
            !matches!(
                event,
                Event::TaskListMarker(_)
                    | Event::Start(Tag::Paragraph)
                    | Event::End(TagEnd::Paragraph)
            )
        })
        .cloned()
        .collect();
    if text.iter().any(|(event, _)| matches!(event, Event::Start(Tag::Link { .. }))) {
        writer
            .faults
            .error(writer.file.path, span, "an answer cannot hold a link")
            .hint("put the link into its feedback");
    }
    Some((writer.inline(&text), writer.blocks(inner)))
}

/// What stands in the quotation at the start of `events`, and whether nothing follows it.
fn quotation<'e, 'a>(events: &'e [Spanned<'a>]) -> (&'e [Spanned<'a>], bool) {
    let mut depth = 0_usize;
    for (index, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return (events.get(1..index).unwrap_or_default(), index + 1 == events.len());
        }
    }
    (&[], false)
}

/// Whether an element is a block, and not text within a line.
fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}
