//! Reads `community/institutions.csv` and `community/links.csv`.

use concord_model::{Id, Institution, InstitutionLink};

use super::{day, reader::Reader, rows::checked};
use crate::{
    ids::checked_id,
    sheet::{Row, Sheet},
    suggest::{did_you_mean, near},
};

const INSTITUTIONS: &str = "community/institutions.csv";
const LINKS: &str = "community/links.csv";

/// The institutions and who does what to whom. `last` is the last year that can be right.
pub(super) fn read(
    reader: &mut Reader<'_, '_>,
    last: u16,
) -> (Vec<Institution>, Vec<InstitutionLink>) {
    let mut institutions: Vec<Institution> = Vec::new();
    if let Some(file) = reader.find(INSTITUTIONS) {
        let optional =
            ["since", "members", "column", "row", "sources", "records", "names", "checked"];
        let sheet = Sheet::read(file, &["id", "short", "name", "kind"], &optional, reader.faults);
        for row in &sheet.rows {
            let Some(institution) = institution(reader, &sheet, row, last) else { continue };
            if institutions.iter().any(|other| other.id == institution.id) {
                let message = format!("there are two institutions `{}`", institution.id);
                let hint = "give one of them another id, or take it out";
                reader.faults.error(file.path, row.span.clone(), message).hint(hint);
            }
            let taken = institutions
                .iter()
                .find(|other| other.cell.is_some() && other.cell == institution.cell);
            if let Some(other) = taken {
                let message = format!("`{}` stands in this cell already", other.id);
                let hint = "give it another `column` or `row`";
                reader.faults.error(file.path, row.span.clone(), message).hint(hint);
            }
            institutions.push(institution);
        }
    }
    let mut links = Vec::new();
    if let Some(file) = reader.find(LINKS) {
        let optional = ["sources", "checked"];
        let sheet =
            Sheet::read(file, &["from", "to", "relation", "year"], &optional, reader.faults);
        for row in &sheet.rows {
            links.extend(link(reader, &sheet, row, &institutions, last));
        }
    }
    (institutions, links)
}

fn institution(
    reader: &mut Reader<'_, '_>,
    sheet: &Sheet<'_>,
    row: &Row,
    last: u16,
) -> Option<Institution> {
    let file = sheet.file;
    let (id, id_span) = sheet.required(row, "id", reader.faults)?;
    let id = checked_id(file, id, id_span, reader.faults)?;
    let mut text = |name| sheet.required(row, name, reader.faults).map(|(text, _)| text.to_owned());
    let (short, name, kind) = (text("short"), text("name"), text("kind"));
    let since = sheet.cell(row, "since").and_then(|(text, span)| {
        day::checked(file, text, span, (1, last), reader.faults).map(|_| text.to_owned())
    });
    let mut number = |name| {
        let (text, span) = sheet.cell(row, name)?;
        let number = text.parse::<u16>().ok().filter(|number| *number < 100);
        if number.is_none() {
            let fault = reader.faults.error(file.path, span, format!("`{text}` is no place"));
            fault.hint("columns and rows are numbers from 0");
        }
        number
    };
    let cell = number("column").zip(number("row"));
    let sources = sources_in(reader, sheet, row, "sources");
    let records = sources_in(reader, sheet, row, "records");
    let names = sheet.cell(row, "names").map(|(names, _)| names).unwrap_or_default();
    let names = names.split(';').map(str::trim).filter(|name| !name.is_empty());
    let names = names.map(str::to_owned).collect();
    let members = sheet.cell(row, "members").map(|(text, _)| text.to_owned());
    let checked = checked(reader, sheet, row);
    Some(Institution {
        id,
        short: short?,
        name: name?,
        kind: kind?,
        since,
        members,
        cell,
        sources,
        records,
        names,
        checked,
    })
}

/// The sources that a cell names, with spaces between them.
pub(super) fn sources_in(
    reader: &mut Reader<'_, '_>,
    sheet: &Sheet<'_>,
    row: &Row,
    column: &str,
) -> Vec<Id> {
    let Some((names, span)) = sheet.cell(row, column) else { return Vec::new() };
    names
        .split_whitespace()
        .filter_map(|name| reader.source(sheet.file, name, span.clone()))
        .collect()
}

fn link(
    reader: &mut Reader<'_, '_>,
    sheet: &Sheet<'_>,
    row: &Row,
    institutions: &[Institution],
    last: u16,
) -> Option<InstitutionLink> {
    let file = sheet.file;
    let mut end = |column| {
        let (name, span) = sheet.required(row, column, reader.faults)?;
        let place = institutions.iter().position(|one| one.id.as_str() == name);
        let names = || institutions.iter().map(|one| one.id.as_str());
        // Where their own table has faults, one that is missing here may stand there.
        let may_stand_there =
            reader.faults.has_error_in(INSTITUTIONS) && near(name, names()).is_none();
        if place.is_none() && !may_stand_there {
            let message = format!("there is no institution `{name}`");
            reader.faults.error(file.path, span, message).hint_if(did_you_mean(name, names()));
        }
        place
    };
    let (from, to) = (end("from"), end("to"));
    let relation = sheet.required(row, "relation", reader.faults);
    let year = sheet.required(row, "year", reader.faults);
    let checked = checked(reader, sheet, row);
    let (year, span) = year?;
    day::checked(file, year, span, (1, last), reader.faults)?;
    let sources = sources_in(reader, sheet, row, "sources");
    Some(InstitutionLink {
        from: from?,
        to: to?,
        relation: relation?.0.to_owned(),
        year: year.to_owned(),
        sources,
        checked,
    })
}
