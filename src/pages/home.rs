//! The way in: what the guide is about, its lessons, and whose statements it reports.

use concord_model::{Address, Id, Lesson, Route, fill};
use leptos::prelude::*;

use super::{TITLE, lesson};
use crate::{
    Site,
    controls::Control,
    scope::Scope,
    text::{counted, href, link, mark, reading_time, section, word},
};

pub(super) fn text(site: Site) -> String {
    let (scope, words) = (Scope::page(site, &Route::Home), site.words());
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
        welcome = lesson::blocks(scope, &site.guide.welcome),
        way_in = Control::WayIn.place(site),
        lessons = section(
            scope,
            "lessons",
            words.lessons(),
            &format!("{}<ol>{lessons}</ol>{}", Control::Progress.place(site), whole(site))
        ),
        owners = section(scope, "owners", words.owners(), &format!("<ul>{owners}</ul>")),
    )
}

fn title(site: Site) -> String {
    let (title, tagline) = (word(&site.guide.title), word(&site.guide.tagline));
    format!(
        "<header class=\"title\"><h1 id=\"{TITLE}\" tabindex=\"-1\">{title}</h1>\
         <p class=\"tagline\">{tagline}</p></header>"
    )
}

/// The ways to the argument as a graph, and to the page that holds everything.
fn whole(site: Site) -> String {
    let words = site.words();
    let pages = [
        (Route::Argument, words.argument_map(), words.argument_intro()),
        (Route::Whole, words.whole_guide(), words.whole_guide_hint()),
    ];
    let line = |(route, name, hint): (Route, &str, &str)| {
        let link = link(route, &word(name));
        format!("<p class=\"small whole-guide\">{link}. {}</p>", word(hint))
    };
    pages.map(line).concat()
}

/// How many lessons the reader has finished, once there is one.
pub(crate) fn progress(site: Site) -> String {
    let lessons = &site.guide.lessons;
    let finished = site
        .store
        .record
        .with(|record| lessons.iter().filter(|lesson| record.lesson(&lesson.id).finished).count());
    if finished == 0 {
        return String::new();
    }
    let text = counted(site, site.words().lessons_finished(), "count", finished, lessons.len());
    format!("<p class=\"small\">{}</p>", word(&text))
}

/// A lesson in the list, with the mark of one that is finished.
fn entry(site: Site, number: usize, lesson: &Lesson) -> String {
    format!(
        "<li><a href=\"{}\"><span class=\"number\">{number}</span> <span class=\"name\">{}</span></a>\
         <p>{}</p><div class=\"small\">{} {}</div></li>",
        href(Route::Lesson(lesson.id.clone())),
        word(&lesson.title),
        word(&lesson.summary),
        reading_time(site, lesson),
        Control::Done(lesson.id.clone()).place(site),
    )
}

/// The mark of a lesson that the reader has finished.
pub(crate) fn done(site: Site, lesson: &Id) -> String {
    let finished = site.store.record.with(|record| record.lesson(lesson).finished);
    if finished {
        format!("<span class=\"done\">✓ {}</span>", word(site.words().finished()))
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
            (address, fill(words.continue_reading(), &[("lesson", &lesson.title)]))
        }
        (None, Some(lesson)) => {
            (Route::Lesson(lesson.id.clone()).into(), words.start_reading().to_owned())
        }
        (None, None) => return String::new(),
    };
    format!("<a class=\"button\" href=\"{}\">{}</a>", href(address), word(&text))
}
