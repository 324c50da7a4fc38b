//! The whole guide on one page, to print or to read in one go. Nothing on it answers.

use concord_model::{Html, Lesson, Route};

use super::{cases, glossary, lesson, sources};
use crate::{
    Site,
    rewrite::{for_whole, whole_id},
    scope::Scope,
    text::{link, page_title, word},
};

/// A page as a part of this one: where it comes from, its title, and the rest.
struct Part {
    page: Route,
    above: String,
    title: String,
    inner: String,
}

pub(super) fn text(site: Site) -> String {
    let parts = parts(site);
    let contents: String = parts
        .iter()
        .map(|part| format!("<li>{}</li>", link(part.page.clone(), &word(&part.title))))
        .collect();
    let contents = for_whole(&format!("<ol>{contents}</ol>"), &Route::Whole);
    let parts: String = parts.iter().map(|part| written(site, part)).collect();
    format!(
        "<div class=\"whole\">{}<nav class=\"contents\" aria-label=\"{}\">{contents}</nav>{parts}</div>",
        page_title("", &word(&site.guide.title)),
        word(site.words().whole_contents())
    )
}

fn parts(site: Site) -> Vec<Part> {
    let (scope, words, guide) = (Scope::whole(site), site.words(), site.guide);
    let plain = |page: Route, title: &str, inner: String| Part {
        page,
        above: String::new(),
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
    let cases = guide
        .has_cases
        .then(|| plain(Route::Cases, site.atlas().cases(), cases::entries(scope, 2)));
    std::iter::once(home).chain(lessons).chain(about).chain(cases).chain(lists).collect()
}

fn whole_lesson(scope: Scope<'_>, place: usize, lesson: &Lesson) -> Part {
    Part {
        page: Route::Lesson(lesson.id.clone()),
        above: format!("<p class=\"small\">{}</p>", lesson::number(scope.site, place)),
        title: lesson.title.clone(),
        inner: lesson::body(scope, lesson),
    }
}

/// A part with its title, to which links to its page lead here.
fn written(site: Site, part: &Part) -> String {
    let id = whole_id(&part.page, "").unwrap_or_default();
    let title = Scope::whole(site).heading(1, &id, &Html::escaped(&part.title));
    format!(
        "<article class=\"text\">{}{title}{}</article>",
        part.above,
        for_whole(&part.inner, &part.page)
    )
}
