//! Prints diagnostics the way compilers do: path, line and column, the line, an underline, a hint.

use std::{borrow::Cow, collections::BTreeMap};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::{Diagnostic, Severity, SourceFile, lines::Lines};

/// Renders all diagnostics as text, with paths below `root` (such as `content`), and a last line
/// that counts them. `color` asks for terminal colours. Empty if there is nothing to tell.
#[must_use]
pub fn report(root: &str, files: &[SourceFile], diagnostics: &[Diagnostic], color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut shown: BTreeMap<&str, Shown<'_>> = BTreeMap::new();
    let mut text = String::new();
    for diagnostic in diagnostics {
        let path = diagnostic.path.as_str();
        if let Some(file) = files.iter().find(|file| file.path == path && !shown.contains_key(path))
        {
            shown.insert(path, Shown::of(file));
        }
        text += &one(&renderer, root, shown.get(path), diagnostic);
        text += "\n\n";
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
            let source = text.get(line.clone()).unwrap_or_default();
            let from = source.floor_char_boundary(start.saturating_sub(line.start));
            let to = source.ceil_char_boundary(end.saturating_sub(line.start).max(from));
            let annotation = AnnotationKind::Primary.span(from..to);
            let snippet = Snippet::source(source).path(path).line_start(number);
            title.element(snippet.annotation(annotation))
        }
        _ => title.element(Origin::path(path)),
    };
    let hint =
        diagnostic.hint.as_deref().map(|hint| Group::with_title(Level::HELP.secondary_title(hint)));
    renderer.render(&[Some(group), hint].into_iter().flatten().collect::<Vec<_>>())
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
