//! The way in: what the guide is about, its lessons, and whose statements it reports.

use concord_model::{Address, Html, Id, Lesson, Route, fill, html};
use leptos::prelude::*;

use super::{TITLE, lesson};
use crate::{
    Site,
    controls::Control,
    scope::Scope,
    text::{counted, href, link, mark, reading_time, section},
};

pub(super) fn text(site: Site) -> Html {
    let (scope, words) = (Scope::page(site, &Route::Home), site.words());
    let lessons = html! {
        (Control::Progress.place(site))
        ol {
            @for (number, lesson) in (1_usize..).zip(&site.guide.lessons) {
                (entry(site, number, lesson))
            }
        }
        (whole(site))
    };
    let owners = html! {
        ul { @for owner in &site.guide.owners { li { (mark(owner.mark)) (owner.name) } } }
    };
    html! {
        div.home {
            header.title {
                h1 #(TITLE) tabindex="-1" { (site.guide.title) }
                p.tagline { (site.guide.tagline) }
            }
            (lesson::blocks(scope, &site.guide.welcome))
            div.way-in { (Control::WayIn.place(site)) }
            (section(scope, "lessons", words.lessons(), &lessons))
            (section(scope, "owners", words.owners(), &owners))
        }
    }
}

/// The ways to the argument as a graph, and to the page that holds everything.
fn whole(site: Site) -> Html {
    let words = site.words();
    let pages = [
        (Route::Argument, words.argument_map(), words.argument_intro()),
        (Route::Whole, words.whole_guide(), words.whole_guide_hint()),
    ];
    html! {
        @for (route, name, hint) in pages {
            p .small.whole-guide { (link(route, &name)) ". " (hint) }
        }
    }
}

/// How many lessons the reader has finished, once there is one.
pub(crate) fn progress(site: Site) -> Html {
    let lessons = &site.guide.lessons;
    let finished = site
        .store
        .record
        .with(|record| lessons.iter().filter(|lesson| record.lesson(&lesson.id).finished).count());
    if finished == 0 {
        return Html::default();
    }
    let text = counted(site, site.words().lessons_finished(), "count", finished, lessons.len());
    html! { p.small { (text) } }
}

/// A lesson in the list, with the mark of one that is finished.
fn entry(site: Site, number: usize, lesson: &Lesson) -> Html {
    html! {
        li {
            a href=(href(Route::Lesson(lesson.id.clone()))) {
                span.number { (number) } " " span.name { (lesson.title) }
            }
            p { (lesson.summary) }
            div.small {
                (reading_time(site, lesson)) " " (Control::Done(lesson.id.clone()).place(site))
            }
        }
    }
}

/// The mark of a lesson that the reader has finished.
pub(crate) fn done(site: Site, lesson: &Id) -> Html {
    let finished = site.store.record.with(|record| record.lesson(lesson).finished);
    html! { @if finished { span.done { "✓ " (site.words().finished()) } } }
}

/// One link in: back to where the reader was, or to the first lesson.
pub(crate) fn way_in(site: Site) -> Html {
    let words = site.words();
    let last = site.store.record.with(|record| {
        let last = record.last.as_ref()?;
        let (_, lesson) = site.guide.lesson(last)?;
        Some((lesson, record.lesson(last).place))
    });
    let (address, text) = match (last, site.guide.lessons.first()) {
        (Some((lesson, place)), _) => {
            let route = Route::Lesson(lesson.id.clone());
            let address = Address { route, fragment: place.map(String::from) };
            (address, fill(words.continue_reading(), &[("lesson", &lesson.title)]))
        }
        (None, Some(lesson)) => {
            (Route::Lesson(lesson.id.clone()).into(), words.start_reading().to_owned())
        }
        (None, None) => return Html::default(),
    };
    html! { a.button href=(href(address)) { (text) } }
}
