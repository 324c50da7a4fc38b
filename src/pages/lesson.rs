//! A lesson: its contents, its text, its notes and sources, and the way on.

use concord_model::{
    Address, Block, Form, Heading, Html, Lesson, PlacedAtlas, PlacedModel, Program, Route,
    Statement, fill, html,
};

use crate::{
    Site, argument, community,
    ids::{PARTS, TITLE},
    models, quiz,
    text::{
        Control, Scope, counted, href, link, listed, page_title, reading_time, section, source_link,
    },
};

pub(super) fn text(site: Site, place: usize, lesson: &Lesson) -> Html {
    let route = Route::Lesson(lesson.id.clone());
    let scope = Scope::page(site, &route);
    let map = argument::of_lesson(scope, lesson);
    let above = html! {
        (number(site, place)) " · " (reading_time(site, lesson)) (scope.to_here(TITLE, &lesson.title))
    };
    html! {
        article.lesson {
            (page_title(&above, &lesson.title))
            (contents(site, lesson, !map.is_empty()))
            div.tools {
                (to_contents(site))
                (Control::Filter(lesson.id.clone()).place())
            }
            div.text {
                (body(scope, lesson))
                (Control::Finish(lesson.id.clone()).place())
                (own_quiz(site, lesson))
                (map)
                (neighbours(site, place))
            }
        }
    }
}

/// "Lesson 1 of 10".
pub(super) fn number(site: Site, place: usize) -> String {
    let (number, total) = ((place + 1).to_string(), site.guide.lessons.len().to_string());
    fill(site.words().lesson_number(), &[("number", &number), ("total", &total)])
}

/// What a lesson says, with its notes and sources.
pub(super) fn body(scope: Scope<'_>, lesson: &Lesson) -> Html {
    html! { (blocks(scope, &lesson.blocks)) (notes(scope, lesson)) (sources(scope, lesson)) }
}

/// Blocks in reading order.
pub(super) fn blocks(scope: Scope<'_>, blocks: &[Block]) -> Html {
    blocks.iter().map(|inner| block(scope, inner, None)).collect()
}

fn block(scope: Scope<'_>, block: &Block, within: Option<&Statement>) -> Html {
    match block {
        Block::Prose(prose) => html! { div.prose { (prose) } },
        Block::Heading(Heading { level, id, title }) => html! {
            div.headed {
                (scope.heading(*level, id.as_str(), title))
                (scope.to_here(id.as_str(), &title.text()))
            }
        },
        Block::Statement(inner) => statement(scope, inner, within),
        // On the page of the whole guide, which answers nothing, all questions stand.
        Block::Item(item) if item.later && scope.live => Html::default(),
        Block::Item(item) => quiz::place(scope, item),
        Block::Atlas(PlacedAtlas { layer, drawing, year, states, text }) => html! {
            figure.placed data-program=[scope.live.then(|| Program::Atlas.name())]
                data-off=[scope.live.then(|| scope.site.words().map_failed())] data-layer=(layer) data-drawing=[drawing] data-year=[year] data-states=[states] {
                @if scope.live { (community::place(scope.site)) }
                (text)
            }
        },
        Block::Model(PlacedModel { name, settings, text }) => html! {
            @if scope.live { (models::place(scope.site, *name, settings, false)) }
            (text)
        },
    }
}

/// A statement with what stands below it: its explanation first, then other statements.
pub(super) fn statement(
    scope: Scope<'_>,
    statement: &Statement,
    within: Option<&Statement>,
) -> Html {
    let is_nested = |inner: &Block| matches!(inner, Block::Statement(_));
    let end = statement.blocks.iter().position(is_nested).unwrap_or(statement.blocks.len());
    let (own, nested) = statement.blocks.split_at_checked(end).unwrap_or_default();
    let write = |blocks: &[Block]| -> Html {
        blocks.iter().map(|inner| block(scope, inner, Some(statement))).collect()
    };
    argument::statement(scope, statement, within, &write(own), &write(nested))
}

/// Where there is no room beside the text, a button opens the contents. The program notes in it how far the reader is.
fn to_contents(site: Site) -> Html {
    html! {
        button .plain.parts type="button" popovertarget=(PARTS) { (site.words().contents()) }
    }
}

/// Links to what stands on the second level of headings, and to the lesson's part of the argument.
fn contents(site: Site, lesson: &Lesson, has_map: bool) -> Html {
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
    let map = Html::escaped(site.words().argument_of_lesson());
    let entries = entries.map(|(class, id, title)| (class, id.as_str(), title));
    let entries = entries.chain(has_map.then_some(("to-text", "_argument", &map)));
    html! {
        nav.contents #(PARTS) popover aria-labelledby="_contents" {
            h2 #_contents { (site.words().contents()) }
            ol {
                @for (class, id, title) in entries {
                    li class=(class) { (link(Address::new(Route::Lesson(lesson.id.clone()), id), title)) }
                }
            }
        }
    }
}

fn notes(scope: Scope<'_>, lesson: &Lesson) -> Html {
    if lesson.notes.is_empty() {
        return Html::default();
    }
    let notes = html! {
        ol {
            @for (number, note) in (1_usize..).zip(&lesson.notes) {
                li id={ "_note-" (number) } tabindex="-1" { (note) }
            }
        }
    };
    section(scope, "notes", scope.site.words().notes(), &notes)
}

fn sources(scope: Scope<'_>, lesson: &Lesson) -> Html {
    let sources = lesson.sources.iter().filter_map(|id| scope.site.guide.source(id));
    let words = scope.site.words();
    let sources = sources.map(|source| {
        html! { (source_link(source)) " " (source.by) ", " (words.readable(&source.date)) }
    });
    let sources = listed(sources);
    if sources.is_empty() {
        return sources;
    }
    let title = scope.site.words().sources_of_lesson();
    section(scope, "lesson-sources", title, &html! { ul { (sources) } })
}

/// The link to a quiz of the questions that the lesson does not show, and to one of all its questions,
/// to answer again or to give to a class.
fn own_quiz(site: Site, lesson: &Lesson) -> Html {
    if !lesson.blocks.iter().any(|block| matches!(block, Block::Item(_))) {
        return Html::default();
    }
    let later = |block: &&Block| matches!(block, Block::Item(item) if item.later);
    let later = lesson.blocks.iter().filter(later).count();
    html! {
        @if later > 0 {
            p .own-quiz.small {
                a href=(Route::more_questions(&lesson.id, Form::Folder)) {
                    (counted(site, site.words().quiz_more(), "count", later, 0))
                }
            }
        }
        p .own-quiz.small {
            a href=(Route::quiz_of(&lesson.id, Form::Folder)) { (site.words().quiz_of_lesson()) }
        }
    }
}

/// The lessons before and after this one.
fn neighbours(site: Site, place: usize) -> Html {
    let words = site.words();
    let neighbours = [
        (place.checked_sub(1), "prev", words.key_previous(), words.previous()),
        (place.checked_add(1), "next", words.key_next(), words.next()),
    ];
    let neighbours = neighbours.into_iter().filter_map(|(place, rel, key, label)| {
        Some((site.guide.lessons.get(place?)?, rel, key, label))
    });
    html! {
        nav.neighbours aria-label=(words.lessons()) {
            @for (lesson, rel, key, label) in neighbours {
                a rel=(rel) aria-keyshortcuts=(key) href=(href(Route::Lesson(lesson.id.clone()))) {
                    span.small { (label) } " " span { (lesson.title) }
                }
            }
            (to_contents(site))
        }
    }
}
