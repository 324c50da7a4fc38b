//! Questions that ask where things belong: a table whose rows are a thing, its place, and why.

use std::ops::Range;

use concord_model::{Html, Places, Thing};
use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Events, fault};
use crate::{html::Writer, outline::Section};

/// Rows of a thing and its other side; a row without a thing adds a side that stays empty.
pub(super) fn matching<'a>(
    section: &Section<'a>,
    table: Option<Events<'_, 'a>>,
    writer: &mut Writer<'_, 'a>,
) -> Option<Places> {
    let places = read(section, table, writer)?;
    let used =
        |place: usize| places.things.iter().filter(|thing| thing.place as usize == place).count();
    if let Some(place) = (0..places.places.len()).position(|place| used(place) > 1) {
        let text = places.places.get(place).map(Html::text).unwrap_or_default();
        let message = format!("two things of this match belong to `{text}`");
        fault(section, writer, message, "give each a side of its own, or make it a `.sort`");
    }
    Some(places)
}

/// Rows of a thing and its category.
pub(super) fn sorting<'a>(
    section: &Section<'a>,
    table: Option<Events<'_, 'a>>,
    writer: &mut Writer<'_, 'a>,
) -> Option<Places> {
    let places = read(section, table, writer)?;
    if places.places.len() < 2 {
        let hint = "name at least two categories in the second column";
        fault(section, writer, "all things of this question are of one category", hint);
    }
    Some(places)
}

fn read<'a>(
    section: &Section<'a>,
    table: Option<Events<'_, 'a>>,
    writer: &mut Writer<'_, 'a>,
) -> Option<Places> {
    let rows = table.map(rows).unwrap_or_default();
    let mut found = Places { things: Vec::new(), places: Vec::new() };
    for row in &rows {
        let span = span_of(row).unwrap_or_else(|| section.span.clone());
        let [thing, place, feedback] = row.as_slice() else {
            let hint = "give the table three columns: the thing, where it belongs, and why";
            let message = "a row of this question has not three cells";
            writer.faults.error(writer.file.path, span, message).hint(hint);
            return None;
        };
        let [thing, place, feedback] = [thing, place, feedback].map(|cell| writer.inline(cell));
        let is_thing = !thing.is_empty();
        if place.is_empty() || is_thing && feedback.is_empty() {
            let hint = "fill the second cell, and the third of each row with a thing";
            let message = "a row of this question lacks its place or its reason";
            writer.faults.error(writer.file.path, span, message).hint(hint);
            return None;
        }
        let known = found.places.iter().position(|known| *known == place);
        let at = known.unwrap_or(found.places.len());
        if known.is_none() {
            found.places.push(place);
        }
        if is_thing {
            let place = u32::try_from(at).unwrap_or(u32::MAX);
            found.things.push(Thing { text: thing, place, feedback });
        }
    }
    if found.things.len() < 2 {
        let hint = "write a table of at least two rows: the thing, where it belongs, and why";
        fault(section, writer, "this question is a text and, last, a table", hint);
        return None;
    }
    Some(found)
}

/// Where a row stands, as far as its cells hold anything.
fn span_of(row: &[Events<'_, '_>]) -> Option<Range<usize>> {
    let mut spans = row.iter().copied().flatten().map(|(_, span)| span);
    let first = spans.next()?.clone();
    Some(spans.fold(first, |all, span| all.start.min(span.start)..all.end.max(span.end)))
}

/// The cells of each row of a table, without its head.
fn rows<'e, 'a>(table: Events<'e, 'a>) -> Vec<Vec<Events<'e, 'a>>> {
    let mut rows = Vec::new();
    let mut start = None;
    let mut in_body = false;
    for (index, (event, _)) in table.iter().enumerate() {
        match event {
            Event::Start(Tag::TableRow) => {
                in_body = true;
                rows.push(Vec::new());
            }
            Event::Start(Tag::TableCell) if in_body => start = Some(index + 1),
            Event::End(TagEnd::TableCell) => {
                if let (Some(start), Some(row)) = (start.take(), rows.last_mut()) {
                    row.extend(table.get(start..index));
                }
            }
            _ => {}
        }
    }
    rows
}
