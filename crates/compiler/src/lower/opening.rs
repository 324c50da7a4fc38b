//! The question that the home page opens with: what happened, and choices. None is right or wrong; what is said to each
//! leads to the statement that whoever chooses it has granted.

use std::ops::Range;

use concord_model::{Address, Form, Guide, Html, Id, html};
use pulldown_cmark::{Event, Tag};

use super::item::feedback::{place_of, with_feedback};
use crate::{
    events::{Events, blocks, list_items},
    html::{Opening, Side, Writer},
    outline::{Part, Section},
};

const SCHEME: &str = "claim:";

pub(super) fn lower<'a>(section: &Section<'a>, writer: &mut Writer<'_, 'a>) -> Option<Opening> {
    for part in &section.parts {
        if let Part::Section(inner) = part {
            let hint = "put its text above the list, without a heading";
            writer.refuse(&inner.span, "an opening question holds no headings", hint);
        }
    }
    let heading = writer.inline(&section.title);
    let heading = Html::heading(section.level, section.id.as_ref()?.as_str(), &heading);
    let mut told = match section.parts.first() {
        Some(Part::Prose(events)) => blocks(events),
        _ => Vec::new(),
    };
    let list = told.pop_if(|block| matches!(block.first(), Some((Event::Start(Tag::List(_)), _))));
    let items = list.map(list_items).unwrap_or_default();
    if items.len() < 2 {
        let hint = "end it with a list of two choices or more: `- Yes.`, and below each, indented, `> …` with a link to the statement that it grants";
        writer.refuse(&section.span, "there is nothing to choose in this opening question", hint);
        return None;
    }
    let text = told.iter().map(|block| writer.blocks(block)).collect();
    let sides = items.into_iter().filter_map(|item| side(item, writer)).collect();
    Some(Opening { heading, text, sides })
}

fn side<'a>(item: Events<'_, 'a>, writer: &mut Writer<'_, 'a>) -> Option<Side> {
    let span = place_of(item, writer);
    let (choice, answer) = with_feedback(item, writer)?;
    let statement = statement(item, span, writer)?;
    Some(Side { choice, answer, statement })
}

/// The statement that a choice grants: the first that its answer links to.
fn statement(item: Events<'_, '_>, span: Range<usize>, writer: &mut Writer<'_, '_>) -> Option<Id> {
    let links = item.iter().filter_map(|(event, _)| match event {
        Event::Start(Tag::Link { dest_url, .. }) => dest_url.strip_prefix(SCHEME),
        _ => None,
    });
    let names: Vec<&str> = links.collect();
    let statement = names.iter().find_map(|name| writer.symbols.statement(name));
    if names.is_empty() {
        let hint = "say in the quotation below it which statement it grants: `[waiting](claim:id)`";
        writer.refuse(&span, "this choice leads to no statement", hint);
    } else if statement.is_none()
        && names.iter().any(|name| writer.symbols.nodes.contains_key(*name))
    {
        let hint = "link to a claim, premise, objection or reply; a question says nothing that can be granted";
        writer.refuse(&span, "this choice leads to a question", hint);
    }
    statement.map(|(id, _)| id.clone())
}

/// The question with its choices. Each unfolds its answer and folds the others, which browsers do by themselves: without
/// scripts, by keys, and read aloud.
pub(super) fn html(opening: &Opening, guide: &Guide) -> Html {
    html! {
        section.opening {
            (opening.heading)
            (opening.text)
            @for side in &opening.sides {
                details name="_opening" {
                    summary { (side.choice) }
                    (side.answer)
                    (granted(side, guide))
                }
            }
        }
    }
}

/// The statement that a choice grants, with what it is and whose, and the way to it.
fn granted(side: &Side, guide: &Guide) -> Html {
    let Some((route, statement)) = guide.statement(&side.statement) else { return Html::default() };
    let words = &guide.words;
    let owner = guide.owner(&statement.owner);
    html! {
        p.small { (words.opening_granted()) }
        blockquote.granted {
            p.small {
                b { (words.part(statement.kind)) }
                @if let Some(owner) = owner { " · " (owner.name) }
            }
            p { (statement.title) }
        }
        a.button href=(Address::new(route, side.statement.as_str()).href(Form::Folder)) {
            (words.opening_follow())
        }
    }
}
