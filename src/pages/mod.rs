//! The pages: one file each. A page is text with places for controls, a function of the guide.

mod glossary;
mod home;
mod lesson;
mod not_found;
mod sources;

use concord_model::{Address, Guide, Route};

use crate::{
    Site,
    controls::Control,
    text::{href, source_link, word},
};
pub(crate) use home::{done, way_in};

/// The HTML id of the element that holds [`html`]. Ids of the interface begin with an underscore,
/// which no id of content can.
pub const APP_ELEMENT: &str = "_app";

/// The HTML id of the element that tells screen readers which page they came to.
pub const STATUS_ELEMENT: &str = "_status";

/// The HTML id of the main part of each page.
const MAIN: &str = "_main";

/// The HTML id of each page's title.
pub(crate) const TITLE: &str = "_title";

/// A whole page: what all pages share, and the page of the route.
#[must_use]
pub fn html(site: Site, route: &Route) -> String {
    let words = site.words();
    let page = match route {
        Route::Home => home::text(site),
        Route::Lesson(id) => match site.guide.lesson(id) {
            Some((place, lesson)) => lesson::text(site, place, lesson),
            None => not_found::text(site),
        },
        Route::Glossary => glossary::text(site),
        Route::Sources => sources::text(site),
        Route::NotFound => not_found::text(site),
    };
    format!(
        "<a class=\"skip\" href=\"{skip}\">{skip_name}</a>\
         <header class=\"site\">{navigation}{theme}</header>\
         <main id=\"{MAIN}\" tabindex=\"-1\">{page}</main>\
         <footer class=\"site\">{footer}<div class=\"kept\" role=\"status\">{kept}</div></footer>",
        skip = href(Address::new(route.clone(), MAIN)),
        skip_name = word(&words.skip_to_content),
        navigation = navigation(site, route),
        theme = Control::Theme.place(site),
        footer = footer(site),
        kept = Control::Kept.place(site),
    )
}

/// Links to the main pages; the one that is shown is marked.
fn navigation(site: Site, here: &Route) -> String {
    let words = site.words();
    let pages = [
        (Route::Home, &site.guide.title),
        (Route::Glossary, &words.glossary),
        (Route::Sources, &words.sources),
    ];
    let links = pages.map(|(route, name)| {
        let current = if route == *here { " aria-current=\"page\"" } else { "" };
        format!("<li><a href=\"{}\"{current}>{}</a></li>", href(route), word(name))
    });
    format!(
        "<nav aria-label=\"{}\"><ul>{}</ul></nav>",
        word(&words.site_navigation),
        links.concat()
    )
}

fn footer(site: Site) -> String {
    let work = site.guide.source(&site.guide.work.source);
    let work = work.map(|source| {
        format!("<p>{} {}, {}</p>", source_link(source), word(&source.by), word(&source.date))
    });
    format!("<p>{}</p>{}", word(&site.words().about_work), work.unwrap_or_default())
}

/// The title of a page, as the browser's tab shows it.
#[must_use]
pub fn title(guide: &Guide, route: &Route) -> String {
    let name = match route {
        Route::Home => return format!("{} · {}", guide.title, guide.tagline),
        Route::Lesson(id) => guide.lesson(id).map(|(_, lesson)| &lesson.title),
        Route::Glossary => Some(&guide.words.glossary),
        Route::Sources => Some(&guide.words.sources),
        Route::NotFound => None,
    };
    format!("{} · {}", name.unwrap_or(&guide.words.not_found_title), guide.title)
}

/// The description of a page, for search engines and link previews.
#[must_use]
pub fn description<'g>(guide: &'g Guide, route: &Route) -> &'g str {
    match route {
        Route::Lesson(id) => {
            guide.lesson(id).map_or(&guide.description, |(_, lesson)| &lesson.summary)
        }
        _ => &guide.description,
    }
}
