//! A lesson: its contents, its text, its notes and sources, and the way on.

use concord_engine::reading;
use concord_model::{Address, Block, Heading, Html, Id, Lesson, Route, fill};
use leptos::{ev, prelude::*};

use super::TITLE;
use crate::{Site, argument, quiz, text::{heading, href}};

pub(super) fn view(site: Site, place: usize, lesson: &'static Lesson) -> impl IntoView {
    let words = site.words();
    let number = fill(
        &words.lesson_number,
        &[("number", &(place + 1).to_string()), ("total", &site.guide.lessons.len().to_string())],
    );
    let time = fill(&words.reading_time, &[("minutes", &reading::minutes(lesson.words).to_string())]);
    view! {
        <article class="lesson">
            <header class="title">
                <p class="small">{number}" · "{time}</p>
                <h1 id=TITLE tabindex="-1">{lesson.title.as_str()}</h1>
            </header>
            {contents(site, lesson)}
            <div class="text">
                {blocks(site, &lesson.blocks)}
                {notes(site, lesson)}
                {sources(site, lesson)}
                {end(site, place, lesson)}
            </div>
        </article>
    }
}

/// Blocks in reading order.
pub(super) fn blocks(site: Site, blocks: &'static [Block]) -> Vec<AnyView> {
    let view = |block: &'static Block| match block {
        Block::Prose(Html(html)) => view! { <div class="prose" inner_html=html.as_str()></div> }.into_any(),
        Block::Heading(Heading { id, level, title }) => heading(*level, id.as_str(), title),
        Block::Statement(statement) => {
            argument::statement(site, statement, self::blocks(site, &statement.blocks)).into_any()
        }
        Block::Choice(item) => quiz::choice(site, item).into_any(),
    };
    blocks.iter().map(view).collect()
}

/// Links to the headings, two levels deep.
fn contents(site: Site, lesson: &'static Lesson) -> impl IntoView {
    let route = Route::Lesson(lesson.id.clone());
    let entry = |(id, class, Html(title)): (&Id, &'static str, &'static Html)| {
        let href = href(Address::new(route.clone(), id.as_str()));
        view! { <li class=class><a href=href inner_html=title.as_str()></a></li> }
    };
    let entries = lesson.blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) if heading.level == 2 => Some((&heading.id, "", &heading.title)),
        Block::Statement(statement) if statement.level == 2 => Some((&statement.id, "to-statement", &statement.title)),
        Block::Choice(item) if item.level == 2 => Some((&item.id, "to-item", &item.title)),
        _ => None,
    });
    view! {
        <nav class="contents" aria-labelledby="_contents">
            <h2 id="_contents">{site.words().contents.as_str()}</h2>
            <ol>{entries.map(entry).collect_view()}</ol>
        </nav>
    }
}

fn notes(site: Site, lesson: &'static Lesson) -> impl IntoView {
    let notes = lesson.notes.iter().enumerate().map(|(place, Html(html))| {
        view! { <li id=format!("_note-{}", place + 1) tabindex="-1" inner_html=html.as_str()></li> }
    });
    let notes = notes.collect_view();
    (!lesson.notes.is_empty()).then(|| {
        view! {
            <section class="notes" aria-labelledby="_notes">
                <h2 id="_notes" tabindex="-1">{site.words().notes.as_str()}</h2>
                <ol>{notes}</ol>
            </section>
        }
    })
}

fn sources(site: Site, lesson: &'static Lesson) -> impl IntoView {
    let sources = lesson.sources.iter().filter_map(|id| site.guide.source(id)).map(|source| {
        let href = href(Address::new(Route::Sources, source.id.as_str()));
        view! { <li><a href=href>{source.title.as_str()}</a>" "<span>{source.by.as_str()}", "{source.date.as_str()}</span></li> }
    });
    view! {
        <section class="lesson-sources" aria-labelledby="_sources">
            <h2 id="_sources" tabindex="-1">{site.words().sources_of_lesson.as_str()}</h2>
            <ul>{sources.collect_view()}</ul>
        </section>
    }
}

/// The end of a lesson: a mark that it is finished, and the lessons before and after it.
fn end(site: Site, place: usize, lesson: &'static Lesson) -> impl IntoView {
    let words = site.words();
    let finished = move || site.store.record.with(|record| record.lesson(&lesson.id).finished);
    let set_finished = move |event: ev::Event| {
        let finished = event_target_checked(&event);
        site.store.update(move |record| record.set_finished(&lesson.id, finished));
    };
    let neighbour = move |place: Option<usize>, rel: &'static str, word: &'static str| {
        let lesson = place.and_then(|place| site.guide.lessons.get(place))?;
        Some(view! {
            <a rel=rel href=href(Route::Lesson(lesson.id.clone()))>
                <span class="small">{word}</span>
                <span>{lesson.title.as_str()}</span>
            </a>
        })
    };
    view! {
        <label class="finish live">
            <input type="checkbox" prop:checked=finished on:change=set_finished/>
            <span>{words.mark_finished.as_str()}</span>
        </label>
        <nav class="neighbours" aria-label=words.lessons.as_str()>
            {neighbour(place.checked_sub(1), "prev", &words.previous)}
            {neighbour(place.checked_add(1), "next", &words.next)}
        </nav>
    }
}
