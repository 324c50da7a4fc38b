//! Tables of facts: CSV with a head, read so that every fault has the place of its cell.

use std::ops::Range;

use crate::{diagnostic::Faults, source_file::Text, suggest};

/// A table, with its columns found by name.
pub(crate) struct Sheet<'a> {
    pub(crate) file: Text<'a>,
    columns: Vec<String>,
    pub(crate) rows: Vec<Row>,
}

/// A row of a table.
pub(crate) struct Row {
    pub(crate) span: Range<usize>,
    cells: Vec<(String, Range<usize>)>,
}

impl<'a> Sheet<'a> {
    /// Reads a table that has the columns `required` and may have those of `optional`; others are
    /// faults, as is a row with more or fewer cells than there are columns.
    pub(crate) fn read(
        file: Text<'a>,
        required: &[&'static str],
        optional: &[&'static str],
        faults: &mut Faults,
    ) -> Self {
        let mut rows = rows(file, faults);
        let head = (!rows.is_empty()).then(|| rows.remove(0));
        let columns = head.as_ref().map(|head| head.cells.clone()).unwrap_or_default();
        let at = head.map_or(0..0, |head| head.span);
        let known = || required.iter().chain(optional).copied();
        for (name, span) in &columns {
            if !known().any(|column| column == name) {
                let message = format!("there is no column `{name}`");
                let hint = suggest::did_you_mean(name, known());
                faults.error(file.path, span.clone(), message).hint_if(hint);
            }
        }
        for name in required {
            if !columns.iter().any(|(column, _)| column == name) {
                let message = format!("the column `{name}` is missing");
                let hint = format!("the first line names the columns: `{}`", required.join(","));
                faults.error(file.path, at.clone(), message).hint(hint);
            }
        }
        let columns: Vec<_> = columns.into_iter().map(|(name, _)| name).collect();
        rows.retain(|row| {
            let fits = row.cells.len() == columns.len();
            if !fits {
                let message =
                    format!("cells here: {}; columns: {}", row.cells.len(), columns.len());
                let hint = "put a text that has a comma into quotes";
                faults.error(file.path, row.span.clone(), message).hint(hint);
            }
            fits
        });
        Self { file, columns, rows }
    }

    /// The text of a cell and its place; nothing if it is empty or the column is not there.
    pub(crate) fn cell<'r>(&self, row: &'r Row, column: &str) -> Option<(&'r str, Range<usize>)> {
        let at = self.columns.iter().position(|name| name == column)?;
        let (text, span) = row.cells.get(at)?;
        (!text.is_empty()).then(|| (text.as_str(), span.clone()))
    }

    /// The text of a cell that must not be empty.
    pub(crate) fn required<'r>(
        &self,
        row: &'r Row,
        column: &str,
        faults: &mut Faults,
    ) -> Option<(&'r str, Range<usize>)> {
        let cell = self.cell(row, column);
        if cell.is_none() && self.columns.iter().any(|name| name == column) {
            let message = format!("this row has no `{column}`");
            faults.error(self.file.path, row.span.clone(), message);
        }
        cell
    }
}

/// All rows with the places of their cells; empty lines are none.
fn rows(file: Text<'_>, faults: &mut Faults) -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(file.text.as_bytes());
    let mut rows: Vec<Row> = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return rows,
            // The text is valid UTF-8, so that this is not expected; it is said all the same.
            Err(error) => {
                faults.error(file.path, 0..0, error.to_string());
                return rows;
            }
        }
        let start = record.position().map_or(0, |position| position.byte() as usize);
        let end = reader.position().byte() as usize;
        let text = file.text.get(start..end).unwrap_or_default();
        let text = text.trim_start_matches(['\r', '\n']);
        let start = end - text.len();
        let span = start..start + text.trim_end().len();
        let mut at = start;
        let cells = record.iter().map(|cell| {
            let rest = file.text.get(at..span.end).unwrap_or_default();
            let found = rest.find(cell).unwrap_or_default();
            let cell_span = at + found..at + found + cell.len();
            at = cell_span.end;
            (cell.trim().to_owned(), cell_span)
        });
        let cells = cells.collect();
        rows.push(Row { span, cells });
    }
}
