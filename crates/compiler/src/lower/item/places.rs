//! Questions that ask where things belong: a table whose rows are a thing, its place, and why.

use std::ops::Range;

use concord_model::{Places, Thing};
use pulldown_cmark::{Event, Tag, TagEnd};

use crate::{
    events::Events,
    html::Writer,
    outline::Section,
    same::{heard, seen},
};

/// Rows of a thing and its other side; a row without a thing adds a side that stays empty.
pub(super) fn matching<'a>(
    section: &Section<'a>,
    table: Events<'_, 'a>,
    writer: &mut Writer<'_, 'a>,
) -> Option<Places> {
    read(section, table, true, writer)
}

/// Rows of a thing and its category.
pub(super) fn sorting<'a>(
    section: &Section<'a>,
    table: Events<'_, 'a>,
    writer: &mut Writer<'_, 'a>,
) -> Option<Places> {
    let places = read(section, table, false, writer)?;
    if places.places.len() < 2 {
        let hint = "name at least two categories in the second column";
        writer.refuse(&section.span, "all things of this question are of one category", hint);
    }
    Some(places)
}

/// Reads the rows. Where each place is for one thing, it stands in one row.
fn read<'a>(
    section: &Section<'a>,
    table: Events<'_, 'a>,
    is_match: bool,
    writer: &mut Writer<'_, 'a>,
) -> Option<Places> {
    let rows = rows(table);
    let mut found = Places { things: Vec::new(), places: Vec::new() };
    let mut is_sound = true;
    for (span, row) in &rows {
        let mut fault = |writer: &mut Writer<'_, 'a>, message: String, hint: &str| {
            is_sound = false;
            writer.faults.error(writer.file.path, span.clone(), message).hint(hint);
        };
        let [thing, place, feedback] = row.as_slice() else {
            let hint = "give the table three columns: `| thing | place | why |`";
            fault(writer, "a row of this question does not have three cells".to_owned(), hint);
            break;
        };
        let [thing, place, feedback] = [thing, place, feedback].map(|cell| writer.inline(cell));
        let is_thing = !thing.is_empty();
        if place.is_empty() {
            let hint = "write in its second cell where the thing belongs";
            fault(writer, "this row does not say where its thing belongs".to_owned(), hint);
            continue;
        }
        if is_thing && feedback.is_empty() {
            let hint = "write in its third cell why the thing belongs there";
            fault(writer, "this row does not say why its thing belongs there".to_owned(), hint);
            continue;
        }
        if is_thing && found.things.iter().any(|known| heard(&known.text) == heard(&thing)) {
            let message = format!("the thing `{}` stands here twice", seen(&thing));
            fault(writer, message, "say what tells one from the other, or take one out");
        }
        let known = found.places.iter().position(|known| heard(known) == heard(&place));
        let at = known.unwrap_or(found.places.len());
        match known.and_then(|known| found.places.get(known)) {
            Some(_) if is_match => {
                let message = format!("two rows of this match have the side `{}`", seen(&place));
                fault(writer, message, "give each a side of its own, or make it a `.sort`");
            }
            Some(known) if *known != place => {
                let known = seen(known);
                let message =
                    format!("`{}` and `{known}` are one category to a reader", seen(&place));
                fault(
                    writer,
                    message,
                    &format!("write the same in both rows, with the same mark-up: `{known}`"),
                );
            }
            Some(_) => {}
            None => found.places.push(place),
        }
        if is_thing {
            let place = u32::try_from(at).unwrap_or(u32::MAX);
            found.things.push(Thing { text: thing, place, feedback });
        }
    }
    if found.things.len() < 2 && is_sound {
        let hint = "add rows below the row of dashes: `| thing | place | why |`";
        writer.refuse(&section.span, "this question has fewer than two things to place", hint);
    }
    (is_sound && found.things.len() > 1).then_some(found)
}

/// The cells of each row of a table, without its head, and where the row stands.
pub(in crate::lower) fn rows<'e, 'a>(
    table: Events<'e, 'a>,
) -> Vec<(Range<usize>, Vec<Events<'e, 'a>>)> {
    let mut rows = Vec::new();
    let mut start = None;
    for (index, (event, span)) in table.iter().enumerate() {
        match event {
            Event::Start(Tag::TableRow) => rows.push((span.clone(), Vec::new())),
            Event::Start(Tag::TableCell) if !rows.is_empty() => start = Some(index + 1),
            Event::End(TagEnd::TableCell) => {
                if let (Some(start), Some((_, row))) = (start.take(), rows.last_mut()) {
                    row.extend(table.get(start..index));
                }
            }
            _ => {}
        }
    }
    rows
}
