//! A question with one right answer: a stem, then a task list whose quotations are the feedback.

use concord_model::{Address, Choice, ChoiceOption, Form, Html, Route};
use pulldown_cmark::{Event, Tag, TagEnd};

use crate::{
    html::Writer,
    kind::Kind,
    markdown::Spanned,
    outline::{Part, Section},
    symbols::nearest,
};

pub(super) fn lower<'a>(section: &Section<'a>, writer: &mut Writer<'_, 'a>) -> Option<Choice> {
    let tests = tests(section, writer);
    let title = writer.inline(&section.title);
    let Some((stem, list)) = stem_and_list(section, writer) else {
        writer
            .faults
            .error(
                writer.file.path,
                section.span.clone(),
                "a question is a text and, last, a task list of answers",
            )
            .hint("begin answers with `- [ ]` and the right one with `- [x]`");
        return None;
    };
    let stem = writer.blocks(stem);
    if stem.0.trim().is_empty() {
        let fault = writer.faults.error(
            writer.file.path,
            section.span.clone(),
            "this question asks nothing",
        );
        fault.hint("write the question above its answers");
    }
    let options: Vec<_> = list.iter().filter_map(|item| option(item, writer)).collect();
    if options.len() == list.len() {
        // An answer with a fault of its own is reported, and may have been the key.
        check_options(section, &options, writer);
    }
    Some(Choice {
        id: section.id.clone()?,
        level: section.level,
        title,
        stem,
        options,
        tests: tests?,
    })
}

/// The addresses of what the item tests.
fn tests(section: &Section<'_>, writer: &mut Writer<'_, '_>) -> Option<Vec<String>> {
    let names = section.attributes.list("tests", writer.faults);
    if names.is_empty() {
        writer
            .faults
            .error(
                writer.file.path,
                section.span.clone(),
                "this question does not say what it tests",
            )
            .hint("add `tests=` and the id of a statement or a term");
        return None;
    }
    let mut addresses = Vec::new();
    for (name, span) in names {
        let symbols = writer.symbols;
        if let Some((id, node)) =
            symbols.nodes.get_key_value(name).filter(|(_, node)| node.kind != Kind::Choice)
        {
            addresses.push(node.address(id).href(Form::Folder));
        } else if symbols.terms.contains_key(name) {
            addresses.push(Address::new(Route::Glossary, name).href(Form::Folder));
        } else {
            let statements = symbols
                .nodes
                .iter()
                .filter(|(_, node)| node.kind != Kind::Choice)
                .map(|(id, _)| id);
            let hint = nearest(name, statements.chain(symbols.terms.keys()));
            let message = format!("there is no statement or term `{name}`");
            writer.faults.error(writer.file.path, span, message).hint_if(hint);
        }
    }
    Some(addresses)
}

/// Events of the stem, and of each answer.
type StemAndList<'e, 'a> = (&'e [Spanned<'a>], Vec<&'e [Spanned<'a>]>);

fn stem_and_list<'e, 'a>(
    section: &'e Section<'a>,
    writer: &mut Writer<'_, 'a>,
) -> Option<StemAndList<'e, 'a>> {
    for part in &section.parts {
        if let Part::Section(inner) = part {
            writer.faults.error(writer.file.path, inner.span.clone(), "a question holds no headings")
                .hint("use a level that is not deeper than the question's, or a thematic break `***` before it");
        }
    }
    let Some(Part::Prose(events)) = section.parts.first() else { return None };
    let start = events.iter().rposition(is_outer_list_start(events))?;
    let (stem, list) = events.split_at(start);
    let ends_with_list = matches!(list.last(), Some((Event::End(TagEnd::List(_)), _)));
    let items = items(list);
    let is_task = |item: &&[Spanned<'a>]| {
        item.iter().take(2).any(|(event, _)| matches!(event, Event::TaskListMarker(_)))
    };
    (ends_with_list && items.len() > 1 && items.iter().all(is_task)).then_some((stem, items))
}

/// Tells the start of a list that is not inside another element.
fn is_outer_list_start<'e, 'a>(events: &'e [Spanned<'a>]) -> impl FnMut(&Spanned<'a>) -> bool + 'e {
    let mut depth = 0_i32;
    let mut outer = Vec::new();
    for (event, span) in events {
        match event {
            Event::Start(tag) => {
                if depth == 0 && matches!(tag, Tag::List(_)) {
                    outer.push(span.start);
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    let last = outer.last().copied();
    move |(event, span)| matches!(event, Event::Start(Tag::List(_))) && Some(span.start) == last
}

/// The contents of each item of a list.
fn items<'e, 'a>(list: &'e [Spanned<'a>]) -> Vec<&'e [Spanned<'a>]> {
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

fn option<'a>(item: &[Spanned<'a>], writer: &mut Writer<'_, 'a>) -> Option<ChoiceOption> {
    let span = item.first().map(|(_, span)| span.start).unwrap_or_default()
        ..item.first().map(|(_, span)| span.end).unwrap_or_default();
    let key = item.iter().find_map(|(event, _)| match event {
        Event::TaskListMarker(checked) => Some(*checked),
        _ => None,
    })?;
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
    Some(ChoiceOption { text: writer.inline(&text), feedback: writer.blocks(inner), key })
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

fn check_options(section: &Section<'_>, options: &[ChoiceOption], writer: &mut Writer<'_, '_>) {
    let keys = options.iter().filter(|option| option.key).count();
    if keys != 1 {
        writer
            .faults
            .error(
                writer.file.path,
                section.span.clone(),
                format!("a question has one right answer, this has {keys}"),
            )
            .hint("mark exactly one answer with `- [x]`");
    }
    let empty = |Html(html): &Html| html.trim().is_empty();
    if options.iter().any(|option| empty(&option.text) || empty(&option.feedback)) {
        writer
            .faults
            .error(writer.file.path, section.span.clone(), "an answer or its feedback is empty")
            .hint("write a text after each `- [ ]` and each `>`");
    }
}
