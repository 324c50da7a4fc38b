//! Prints diagnostics the way compilers do: path, line and column, the line, an underline, a hint.

use std::{borrow::Cow, collections::BTreeMap, ops::Range};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::{Diagnostic, Severity, SourceFile, lines::Lines};

/// How many diagnostics are shown in full. Whoever has more begins at the top anyway.
const MAX_SHOWN: usize = 200;

/// How many bytes of a line are shown before and after the place that is meant.
const MAX_AROUND: usize = 400;

/// Renders all diagnostics as text, with paths below `root` (such as `content`), and a last line
/// that counts them. `color` asks for terminal colours. Empty if there is nothing to tell.
#[must_use]
pub fn report(root: &str, files: &[SourceFile], diagnostics: &[Diagnostic], color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut shown: BTreeMap<&str, Shown<'_>> = BTreeMap::new();
    let mut text = String::new();
    for diagnostic in diagnostics.iter().take(MAX_SHOWN) {
        let path = diagnostic.path.as_str();
        if let Some(file) = files.iter().find(|file| file.path == path && !shown.contains_key(path))
        {
            shown.insert(path, Shown::of(file));
        }
        text += &one(&renderer, root, shown.get(path), diagnostic);
        text += "\n\n";
    }
    if let Some(more) = diagnostics.len().checked_sub(MAX_SHOWN).filter(|more| *more > 0) {
        text += &format!("and {more} more, which are shown when these are mended\n\n");
    }
    let count = |severity| diagnostics.iter().filter(|d| d.severity == severity).count();
    match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => {}
        (errors, warnings) => {
            text += &format!("{}, {}\n", counted(errors, "error"), counted(warnings, "warning"));
        }
    }
    text
}

fn counted(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}

fn one(
    renderer: &Renderer,
    root: &str,
    shown: Option<&Shown<'_>>,
    diagnostic: &Diagnostic,
) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let path = if root.is_empty() {
        diagnostic.path.clone()
    } else {
        format!("{root}/{}", diagnostic.path)
    };
    let title = level.primary_title(diagnostic.message.as_str());
    let (start, end) = diagnostic.span;
    let group = match shown {
        Some(Shown { text, lines }) if start < end => {
            // Only the first line of a long span is shown: it names the place, and that is enough.
            let number = lines.number(start);
            let line = lines.bytes(text, number);
            let (source, span) = excerpt(
                text.get(line.clone()).unwrap_or_default(),
                start - line.start..end - line.start,
            );
            let snippet = Snippet::source(source).path(path).line_start(number);
            title.element(snippet.annotation(AnnotationKind::Primary.span(span)))
        }
        _ => title.element(Origin::path(path)),
    };
    let hint =
        diagnostic.hint.as_deref().map(|hint| Group::with_title(Level::HELP.secondary_title(hint)));
    renderer.render(&[Some(group), hint].into_iter().flatten().collect::<Vec<_>>())
}

/// The part of a line around a span, and the span within it, whole characters both. The columns
/// of a line that is cut at its beginning would be wrong, so that end is only cut where it must be.
fn excerpt(line: &str, span: Range<usize>) -> (&str, Range<usize>) {
    let from = line.floor_char_boundary(span.start);
    let to = line.ceil_char_boundary(span.end.max(from).min(from + MAX_AROUND));
    let start = if from > 4 * MAX_AROUND { line.ceil_char_boundary(from - MAX_AROUND) } else { 0 };
    let end = line.ceil_char_boundary(to + MAX_AROUND);
    (line.get(start..end).unwrap_or_default(), from - start..to - start)
}

/// A file as it is shown: as text, whatever its bytes, with its lines counted once.
struct Shown<'a> {
    text: Cow<'a, str>,
    lines: Lines,
}

impl<'a> Shown<'a> {
    fn of(file: &'a SourceFile) -> Self {
        let text = String::from_utf8_lossy(file.content());
        Self { lines: Lines::of(&text), text }
    }
}
