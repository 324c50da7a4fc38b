//! Questions: their text, the form that is answered, and what a reader is told. Scoring is the
//! engine's; a form is plain HTML, so that all kinds of questions share one control.

mod by_link;
mod form;
mod told;

use concord_engine::{
    record::AnswerRecord,
    review::{Confidence, after, grade},
    scoring::{Score, score},
};
use concord_model::{Address, Id, Item, Lesson, Route};
use leptos::{ev, prelude::*};

use crate::{
    Site,
    browser::{clock, fold, form as browser, page},
    controls::Control,
    scope::Scope,
    text::{link, word},
};
pub(crate) use by_link::by_link;

/// A question in the text: its label, its stem and the place of its answers.
pub(crate) fn place(scope: Scope<'_>, item: &Item) -> String {
    let Item { id, stem, .. } = item;
    let site = scope.site;
    let control =
        if scope.live { Control::Item(id.clone()).place(site) } else { form::on_paper(site, item) };
    format!(
        "<section class=\"item\"{named}><p class=\"tag\"><span class=\"part\">{question}</span>{to_here}</p>\
         {heading}<div id=\"_stem-{id}\" class=\"prose\">{stem}</div>{control}{answers}</section>",
        named = scope.named_by(id.as_str()),
        question = word(site.words().question()),
        heading = scope.heading(item.level, id.as_str(), &item.title),
        to_here = scope.to_here(id.as_str(), &item.title),
        answers = told::without_scripts(site, item, scope.live),
    )
}

/// What answers the reader: the form, and below it hints and feedback.
pub(crate) fn answering(site: Site, id: &Id) -> AnyView {
    match site.guide.item(id) {
        Some((_, item)) => form_of(site, item),
        None => ().into_any(),
    }
}

fn form_of(site: Site, item: &'static Item) -> AnyView {
    let (hints, told) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    // Whether anything has been said that helps with the answer.
    let helped = StoredValue::new(false);
    let check = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(form) = browser::form_of(&event) else { return };
        let outcome = score(item, &browser::response(&form, &item.interaction), fold);
        told.set(told::feedback(site, item, &outcome));
        if outcome.answered {
            remember(site, item, outcome.score, helped.get_value(), browser::confidence(&form));
            helped.set_value(true);
        }
    };
    let act = move |event: ev::MouseEvent| {
        let Some((form, action)) = browser::action(&event) else { return };
        match action.as_str() {
            "hint" => {
                helped.set_value(true);
                hints.update(|shown| *shown += &told::next_hint(site, item, shown));
            }
            "show" => {
                helped.set_value(true);
                told.set(told::answer(site, item));
            }
            "again" => {
                told.set(String::new());
                browser::reset(&form);
            }
            direction => {
                if let Some((step, place, total)) = browser::move_step(&event, direction == "up") {
                    told.set(String::new());
                    page::announce(&told::moved(site, &step, place, total));
                }
            }
        }
    };
    // What was said about another answer no longer holds.
    let change = move |_: ev::Event| told.set(String::new());
    view! {
        <form class="answering" on:submit=check on:click=act on:change=change>
            <div class="run" inner_html=form::html(site, item)></div>
            <div class="hints" role="status" inner_html=move || hints.get()></div>
            <div class="feedback" role="status" inner_html=move || told.get()></div>
        </form>
    }
    .into_any()
}

/// A question away from its place: its label leads there, or to the lesson it belongs to.
pub(crate) fn asked(site: Site, lesson: &Lesson, item: &'static Item) -> impl IntoView + use<> {
    let page = Route::Lesson(lesson.id.clone());
    let place = if item.later { page.into() } else { Address::new(page, item.id.as_str()) };
    let title = link(place, &item.title.0);
    let head = format!(
        "<h3>{title}</h3><div id=\"_stem-{}\" class=\"prose\">{}</div>",
        item.id, item.stem
    );
    view! {
        <section class="item">
            <div class="run" inner_html=head></div>
            {form_of(site, item)}
        </section>
    }
}

/// Keeps an answer, and when the question comes back.
fn remember(site: Site, item: &Item, score: Score, helped: bool, confidence: Confidence) {
    let today = clock::today();
    let grade = grade(score.is_full(), helped, confidence);
    site.store.update(|record| {
        let before = record.answer(item).map(|answer| answer.memory);
        let memory = after(before, grade, today);
        let answer = AnswerRecord { version: item.version, score, confidence, memory };
        record.answers.insert(item.id.clone(), answer);
    });
}
