//! A question: a stem, hints, and what is answered. The stem is the text; quotations right below it
//! are hints; last comes a list or a table, which depends on the kind.

mod answers;
mod build;
mod feedback;
mod places;
mod pointed;
mod shape;
mod steps;

use concord_model::{Address, Form, Html, Interaction, Item, Route};
use pulldown_cmark::{Event, Tag};
use shape::Shape;

use crate::{
    former::Space,
    html::Writer,
    kind::ItemKind,
    markdown::Spanned,
    outline::{Part, Section},
    symbols::nearest,
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
        ItemKind::Choice => answers::choice(last, writer).map(Interaction::Choice),
        ItemKind::Multiple => answers::multiple(last, writer).map(Interaction::Multiple),
        ItemKind::Build => build::build(section, last, writer),
        ItemKind::Blank => answers::blank(last, writer).map(Interaction::Blank),
        ItemKind::Match => places::matching(section, last, writer).map(Interaction::Match),
        ItemKind::Sort => places::sorting(section, last, writer).map(Interaction::Sort),
        ItemKind::Point => pointed::point(last, writer).map(Interaction::Point),
        ItemKind::Order => steps::order(last, writer).map(Interaction::Order),
    });
    writer.in_question = false;
    let interaction = interaction?;
    if stem.as_str().trim().is_empty() {
        fault(
            section,
            writer,
            "this question asks nothing",
            "write the question above its answers",
        );
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

/// A fault of the question as a whole.
fn fault(
    section: &Section<'_>,
    writer: &mut Writer<'_, '_>,
    message: impl Into<String>,
    hint: &str,
) {
    writer.faults.error(writer.file.path, section.span.clone(), message).hint(hint);
}

/// Events of a block, from its start to its end.
pub(super) type Events<'e, 'a> = &'e [Spanned<'a>];

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
    let shape = Shape::of(kind);
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

/// The outermost blocks among events.
pub(super) fn blocks<'e, 'a>(events: Events<'e, 'a>) -> Vec<Events<'e, 'a>> {
    let mut blocks = Vec::new();
    let (mut depth, mut start) = (0_usize, 0_usize);
    for (index, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            blocks.extend(events.get(start..=index));
            start = index + 1;
        }
    }
    blocks
}

/// What stands in a block, without its start and its end.
pub(super) fn inside<'e, 'a>(block: Events<'e, 'a>) -> Events<'e, 'a> {
    block.get(1..block.len().saturating_sub(1)).unwrap_or_default()
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
        fault(
            section,
            writer,
            "this question does not say what it tests",
            "add `tests=` and the id of a statement or a term",
        );
        return None;
    }
    Some(addresses(section, "tests", writer))
}

/// The addresses of the statements and terms that an attribute names.
pub(super) fn addresses(
    section: &Section<'_>,
    attribute: &str,
    writer: &mut Writer<'_, '_>,
) -> Vec<String> {
    let mut addresses = Vec::new();
    for (name, span) in section.attributes.list(attribute, writer.faults) {
        let symbols = writer.symbols;
        let name = writer.node_now(name, &span);
        let name = match symbols.statement(name) {
            Some(_) => name,
            None => symbols.now(Space::Term, name, (writer.file.path, span.clone()), writer.faults),
        };
        if let Some((id, node)) = symbols.statement(name) {
            addresses.push(node.address(id).href(Form::Folder));
        } else if symbols.terms.contains_key(name) {
            addresses.push(Address::new(Route::Glossary, name).href(Form::Folder));
        } else {
            let hint = nearest(name, symbols.statement_ids().chain(symbols.terms.keys()));
            let message = format!("there is no statement or term `{name}`");
            writer.faults.error(writer.file.path, span, message).hint_if(hint);
        }
    }
    addresses
}
