//! A question: a stem, hints, and what is answered. The stem is the text; quotations right below it
//! are hints; last comes a list or a table, which depends on the kind.

mod answers;
mod build;
pub(super) mod feedback;
pub(super) mod places;
mod pointed;
mod rebuild;
mod shape;
mod steps;

use concord_model::{Html, Interaction, Item};
use pulldown_cmark::{Event, Tag};
use shape::Shape;

use super::named::tested;
use crate::{
    events::{Events, blocks, inside},
    html::Writer,
    kind::ItemKind,
    outline::{Part, Section},
};

pub(super) fn lower<'a>(
    section: &Section<'a>,
    kind: ItemKind,
    writer: &mut Writer<'_, 'a>,
) -> Option<Item> {
    let tests = tests(section, writer);
    let title = writer.inline(&section.title);
    writer.in_question = true;
    let (stem, hints, last) = pieces(section, kind, writer);
    let stem = stem.iter().map(|block| writer.blocks(block)).collect::<Html>();
    let hints: Vec<Html> = hints.into_iter().map(|hint| writer.blocks(inside(hint))).collect();
    let interaction = last.and_then(|last| match kind {
        // Its answers stand in the argument.
        ItemKind::Rebuild => None,
        ItemKind::Choice => answers::choice(last, writer).map(Interaction::Choice),
        ItemKind::Multiple => answers::multiple(last, writer).map(Interaction::Multiple),
        ItemKind::Build => build::build(section, last, writer),
        ItemKind::Blank => answers::blank(last, writer).map(Interaction::Blank),
        ItemKind::Match => places::matching(section, last, writer).map(Interaction::Match),
        ItemKind::Sort => places::sorting(section, last, writer).map(Interaction::Sort),
        ItemKind::Point => pointed::point(last, writer).map(Interaction::Point),
        ItemKind::Order => steps::order(last, writer).map(Interaction::Order),
    });
    let interaction = match kind {
        ItemKind::Rebuild => rebuild::rebuild(section, writer),
        _ => interaction,
    };
    writer.in_question = false;
    let interaction = interaction?;
    if stem.as_str().trim().is_empty() {
        let hint = match kind {
            ItemKind::Rebuild => "write below the title what is asked",
            _ => "write the question above its answers",
        };
        writer.refuse(&section.span, "this question asks nothing", hint);
    }
    Some(Item {
        id: section.id.clone()?,
        version: Item::fingerprint(&stem, &interaction),
        later: later(section, writer),
        level: section.level,
        title,
        stem,
        hints,
        tests: tests?,
        counters: Vec::new(),
        interaction,
    })
}

/// The blocks of the stem, the hints, and the last block.
type Pieces<'e, 'a> = (Vec<Events<'e, 'a>>, Vec<Events<'e, 'a>>, Option<Events<'e, 'a>>);

fn pieces<'e, 'a>(
    section: &'e Section<'a>,
    kind: ItemKind,
    writer: &mut Writer<'_, 'a>,
) -> Pieces<'e, 'a> {
    for part in &section.parts {
        if let Part::Section(inner) = part {
            writer.faults.error(writer.file.path, inner.span.clone(), "a question holds no headings")
                .hint("use a level that is not deeper than the question's, or a thematic break `***` before it");
        }
    }
    let mut stem = match section.parts.first() {
        Some(Part::Prose(events)) => blocks(events),
        _ => Vec::new(),
    };
    let Some(shape) = Shape::of(kind) else {
        if let Some(span) = shape::take_other_than_text(&mut stem, writer.file) {
            let message = "a question in which the argument is rebuilt is text alone";
            let hint = "take this out: the argument is the key, and help comes from it";
            writer.refuse(&span, message, hint);
        }
        return (stem, Vec::new(), None);
    };
    if let Err(misplaced) = shape.check(&stem, section.span.clone(), writer.file) {
        if let Some((span, message, hint)) = misplaced {
            writer.faults.error(writer.file.path, span, message).hint(hint);
        }
        return (Vec::new(), Vec::new(), None);
    }
    let last = stem.pop();
    let is_hint = |block: &Events<'_, '_>| {
        matches!(block.first(), Some((Event::Start(Tag::BlockQuote(_)), _)))
    };
    let first_hint = stem.iter().rposition(|block| !is_hint(block)).map_or(0, |at| at + 1);
    let hints = stem.split_off(first_hint.min(stem.len()));
    (stem, hints, last)
}

/// Whether it is asked in the review and in quizzes alone.
fn later(section: &Section<'_>, writer: &mut Writer<'_, '_>) -> bool {
    let Some((when, span)) = section.attributes.value("asked") else { return false };
    if when != "later" {
        let message = format!("a question is asked `later`, not `{when}`");
        let hint = "write `asked=later`, or leave it out for a question that its lesson shows";
        writer.faults.error(writer.file.path, span, message).hint(hint);
    }
    true
}

/// The addresses of what the item tests.
fn tests(section: &Section<'_>, writer: &mut Writer<'_, '_>) -> Option<Vec<String>> {
    if section.attributes.value("tests").is_none() {
        writer.refuse(
            &section.span,
            "this question does not say what it tests",
            "add `tests=` and the id of a statement or a term",
        );
        return None;
    }
    Some(tested(section, "tests", writer))
}
