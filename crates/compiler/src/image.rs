//! Images in Markdown, which become figures where they stand alone.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::events::Spanned;

/// An image that is alone in its paragraph.
pub(crate) struct Image<'e, 'a> {
    pub(crate) destination: String,
    pub(crate) caption: String,
    pub(crate) alternative: &'e [Spanned<'a>],
    pub(crate) span: Range<usize>,
}

/// The image at the start of `events`, if it is alone in its paragraph, and what follows it.
pub(crate) fn figure_in<'e, 'a>(
    events: &'e [Spanned<'a>],
) -> Option<(Image<'e, 'a>, &'e [Spanned<'a>])> {
    let [
        (Event::Start(Tag::Paragraph), _),
        (Event::Start(Tag::Image { dest_url, title, .. }), span),
        rest @ ..,
    ] = events
    else {
        return None;
    };
    let end = rest.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Image)))?;
    let (alternative, rest) = rest.split_at(end);
    let [_, (Event::End(TagEnd::Paragraph), _), after @ ..] = rest else { return None };
    let image = Image {
        destination: dest_url.to_string(),
        caption: title.to_string(),
        alternative,
        span: span.clone(),
    };
    Some((image, after))
}

/// A path relative to the folder of `file`, with `.` and `..` taken out.
pub(crate) fn join(file: &str, relative: &str) -> String {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    parts.join("/")
}
