//! The plan of a lesson: a list of aims, a table of minutes, and a numbered list of questions to discuss, each with
//! what can be said to it in a quotation.

use std::ops::Range;

use concord_model::{Html, Id, Plan, PlanStep};
use pulldown_cmark::{Event, Tag, TagEnd};

use super::item::{
    feedback::{place_of, with_feedback},
    places::rows,
};
use crate::{
    events::{Events, blocks, list_items, plain_text},
    html::Writer,
    outline::{Part, Section},
    symbols::nearest,
};

const HOW: &str = "write three things below its heading: aims (`- …`), a table (`| minutes | in class |`), and questions (`1. …`, each with `   > …` below it)";

pub(super) fn lower<'a>(section: &Section<'a>, writer: &mut Writer<'_, 'a>) -> Option<Plan> {
    let lesson = lesson(section, writer);
    for part in &section.parts {
        if let Part::Section(inner) = part {
            writer.refuse(&inner.span, "a plan holds no headings", HOW);
        }
    }
    let parts = match section.parts.first() {
        Some(Part::Prose(events)) => blocks(events),
        _ => Vec::new(),
    };
    let kinds: Vec<Option<&Tag<'_>>> = parts.iter().map(|part| opens(part)).collect();
    let (
        [aims, steps, questions],
        [Some(Tag::List(None)), Some(Tag::Table(_)), Some(Tag::List(Some(_)))],
    ) = (parts.as_slice(), kinds.as_slice())
    else {
        writer.refuse(&section.span, "this is not the form of a plan", HOW);
        return None;
    };
    let aims = list_items(aims).into_iter().map(|aim| text(aim, writer)).collect();
    let steps = steps_of(section, steps, writer);
    let questions = list_items(questions);
    let questions = questions.into_iter().filter_map(|item| question(item, writer)).collect();
    Some(Plan {
        lesson: lesson?,
        title: plain_text(&section.title),
        aims,
        steps: steps?,
        questions,
    })
}

fn opens<'e, 'a>(block: &'e Events<'e, 'a>) -> Option<&'e Tag<'a>> {
    match block.first() {
        Some((Event::Start(tag), _)) => Some(tag),
        _ => None,
    }
}

/// The lesson whose name the plan has.
fn lesson(section: &Section<'_>, writer: &mut Writer<'_, '_>) -> Option<Id> {
    let id = section.id.clone()?;
    if writer.symbols.lessons.contains_key(&id) {
        return Some(id);
    }
    let message = format!("this is a plan of the lesson `{id}`, which is not there");
    let hint = nearest(id.as_str(), writer.symbols.lessons.keys());
    let hint = hint.unwrap_or_else(|| "give it the id of a lesson: `{#id .plan}`".to_owned());
    let span = section.attributes.span(id.as_str());
    writer.faults.error(writer.file.path, span, message).hint(hint);
    None
}

/// What stands in an item of a list, in one line.
fn text<'a>(item: Events<'_, 'a>, writer: &mut Writer<'_, 'a>) -> Html {
    let is_frame = |event: &Event<'_>| {
        matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph))
    };
    let inner: Vec<_> = item.iter().filter(|(event, _)| !is_frame(event)).cloned().collect();
    writer.inline(&inner)
}

/// The rows of the table. All of its minutes have to add up.
fn steps_of<'a>(
    section: &Section<'a>,
    table: Events<'_, 'a>,
    writer: &mut Writer<'_, 'a>,
) -> Option<Vec<PlanStep>> {
    let mut steps = Vec::new();
    for (span, row) in rows(table) {
        steps.push(step(span, &row, writer)?);
    }
    let sum: u32 = steps.iter().map(|step| step.minutes).sum();
    if sum != Plan::MINUTES {
        let span = table.first().map_or(section.span.clone(), |(_, span)| span.clone());
        let head = writer.file.text.get(span.clone()).and_then(|table| table.lines().next());
        let span = span.start..span.start + head.map_or(1, |line| line.trim_end().len());
        let message = format!("these steps take {sum} minutes, and a plan takes {}", Plan::MINUTES);
        let hint = match sum < Plan::MINUTES {
            true => format!("add {} to one of them", Plan::MINUTES - sum),
            false => format!("take {} from one of them", sum - Plan::MINUTES),
        };
        writer.faults.error(writer.file.path, span, message).hint(hint);
    }
    Some(steps)
}

fn step<'a>(
    span: Range<usize>,
    row: &[Events<'_, 'a>],
    writer: &mut Writer<'_, 'a>,
) -> Option<PlanStep> {
    let minutes = row.first().map(|cell| plain_text(cell)).unwrap_or_default();
    match (minutes.parse(), row) {
        (Ok(minutes @ 1..=Plan::MINUTES), [_, does]) => {
            Some(PlanStep { minutes, text: writer.inline(does) })
        }
        _ => {
            let hint = "write a row as `| 10 | what the class does |`, with whole minutes";
            let fault =
                writer.faults.error(writer.file.path, span, "this row is no step of a plan");
            fault.hint(hint);
            None
        }
    }
}

/// A question, and what can be said to it.
fn question<'a>(item: Events<'_, 'a>, writer: &mut Writer<'_, 'a>) -> Option<(Html, Html)> {
    let is_quotation = |event: &Event<'_>| matches!(event, Event::Start(Tag::BlockQuote(_)));
    if !item.iter().any(|(event, _)| is_quotation(event)) {
        let hint = "below it, write `   > …`: what can be said to it, and why";
        let span = place_of(item, writer);
        writer.faults.error(writer.file.path, span, "nothing is said to this question").hint(hint);
        return None;
    }
    with_feedback(item, writer)
}
