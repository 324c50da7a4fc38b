//! Questions whose answers are a task list: each with its feedback in a quotation.

use std::ops::Range;

use concord_model::{Answer, Html, Id, Interaction, Place, StatementKind, Written, compared};
use pulldown_cmark::{Event, Tag, TagEnd};

use super::{
    Events, fault,
    shape::{has_box, indent},
};
use crate::{
    html::{Writer, is_language},
    lower::{
        Placement,
        statement::{fits, with_article},
    },
    markdown::Spanned,
    outline::Section,
    same::{folded, seen},
    suggest,
    symbols::nearest,
};

/// What stands for every answer that the author did not foresee.
const OTHERWISE: [&str; 3] = ["…", "...", ". . ."];

/// An answer and where it stands.
pub(super) struct Found {
    pub(super) answer: Answer,
    pub(super) span: Range<usize>,
}

impl Found {
    /// Reports a fault of this answer.
    pub(super) fn fault(
        &self,
        writer: &mut Writer<'_, '_>,
        message: impl Into<String>,
        hint: &str,
    ) {
        writer.faults.error(writer.file.path, self.span.clone(), message).hint(hint);
    }
}

pub(super) fn choice<'a>(list: Events<'_, 'a>, writer: &mut Writer<'_, 'a>) -> Option<Vec<Answer>> {
    let answers = answers(list, writer)?;
    one_key(&answers, writer);
    report_alike(&answers, writer);
    Some(answers.into_iter().map(|found| found.answer).collect())
}

pub(super) fn multiple<'a>(
    list: Events<'_, 'a>,
    writer: &mut Writer<'_, 'a>,
) -> Option<Vec<Answer>> {
    let answers = answers(list, writer)?;
    some_key(&answers, writer);
    report_alike(&answers, writer);
    Some(answers.into_iter().map(|found| found.answer).collect())
}

/// Answers that readers cannot tell from each other.
fn report_alike(answers: &[Found], writer: &mut Writer<'_, '_>) {
    for (at, found) in answers.iter().enumerate() {
        let text = seen(&found.answer.text);
        if answers.iter().take(at).any(|other| seen(&other.answer.text) == text) {
            let message = format!("the answer `{text}` stands here twice");
            found.fault(writer, message, "say what tells one from the other, or take one out");
        }
    }
}

/// Answers such as `premise:some-claim`: what the statement named by `place=` would be there.
pub(super) fn build<'a>(
    section: &Section<'a>,
    list: Events<'_, 'a>,
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
    let answers = answers(list, writer)?;
    one_key(&answers, writer);
    let mut places: Vec<(Place, Id)> = Vec::new();
    for found in answers {
        let Some((place, target)) = place(section, statement, &found, writer) else { continue };
        let is_same = |(other, id): &(Place, Id)| other.part == place.part && *id == target;
        if places.iter().any(is_same) {
            found.fault(writer, "this place stands here twice", "take one of them out");
        }
        places.push((place, target));
    }
    let places = places.into_iter().map(|(place, _)| place).collect();
    Some(Interaction::Build { statement: Html::escaped(&node.title), places })
}

fn place(
    section: &Section<'_>,
    statement: &Id,
    found: &Found,
    writer: &mut Writer<'_, '_>,
) -> Option<(Place, Id)> {
    let answer = &found.answer;
    let text = answer.text.text();
    let Some((part, name)) = text.split_once(':') else {
        let message = format!("`{text}` names no place in the argument");
        let hint = "write the part, a colon and the id of a statement: `premise:some-claim`";
        found.fault(writer, message, hint);
        return None;
    };
    let kinds = || StatementKind::ALL.into_iter();
    let Some(part) = kinds().find(|kind| kind.name() == part.trim()) else {
        let hint = suggest::did_you_mean(part.trim(), kinds().map(StatementKind::name));
        let message = format!("there is no part `{}` of an argument", part.trim());
        found.fault(writer, message, hint.as_deref().unwrap_or_default());
        return None;
    };
    let symbols = writer.symbols;
    let name = name.trim();
    let source = writer.file.text.get(found.span.clone()).unwrap_or_default();
    let at = found.span.start + source.find(name).unwrap_or_default();
    let name = writer.node_now(name, &(at..at + name.len()));
    let Some((target, node)) = symbols.statement(name) else {
        let hint = nearest(name, symbols.statement_ids());
        let hint = hint.unwrap_or_else(|| "write the id of a statement after the colon".to_owned());
        found.fault(writer, format!("there is no statement `{name}`"), &hint);
        return None;
    };
    if !fits(part, node.kind) {
        let message = format!(
            "{} cannot speak to {}, which `{target}` is",
            with_article(part.name()),
            with_article(node.kind.name())
        );
        found.fault(writer, message, "name a place that the argument could have");
        return None;
    }
    if answer.key {
        writer.placements.push(Placement {
            path: writer.file.path.to_owned(),
            span: section.span.clone(),
            statement: statement.clone(),
            part,
            target: target.clone(),
        });
    }
    let answer = Answer { text: Html::escaped(&node.title), ..answer.clone() };
    Some((Place { part, answer }, target.clone()))
}

/// Accepted answers, typical mistakes, and `…` for all others.
pub(super) fn blank<'a>(list: Events<'_, 'a>, writer: &mut Writer<'_, 'a>) -> Option<Written> {
    let mut answers = answers(list, writer)?;
    some_key(&answers, writer);
    let otherwise = take_otherwise(&mut answers, writer)?;
    let mut known: Vec<(String, &Found)> = Vec::new();
    for found in &answers {
        let text = found.answer.text.text();
        let form = compared(&text, folded);
        if form.is_empty() {
            let hint = "an answer needs a letter, a digit or a sign such as `+` or `≥`";
            found.fault(writer, "nothing of this answer counts when it is compared", hint);
            continue;
        }
        // Two spellings of one answer are none too many; right and wrong at once, it cannot be judged.
        let is_other = |(known, other): &&(String, &Found)| {
            *known == form && other.answer.key != found.answer.key
        };
        if let Some((_, other)) = known.iter().find(is_other) {
            let before = other.answer.text.text();
            let message =
                format!("`{text}` and `{before}` are the same answer, right and wrong at once");
            let hint = "take one of them out; case, accents, spaces and punctuation do not matter";
            found.fault(writer, message, hint);
        }
        known.push((form, found));
    }
    Some(Written { answers: answers.into_iter().map(|found| found.answer).collect(), otherwise })
}

/// Takes what to say to all others out of the answers.
pub(super) fn take_otherwise(
    answers: &mut Vec<Found>,
    writer: &mut Writer<'_, '_>,
) -> Option<Html> {
    let is_otherwise = |found: &Found| OTHERWISE.contains(&found.answer.text.text().trim());
    let Some(place) = answers.iter().position(is_otherwise) else {
        let hint =
            "add a last answer `- [ ] …` with what to tell readers who answer something else";
        if let Some(last) = answers.last() {
            last.fault(writer, "this question does not say what to tell about other answers", hint);
        }
        return None;
    };
    let found = answers.remove(place);
    if found.answer.key {
        let hint = "write `- [ ] …`, and what is right with a `- [x]` of its own";
        found.fault(writer, "all other answers cannot be right", hint);
    }
    if let Some(second) = answers.iter().find(|found| is_otherwise(found)) {
        second.fault(writer, "all other answers stand here twice", "leave one `- [ ] …`");
    }
    answers.retain(|found| !is_otherwise(found));
    Some(found.answer.feedback)
}

/// Reports a question that has no right answer.
pub(super) fn some_key(answers: &[Found], writer: &mut Writer<'_, '_>) {
    if !answers.iter().any(|found| found.answer.key)
        && let Some(first) = answers.first()
    {
        let hint = "mark those that are with `- [x]`";
        first.fault(writer, "no answer of this question is right", hint);
    }
}

/// The answers of a task list; none if one of them cannot be read.
pub(super) fn answers<'a>(list: Events<'_, 'a>, writer: &mut Writer<'_, 'a>) -> Option<Vec<Found>> {
    let items = list_items(list);
    let mut answers = Vec::new();
    for item in &items {
        let span = place_of(item, writer);
        let key = item.iter().take(2).find_map(|(event, _)| match event {
            Event::TaskListMarker(checked) => Some(*checked),
            _ => None,
        });
        let Some(key) = key else {
            // What was meant as a box is reported as such.
            if !has_box(item, writer.file) {
                let text = writer.file.text.get(span.clone()).unwrap_or_default();
                writer
                    .faults
                    .error(writer.file.path, span, "this answer has no box")
                    .hint(format!("write `- [ ] {text}`, or `- [x]` if it is right"));
            }
            continue;
        };
        let Some((text, feedback)) = with_feedback(item, writer) else { continue };
        answers.push(Found { answer: Answer { text, feedback, key }, span });
    }
    if items.len() < 2 {
        let span = items.first().map(|item| place_of(item, writer)).unwrap_or_default();
        writer
            .faults
            .error(writer.file.path, span, "a question has at least two answers")
            .hint("add what readers may answer instead: `- [ ] …`, with its feedback");
        return None;
    }
    // An answer with a fault of its own is reported, and may have been the key.
    (answers.len() == items.len()).then_some(answers)
}

fn one_key(answers: &[Found], writer: &mut Writer<'_, '_>) {
    let mut keys = answers.iter().filter(|found| found.answer.key);
    let hint = "mark exactly one answer with `- [x]`, or make the question a `.multiple`";
    match (keys.next(), keys.next()) {
        (Some(_), None) => {}
        (Some(_), Some(second)) => {
            second.fault(writer, "this question has one right answer already", hint);
        }
        (None, _) => some_key(answers, writer),
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

/// Where an item's text begins, as far as its first line goes.
pub(super) fn place_of(item: Events<'_, '_>, writer: &Writer<'_, '_>) -> Range<usize> {
    let text = item.iter().find(|(event, _)| {
        !matches!(event, Event::TaskListMarker(_) | Event::Start(Tag::Paragraph))
    });
    let start = text.or(item.first()).map_or(0, |(_, span)| span.start);
    let rest = writer.file.text.get(start..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default().trim_end();
    start..start + line.len().max(1)
}

/// The text of an answer and, in a quotation below it, its feedback.
pub(super) fn with_feedback<'a>(
    item: Events<'_, 'a>,
    writer: &mut Writer<'_, 'a>,
) -> Option<(Html, Html)> {
    let span = place_of(item, writer);
    let quote =
        item.iter().position(|(event, _)| matches!(event, Event::Start(Tag::BlockQuote(_))));
    let Some(quote) = quote else {
        report_no_feedback(item, span, writer);
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
    if text.iter().any(|(event, _)| matches!(event, Event::Start(Tag::Link { dest_url, .. }) if !is_language(dest_url))) {
        writer
            .faults
            .error(writer.file.path, span.clone(), "an answer cannot hold a link")
            .hint("put the link into its feedback");
    }
    let (text, feedback) = (writer.inline(&text), writer.blocks(inner));
    let is_empty = |html: &Html| html.as_str().trim().is_empty();
    if is_empty(&text) || is_empty(&feedback) {
        let (what, sign) =
            if is_empty(&text) { ("answer", "the box or number") } else { ("feedback", "`>`") };
        writer
            .faults
            .error(writer.file.path, span, format!("this {what} is empty"))
            .hint(format!("write a text after {sign}"));
        return None;
    }
    Some((text, feedback))
}

/// An answer without a quotation; perhaps its feedback is there and is not marked as one.
fn report_no_feedback(item: Events<'_, '_>, span: Range<usize>, writer: &mut Writer<'_, '_>) {
    let file = writer.file;
    let spaces = " ".repeat(indent(span.start, file));
    let mut blocks = item.iter().filter(|(event, _)| {
        matches!(event, Event::Start(tag) if is_block(tag) && !matches!(tag, Tag::Item))
    });
    let first = item.iter().position(|(event, _)| matches!(event, Event::Start(Tag::Paragraph)));
    let second = if first.is_some_and(|first| first < 2) { blocks.nth(1) } else { blocks.next() };
    let Some((_, second)) = second else {
        writer.faults.error(file.path, span, "this answer has no feedback").hint(format!(
            "below it, write `{spaces}> …`, which says why it is right, or why it tempts"
        ));
        return;
    };
    let text = file.text.get(second.clone()).unwrap_or_default();
    let text = text.lines().next().unwrap_or_default().trim().trim_start_matches(['>', ' ']);
    writer
        .faults
        .error(file.path, second.start..second.start + text.len().max(1), "feedback is a quotation")
        .hint(format!("write `{spaces}> {text}`, indented by {} spaces", spaces.len()));
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
