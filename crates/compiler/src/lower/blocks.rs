//! What stands in a section, as blocks in reading order: each kind by a file of its own.

use concord_model::{Block, Heading, Route, Statement};

use super::{atlas, case, item, opening, play, statement};
use crate::{
    events::Spanned,
    html::Writer,
    kind::SectionKind,
    outline::{Part, Section},
};

/// What stands in a section, in reading order. `within` is the statement around it, if any.
pub(super) fn blocks<'a>(
    section: &Section<'a>,
    within: Option<&Section<'a>>,
    writer: &mut Writer<'_, 'a>,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    for part in &section.parts {
        match part {
            Part::Prose(events) => blocks.extend(prose(events, writer)),
            Part::Section(inner) => add_section(inner, within, writer, &mut blocks),
        }
    }
    blocks
}

fn prose<'a>(events: &[Spanned<'a>], writer: &mut Writer<'_, 'a>) -> Option<Block> {
    let html = writer.blocks(events);
    (!html.as_str().trim().is_empty()).then_some(Block::Prose(html))
}

fn add_section<'a>(
    section: &Section<'a>,
    within: Option<&Section<'a>>,
    writer: &mut Writer<'_, 'a>,
    out: &mut Vec<Block>,
) {
    match section.kind {
        None => {
            if let Some(id) = section.id.clone() {
                let title = writer.inline(&section.title);
                out.push(Block::Heading(Heading { id, level: section.level, title }));
            }
            out.extend(blocks(section, within, writer));
        }
        Some(SectionKind::Statement(kind)) => {
            let own = statement::lower(section, kind, within, writer);
            let blocks = blocks(section, Some(section), writer);
            out.extend(own.map(|own| Block::Statement(Statement { blocks, ..own })));
        }
        Some(SectionKind::Item(_))
            if within.is_some() || !matches!(writer.route, Route::Lesson(_)) =>
        {
            writer.refuse(
                &section.span,
                "a question stands in a lesson, and not in a statement",
                "put it into a lesson, at the level of plain headings and after the statement it tests",
            );
        }
        Some(SectionKind::Item(kind)) => {
            out.extend(item::lower(section, kind, writer).map(Block::Item))
        }
        Some(SectionKind::Case)
            if within.is_some() || !matches!(writer.route, Route::Lesson(_)) =>
        {
            writer.refuse(
                &section.span,
                "a case stands in a lesson, and not in a statement",
                "move it to the beginning of a lesson, before its first statement",
            );
        }
        Some(SectionKind::Case) => out.extend(case::lower(section, writer)),
        Some(SectionKind::Opening) if within.is_some() || writer.route != Route::Home => {
            writer.refuse(
                &section.span,
                "an opening question stands on the home page, and not in a statement",
                "move it to the file of the home page, below its first paragraph",
            );
        }
        Some(SectionKind::Opening) if writer.opening.is_some() => {
            writer.refuse(
                &section.span,
                "there are two opening questions",
                "keep one; the other can be a question of a lesson",
            );
        }
        Some(SectionKind::Opening) => writer.opening = opening::lower(section, writer),
        Some(SectionKind::Atlas) => {
            if let Some(id) = section.id.clone() {
                let title = writer.inline(&section.title);
                out.push(Block::Heading(Heading { id, level: section.level, title }));
            }
            let atlas = atlas::lower(section, writer);
            let inner = blocks(section, within, writer);
            out.extend(atlas.map(Block::Atlas));
            out.extend(inner);
        }
        Some(SectionKind::Play)
            if within.is_some() || !matches!(writer.route, Route::Lesson(_)) =>
        {
            writer.refuse(
                &section.span,
                "a model is played in a lesson, and not in a statement",
                "put it into a lesson, at the level of plain headings; the page of a model has its own",
            );
        }
        Some(SectionKind::Play) => {
            if let Some(id) = section.id.clone() {
                let title = writer.inline(&section.title);
                out.push(Block::Heading(Heading { id, level: section.level, title }));
            }
            let played = play::lower(section, writer);
            // What explains it stands above it: readers meet the question first.
            out.extend(blocks(section, None, writer));
            out.extend(played.map(Block::Model));
        }
        Some(
            kind @ (SectionKind::Home
            | SectionKind::About
            | SectionKind::Lesson
            | SectionKind::Model
            | SectionKind::Plan
            | SectionKind::Term),
        ) => {
            let message = format!("a {} cannot stand inside another section", kind.name());
            writer
                .faults
                .error(writer.file.path, section.span.clone(), message)
                .hint("begin it with one `#`, in a file of its own");
        }
    }
}
