//! The way in: what the guide is about, its lessons, and whose statements it reports.

use concord_engine::reading;
use concord_model::{Address, Id, Route, fill};
use leptos::prelude::*;

use super::{TITLE, lesson::blocks};
use crate::{Site, argument::mark, text::href};

pub(super) fn view(site: Site) -> impl IntoView {
    let words = site.words();
    let lessons = site.guide.lessons.iter().enumerate().map(|(place, lesson)| {
        let id = lesson.id.clone();
        let finished = move || site.store.record.with(|record| record.lesson(&id).finished);
        let minutes = reading::minutes(lesson.words).to_string();
        view! {
            <li>
                <a href=href(Route::Lesson(lesson.id.clone()))>
                    <span class="number">{place + 1}</span>
                    <span class="name">{lesson.title.as_str()}</span>
                </a>
                <p>{lesson.summary.as_str()}</p>
                <p class="small">
                    {fill(&words.reading_time, &[("minutes", &minutes)])}
                    <span class="done">{move || finished().then(|| format!(" · ✓ {}", words.finished))}</span>
                </p>
            </li>
        }
    });
    let owners = site.guide.owners.iter().map(|owner| {
        view! { <li>{mark(owner.mark)}<span>{owner.name.as_str()}</span></li> }
    });
    view! {
        <div class="home">
            <header class="title">
                <h1 id=TITLE tabindex="-1">{site.guide.title.as_str()}</h1>
                <p class="tagline">{site.guide.tagline.as_str()}</p>
            </header>
            {blocks(site, &site.guide.welcome)}
            <p class="way-in">{way_in(site)}</p>
            <section aria-labelledby="_lessons">
                <h2 id="_lessons" tabindex="-1">{words.lessons.as_str()}</h2>
                <ol class="lessons">{lessons.collect_view()}</ol>
            </section>
            <section aria-labelledby="_owners">
                <h2 id="_owners" tabindex="-1">{words.owners.as_str()}</h2>
                <ul class="owners">{owners.collect_view()}</ul>
            </section>
        </div>
    }
}

/// One link in: back to where the reader was, or to the first lesson.
fn way_in(site: Site) -> impl IntoView {
    let words = site.words();
    let last = move || -> Option<(Id, Option<Id>)> {
        let record = site.store.record.get();
        let last = record.last?;
        let place = record.lessons.get(&last)?.place.clone();
        site.guide.lesson(&last).is_some().then_some((last, place))
    };
    let target = move || match last() {
        Some((lesson, place)) => {
            href(Address { route: Route::Lesson(lesson), fragment: place.map(String::from) })
        }
        None => site.guide.lessons.first().map_or_else(String::new, |lesson| href(Route::Lesson(lesson.id.clone()))),
    };
    let text = move || match last().and_then(|(id, _)| site.guide.lesson(&id)) {
        Some((_, lesson)) => fill(&words.continue_reading, &[("lesson", &lesson.title)]),
        None => words.start_reading.clone(),
    };
    view! { <a class="button" href=target>{text}</a> }
}
