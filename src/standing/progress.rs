//! How far the reader has come, as the page of all lessons says it.

use concord_model::{Address, Html, Id, Route, fill, html};
use leptos::prelude::*;

use crate::{
    Site,
    text::{counted, href},
};

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

/// The mark of a lesson that the reader has finished.
pub(crate) fn done(site: Site, lesson: &Id) -> Html {
    let finished = site.store.record.with(|record| record.lesson(lesson).finished);
    html! { @if finished { span.done { "✓ " (site.words().finished()) } } }
}

/// One link in: a button back to where the reader was, or else a link to the first lesson.
pub(crate) fn way_in(site: Site) -> Html {
    let words = site.words();
    let last = site.store.record.with(|record| {
        let last = record.last.as_ref()?;
        let (_, lesson) = site.guide.lesson(last)?;
        Some((lesson, record.lesson(last).place))
    });
    let (address, text, class) = match (last, site.guide.lessons.first()) {
        (Some((lesson, place)), _) => {
            let route = Route::Lesson(lesson.id.clone());
            let address = Address { route, fragment: place.map(String::from) };
            (address, fill(words.continue_reading(), &[("lesson", &lesson.title)]), Some("button"))
        }
        (None, Some(lesson)) => {
            (Route::Lesson(lesson.id.clone()).into(), words.start_reading().to_owned(), None)
        }
        (None, None) => return Html::default(),
    };
    html! { a class=[class] href=(href(address)) { (text) } }
}
