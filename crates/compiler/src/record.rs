//! Reads TOML tables field by field, so that every fault in them is reported in one run.

use std::ops::Range;

use concord_model::Id;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{diagnostic::Faults, ids::checked_id, source_file::Text, suggest};

/// A table whose fields are taken one by one; what is left at the end is unknown.
pub(crate) struct Record<'a> {
    file: Text<'a>,
    span: Range<usize>,
    fields: Vec<(String, Spanned<DeValue<'a>>, Range<usize>)>,
    known: Vec<&'static str>,
    /// Whether the file could be read only in part; then what is missing may have been there.
    broken: bool,
    /// The list of tables that it is one of.
    within: Option<&'static str>,
}

impl<'a> Record<'a> {
    /// Parses a file, reporting all that the parser finds wrong with it.
    pub(crate) fn parse(file: Text<'a>, faults: &mut Faults) -> Self {
        let (table, errors) = DeTable::parse_recoverable(file.text);
        let broken = !errors.is_empty();
        for error in errors {
            let span = error.span().unwrap_or(0..file.text.len());
            // An error at the end of a line or file has no bytes of its own; show the one before.
            let start = if span.is_empty() { span.start.saturating_sub(1) } else { span.start };
            let message = error.message().replace('\n', ", ");
            let hint = if message.contains("quoted") || message.contains("string") {
                "a text stands between straight quotes on one line: `name = \"text\"`; within it, write `\\\"`"
            } else if message.contains("duplicate") {
                "a name stands once in its table; take one of the two out, and write `[[a.b]]` below the `[[a]]` that it belongs to"
            } else {
                "a line is `name = \"text\"`, `[table]` or `[[list]]`, or it begins with `#`"
            };
            faults.error(file.path, start..span.end.max(start + 1), message).hint(hint);
        }
        let span = table.span();
        Self::new(file, span.start..span.start, table.into_inner(), broken)
    }

    /// Whether the file has faults of syntax, which are reported already.
    pub(crate) fn is_broken(&self) -> bool {
        self.broken
    }

    fn new(file: Text<'a>, span: Range<usize>, table: DeTable<'a>, broken: bool) -> Self {
        let mut fields: Vec<_> = table
            .into_iter()
            .map(|(key, value)| (key.get_ref().to_string(), value, key.span()))
            .collect();
        // The parser sorts keys; the author's order is the one that means something.
        fields.sort_by_key(|(_, _, span)| span.start);
        Self { file, span, fields, known: Vec::new(), broken, within: None }
    }

    fn take(&mut self, name: &'static str) -> Option<Spanned<DeValue<'a>>> {
        self.known.push(name);
        let at = self.fields.iter().position(|(key, _, _)| key == name)?;
        Some(self.fields.remove(at).1)
    }

    fn wrong_type(
        &self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        wanted: &str,
        faults: &mut Faults,
    ) {
        let found = in_words(value.get_ref());
        let shape = match wanted {
            "a text" => "\"…\"",
            "true or false" => "true",
            "a whole number" => "12",
            _ => "[\"one-id\", \"another-id\"]",
        };
        faults
            .error(
                self.file.path,
                value.span(),
                format!("`{name}` is {wanted}, and this is {found}"),
            )
            .hint(format!("write `{name} = {shape}`"));
    }

    /// Where it begins.
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// A text that may be absent.
    pub(crate) fn optional_text(
        &mut self,
        name: &'static str,
        faults: &mut Faults,
    ) -> Option<(String, Range<usize>)> {
        let value = self.take(name)?;
        match value.get_ref().as_str() {
            Some(text) if !text.trim().is_empty() => Some((text.to_owned(), value.span())),
            Some(_) => {
                if !self.broken {
                    faults
                        .error(self.file.path, value.span(), format!("`{name}` is empty"))
                        .hint("write a text between the quotes; a field that may be left out is taken out as a whole");
                }
                None
            }
            None => {
                self.wrong_type(name, &value, "a text", faults);
                None
            }
        }
    }

    /// A text that must be there.
    pub(crate) fn text(
        &mut self,
        name: &'static str,
        faults: &mut Faults,
    ) -> Option<(String, Range<usize>)> {
        if self.fields.iter().any(|(key, _, _)| key == name) {
            return self.optional_text(name, faults);
        }
        self.missing(name, "\"…\"", faults);
        self.known.push(name);
        None
    }

    fn missing(&self, name: &str, shape: &str, faults: &mut Faults) {
        if self.broken {
            return;
        }
        faults
            .error(self.file.path, self.span.clone(), format!("`{name}` is missing"))
            .hint(format!("add `{name} = {shape}`"));
    }

    /// A text that is an id and must be there.
    pub(crate) fn id(
        &mut self,
        name: &'static str,
        faults: &mut Faults,
    ) -> Option<(Id, Range<usize>)> {
        let (text, span) = self.text(name, faults)?;
        let id = checked_id(self.file, &text, span.clone(), faults)?;
        Some((id, span))
    }

    /// Yes or no, and `absent` where it is not said.
    pub(crate) fn flag(&mut self, name: &'static str, absent: bool, faults: &mut Faults) -> bool {
        let Some(value) = self.take(name) else { return absent };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(name, &value, "true or false", faults);
            absent
        })
    }

    /// A whole number that may be absent.
    pub(crate) fn optional_number(
        &mut self,
        name: &'static str,
        faults: &mut Faults,
    ) -> Option<(i64, Range<usize>)> {
        let value = self.take(name)?;
        let digits = value.get_ref().as_integer().filter(|number| number.radix() == 10);
        let number = digits.and_then(|number| number.as_str().replace('_', "").parse().ok());
        if number.is_none() {
            self.wrong_type(name, &value, "a whole number", faults);
        }
        Some((number?, value.span()))
    }

    /// A whole number that must be there.
    pub(crate) fn number(
        &mut self,
        name: &'static str,
        faults: &mut Faults,
    ) -> Option<(i64, Range<usize>)> {
        if !self.fields.iter().any(|(key, _, _)| key == name) {
            self.missing(name, "1", faults);
        }
        self.optional_number(name, faults)
    }

    /// A list of ids that must be there.
    pub(crate) fn ids(
        &mut self,
        name: &'static str,
        faults: &mut Faults,
    ) -> Vec<(Id, Range<usize>)> {
        let Some(value) = self.take(name) else {
            self.missing(name, "[\"…\"]", faults);
            return Vec::new();
        };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(name, &value, "a list of ids", faults);
            return Vec::new();
        };
        let mut ids = Vec::new();
        for entry in array.iter() {
            match entry.get_ref().as_str() {
                Some(text) => {
                    ids.extend(
                        checked_id(self.file, text, entry.span(), faults)
                            .map(|id| (id, entry.span())),
                    );
                }
                None => self.wrong_type(name, entry, "a list of ids", faults),
            }
        }
        ids
    }

    /// A table that must be there; `shape` says how to write it.
    pub(crate) fn table(
        &mut self,
        name: &'static str,
        shape: &str,
        faults: &mut Faults,
    ) -> Option<Self> {
        let Some(value) = self.take(name) else {
            self.missing(name, shape, faults);
            return None;
        };
        let span = value.span();
        match value.into_inner() {
            DeValue::Table(table) => Some(Self::new(self.file, span, table, self.broken)),
            other => {
                let found = in_words(&other);
                let message = format!("`{name}` is a table of plural forms, and this is {found}");
                let hint = format!("write `{name} = {shape}`");
                faults.error(self.file.path, span, message).hint(hint);
                None
            }
        }
    }

    /// The tables of `[[name]]`, of which there may be none.
    pub(crate) fn optional_tables(&mut self, name: &'static str, faults: &mut Faults) -> Vec<Self> {
        if self.fields.iter().any(|(key, _, _)| key == name) {
            return self.tables(name, faults);
        }
        self.known.push(name);
        Vec::new()
    }

    /// The tables of `[[name]]`, in their order.
    pub(crate) fn tables(&mut self, name: &'static str, faults: &mut Faults) -> Vec<Self> {
        // A table within one of a list is written with the names of both.
        let header = match self.within {
            Some(outer) => format!("[[{outer}.{name}]]"),
            None => format!("[[{name}]]"),
        };
        let Some(value) = self.take(name) else {
            if !self.broken {
                faults
                    .error(self.file.path, self.span.clone(), format!("there is no `{header}`"))
                    .hint(format!(
                        "add at least one table: a line `{header}`, and its fields below"
                    ));
            }
            return Vec::new();
        };
        let span = value.span();
        let hint = format!("write a line `{header}` for each, and its fields below");
        let DeValue::Array(array) = value.into_inner() else {
            faults.error(self.file.path, span, format!("`{name}` is a list of tables")).hint(hint);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for entry in array {
            let span = entry.span();
            match entry.into_inner() {
                DeValue::Table(table) => {
                    let mut record = Self::new(self.file, span, table, self.broken);
                    record.within = Some(name);
                    tables.push(record);
                }
                _ => {
                    let message = format!("`{name}` is a list of tables");
                    faults.error(self.file.path, span, message).hint(hint.clone());
                }
            }
        }
        tables
    }

    /// All fields as tables with their keys, for a file that is a list of records.
    pub(crate) fn into_tables(self, faults: &mut Faults) -> Vec<(String, Range<usize>, Self)> {
        let mut tables = Vec::new();
        for (key, value, span) in self.fields {
            match value.into_inner() {
                DeValue::Table(table) => {
                    tables.push((
                        key,
                        span.clone(),
                        Self::new(self.file, span, table, self.broken),
                    ));
                }
                _ => {
                    let fault = faults.error(
                        self.file.path,
                        span,
                        format!("`{key}` stands outside a table"),
                    );
                    fault.hint(format!("write a table: `[{key}]`"));
                }
            }
        }
        tables
    }

    /// Ends the reading: reports every field that nobody asked for.
    pub(crate) fn finish(self, faults: &mut Faults) {
        for (key, _, span) in self.fields {
            faults
                .error(self.file.path, span, format!("there is no field `{key}`"))
                .hint_if(suggest::did_you_mean(&key, self.known.iter().copied()));
        }
    }
}

/// What kind of value it is, for authors.
fn in_words<'v>(value: &'v DeValue<'_>) -> &'v str {
    match value.type_str() {
        "integer" => "a whole number",
        "float" => "a number with a point",
        "string" => "a text",
        "boolean" => "true or false",
        "array" => "a list",
        "table" => "a table",
        other => other,
    }
}
