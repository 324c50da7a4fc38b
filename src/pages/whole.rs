//! The whole guide on one page, to print or to read in one go. Nothing on it answers.

use concord_model::{Html, Lesson, Route};

use super::{glossary, lesson, sources};
use crate::{
    Site,
    rewrite::{for_whole, whole_id},
    scope::Scope,
    text::{page_title, word},
};

pub(super) fn text(site: Site) -> String {
    let (scope, words) = (Scope::whole(site), site.words());
    let lessons: String = (0..)
        .zip(&site.guide.lessons)
        .map(|(place, lesson)| whole_lesson(scope, place, lesson))
        .collect();
    // Entries are a level below the title of their list, as they are on pages of their own.
    let lists = [
        (Route::Glossary, &words.glossary, glossary::entries(scope, 2)),
        (Route::Sources, &words.sources, sources::entries(scope, 2)),
    ];
    let lists = lists.map(|(page, title, entries)| {
        let title = title_of(scope, &page, title);
        format!("<section class=\"list\">{title}{}</section>", for_whole(&entries, &page))
    });
    format!(
        "<div class=\"whole\">{}{lessons}{}</div>",
        page_title("", &word(&site.guide.title)),
        lists.concat()
    )
}

fn whole_lesson(scope: Scope<'_>, place: usize, lesson: &Lesson) -> String {
    let page = Route::Lesson(lesson.id.clone());
    let title = title_of(scope, &page, &lesson.title);
    let body = for_whole(&lesson::body(scope, lesson), &page);
    let number = lesson::number(scope.site, place);
    format!("<article class=\"text\"><p class=\"small\">{number}</p>{title}{body}</article>")
}

/// The title of a page, to which links to that page lead here.
fn title_of(scope: Scope<'_>, page: &Route, title: &str) -> String {
    scope.heading(1, &whole_id(page, "").unwrap_or_default(), &Html::escaped(title))
}
