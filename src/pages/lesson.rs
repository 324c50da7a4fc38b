//! A lesson: its contents, its text, its notes and sources, and the way on.

use concord_engine::reading;
use concord_model::{Address, Block, Lesson, Route, Statement, fill};

use crate::{
    Site, argument,
    controls::Control,
    quiz,
    text::{heading, href, link, page_title, section, source_link, word},
};

pub(super) fn text(site: Site, place: usize, lesson: &Lesson) -> String {
    let words = site.words();
    let number = fill(
        &words.lesson_number,
        &[("number", &(place + 1).to_string()), ("total", &site.guide.lessons.len().to_string())],
    );
    let time =
        fill(&words.reading_time, &[("minutes", &reading::minutes(lesson.words).to_string())]);
    format!(
        "<article class=\"lesson\">{title}{contents}<div class=\"text\">{blocks}{notes}{sources}{finish}{neighbours}\
         </div></article>",
        title = page_title(&format!("{} · {}", word(&number), word(&time)), &lesson.title),
        contents = contents(site, lesson),
        blocks = blocks(site, &lesson.blocks),
        notes = notes(site, lesson),
        sources = sources(site, lesson),
        finish = Control::Finish(lesson.id.clone()).place(site),
        neighbours = neighbours(site, place),
    )
}

/// Blocks in reading order.
pub(super) fn blocks(site: Site, blocks: &[Block]) -> String {
    blocks.iter().map(|inner| block(site, inner, None)).collect()
}

fn block(site: Site, block: &Block, within: Option<&Statement>) -> String {
    match block {
        Block::Prose(html) => format!("<div class=\"prose\">{html}</div>"),
        Block::Heading(plain) => heading(plain.level, plain.id.as_str(), &plain.title),
        Block::Statement(inner) => statement(site, inner, within),
        Block::Choice(item) => quiz::place(site, item),
    }
}

/// A statement with what stands below it: its explanation first, then other statements.
fn statement(site: Site, statement: &Statement, within: Option<&Statement>) -> String {
    let is_nested = |inner: &Block| matches!(inner, Block::Statement(_));
    let end = statement.blocks.iter().position(is_nested).unwrap_or(statement.blocks.len());
    let (own, nested) = statement.blocks.split_at_checked(end).unwrap_or_default();
    let write = |blocks: &[Block]| -> String {
        blocks.iter().map(|inner| block(site, inner, Some(statement))).collect()
    };
    argument::statement(site, statement, within, &write(own), &write(nested))
}

/// Links to what stands on the second level of headings.
fn contents(site: Site, lesson: &Lesson) -> String {
    let entries = lesson.blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) if heading.level == 2 => {
            Some(("to-text", &heading.id, &heading.title))
        }
        Block::Statement(statement) if statement.level == 2 => {
            Some(("to-statement", &statement.id, &statement.title))
        }
        Block::Choice(item) if item.level == 2 => Some(("to-item", &item.id, &item.title)),
        _ => None,
    });
    let entries: String = entries
        .map(|(class, id, title)| {
            let address = Address::new(Route::Lesson(lesson.id.clone()), id.as_str());
            format!("<li class=\"{class}\">{}</li>", link(address, &title.0))
        })
        .collect();
    let name = word(&site.words().contents);
    format!(
        "<nav class=\"contents\" aria-labelledby=\"_contents\"><h2 id=\"_contents\">{name}</h2><ol>{entries}</ol></nav>"
    )
}

fn notes(site: Site, lesson: &Lesson) -> String {
    let notes: String = (1..)
        .zip(&lesson.notes)
        .map(|(number, note)| format!("<li id=\"_note-{number}\" tabindex=\"-1\">{note}</li>"))
        .collect();
    if notes.is_empty() {
        notes
    } else {
        section("notes", &site.words().notes, &format!("<ol>{notes}</ol>"))
    }
}

fn sources(site: Site, lesson: &Lesson) -> String {
    let sources = lesson.sources.iter().filter_map(|id| site.guide.source(id));
    let sources: String = sources
        .map(|source| {
            let (link, by, date) = (source_link(source), word(&source.by), word(&source.date));
            format!("<li>{link} {by}, {date}</li>")
        })
        .collect();
    if sources.is_empty() {
        return sources;
    }
    section("lesson-sources", &site.words().sources_of_lesson, &format!("<ul>{sources}</ul>"))
}

/// The lessons before and after this one.
fn neighbours(site: Site, place: usize) -> String {
    let words = site.words();
    let neighbour = |place: Option<usize>, rel: &str, label: &str| {
        let lesson = site.guide.lessons.get(place?)?;
        let href = href(Route::Lesson(lesson.id.clone()));
        let (label, title) = (word(label), word(&lesson.title));
        Some(format!(
            "<a rel=\"{rel}\" href=\"{href}\"><span class=\"small\">{label}</span> <span>{title}</span></a>"
        ))
    };
    let previous = neighbour(place.checked_sub(1), "prev", &words.previous).unwrap_or_default();
    let next = neighbour(place.checked_add(1), "next", &words.next).unwrap_or_default();
    format!(
        "<nav class=\"neighbours\" aria-label=\"{}\">{previous}{next}</nav>",
        word(&words.lessons)
    )
}
