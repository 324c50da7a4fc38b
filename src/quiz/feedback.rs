//! What a reader is told: hints, feedback with the way back to the passage and on to what speaks
//! against it, and the answer.

use concord_engine::{
    scoring::{Explained, Outcome, key},
    standing::name_at,
};
use concord_model::{Answer, Html, Interaction, Item, Pointed, fill, html, talk::QuizAction};

use super::browser::Moved;
use crate::{
    Site,
    text::{counted, listed},
};

/// What is said to a response.
pub(super) fn on_response(site: Site, item: &Item, outcome: &Outcome<'_>) -> Html {
    let words = site.words();
    if !outcome.answered {
        return html! { p { (words.choose_first()) } };
    }
    let full = outcome.score.is_full();
    let score = [outcome.score.points.to_string(), outcome.score.of.to_string()].join("/");
    html! {
        div class=(if full { "key" } else { "distractor" }) data-score=(score) {
            p.verdict { (verdict(site, outcome)) }
            (parts(site, &outcome.parts, full))
            div.back-to {
                @if !full || matches!(item.interaction, Interaction::Rebuild { .. }) { (button(QuizAction::Again, words.try_again())) }
                @if !full { (button(QuizAction::Show, words.show_answer())) }
                (links(site, item))
            }
        }
    }
}

fn verdict(site: Site, outcome: &Outcome<'_>) -> String {
    let words = site.words();
    let score = outcome.score;
    if score.is_full() {
        return words.right().to_owned();
    }
    if outcome.slip {
        return words.nearly().to_owned();
    }
    let mut said = if score.points > 0 {
        let (points, total) = (score.points.to_string(), score.of.to_string());
        fill(words.partly(), &[("points", &points), ("total", &total)])
    } else {
        words.not_yet().to_owned()
    };
    if outcome.missing > 0 {
        said.push(' ');
        said += &counted(site, words.missing(), "count", outcome.missing, 0);
    }
    said
}

/// What explains each part of an answer. Where there is one part alone, the reader knows which. Reasons for several
/// may give away the rest of them, so they are folded until the answer is there.
fn parts(site: Site, parts: &[Explained<'_>], full: bool) -> Html {
    match parts {
        [] => Html::default(),
        // Of an argument that was rebuilt, the map says it.
        [first, ..] if first.text.is_empty() => Html::default(),
        [only] => html! { div.prose { (only.feedback) } },
        several => html! {
            details.told open[full] {
                summary { (site.words().reasons()) }
                ul {
                    @for part in several {
                        li { strong { (answered(part, full)) } " " div.prose { (part.feedback) } }
                    }
                }
            }
        },
    }
}

/// A part of an answer and, if it is to be said, its place.
fn answered(part: &Explained<'_>, says_place: bool) -> Html {
    html! { (part.text) @if let Some(place) = part.place.filter(|_| says_place) { " → " (place) } }
}

/// Back to what the question tests first, and on to what speaks against that.
fn links(site: Site, item: &Item) -> Html {
    let words = site.words();
    let back = item.tests.iter().take(1).map(|href| (href, words.back_to_passage()));
    let counters = item.counters.iter().take(1).map(|href| (href, words.counter()));
    html! {
        @for (href, sentence) in back.chain(counters) {
            @let title = name_at(site.guide, href).unwrap_or_default();
            a href=(href) { (fill(sentence, &[("title", &title)])) }
        }
    }
}

fn button(action: QuizAction, name: &str) -> Html {
    html! { button.plain type="button" data-do=(action) { (name) } }
}

/// The first hints of a question.
pub(super) fn hints(site: Site, item: &Item, count: usize) -> Html {
    html! {
        @for hint in item.hints.iter().take(count) {
            div.hint { strong { (site.words().hint()) } " " (hint) }
        }
    }
}

/// The answer, with what explains it.
pub(super) fn answer(site: Site, item: &Item) -> Html {
    let words = site.words();
    let key = key(item);
    html! {
        div.key {
            p.verdict { (words.key()) }
            @match (&item.interaction, key.as_slice()) {
                (Interaction::Point(pointed), _) => { p { strong { (names(site, pointed)) } } },
                (_, [only]) => { p { strong { (only.text) } } },
                _ => {},
            }
            (parts(site, &key, true))
            div.back-to { (button(QuizAction::Again, words.try_again())) (links(site, item)) }
        }
    }
}

/// All states that are right, by name.
fn names(site: Site, pointed: &Pointed) -> String {
    let keys = pointed.answers.iter().filter(|point| point.answer.key);
    let keys: Vec<_> = keys.flat_map(|point| &point.states).collect();
    let states = site.guide.states.iter().filter(|state| keys.contains(&&state.id));
    states.map(|state| state.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Said when a step has moved.
pub(super) fn moved(site: Site, (step, place, total): &Moved) -> String {
    let (place, total) = (place.to_string(), total.to_string());
    fill(site.words().moved(), &[("step", step), ("place", &place), ("total", &total)])
}

/// All answers with their reasons, for readers without scripts.
pub(super) fn without_scripts(site: Site, item: &Item, live: bool) -> Html {
    let words = site.words();
    // Where nothing answers a click, they are there for everyone.
    let class = if live { "without-script " } else { "" };
    html! {
        @if !item.hints.is_empty() {
            details class={ (class) "help" } {
                summary { (words.hint()) }
                ul { (listed(item.hints.iter().cloned())) }
            }
        }
        details class={ (class) "answers" } {
            summary { (words.show_answers()) }
            ul { (all_answers(site, item)) }
        }
    }
}

fn all_answers(site: Site, item: &Item) -> Html {
    let entry = |is_key: bool, text: &Html, feedback: &Html| {
        html! {
            li {
                p { @if is_key { strong { (site.words().key()) ":" } " " } (text) }
                div.prose { (feedback) }
            }
        }
    };
    let own = |answer: &Answer| entry(answer.key, &answer.text, &answer.feedback);
    let otherwise = |feedback: &Html| entry(false, &Html::escaped("…"), feedback);
    match &item.interaction {
        Interaction::Choice(answers) | Interaction::Multiple(answers) => {
            answers.iter().map(own).collect()
        }
        Interaction::Build { places, .. } => {
            places.iter().map(|place| own(&place.answer)).collect()
        }
        Interaction::Blank(written) => {
            let answers = written.answers.iter().map(own);
            answers.chain([otherwise(&written.otherwise)]).collect()
        }
        Interaction::Point(pointed) => {
            let answers = pointed.answers.iter().map(|point| own(&point.answer));
            answers.chain([otherwise(&pointed.otherwise)]).collect()
        }
        Interaction::Match(_)
        | Interaction::Sort(_)
        | Interaction::Order(_)
        | Interaction::Rebuild { .. } => {
            let parts = key(item);
            parts.iter().map(|part| entry(false, &answered(part, true), part.feedback)).collect()
        }
    }
}
