//! The one place that sets up the Markdown parser.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::{diagnostic::Faults, source_file::Text};

/// An event and the bytes it came from.
pub(crate) type Spanned<'a> = (Event<'a>, Range<usize>);

/// CommonMark, with tables, task lists, footnotes and heading attributes.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_HEADING_ATTRIBUTES
}

/// Parses a file into events. References that are defined nowhere would silently stay text, so
/// they become faults here.
pub(crate) fn parse<'a>(file: Text<'a>, faults: &mut Faults) -> Vec<Spanned<'a>> {
    let mut broken = Vec::new();
    let callback = |link: BrokenLink<'a>| -> Option<(CowStr<'a>, CowStr<'a>)> {
        broken.push((link.link_type, link.reference, link.span));
        None
    };
    let events: Vec<_> =
        Parser::new_with_broken_link_callback(file.text, options(), Some(callback))
            .into_offset_iter()
            .collect();
    for (link_type, reference, span) in broken {
        if matches!(link_type, LinkType::Reference | LinkType::Collapsed) {
            faults
                .error(file.path, span, format!("there is no link definition `{reference}`"))
                .hint("write the address in round brackets: `[text](lesson:id)`");
        }
    }
    report_undefined_footnotes(file, &events, faults);
    events
}

/// Finds `[^note]` in what the parser took for plain text.
fn report_undefined_footnotes(file: Text<'_>, events: &[Spanned<'_>], faults: &mut Faults) {
    let mut code_blocks = 0_usize;
    let mut run: Option<Range<usize>> = None;
    for (event, span) in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code_blocks += 1,
            Event::End(TagEnd::CodeBlock) => code_blocks = code_blocks.saturating_sub(1),
            // The parser cuts text at each bracket, so neighbours are looked at together.
            Event::Text(_) if code_blocks == 0 => {
                let start = run.as_ref().map_or(span.start, |run| run.start);
                run = Some(start..span.end);
                continue;
            }
            _ => {}
        }
        if let Some(run) = run.take() {
            undefined_footnotes_in(file, run, faults);
        }
    }
}

fn undefined_footnotes_in(file: Text<'_>, run: Range<usize>, faults: &mut Faults) {
    let source = file.text.get(run.clone()).unwrap_or_default();
    for (at, _) in source.match_indices("[^") {
        let is_escaped =
            file.text.get(..run.start + at).is_some_and(|before| before.ends_with('\\'));
        let rest = source.get(at + 2..).unwrap_or_default();
        let Some(note) = rest.split_once(']').map(|(note, _)| note) else { continue };
        if is_escaped || note.is_empty() || note.contains(char::is_whitespace) {
            continue;
        }
        let start = run.start + at;
        faults
            .error(
                file.path,
                start..start + note.len() + 3,
                format!("there is no footnote `{note}`"),
            )
            .hint(format!("define it in this file: `[^{note}]: …`"));
    }
}

/// The text of events without any mark-up.
pub(crate) fn plain_text(events: &[Spanned<'_>]) -> String {
    let mut text = String::new();
    for (event, _) in events {
        match event {
            Event::Text(part) | Event::Code(part) => text += part,
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text.trim().to_owned()
}
