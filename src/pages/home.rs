//! The way in: what the guide is about, its lessons, and whose statements it reports.

use concord_model::{Html, Lesson, Route, html};

use super::lesson;
use crate::{
    Site,
    ids::TITLE,
    text::{Control, Scope, href, link, mark, reading_time, section},
};

pub(super) fn text(site: Site) -> Html {
    let (scope, words) = (Scope::page(site, &Route::Home), site.words());
    let lessons = html! {
        (Control::Progress.place())
        ol {
            @for (number, lesson) in (1_usize..).zip(&site.guide.lessons) {
                (entry(site, number, lesson))
            }
        }
        (ways_on(site))
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
            div.way-in { (Control::WayIn.place()) }
            (section(scope, "lessons", words.lessons(), &lessons))
            (section(scope, "owners", words.owners(), &owners))
        }
    }
}

/// The ways to the argument as a graph, and to the page that holds everything.
fn ways_on(site: Site) -> Html {
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

/// A lesson in the list, with the mark of one that is finished.
fn entry(site: Site, number: usize, lesson: &Lesson) -> Html {
    html! {
        li {
            a href=(href(Route::Lesson(lesson.id.clone()))) {
                span.number { (number) } " " span.name { (lesson.title) }
            }
            p { (lesson.summary) }
            div.small {
                (reading_time(site, lesson)) " " (Control::Done(lesson.id.clone()).place())
            }
        }
    }
}
