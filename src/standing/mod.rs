//! Where the reader stands: a summary, today's review, and what this browser remembers of them.

mod memory;
mod progress;

use concord_engine::standing::{Standing, name_at, standing};
use concord_model::{Form, Html, Piece, Route, fill, html};
use leptos::prelude::*;

use crate::{
    Site,
    browser::view,
    quiz,
    text::{counted, link, listed},
};
pub(crate) use memory::memory;
pub(crate) use progress::{done, progress, way_in};

fn now(site: Site) -> Standing<'static> {
    let today = site.store.today.get();
    site.store.record.with(|record| standing(site.guide, record, today))
}

/// The summary, as it follows the record.
pub(crate) fn summary(site: Site) -> Html {
    let (standing, words) = (now(site), site.words());
    html! {
        @if standing.tested.is_empty() {
            p { (words.standing_none()) }
        } @else {
            (lessons(site, &standing))
            (sure(site, &standing))
            (again(site, &standing))
            (tested(site, &standing))
        }
    }
}

fn lessons(site: Site, standing: &Standing<'_>) -> Html {
    let words = site.words();
    let heads = [words.kind_lesson(), words.questions(), words.answered(), words.answered_right()];
    let rows = standing.lessons.iter();
    let rows = rows.filter_map(|(id, count)| Some((site.guide.lesson(id)?.1, count)));
    html! {
        div.wide tabindex="0" role="group" aria-label=(words.lessons()) {
            table {
                thead { tr { @for head in heads { th scope="col" { (head) } } } }
                tbody {
                    @for (lesson, count) in rows {
                        tr {
                            th scope="row" { (link(Route::Lesson(lesson.id.clone()), &lesson.title)) }
                            @for number in [count.of, count.answered, count.right] {
                                td.end { (number) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// How often the reader was right, by how sure they were.
fn sure(site: Site, standing: &Standing<'_>) -> Html {
    let words = site.words();
    let names = [words.sure(), words.rather(), words.guess()];
    let entries = standing.sure.iter().zip(names).filter(|(count, _)| count.of > 0);
    let entries = entries.map(|(count, name)| {
        let (right, count) = (count.right.to_string(), count.of.to_string());
        let values = [("sure", name), ("right", &right), ("count", &count)];
        Html::escaped(&fill(words.calibration(), &values))
    });
    list(words.calibration_title(), entries)
}

/// Questions that were not answered right.
fn again(site: Site, standing: &Standing<'_>) -> Html {
    let words = site.words();
    let entries = standing.again.iter().map(|again| {
        let question = Piece::Item(again.item.id.clone()).href(site.guide, Form::Folder);
        html! {
            a href=(question.unwrap_or_default()) { (again.item.title) }
            @if again.was_sure { " " em { "(" (words.was_sure()) ")" } }
        }
    });
    list(words.look_again(), entries)
}

/// What the questions test, with how many of them were answered right.
fn tested(site: Site, standing: &Standing<'_>) -> Html {
    let entries = standing.tested.iter().filter_map(|(href, count)| {
        let name = name_at(site.guide, href)?;
        Some(html! { a href=(href) { (name) } " " (count.right) "/" (count.of) })
    });
    list(site.words().by_statement(), entries)
}

fn list(title: &str, entries: impl Iterator<Item = Html>) -> Html {
    let entries = listed(entries);
    if entries.is_empty() {
        return entries;
    }
    html! { h3 { (title) } ul { (entries) } }
}

/// The questions that come back today, as they are when the page is opened, or the day begins: answering
/// one does not take it away from under the reader.
pub(crate) fn review(site: Site) -> AnyView {
    let of_day = move || {
        site.store.today.track();
        let standing = untrack(|| now(site));
        let told = due(site, &standing);
        let due = standing.due.into_iter();
        let told = view::status("p", "", move || Html::escaped(&told));
        let items = due.map(|(lesson, item)| quiz::asked(site, lesson, item, true));
        std::iter::once(told).chain(items).collect::<Vec<_>>()
    };
    of_day.into_any()
}

/// How many there are and, where there is none, when the next comes.
fn due(site: Site, standing: &Standing<'_>) -> String {
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
