//! The whole guide on one page, to print or to read in one go. Nothing on it answers.

use concord_model::{Html, Lesson, Route, html};

use super::{glossary, lesson, sources};
use crate::{
    Site,
    community::case_entries,
    text::{Scope, for_whole, link, listed, page_title, whole_id},
};

/// A page as a part of this one: where it comes from, what stands above its title, and the rest.
struct Part {
    page: Route,
    above: Option<String>,
    title: String,
    inner: Html,
}

pub(super) fn text(site: Site) -> Html {
    let parts = parts(site);
    let contents = listed(parts.iter().map(|part| link(part.page.clone(), &part.title)));
    html! {
        div.whole {
            (page_title(&Html::default(), &site.guide.title))
            nav.contents aria-label=(site.words().whole_contents()) {
                (for_whole(&html! { ol { (contents) } }, &Route::Whole))
            }
            @for part in &parts { (written(site, part)) }
        }
    }
}

fn parts(site: Site) -> Vec<Part> {
    let (scope, words, guide) = (Scope::whole(site), site.words(), site.guide);
    let plain = |page: Route, title: &str, inner: Html| Part {
        page,
        above: None,
        title: title.to_owned(),
        inner,
    };
    let home = plain(Route::Home, &guide.tagline, lesson::blocks(scope, &guide.welcome));
    let lessons = (0..).zip(&guide.lessons).map(|(place, own)| whole_lesson(scope, place, own));
    let about = guide.about.iter();
    let about =
        about.map(|own| plain(Route::About, &own.title, lesson::blocks(scope, &own.blocks)));
    // Entries are a level below the title of their list, as they are on pages of their own.
    let lists = [
        plain(Route::Glossary, words.glossary(), glossary::entries(scope, 2)),
        plain(Route::Sources, words.sources(), sources::entries(scope, 2)),
    ];
    let cases =
        guide.has_cases.then(|| plain(Route::Cases, site.words().cases(), case_entries(scope, 2)));
    std::iter::once(home).chain(lessons).chain(about).chain(cases).chain(lists).collect()
}

fn whole_lesson(scope: Scope<'_>, place: usize, lesson: &Lesson) -> Part {
    Part {
        page: Route::Lesson(lesson.id.clone()),
        above: Some(lesson::number(scope.site, place)),
        title: lesson.title.clone(),
        inner: lesson::body(scope, lesson),
    }
}

/// A part with its title, to which links to its page lead here.
fn written(site: Site, part: &Part) -> Html {
    let id = whole_id(&part.page, "").unwrap_or_default();
    html! {
        article.text {
            @if let Some(above) = &part.above { p.small { (above) } }
            (Scope::whole(site).heading(1, &id, &part.title))
            (for_whole(&part.inner, &part.page))
        }
    }
}
