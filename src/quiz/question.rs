//! A question: its text, and the control that takes an answer, says what there is to say to it, and keeps it.

use concord_engine::{
    filling::{kept, solution},
    record::AnswerRecord,
    results::told,
    review::{Confidence, after, grade},
    scoring::{Explained, Response, Score, key, names, score},
};
use concord_model::{Html, Id, Interaction, Item, Lesson, html, talk::QuizAction};
use leptos::prelude::*;

use super::{browser, feedback, form};
use crate::{
    Site,
    browser::{
        clock, fold, page,
        view::{self, Event, heard},
    },
    text::{Control, Scope, link, place_of},
};

/// A question in the text: its label, its stem and the place of its answers.
pub(crate) fn place(scope: Scope<'_>, item: &Item) -> Html {
    let (site, id) = (scope.site, item.id.as_str());
    html! {
        section.item aria-labelledby=[scope.named_by(id)] {
            p.tag {
                span.part { (site.words().question()) }
                (scope.to_here(id, &item.title.text()))
            }
            (scope.heading(item.level, id, &item.title))
            (stem(item))
            @if scope.live {
                (Control::Item(item.id.clone()).place())
                @if matches!(item.interaction, Interaction::Rebuild { .. }) {
                    div.on-paper { (form::on_paper(site, item)) }
                }
            } @else {
                (form::on_paper(site, item))
            }
            (feedback::without_scripts(site, item, scope.live))
        }
    }
}

/// A question on paper: what it asks, and what can be answered.
#[cfg(feature = "ssr")]
pub(crate) fn on_paper(site: Site, item: &Item) -> Html {
    html! { (stem(item)) (form::on_paper(site, item)) }
}

/// A question, and all answers to it with their reasons, for whoever asks it.
#[cfg(feature = "ssr")]
pub(crate) fn asked_and_told(site: Site, item: &Item) -> Html {
    html! { (stem(item)) (feedback::without_scripts(site, item, false)) }
}

/// What a question asks.
fn stem(item: &Item) -> Html {
    html! { div.prose id=(form::stem(item)) { (item.stem) } }
}

/// What answers the reader: the form, and below it hints and feedback.
pub(crate) fn answering(site: Site, id: &Id) -> AnyView {
    match site.guide.item(id) {
        Some((_, item)) => form_of(site, item),
        None => ().into_any(),
    }
}

fn form_of(site: Site, item: &'static Item) -> AnyView {
    let (hints, said) = (RwSignal::new(0), RwSignal::new(Html::default()));
    // Whether anything has been said that helps with the answer.
    let helped = StoredValue::new(false);
    let mark = move |form: &browser::Form, parts: &[Explained<'_>]| {
        browser::mark(form, parts, [site.words().mark_right(), site.words().mark_wrong()]);
    };
    let scored = move |response: &Response| score(item, response, &names(site.guide), fold);
    let check = move |form: &browser::Form, sure: Option<Confidence>| {
        let response = browser::response(form, &item.interaction);
        let outcome = scored(&response);
        said.set(feedback::on_response(site, item, &outcome));
        mark(form, &outcome.parts);
        if outcome.answered {
            browser::keep_first(form, &told(outcome.score, helped.get_value(), &response));
            remember(site, item, outcome.score, helped.get_value(), sure);
            helped.set_value(true);
        }
    };
    let act = move |event: &Event| {
        let Some((form, action, sure)) = browser::action(event) else { return };
        match action {
            // The browser would send the form next, which a frame may not be allowed to.
            QuizAction::Check => {
                event.prevent_default();
                check(&form, sure);
            }
            QuizAction::Hint => {
                helped.set_value(true);
                hints.update(|shown| *shown += 1);
                if hints.get_untracked() == item.hints.len() {
                    browser::remove_button(event, &form);
                }
                return;
            }
            QuizAction::Show => {
                helped.set_value(true);
                browser::fill(&form, &solution(item));
                mark(&form, &key(item));
                said.set(feedback::answer(site, item));
                request_animation_frame({
                    let form = form.clone();
                    move || browser::focus_check(&form)
                });
            }
            QuizAction::Again => {
                let response = browser::response(&form, &item.interaction);
                let outcome = scored(&response);
                browser::fill(&form, &kept(item, response, &outcome));
                mark(&form, &[]);
                said.set(Html::default());
                request_animation_frame(move || browser::focus_check(&form));
                return;
            }
            QuizAction::Up | QuizAction::Down => {
                let moved = browser::move_step(event, action == QuizAction::Up);
                if let Some(step) = moved {
                    mark(&form, &[]);
                    said.set(Html::default());
                    page::announce(&feedback::moved(site, &step));
                }
                return;
            }
        }
        request_animation_frame(move || browser::show_verdict(&form));
    };
    // What was said about another answer no longer holds.
    let change = move |event: &Event| {
        let moved = || Some(feedback::moved(site, &browser::step_tapped(event)?));
        if let Some(said) = browser::tapped(event).or_else(moved) {
            page::announce(&said);
        }
        if let Some(form) = browser::form(event) {
            mark(&form, &[]);
        }
        said.set(Html::default());
    };
    let parts = vec![
        view::still(form::written(site, item)),
        view::status("div", "hints", move || feedback::hints(site, item, hints.get())),
        view::status("div", "feedback", move || said.get()),
    ];
    view::group("form", "answering", parts, vec![heard("click", act), heard("change", change)])
}

/// A question away from its place: its label leads there, or to the lesson it belongs to.
pub(crate) fn asked(site: Site, lesson: &Lesson, item: &'static Item, is_part: bool) -> AnyView {
    let title = link(place_of(lesson, item), &item.title);
    let head = html! {
        @if is_part { h3 { (title) } } @else { h2 { (title) } }
        (stem(item))
    };
    view::group("section", "item", vec![view::still(head), form_of(site, item)], vec![])
}

/// Keeps an answer, and when the question comes back.
fn remember(site: Site, item: &Item, score: Score, helped: bool, confidence: Option<Confidence>) {
    let (today, second) = (clock::today(), clock::second());
    let grade = grade(score.is_full(), helped, confidence);
    site.store.answer(|record| {
        let before = record.answer(item).map(|answer| answer.memory);
        let memory = after(before, grade, today);
        let answer = AnswerRecord { version: item.version, score, confidence, memory };
        (item.id.clone(), answer, second)
    });
}
