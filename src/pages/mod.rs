//! The pages: one file each. A page is a function of the guide and of what the browser remembers.

mod glossary;
mod home;
mod lesson;
mod not_found;
mod sources;

use concord_model::{Guide, Route};
use leptos::prelude::*;

use crate::Site;

/// The HTML id of the main part of each page. Ids of the interface begin with an underscore,
/// which no id of content can.
pub(crate) const MAIN: &str = "_main";

/// The HTML id of each page's title.
pub(crate) const TITLE: &str = "_title";

/// The page of a route.
pub(crate) fn page(site: Site, route: &Route) -> AnyView {
    match route {
        Route::Home => home::view(site).into_any(),
        Route::Lesson(id) => match site.guide.lesson(id) {
            Some((place, lesson)) => lesson::view(site, place, lesson).into_any(),
            None => not_found::view(site).into_any(),
        },
        Route::Glossary => glossary::view(site).into_any(),
        Route::Sources => sources::view(site).into_any(),
        Route::NotFound => not_found::view(site).into_any(),
    }
}

/// The name of a page alone.
fn name<'g>(guide: &'g Guide, route: &Route) -> Option<&'g str> {
    match route {
        Route::Home => None,
        Route::Lesson(id) => guide.lesson(id).map(|(_, lesson)| lesson.title.as_str()),
        Route::Glossary => Some(&guide.words.glossary),
        Route::Sources => Some(&guide.words.sources),
        Route::NotFound => Some(&guide.words.not_found_title),
    }
}

/// The title of a page, as the browser's tab shows it.
#[must_use]
pub fn title(guide: &Guide, route: &Route) -> String {
    match name(guide, route) {
        Some(name) => format!("{name} · {}", guide.title),
        None => format!("{} · {}", guide.title, guide.tagline),
    }
}

/// The description of a page, for search engines and link previews.
#[must_use]
pub fn description<'g>(guide: &'g Guide, route: &Route) -> &'g str {
    match route {
        Route::Lesson(id) => guide.lesson(id).map_or(&guide.description, |(_, lesson)| &lesson.summary),
        _ => &guide.description,
    }
}
