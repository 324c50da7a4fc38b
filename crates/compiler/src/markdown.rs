//! The one place that sets up the Markdown parser.

use std::ops::Range;

use pulldown_cmark::{
    BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd,
};

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
    report_leftovers(file, &events, faults);
    events
}

/// Looks at what the parser took for plain text for what was meant as something else.
fn report_leftovers(file: Text<'_>, events: &[Spanned<'_>], faults: &mut Faults) {
    let mut code_blocks = 0_usize;
    let mut run: Option<Range<usize>> = None;
    let mut in_heading = false;
    for (event, span) in events {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                code_blocks += 1;
                check_code_block(file, kind, span, faults);
            }
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
            report_leftovers_in(file, run, in_heading, faults);
        }
        match event {
            Event::Start(Tag::Heading { .. }) => in_heading = true,
            Event::End(TagEnd::Heading(_)) => in_heading = false,
            _ => {}
        }
    }
}

/// What an author writes for something that the parser then leaves in the text, and what to do.
const LEFTOVERS: [(&str, &str, &str); 10] = [
    ("{#", "this attribute block is not read", "it stands at the end of a heading's own line"),
    ("{.", "this attribute block is not read", "it stands at the end of a heading's own line"),
    ("(lesson:", "this link is not read", "write `[text](lesson:id)`, without spaces"),
    ("(claim:", "this link is not read", "write `[text](claim:id)`, without spaces"),
    ("(term:", "this link is not read", "write `[text](term:id)`, without spaces"),
    ("(source:", "this link is not read", "write `[text](source:id)`, without spaces"),
    ("[lesson:", "this link is not read", "write `[text](lesson:id)`"),
    ("[claim:", "this link is not read", "write `[text](claim:id)`"),
    ("[term:", "this link is not read", "write `[text](term:id)`"),
    ("[source:", "this link is not read", "write `[text](source:id)`"),
];

fn report_leftovers_in(file: Text<'_>, run: Range<usize>, in_heading: bool, faults: &mut Faults) {
    let source = file.text.get(run.clone()).unwrap_or_default();
    let is_escaped =
        |at: usize| file.text.get(..run.start + at).is_some_and(|before| before.ends_with('\\'));
    // A block at the very end of a heading is looked at by the outline.
    let ends_with_block = in_heading && source.ends_with('}');
    for (piece, message, hint) in LEFTOVERS {
        if ends_with_block && piece.starts_with('{') {
            continue;
        }
        for (at, _) in source.match_indices(piece).filter(|(at, _)| !is_escaped(*at)) {
            let start = run.start + at;
            faults.error(file.path, start..start + piece.len(), message).hint(hint);
        }
    }
    for (at, _) in source.match_indices("[^").filter(|(at, _)| !is_escaped(*at)) {
        let rest = source.get(at + 2..).unwrap_or_default();
        let rest = rest.get(..rest.floor_char_boundary(100)).unwrap_or_default();
        let Some(note) = rest.split_once(']').map(|(note, _)| note).filter(|note| !note.is_empty())
        else {
            continue;
        };
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

/// A code block that is not closed swallows the rest of the file, and so does an indented heading.
fn check_code_block(
    file: Text<'_>,
    kind: &CodeBlockKind<'_>,
    span: &Range<usize>,
    faults: &mut Faults,
) {
    let source = file.text.get(span.clone()).unwrap_or_default();
    let fault = match kind {
        CodeBlockKind::Fenced(_) => {
            let last = source.trim_end().lines().skip(1).last().unwrap_or_default().trim();
            let closes = last.len() >= 3
                && (last.chars().all(|c| c == '`') || last.chars().all(|c| c == '~'));
            (!closes)
                .then_some(("this code block is not closed", "end it with a line of its own: ```"))
        }
        CodeBlockKind::Indented => source
            .lines()
            .any(|line| line.trim_start().starts_with('#') && line.contains("{#"))
            .then_some(("this heading is indented, so it is code", "move it to the left margin")),
    };
    if let Some((message, hint)) = fault {
        let first_line = source.find('\n').unwrap_or(source.len());
        faults.error(file.path, span.start..span.start + first_line.max(1), message).hint(hint);
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
