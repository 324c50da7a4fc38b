//! Reads the table of a layer: a row a state, each checked against what the layer declares.

use std::ops::Range;

use concord_model::{Checked, Entry, StateFact};

use super::{
    day,
    draft::{ClassDraft, Draft},
    reader::Reader,
};
use crate::{
    sheet::{Row, Sheet},
    source_file::Text,
    suggest,
};

/// Fills in what each state is by the layer's table.
pub(super) fn read(reader: &mut Reader<'_, '_>, declared: Text<'_>, draft: &mut Draft) {
    draft.layer.rows = vec![Entry::Absent; reader.states.len()];
    let (name, span) = draft.table.clone();
    let Some(file) = reader.find(&format!("{}{name}", super::reader::FOLDER)) else {
        let fault = reader.faults.error(declared.path, span, format!("there is no table `{name}`"));
        fault.hint("name a file below `community/`, such as `votes/one.csv`");
        return;
    };
    let subject = if draft.layer.unit.is_some() { "value" } else { "class" };
    let optional = ["since", "year", "note", "source", "checked"];
    let sheet = Sheet::read(file, &["code", subject], &optional, reader.faults);
    for row in &sheet.rows {
        let code = sheet.required(row, "code", reader.faults);
        let cell = sheet.required(row, subject, reader.faults);
        let (Some((code, code_span)), Some((cell, span))) = (code, cell) else { continue };
        let state = reader.state(file, code, code_span.clone());
        let fact = fact(reader, &sheet, row, (cell, span), draft);
        let (Some(state), Some(fact)) = (state, fact) else { continue };
        if let Some(slot) = draft.layer.rows.get_mut(state) {
            if *slot != Entry::Absent {
                let message = format!("the state `{code}` stands here twice");
                let hint = "a state has one row in a table; take one of them out";
                reader.faults.error(file.path, code_span, message).hint(hint);
            }
            *slot = Entry::Known(fact);
        }
    }
    if draft.layer.before.is_some() {
        let since = |entry: &Entry| day::year(entry.fact()?.since.as_deref()?);
        let first = draft.layer.rows.iter().filter_map(since).min();
        // A single year is nothing to step by.
        let last = draft.years.1;
        draft.layer.years = first.filter(|first| *first < last).map(|first| (first, last));
    }
}

fn fact(
    reader: &mut Reader<'_, '_>,
    sheet: &Sheet<'_>,
    row: &Row,
    (cell, span): (&str, Range<usize>),
    draft: &Draft,
) -> Option<StateFact> {
    let file = sheet.file;
    let (class, value, hundredths) = match draft.layer.unit {
        None => (class(reader, file, cell, span, draft)?, None, 0),
        Some(_) => {
            let number = number(reader, file, cell, span, draft)?;
            (number.0, Some(cell.to_owned()), number.1)
        }
    };
    let mut date = |name: &str| {
        let (text, span) = sheet.cell(row, name)?;
        day::checked(file, text, span, draft.years, reader.faults)?;
        Some(text.to_owned())
    };
    let (since, year) = (date("since"), date("year"));
    let checked = checked(reader, sheet, row);
    let source = sheet.cell(row, "source");
    let source = source.and_then(|(name, span)| reader.source(file, name, span));
    let note = sheet.cell(row, "note").map(|(text, _)| text.to_owned());
    Some(StateFact { class, value, hundredths, since, year, note, source, checked })
}

/// Whether a row was compared with its source; without the column, it was.
pub(super) fn checked(reader: &mut Reader<'_, '_>, sheet: &Sheet<'_>, row: &Row) -> Checked {
    match sheet.cell(row, "checked") {
        None | Some(("verified", _)) => Checked::Verified,
        Some(("unverified", _)) => Checked::Unverified,
        Some((_, span)) => {
            reader
                .faults
                .error(sheet.file.path, span, "a row is `verified` or `unverified`")
                .hint("`verified` means that it was compared with its source");
            Checked::Unverified
        }
    }
}

fn class(
    reader: &mut Reader<'_, '_>,
    file: Text<'_>,
    name: &str,
    span: Range<usize>,
    draft: &Draft,
) -> Option<usize> {
    let classes = &draft.layer.classes;
    let place = classes.iter().position(|class| class.id.as_str() == name);
    if place.is_none() {
        let message = format!("the layer `{}` has no class `{name}`", draft.layer.id);
        let hint = suggest::did_you_mean(name, classes.iter().map(|class| class.id.as_str()));
        reader.faults.error(file.path, span, message).hint_if(hint);
    }
    place
}

/// The class of a number, and the number in hundredths.
fn number(
    reader: &mut Reader<'_, '_>,
    file: Text<'_>,
    cell: &str,
    span: Range<usize>,
    draft: &Draft,
) -> Option<(usize, i64)> {
    let Some(hundredths) = hundredths(cell) else {
        let fault = reader.faults.error(file.path, span, format!("`{cell}` is no number"));
        fault.hint("write digits alone, and at most two after a point: `39.3`");
        return None;
    };
    if let Some(most) = draft.most.filter(|most| hundredths > most * 100) {
        let unit = draft.layer.unit.as_deref().unwrap_or_default();
        let fault = reader.faults.error(file.path, span, format!("{cell} {unit} cannot be right"));
        fault.hint(format!("the most that the layer allows is {most}"));
        return None;
    }
    let from = |class: &ClassDraft| class.from.as_ref().map(|(from, _)| from * 100);
    let place = draft.classes.iter().position(|own| from(own).is_some_and(|at| hundredths >= at));
    // A class without its least number is told, and may be the one.
    if place.is_none() && draft.classes.iter().all(|class| class.from.is_some()) {
        let fault = reader.faults.error(file.path, span, format!("no class holds {cell}"));
        fault.hint(format!("let the last class begin lower: `from = {}`", hundredths / 100));
    }
    Some((place?, hundredths))
}

/// A number with at most two digits after its point, in hundredths.
fn hundredths(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    format!("{whole}{part:0<2}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::hundredths;

    #[test]
    fn numbers_have_at_most_two_digits_after_the_point() {
        for (text, expected) in
            [("0", 0), ("39.3", 3930), ("18.42", 1842), ("49474805", 4_947_480_500)]
        {
            assert_eq!(hundredths(text), Some(expected), "{text}");
        }
        for text in ["", ".5", "-1", "1e3", "1.234", "1,5", "9999999999999"] {
            assert_eq!(hundredths(text), None, "{text}");
        }
    }
}
