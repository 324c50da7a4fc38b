//! What the Markdown parser gives: events, and how they are cut into blocks and items.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// An event and the bytes it came from.
pub(crate) type Spanned<'a> = (Event<'a>, Range<usize>);

/// Events of a block, from its start to its end.
pub(crate) type Events<'e, 'a> = &'e [Spanned<'a>];

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

/// Whether a link is none, but says in which language its text is.
pub(crate) fn is_language(destination: &str) -> bool {
    destination.starts_with("lang:")
}

/// The outermost blocks among events.
pub(crate) fn blocks<'e, 'a>(events: Events<'e, 'a>) -> Vec<Events<'e, 'a>> {
    let mut blocks = Vec::new();
    let (mut depth, mut start) = (0_usize, 0_usize);
    for (index, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            blocks.extend(events.get(start..=index));
            start = index + 1;
        }
    }
    blocks
}

/// What stands in a block, without its start and its end.
pub(crate) fn inside<'e, 'a>(block: Events<'e, 'a>) -> Events<'e, 'a> {
    block.get(1..block.len().saturating_sub(1)).unwrap_or_default()
}

/// The contents of each item of a list.
pub(crate) fn list_items<'e, 'a>(list: &'e [Spanned<'a>]) -> Vec<&'e [Spanned<'a>]> {
    let mut items = Vec::new();
    let (mut depth, mut start) = (0_usize, 0_usize);
    for (index, (event, _)) in list.iter().enumerate() {
        match event {
            Event::Start(Tag::Item) => {
                if depth == 0 {
                    start = index + 1;
                }
                depth += 1;
            }
            Event::End(TagEnd::Item) => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    items.extend(list.get(start..index));
                }
            }
            _ => {}
        }
    }
    items
}
