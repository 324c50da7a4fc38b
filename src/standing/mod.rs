//! Where the reader stands: a summary, today's review, and what this browser remembers of them.

mod memory;

use concord_engine::standing::{Count, Standing, name_at, standing};
use concord_model::{Form, Piece, Route, fill};
use leptos::prelude::*;

use crate::{
    Site,
    browser::clock,
    quiz,
    text::{counted, link, word},
};
pub(crate) use memory::memory;

fn now(site: Site) -> Standing<'static> {
    // While prerendering nothing is remembered, so the day does not matter.
    let today = if cfg!(feature = "ssr") { 0 } else { clock::today() };
    site.store.record.with(|record| standing(site.guide, record, today))
}

/// The summary, as it follows the record.
pub(crate) fn summary(site: Site) -> String {
    let (standing, words) = (now(site), site.words());
    if standing.tested.is_empty() {
        return format!("<p>{}</p>", word(words.standing_none()));
    }
    lessons(site, &standing)
        + &sure(site, &standing)
        + &again(site, &standing)
        + &tested(site, &standing)
}

fn lessons(site: Site, standing: &Standing<'_>) -> String {
    let words = site.words();
    let row = |name: &str, count: &Count| {
        format!(
            "<tr><th scope=\"row\">{name}</th><td class=\"end\">{}</td><td class=\"end\">{}</td><td class=\"end\">{}</td></tr>",
            count.of, count.answered, count.right
        )
    };
    let rows: String = standing
        .lessons
        .iter()
        .filter_map(|(id, count)| {
            let (_, lesson) = site.guide.lesson(id)?;
            Some(row(&link(Route::Lesson(id.clone()), &word(&lesson.title)), count))
        })
        .collect();
    let heads = [words.kind_lesson(), words.questions(), words.answered(), words.answered_right()];
    let heads: String = heads.map(|head| format!("<th scope=\"col\">{}</th>", word(head))).concat();
    format!(
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>",
        word(words.lessons())
    )
}

/// How often the reader was right, by how sure they were.
fn sure(site: Site, standing: &Standing<'_>) -> String {
    let words = site.words();
    let names = [words.sure(), words.rather(), words.guess()];
    let entries = standing.sure.iter().zip(names).filter(|(count, _)| count.of > 0);
    let entries = entries.map(|(count, name)| {
        let (right, count) = (count.right.to_string(), count.of.to_string());
        let values = [("sure", name), ("right", &right), ("count", &count)];
        word(&fill(words.calibration(), &values))
    });
    list(words.calibration_title(), entries)
}

/// Questions that were not answered right.
fn again(site: Site, standing: &Standing<'_>) -> String {
    let words = site.words();
    let entries = standing.again.iter().map(|again| {
        let sure = if again.was_sure {
            format!(" <em>({})</em>", word(words.was_sure()))
        } else {
            String::new()
        };
        let question = Piece::Item(again.item.id.clone()).href(site.guide, Form::Folder);
        let question = word(&question.unwrap_or_default());
        format!("<a href=\"{question}\">{}</a>{sure}", again.item.title)
    });
    list(words.look_again(), entries)
}

/// What the questions test, with how many of them were answered right.
fn tested(site: Site, standing: &Standing<'_>) -> String {
    let entries = standing.tested.iter().filter_map(|(href, count)| {
        let name = word(&name_at(site.guide, href)?);
        Some(format!("<a href=\"{href}\">{name}</a> {}/{}", count.right, count.of))
    });
    list(site.words().by_statement(), entries)
}

fn list(title: &str, entries: impl Iterator<Item = String>) -> String {
    let entries: String = entries.map(|entry| format!("<li>{entry}</li>")).collect();
    if entries.is_empty() {
        return entries;
    }
    format!("<h3>{}</h3><ul>{entries}</ul>", word(title))
}

/// The questions that come back today, as they are when the page is opened: answering one does not
/// take it away from under the reader.
pub(crate) fn review(site: Site) -> AnyView {
    let standing = untrack(|| now(site));
    let told = told(site, &standing);
    let items: Vec<_> =
        standing.due.into_iter().map(|(lesson, item)| quiz::asked(site, lesson, item)).collect();
    view! {
        <p role="status">{told}</p>
        {items}
    }
    .into_any()
}

/// How many there are and, where there is none, when the next comes.
fn told(site: Site, standing: &Standing<'_>) -> String {
    let words = site.words();
    match (standing.due.len(), standing.next) {
        (0, None) => words.review_none().to_owned(),
        (0, Some(days)) => {
            let next = counted(site, words.review_next(), "count", days as usize, 0);
            fill(words.review_done(), &[("next", &next)])
        }
        (count, _) => counted(site, words.review_due(), "count", count, 0),
    }
}
