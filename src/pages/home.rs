//! The way in: a question that takes the reader in, four ways on, the lessons, what the guide is about, and whose
//! statements it reports.

use concord_engine::reading;
use concord_model::{Html, Lesson, Route, fill, html};

use super::lesson;
use crate::{
    Site,
    ids::TITLE,
    text::{Control, Scope, href, link, mark, section},
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
        p .small.whole-guide {
            (link(Route::Whole, &words.whole_guide())) ". " (words.whole_guide_hint())
        }
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
            div.way-in { (Control::WayIn.place()) }
            @if let Some(opening) = &site.guide.opening { (opening) }
            (ways(site))
            (section(scope, "lessons", words.lessons(), &lessons))
            (lesson::blocks(scope, &site.guide.welcome))
            (section(scope, "owners", words.owners(), &owners))
        }
    }
}

/// The ways into the guide, as far as it has them.
fn ways(site: Site) -> Html {
    let (guide, words) = (site.guide, site.words());
    let learn = guide.lessons.first().map(|lesson| Route::Lesson(lesson.id.clone()));
    let look = guide.has_state_pages.then_some(Route::Community);
    let ways = [
        (learn, words.way_learn(), words.way_learn_hint()),
        (Some(Route::Argument), words.way_argue(), words.way_argue_hint()),
        (look, words.way_look(), words.way_look_hint()),
        (Some(Route::Teach), words.way_teach(), words.way_teach_hint()),
    ];
    html! {
        ul.ways {
            @for (route, name, hint) in ways {
                @if let Some(route) = route {
                    li { a href=(href(route)) { b { (name) } " " span.small { (hint) } } }
                }
            }
        }
    }
}

/// A lesson in the list: a line, with the mark of one that is finished.
fn entry(site: Site, number: usize, lesson: &Lesson) -> Html {
    let minutes = reading::of_lesson(lesson).to_string();
    html! {
        li {
            a href=(href(Route::Lesson(lesson.id.clone()))) {
                span.number { (number) } " " span.name { (lesson.title) }
            }
            div.small {
                (Control::Done(lesson.id.clone()).place()) " "
                (fill(site.words().minutes(), &[("minutes", &minutes)]))
            }
        }
    }
}
