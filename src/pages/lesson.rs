//! A lesson: its contents, its text, its notes and sources, and the way on.

use concord_model::{Address, Block, Form, Heading, Html, Lesson, Map, Route, Statement, fill};

use super::TITLE;
use crate::{
    Site, argument, community,
    controls::Control,
    quiz,
    scope::Scope,
    text::{counted, href, link, page_title, reading_time, section, source_link, word},
};

pub(super) fn text(site: Site, place: usize, lesson: &Lesson) -> String {
    let route = Route::Lesson(lesson.id.clone());
    let scope = Scope::page(site, &route);
    let title = Html::escaped(&lesson.title);
    let map = argument::of_lesson(scope, lesson);
    let above = format!(
        "{} · {}{}",
        number(site, place),
        reading_time(site, lesson),
        scope.to_here(TITLE, &title)
    );
    format!(
        "<article class=\"lesson\">{title}{contents}<div class=\"text\">{filter}{body}{finish}{quiz}{map}{neighbours}\
         </div></article>",
        title = page_title(&above, &title.0),
        contents = contents(site, lesson, !map.is_empty()),
        filter = Control::Filter(lesson.id.clone()).place(site),
        body = body(scope, lesson),
        finish = Control::Finish(lesson.id.clone()).place(site),
        quiz = own_quiz(site, lesson),
        neighbours = neighbours(site, place),
    )
}

/// "Lesson 1 of 10".
pub(super) fn number(site: Site, place: usize) -> String {
    let (number, total) = ((place + 1).to_string(), site.guide.lessons.len().to_string());
    word(&fill(site.words().lesson_number(), &[("number", &number), ("total", &total)]))
}

/// What a lesson says, with its notes and sources.
pub(super) fn body(scope: Scope<'_>, lesson: &Lesson) -> String {
    blocks(scope, &lesson.blocks) + &notes(scope, lesson) + &sources(scope, lesson)
}

/// Blocks in reading order.
pub(super) fn blocks(scope: Scope<'_>, blocks: &[Block]) -> String {
    blocks.iter().map(|inner| block(scope, inner, None)).collect()
}

fn block(scope: Scope<'_>, block: &Block, within: Option<&Statement>) -> String {
    match block {
        Block::Prose(html) => format!("<div class=\"prose\">{html}</div>"),
        Block::Heading(plain) => {
            let Heading { level, id, title } = plain;
            let (to_here, id) = (scope.to_here(id.as_str(), title), id.as_str());
            format!("<div class=\"headed\">{}{to_here}</div>", scope.heading(*level, id, title))
        }
        Block::Statement(inner) => statement(scope, inner, within),
        // On the page of the whole guide, which answers nothing, all questions stand.
        Block::Item(item) if item.later && scope.live => String::new(),
        Block::Item(item) => quiz::place(scope, item),
        Block::Map(Map { place, text }) => {
            let drawing = if scope.live { community::place(scope.site) } else { String::new() };
            format!("<figure class=\"placed\"{place}>{drawing}{text}</figure>")
        }
    }
}

/// A statement with what stands below it: its explanation first, then other statements.
pub(super) fn statement(
    scope: Scope<'_>,
    statement: &Statement,
    within: Option<&Statement>,
) -> String {
    let is_nested = |inner: &Block| matches!(inner, Block::Statement(_));
    let end = statement.blocks.iter().position(is_nested).unwrap_or(statement.blocks.len());
    let (own, nested) = statement.blocks.split_at_checked(end).unwrap_or_default();
    let write = |blocks: &[Block]| -> String {
        blocks.iter().map(|inner| block(scope, inner, Some(statement))).collect()
    };
    argument::statement(scope, statement, within, &write(own), &write(nested))
}

/// Links to what stands on the second level of headings, and to the lesson's part of the argument.
fn contents(site: Site, lesson: &Lesson, has_map: bool) -> String {
    let entries = lesson.blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) if heading.level == 2 => {
            Some(("to-text", &heading.id, &heading.title))
        }
        Block::Statement(statement) if statement.level == 2 => {
            Some(("to-statement", &statement.id, &statement.title))
        }
        Block::Item(item) if item.level == 2 && !item.later => {
            Some(("to-item", &item.id, &item.title))
        }
        _ => None,
    });
    let entry = |(class, id, title): (&str, &str, &Html)| {
        let address = Address::new(Route::Lesson(lesson.id.clone()), id);
        format!("<li class=\"{class}\">{}</li>", link(address, &title.0))
    };
    let map = Html::escaped(site.words().argument_of_lesson());
    let entries = entries.map(|(class, id, title)| (class, id.as_str(), title));
    let entries: String =
        entries.chain(has_map.then_some(("to-text", "_argument", &map))).map(entry).collect();
    let name = word(site.words().contents());
    format!(
        "<nav class=\"contents\" aria-labelledby=\"_contents\"><h2 id=\"_contents\">{name}</h2><ol>{entries}</ol></nav>"
    )
}

fn notes(scope: Scope<'_>, lesson: &Lesson) -> String {
    let notes: String = (1..)
        .zip(&lesson.notes)
        .map(|(number, note)| format!("<li id=\"_note-{number}\" tabindex=\"-1\">{note}</li>"))
        .collect();
    if notes.is_empty() {
        notes
    } else {
        section(scope, "notes", scope.site.words().notes(), &format!("<ol>{notes}</ol>"))
    }
}

fn sources(scope: Scope<'_>, lesson: &Lesson) -> String {
    let sources = lesson.sources.iter().filter_map(|id| scope.site.guide.source(id));
    let sources: String = sources
        .map(|source| {
            let (link, by, date) = (source_link(source), word(&source.by), word(&source.date));
            format!("<li>{link} {by}, {date}</li>")
        })
        .collect();
    if sources.is_empty() {
        return sources;
    }
    section(
        scope,
        "lesson-sources",
        scope.site.words().sources_of_lesson(),
        &format!("<ul>{sources}</ul>"),
    )
}

/// The link to a quiz of the questions that the lesson does not show, and to one of all its questions,
/// to answer again or to give to a class.
fn own_quiz(site: Site, lesson: &Lesson) -> String {
    if !lesson.blocks.iter().any(|block| matches!(block, Block::Item(_))) {
        return String::new();
    }
    let own = (Route::quiz_of(&lesson.id, Form::Folder), word(site.words().quiz_of_lesson()));
    let later = |block: &&Block| matches!(block, Block::Item(item) if item.later);
    let more = match lesson.blocks.iter().filter(later).count() {
        0 => None,
        count => Some((
            Route::more_questions(&lesson.id, Form::Folder),
            word(&counted(site, site.words().quiz_more(), "count", count, 0)),
        )),
    };
    let links = more.into_iter().chain([own]);
    let links = links.map(|(href, name)| {
        format!("<p class=\"own-quiz small\"><a href=\"{}\">{name}</a></p>", word(&href))
    });
    links.collect()
}

/// The lessons before and after this one.
fn neighbours(site: Site, place: usize) -> String {
    let words = site.words();
    let neighbour = |place: Option<usize>, rel: &str, key: &str, label: &str| {
        let lesson = site.guide.lessons.get(place?)?;
        let href = href(Route::Lesson(lesson.id.clone()));
        let (label, title, key) = (word(label), word(&lesson.title), word(key));
        Some(format!(
            "<a rel=\"{rel}\" aria-keyshortcuts=\"{key}\" href=\"{href}\"><span class=\"small\">{label}</span> <span>{title}</span></a>"
        ))
    };
    let previous = neighbour(place.checked_sub(1), "prev", words.key_previous(), words.previous())
        .unwrap_or_default();
    let next =
        neighbour(place.checked_add(1), "next", words.key_next(), words.next()).unwrap_or_default();
    format!(
        "<nav class=\"neighbours\" aria-label=\"{}\">{previous}{next}</nav>",
        word(words.lessons())
    )
}
