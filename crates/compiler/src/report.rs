//! Prints diagnostics the way compilers do: path, line and column, the line, an underline, a hint.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::{Diagnostic, Severity, SourceFile};

/// Renders all diagnostics as text, with paths below `root` (such as `content`), and a last line
/// that counts them. `color` asks for terminal colours. Empty if there is nothing to tell.
#[must_use]
pub fn report(root: &str, files: &[SourceFile], diagnostics: &[Diagnostic], color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for diagnostic in diagnostics {
        let file = files.iter().find(|file| file.path == diagnostic.path);
        let source = file.map(|file| String::from_utf8_lossy(file.content())).unwrap_or_default();
        text += &one(&renderer, root, &source, diagnostic);
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

fn one(renderer: &Renderer, root: &str, source: &str, diagnostic: &Diagnostic) -> String {
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
    let group = if start == end {
        title.element(Origin::path(path))
    } else {
        let lines = Lines::around(source, start, end);
        title.element(
            Snippet::source(lines.text)
                .path(path)
                .line_start(lines.first)
                .annotation(AnnotationKind::Primary.span(lines.span)),
        )
    };
    let hint =
        diagnostic.hint.as_deref().map(|hint| Group::with_title(Level::HELP.secondary_title(hint)));
    renderer.render(&[Some(group), hint].into_iter().flatten().collect::<Vec<_>>())
}

/// The lines that a span touches, so that rendering costs nothing for the rest of a long file.
struct Lines<'a> {
    text: &'a str,
    first: usize,
    span: std::ops::Range<usize>,
}

impl<'a> Lines<'a> {
    fn around(source: &'a str, start: usize, end: usize) -> Self {
        let start = source.floor_char_boundary(start.min(source.len()));
        let end = source.ceil_char_boundary(end.clamp(start, source.len()));
        let (before, rest) = source.split_at(start);
        let begin = before.rfind('\n').map_or(0, |at| at + 1);
        // Only the first line of a long span is shown: it names the place, and that is enough.
        let line_end = rest.find('\n').map_or(source.len(), |at| start + at);
        let text = source.get(begin..line_end).unwrap_or_default().trim_end_matches('\r');
        Self {
            text,
            first: before.matches('\n').count() + 1,
            span: (start - begin).min(text.len())..(end.min(line_end) - begin).min(text.len()),
        }
    }
}
