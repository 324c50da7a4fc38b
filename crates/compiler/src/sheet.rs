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
        if let Some(fault) = not_parted_by_commas(file) {
            let (message, hint) = fault;
            let first_line = file.text.lines().next().unwrap_or_default().len();
            faults.error(file.path, 0..first_line, message).hint(hint);
            return Self { file, columns: Vec::new(), rows: Vec::new() };
        }
        let mut rows = rows(file, faults);
        // Spreadsheets write rows and columns of which nothing is left.
        rows.retain(|row| row.cells.iter().any(|(cell, _)| !cell.is_empty()));
        let mut head = (!rows.is_empty()).then(|| rows.remove(0));
        let width = head.as_mut().map_or(0, |head| {
            while head.cells.pop_if(|(name, _)| name.is_empty()).is_some() {}
            head.cells.len()
        });
        for row in &mut rows {
            while row.cells.len() > width && row.cells.pop_if(|(cell, _)| cell.is_empty()).is_some()
            {
            }
        }
        let columns = head.as_ref().map(|head| head.cells.clone()).unwrap_or_default();
        let at = head.map_or(0..0, |head| head.span);
        let known = || required.iter().chain(optional).copied();
        for (place, (name, span)) in columns.iter().enumerate() {
            if name.is_empty() {
                let hint = "name it in the first line, or take the column out";
                faults.error(file.path, at.clone(), "a column has no name").hint(hint);
            } else if columns.iter().take(place).any(|(other, _)| other == name) {
                let hint = "give each column a name of its own, or take one of them out";
                let message = format!("the column `{name}` stands here twice");
                faults.error(file.path, span.clone(), message).hint(hint);
            } else if !known().any(|column| column == name) {
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
            let text = file.text.get(row.span.clone()).unwrap_or_default();
            let first_line = text.lines().next().unwrap_or_default();
            let is_one_line = first_line.len() == text.len();
            let fits = row.cells.len() == columns.len() && is_one_line;
            if !fits {
                let (message, hint) = if !is_one_line {
                    (
                        "a cell of this row goes on over further lines".to_owned(),
                        "end it with a second quotation mark on its line; within a text in quotes, a quotation mark is written twice: `\"\"`",
                    )
                } else {
                    let cells = if row.cells.len() == 1 { "cell" } else { "cells" };
                    let message = format!(
                        "this row has {} {cells}, and the table {} columns",
                        row.cells.len(),
                        columns.len()
                    );
                    let hint = if row.cells.len() < columns.len() {
                        "a cell that is empty has its comma all the same; add those that are missing"
                    } else {
                        "put a text that has a comma into straight quotes: `\"one, two\"`"
                    };
                    (message, hint)
                };
                let span = row.span.start..row.span.start + first_line.len();
                faults.error(file.path, span, message).hint(hint);
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
            let place = self.columns.iter().position(|name| name == column).unwrap_or_default() + 1;
            let hint = format!("fill cell {place} of the row, or take the row out");
            faults.error(self.file.path, row.span.clone(), message).hint(hint);
        }
        cell
    }
}

/// What parts the cells of a table that has no commas in its first line.
fn not_parted_by_commas(file: Text<'_>) -> Option<(&'static str, &'static str)> {
    let head = file.text.lines().next().unwrap_or_default();
    if head.starts_with("sep=") {
        return Some((
            "the first line does not name the columns",
            "take it out; it is a word of one program to itself",
        ));
    }
    let hint = "save the table anew with commas between the cells (“CSV, comma delimited”), or put a comma for each of these and texts that have commas into quotes";
    match () {
        () if head.contains(',') => None,
        () if head.contains(';') => {
            Some(("semicolons stand between the cells of this table, and not commas", hint))
        }
        () if head.contains('\t') => {
            Some(("tabs stand between the cells of this table, and not commas", hint))
        }
        () if head.contains('|') => {
            Some(("bars stand between the cells of this table, and not commas", hint))
        }
        () => None,
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
