//! The one place that sets up the Markdown parser.

use pulldown_cmark::{BrokenLink, CowStr, LinkType, Options, Parser};

use crate::{diagnostic::Faults, events::Spanned, near, source_file::Text};

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
    let begins = near::report(file, &events, faults);
    events.into_iter().skip_while(|(_, span)| span.start < begins).collect()
}
