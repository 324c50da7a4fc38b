//! What a reader is told: hints, feedback with the way back to the passage and on to what speaks
//! against it, and the answer.

use concord_engine::{
    scoring::{Outcome, Told, key},
    standing::name_at,
};
use concord_model::{Interaction, Item, fill};

use crate::{
    Site,
    text::{counted, word},
};

/// How many of the statements that speak against something are offered at once.
const MOST_COUNTERS: usize = 3;

/// What is said to a response.
pub(super) fn feedback(site: Site, item: &Item, outcome: &Outcome<'_>) -> String {
    let words = site.words();
    if !outcome.answered {
        return format!("<p>{}</p>", word(words.choose_first()));
    }
    let full = outcome.score.is_full();
    let class = if full { "key" } else { "distractor" };
    let again = if full {
        String::new()
    } else {
        button("again", words.try_again()) + &button("show", words.show_answer())
    };
    format!(
        "<div class=\"{class}\"><p class=\"verdict\">{}</p>{}<div class=\"back-to\">{}{again}</div></div>",
        verdict(site, outcome),
        parts(&outcome.told),
        links(site, item)
    )
}

fn verdict(site: Site, outcome: &Outcome<'_>) -> String {
    let words = site.words();
    let score = outcome.score;
    if score.is_full() {
        return word(words.right());
    }
    if outcome.slip {
        return word(words.nearly());
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
    word(&said)
}

/// What explains each part of an answer. Where there is one part alone, the reader knows which.
fn parts(told: &[Told<'_>]) -> String {
    if let [only] = told {
        return format!("<div class=\"prose\">{}</div>", only.feedback);
    }
    let part = |part: &Told<'_>| {
        let class = if part.right { "right" } else { "wrong" };
        let place = part.place.filter(|_| part.right);
        let place = place.map(|place| format!(" → {place}")).unwrap_or_default();
        format!(
            "<li class=\"{class}\"><strong>{}{place}</strong> <div class=\"prose\">{}</div></li>",
            part.text, part.feedback
        )
    };
    let parts: String = told.iter().map(part).collect();
    if parts.is_empty() { parts } else { format!("<ul class=\"told\">{parts}</ul>") }
}

/// Back to what the question tests, and on to what speaks against that.
fn links(site: Site, item: &Item) -> String {
    let words = site.words();
    let link = |href: &String, sentence: &str| {
        let title = name_at(site.guide, href).unwrap_or_default();
        let name = fill(sentence, &[("title", &title)]);
        format!("<a href=\"{href}\">{}</a>", word(&name))
    };
    let back = item.tests.iter().map(|href| link(href, words.back_to_passage()));
    let counters = item.counters.iter().take(MOST_COUNTERS);
    back.chain(counters.map(|href| link(href, words.counter()))).collect()
}

fn button(action: &str, name: &str) -> String {
    format!("<button type=\"button\" class=\"plain\" data-do=\"{action}\">{}</button>", word(name))
}

/// The hint after those that are shown; nothing once all are.
pub(super) fn next_hint(site: Site, item: &Item, shown: &str) -> String {
    let count = shown.matches("class=\"hint\"").count();
    let Some(hint) = item.hints.get(count) else { return String::new() };
    format!("<div class=\"hint\"><strong>{}</strong> {hint}</div>", word(site.words().hint()))
}

/// The answer, with what explains it.
pub(super) fn answer(site: Site, item: &Item) -> String {
    let words = site.words();
    let told = key(item);
    let alone = match told.as_slice() {
        [only] => format!("<p><strong>{}</strong></p>", only.text),
        _ => String::new(),
    };
    format!(
        "<div class=\"key\"><p class=\"verdict\">{}</p>{alone}{}<div class=\"back-to\">{}{}</div></div>",
        word(words.key()),
        parts(&told),
        links(site, item),
        button("again", words.try_again())
    )
}

/// Said when a step has moved.
pub(super) fn moved(site: Site, step: &str, place: usize, total: usize) -> String {
    let (place, total) = (place.to_string(), total.to_string());
    fill(site.words().moved(), &[("step", step), ("place", &place), ("total", &total)])
}

/// All answers with their reasons, for readers without scripts.
pub(super) fn without_scripts(site: Site, item: &Item, live: bool) -> String {
    let words = site.words();
    // Where nothing answers a click, they are there for everyone.
    let class = if live { "without-script " } else { "" };
    let is_key = |right: bool| {
        if right { format!("<strong>{}:</strong> ", word(words.key())) } else { String::new() }
    };
    let entry = |key: String, text: &str, feedback: &str| {
        format!("<li><p>{key}{text}</p><div class=\"prose\">{feedback}</div></li>")
    };
    let answers: String = match &item.interaction {
        Interaction::Choice(answers) | Interaction::Multiple(answers) => {
            answers.iter().map(|own| entry(is_key(own.key), &own.text.0, &own.feedback.0)).collect()
        }
        Interaction::Build { places, .. } => {
            let answers = places.iter().map(|place| &place.answer);
            answers.map(|own| entry(is_key(own.key), &own.text.0, &own.feedback.0)).collect()
        }
        Interaction::Blank(written) => {
            let answers = written.answers.iter();
            let answers: String =
                answers.map(|own| entry(is_key(own.key), &own.text.0, &own.feedback.0)).collect();
            answers + &entry(String::new(), "…", &written.otherwise.0)
        }
        Interaction::Point(pointed) => {
            let answers = pointed.answers.iter().map(|point| &point.answer);
            let answers: String =
                answers.map(|own| entry(is_key(own.key), &own.text.0, &own.feedback.0)).collect();
            answers + &entry(String::new(), "…", &pointed.otherwise.0)
        }
        Interaction::Match(_) | Interaction::Sort(_) | Interaction::Order(_) => {
            let told = key(item).into_iter();
            told.map(|told| {
                let place = told.place.map(|place| format!(" → {place}")).unwrap_or_default();
                entry(String::new(), &format!("{}{place}", told.text), &told.feedback.0)
            })
            .collect()
        }
    };
    let hints: String = item.hints.iter().map(|hint| format!("<li>{hint}</li>")).collect();
    let hints = if hints.is_empty() {
        hints
    } else {
        format!(
            "<details class=\"{class}help\"><summary>{}</summary><ul>{hints}</ul></details>",
            word(words.hint())
        )
    };
    format!(
        "{hints}<details class=\"{class}answers\"><summary>{}</summary><ul>{answers}</ul></details>",
        word(words.show_answers())
    )
}
