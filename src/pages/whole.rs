//! The whole guide on one page, to print or to read in one go. Nothing on it answers.

use concord_model::{Html, Lesson};

use super::{glossary, lesson, sources};
use crate::{
    Site,
    rewrite::{for_whole, whole_lesson_id},
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
        ("_glossary", &words.glossary, glossary::entries(scope, 2)),
        ("_sources", &words.sources, sources::entries(scope, 2)),
    ];
    let lists = lists.map(|(id, title, entries)| {
        let title = scope.heading(1, id, &Html::escaped(title));
        for_whole(&format!("<section class=\"list\">{title}{entries}</section>"), None)
    });
    format!(
        "<div class=\"whole\">{}{lessons}{}</div>",
        page_title("", &word(&site.guide.title)),
        lists.concat()
    )
}

fn whole_lesson(scope: Scope<'_>, place: usize, lesson: &Lesson) -> String {
    let title = scope.heading(1, &whole_lesson_id(lesson), &Html::escaped(&lesson.title));
    let body = for_whole(&lesson::body(scope, lesson), Some(&lesson.id));
    let number = lesson::number(scope.site, place);
    format!("<article class=\"text\"><p class=\"small\">{number}</p>{title}{body}</article>")
}
