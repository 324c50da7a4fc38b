//! The way in: what the guide is about, its lessons, and whose statements it reports.

use concord_engine::reading;
use concord_model::{Address, Id, Lesson, Route, fill};
use leptos::prelude::*;

use super::{TITLE, lesson};
use crate::{
    Site,
    controls::Control,
    text::{href, mark, section, word},
};

pub(super) fn text(site: Site) -> String {
    let words = site.words();
    let lessons: String = (1..)
        .zip(&site.guide.lessons)
        .map(|(number, lesson)| entry(site, number, lesson))
        .collect();
    let owners = site.guide.owners.iter();
    let owners: String =
        owners.map(|owner| format!("<li>{}{}</li>", mark(owner.mark), word(&owner.name))).collect();
    format!(
        "<div class=\"home\">{title}{welcome}<div class=\"way-in\">{way_in}</div>{lessons}{owners}</div>",
        title = title(site),
        welcome = lesson::blocks(site, &site.guide.welcome),
        way_in = Control::WayIn.place(site),
        lessons = section("lessons", &words.lessons, &format!("<ol>{lessons}</ol>")),
        owners = section("owners", &words.owners, &format!("<ul>{owners}</ul>")),
    )
}

fn title(site: Site) -> String {
    let (title, tagline) = (word(&site.guide.title), word(&site.guide.tagline));
    format!(
        "<header class=\"title\"><h1 id=\"{TITLE}\" tabindex=\"-1\">{title}</h1>\
         <p class=\"tagline\">{tagline}</p></header>"
    )
}

/// A lesson in the list, with the mark of one that is finished.
fn entry(site: Site, number: usize, lesson: &Lesson) -> String {
    let words = site.words();
    let minutes = reading::minutes(lesson.words).to_string();
    format!(
        "<li><a href=\"{}\"><span class=\"number\">{number}</span> <span class=\"name\">{}</span></a>\
         <p>{}</p><div class=\"small\">{} {}</div></li>",
        href(Route::Lesson(lesson.id.clone())),
        word(&lesson.title),
        word(&lesson.summary),
        word(&fill(&words.reading_time, &[("minutes", &minutes)])),
        Control::Done(lesson.id.clone()).place(site),
    )
}

/// The mark of a lesson that the reader has finished.
pub(crate) fn done(site: Site, lesson: &Id) -> String {
    let finished = site.store.record.with(|record| record.lesson(lesson).finished);
    if finished {
        format!("<span class=\"done\">✓ {}</span>", word(&site.words().finished))
    } else {
        String::new()
    }
}

/// One link in: back to where the reader was, or to the first lesson.
pub(crate) fn way_in(site: Site) -> String {
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
            (address, fill(&words.continue_reading, &[("lesson", &lesson.title)]))
        }
        (None, Some(lesson)) => {
            (Route::Lesson(lesson.id.clone()).into(), words.start_reading.clone())
        }
        (None, None) => return String::new(),
    };
    format!("<a class=\"button\" href=\"{}\">{}</a>", href(address), word(&text))
}
