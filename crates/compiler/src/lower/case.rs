//! A case: what happened, when, who says so, and what is disputed about it. In its lesson it is a
//! heading with prose; the page of all cases is made from what is noted here.

use concord_model::{Block, Case, Form, Heading, Html, Id, Route, State, html};
use pulldown_cmark::{Event, Tag};

use super::{
    atlas::states,
    named::{cited, tested},
};
use crate::{
    community::day,
    events::{blocks, inside, plain_text},
    html::Writer,
    outline::{Part, Section},
};

pub(super) fn lower<'a>(section: &Section<'a>, writer: &mut Writer<'_, 'a>) -> Vec<Block> {
    let date = date(section, writer);
    let sources = cited(section, writer);
    if section.attributes.value("source").is_none() {
        let hint = "add `source=` and the id of a record of sources.toml";
        writer.refuse(&section.span, "this case does not say where it is told", hint);
    }
    let states: Vec<&State> = states(section, writer).into_iter().map(|(_, state)| state).collect();
    let about = tested(section, "about", writer);
    let title = writer.inline(&section.title);
    let story = story(section, writer);
    let (Some(id), Some(date), Some((summary, text, disputed))) = (section.id.clone(), date, story)
    else {
        return Vec::new();
    };
    let html = html(writer, &date, &states, &sources, &text, &disputed);
    if let Route::Lesson(lesson) = &writer.route {
        writer.cases.push(Case {
            id: id.clone(),
            lesson: lesson.clone(),
            title: title.clone(),
            date,
            summary,
            sources,
            states: states.into_iter().map(|state| state.id.clone()).collect(),
            about,
        });
    }
    vec![Block::Heading(Heading { id, level: section.level, title }), Block::Prose(html)]
}

fn date(section: &Section<'_>, writer: &mut Writer<'_, '_>) -> Option<String> {
    const HINT: &str =
        "write a year, a month or a day: `date=2019`, `date=2019-12` or `date=2019-12-27`";
    let Some((date, span)) = section.attributes.value("date") else {
        writer.refuse(&section.span, "this case has no date", HINT);
        return None;
    };
    if day::year(date).is_none() {
        writer.faults.error(writer.file.path, span, format!("`{date}` is no date")).hint(HINT);
        return None;
    }
    Some(date.to_owned())
}

/// Its first paragraph as plain text, what happened, and what is disputed: the quotation at its end.
fn story<'a>(section: &Section<'a>, writer: &mut Writer<'_, 'a>) -> Option<(String, Html, Html)> {
    for part in &section.parts {
        if let Part::Section(inner) = part {
            writer.faults.error(writer.file.path, inner.span.clone(), "a case holds no headings")
                .hint("use a level that is not deeper than the case’s, or a thematic break `***` before it");
        }
    }
    let Some(Part::Prose(events)) = section.parts.first() else {
        writer.refuse(&section.span, "this case says nothing", "tell below it what happened");
        return None;
    };
    let mut story = blocks(events);
    let Some(disputed) =
        story.pop_if(|block| matches!(block.first(), Some((Event::Start(Tag::BlockQuote(_)), _))))
    else {
        let hint = "end it with a quotation: `> What is disputed is …`";
        writer.refuse(&section.span, "this case does not say what is disputed", hint);
        return None;
    };
    let Some(first) = story.first() else {
        writer.refuse(
            &section.span,
            "this case says nothing",
            "tell above the quotation what happened",
        );
        return None;
    };
    let summary = plain_text(first);
    let text = story.iter().map(|block| writer.blocks(block)).collect();
    Some((summary, text, writer.blocks(inside(disputed))))
}

/// What stands below its heading: when and where it was, the story, what is disputed, and sources.
fn html(
    writer: &Writer<'_, '_>,
    date: &str,
    states: &[&State],
    sources: &[Id],
    text: &Html,
    disputed: &Html,
) -> Html {
    let words = &writer.symbols.atlas;
    let sources = sources.iter().filter_map(|id| writer.symbols.citations.get(id).cloned());
    html! {
        div.case {
            p.small {
                b { (words.case_kind()) } " · " time datetime=(date) { (writer.symbols.words.readable(date)) }
                @for state in states {
                    " · " a href=(Route::State(state.id.clone()).href(Form::Folder)) { (state.name) }
                }
            }
            (text)
            div.disputed {
                p.small { b { (words.case_disputed()) } }
                (disputed)
            }
            p.small { (words.case_sources()) " " (Html::joined(sources, "; ")) }
        }
    }
}
