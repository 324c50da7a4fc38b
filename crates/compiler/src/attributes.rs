//! The attribute block of a heading, `{#id .kind key=value}`, with the place of each part.

use std::ops::Range;

use concord_model::Id;
use pulldown_cmark::CowStr;

use crate::{
    diagnostic::Faults, ids::is_reserved, kind::SectionKind, same::composed, source_file::Text,
    suggest,
};

/// What stands in the attribute block of one heading.
#[derive(Debug)]
pub(crate) struct Attributes<'a> {
    file: Text<'a>,
    /// Bytes of the heading, in which the parts are looked up.
    heading: Range<usize>,
    pub(crate) id: Option<CowStr<'a>>,
    pub(crate) classes: Vec<CowStr<'a>>,
    pub(crate) values: Vec<(CowStr<'a>, Option<CowStr<'a>>)>,
}

/// Quotes that hold the words of a value together: straight ones, and those that are meant to be.
const QUOTES: &[char] = &['"', '“', '”', '„', '«', '»', '‘', '’', '\''];

/// The parts of an attribute block, cut at spaces that no quotes hold together; nothing if quotes stay
/// open.
pub(crate) fn parts(block: &str) -> Option<Vec<&str>> {
    let mut parts = Vec::new();
    let mut start = None;
    let (mut open, mut before) = (None, ' ');
    for (at, c) in block.char_indices() {
        match open {
            Some('"') if c != '"' => {}
            Some(_) if QUOTES.contains(&c) => open = None,
            Some(_) => {}
            None if before == '=' && QUOTES.contains(&c) => open = Some(c),
            None if c.is_whitespace() => parts.extend(start.take().map(|start| (start, at))),
            None => {}
        }
        if !c.is_whitespace() {
            start = start.or(Some(at));
        }
        before = c;
    }
    parts.extend(start.map(|start| (start, block.len())));
    let whole = parts.into_iter().map(|(start, end)| block.get(start..end).unwrap_or_default());
    open.is_none().then(|| whole.collect())
}

/// A value without the quotes around it, and whether these are others than straight ones.
fn unquoted(value: &str) -> (&str, bool) {
    let inner = value.strip_prefix(QUOTES).and_then(|rest| rest.strip_suffix(QUOTES));
    (inner.unwrap_or(value), inner.is_some() && !(value.starts_with('"') && value.ends_with('"')))
}

impl<'a> Attributes<'a> {
    pub(crate) fn new(
        file: Text<'a>,
        heading: Range<usize>,
        id: Option<CowStr<'a>>,
        classes: Vec<CowStr<'a>>,
        values: Vec<(CowStr<'a>, Option<CowStr<'a>>)>,
    ) -> Self {
        let mut read = Self { file, heading, id, classes, values };
        read.read_quotes();
        read
    }

    /// The parser cuts a block at every space. Where quotes hold some together, it is read once more.
    fn read_quotes(&mut self) {
        let source = self.file.text.get(self.heading.clone()).unwrap_or_default().trim_end();
        let block = source.rfind('{').and_then(|start| source.get(start + 1..source.len() - 1));
        let is_quoted = self
            .values
            .iter()
            .any(|(_, value)| value.as_deref().is_some_and(|value| value.starts_with(QUOTES)));
        let Some(parts) = block.filter(|_| is_quoted).and_then(parts) else { return };
        (self.id, self.classes, self.values) = (None, Vec::new(), Vec::new());
        for part in parts {
            if let Some(id) = part.strip_prefix('#') {
                self.id = Some(id.into());
            } else if let Some(class) = part.strip_prefix('.') {
                self.classes.push(class.into());
            } else {
                let (name, value) = match part.split_once('=') {
                    Some((name, value)) => (name, Some(unquoted(value).0.into())),
                    None => (part, None),
                };
                self.values.push((name.into(), value));
            }
        }
    }

    /// The bytes of `part` within the attribute block, or of the whole heading.
    pub(crate) fn span(&self, part: &str) -> Range<usize> {
        self.find(part).unwrap_or_else(|| self.heading.clone())
    }

    fn find(&self, part: &str) -> Option<Range<usize>> {
        let source = self.file.text.get(self.heading.clone()).unwrap_or_default();
        let block = source.rfind('{')?;
        // A whole word first: `c` of `#c` is not the `c` of `.claim`.
        let inner = source.get(block..)?;
        let whole = |prefix: &str| Some(inner.find(&format!("{prefix}{part}"))? + prefix.len());
        let found = [" #", "{#", " .", "{.", " ", "{"].into_iter().find_map(whole);
        let at = block + found.or_else(|| inner.find(part))?;
        Some(self.heading.start + at..self.heading.start + at + part.len())
    }

    /// The id, checked.
    pub(crate) fn checked_id(&self, faults: &mut Faults) -> Option<Id> {
        let text = self.id.as_deref()?;
        if is_reserved(text) {
            let message = format!("`{text}` cannot be the name of a folder on some systems");
            let hint = format!("write `#{text}-1` or another id");
            faults.error(self.file.path, self.span(text), message).hint(hint);
            return None;
        }
        Id::new(&composed(text))
            .map_err(|error| {
                let fault = faults.error(self.file.path, self.span(text), error.to_string());
                fault.hint_if(Id::from_title(text).map(|id| format!("write `#{id}`")));
            })
            .ok()
    }

    /// The kind of section, if a class names one.
    pub(crate) fn kind(&self, faults: &mut Faults) -> Option<SectionKind> {
        let (name, more) = self.classes.split_first()?;
        if let Some(second) = more.first() {
            faults
                .error(self.file.path, self.span(second), "a section has one kind only")
                .hint(format!("keep `.{name}` or `.{second}`"));
        }
        let kind = SectionKind::parse(name);
        if kind.is_none() {
            faults
                .error(self.file.path, self.span(name), format!("there is no kind `{name}`"))
                .hint_if(suggest::did_you_mean(name, SectionKind::all().map(|(known, _)| known)));
        }
        kind
    }

    /// Reports attributes that the kind does not have, that repeat, or that have no value.
    pub(crate) fn check(&self, kind: Option<SectionKind>, faults: &mut Faults) {
        if kind.is_none() && !self.classes.is_empty() {
            // The kind itself is unknown and reported; what it might have had is anyone's guess.
            return;
        }
        let known = kind.map_or(&[][..], SectionKind::attributes);
        for (index, (name, value)) in self.values.iter().enumerate() {
            let fault = |faults: &mut Faults, message: String, hint: Option<String>| {
                faults.error(self.file.path, self.span(name), message).hint_if(hint);
            };
            let earlier = self.values.iter().take(index);
            if !known.contains(&name.as_ref()) {
                let message = match kind {
                    Some(kind) => {
                        format!("a section of kind `{}` has no attribute `{name}`", kind.name())
                    }
                    None => format!("`{name}` needs a section of a kind that has it"),
                };
                let hint = match kind {
                    Some(_) => suggest::did_you_mean(name, known.iter().copied()),
                    None if name.as_ref() == "formerly" => {
                        Some("take it out: a plain heading keeps no former names".to_owned())
                    }
                    None => Some("give the heading a kind such as `.claim`, or write `\\{` for a brace in a title".to_owned()),
                };
                fault(faults, message, hint);
            } else if earlier.into_iter().any(|(other, _)| other == name) {
                let hint = "keep one of them; a list has commas without spaces: `source=a,b`";
                fault(faults, format!("`{name}` stands here twice"), Some(hint.to_owned()));
            } else if value.as_deref().is_none_or(str::is_empty) {
                fault(faults, format!("`{name}` has no value"), Some(format!("write `{name}=…`")));
            }
        }
    }

    /// Values in other quotes than straight ones, each as it is written and as it is meant.
    pub(crate) fn crooked(block: &str) -> Vec<(&str, String)> {
        let crooked = |part| {
            let (name, value) = str::split_once(part, '=')?;
            let (inner, is_crooked) = unquoted(value);
            is_crooked.then(|| (part, format!("{name}=\"{inner}\"")))
        };
        parts(block).unwrap_or_default().into_iter().filter_map(crooked).collect()
    }

    /// The value of an attribute and its place.
    pub(crate) fn value(&self, name: &str) -> Option<(&str, Range<usize>)> {
        let (_, value) = self.values.iter().find(|(known, _)| known.as_ref() == name)?;
        let value = value.as_deref().filter(|value| !value.is_empty())?;
        let quoted = self.find(&format!("{name}=\"{value}\""));
        let whole = quoted.unwrap_or_else(|| self.span(&format!("{name}={value}")));
        let start = (whole.start + name.len() + 1).min(whole.end);
        Some((value, start..whole.end))
    }

    /// The comma-separated values of an attribute, each with its place. Empty and repeated parts
    /// are faults.
    pub(crate) fn list(&self, name: &str, faults: &mut Faults) -> Vec<(&str, Range<usize>)> {
        let Some((value, span)) = self.value(name) else { return Vec::new() };
        let mut at = span.start;
        let mut parts: Vec<(&str, Range<usize>)> = Vec::new();
        for part in value.split(',') {
            let place = at..at + part.len();
            at = place.end + 1;
            if part.is_empty() {
                faults
                    .error(self.file.path, span.clone(), format!("a part of `{name}` is empty"))
                    .hint("write names with single commas between them and no spaces");
            } else if parts.iter().any(|(other, _)| *other == part) {
                faults
                    .error(self.file.path, place, format!("`{part}` stands here twice"))
                    .hint("take one of them out");
            } else {
                parts.push((part, place));
            }
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hold_words_together() {
        assert_eq!(
            parts("#a .claim short=\"One “two” three\" way=b"),
            Some(vec!["#a", ".claim", "short=\"One “two” three\"", "way=b"])
        );
        assert_eq!(parts(" a=“b c” d "), Some(vec!["a=“b c”", "d"]));
        assert_eq!(parts("a=b\"c d"), Some(vec!["a=b\"c", "d"]));
        assert_eq!(parts(""), Some(Vec::new()));
        assert_eq!(parts("short=\"One two"), None);
        assert_eq!(unquoted("\"a\""), ("a", false));
        assert_eq!(unquoted("“a”"), ("a", true));
        assert_eq!(unquoted("a"), ("a", false));
        assert_eq!(unquoted("\""), ("\"", false));
    }
}
