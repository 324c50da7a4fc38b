//! Items of lists, each with its feedback in a quotation.

use std::ops::Range;

use concord_model::Html;
use pulldown_cmark::{Event, Tag, TagEnd};

use super::shape::indent;
use crate::{
    events::{Events, blocks, inside, is_language},
    html::Writer,
};

/// Where an item's text begins, as far as its first line goes.
pub(in crate::lower) fn place_of(item: Events<'_, '_>, writer: &Writer<'_, '_>) -> Range<usize> {
    let text = item.iter().find(|(event, _)| {
        !matches!(event, Event::TaskListMarker(_) | Event::Start(Tag::Paragraph))
    });
    let start = text.or(item.first()).map_or(0, |(_, span)| span.start);
    let rest = writer.file.text.get(start..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default().trim_end();
    start..start + line.len().max(1)
}

/// The text of an answer and, in a quotation below it, its feedback.
pub(in crate::lower) fn with_feedback<'a>(
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
    let quotations = blocks(feedback);
    if quotations.len() > 1 {
        writer
            .faults
            .error(writer.file.path, span.clone(), "an answer ends with its feedback")
            .hint("put all of the feedback into one quotation");
    }
    // An answer is the text of a label, which holds one paragraph and no link.
    let count = text
        .iter()
        .filter(|(event, _)| matches!(event, Event::Start(tag) if is_block(tag)))
        .count();
    if count > 1 || count == 1 && !matches!(text.first(), Some((Event::Start(Tag::Paragraph), _))) {
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
    let (text, feedback) = (
        writer.inline(&text),
        writer.blocks(quotations.first().map(|first| inside(first)).unwrap_or_default()),
    );
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

/// Whether an element is a block, and not text within a line.
fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}
