//! The form of a question, one shape for each kind. Everything works by keyboard and by single
//! taps: answers are radio buttons and checkboxes, places are lists to choose from, steps move by
//! buttons.

use concord_engine::{review::Confidence, scoring::shown_order};
use concord_model::{
    Answer, Html, Interaction, Item, Places, StatementKind, Step, fill, html, talk::QuizAction,
};

use crate::{
    Site,
    text::{listed, verb},
};

/// The form with its buttons.
pub(super) fn written(site: Site, item: &Item) -> Html {
    let words = site.words();
    html! {
        (answers(site, item))
        (confidence(site, item))
        p.buttons {
            button.live type="submit" data-do=(QuizAction::Check) { (words.check_answer()) }
            @if !item.hints.is_empty() {
                button .plain.live type="button" data-do=(QuizAction::Hint) { (words.hint()) }
            }
        }
    }
}

/// How sure the reader is; the summary and the review use it.
fn confidence(site: Site, item: &Item) -> Html {
    let words = site.words();
    let text = |confidence| match confidence {
        Confidence::Sure => words.sure(),
        Confidence::Rather => words.rather(),
        Confidence::Guess => words.guess(),
    };
    html! {
        fieldset .sure.live {
            legend { (words.how_sure()) }
            @for confidence in Confidence::ALL {
                label {
                    input type="radio" name={ "_sure-" (item.id.as_str()) } value=(confidence.name());
                    " " (text(confidence))
                }
            }
        }
    }
}

/// What can be answered, where nothing answers a click.
pub(super) fn on_paper(site: Site, item: &Item) -> Html {
    match &item.interaction {
        Interaction::Choice(answers) | Interaction::Multiple(answers) => {
            list(answers.iter().map(|answer| answer.text.clone()))
        }
        Interaction::Build { statement, places } => {
            let places = places.iter().map(|place| labelled(site, place.part, &place.answer.text));
            html! { blockquote.card { (statement) } (list(places)) }
        }
        Interaction::Blank(_) | Interaction::Point(_) => html! { p.blank { "…" } },
        Interaction::Match(all) | Interaction::Sort(all) => {
            let things = shown_order(item, all.things.len()).into_iter();
            let things = things.filter_map(|at| Some(all.things.get(at)?.text.clone()));
            let places = shown_order(item, all.places.len()).into_iter();
            let places = places.filter_map(|at| all.places.get(at).cloned());
            html! { (list(things)) (list(places)) }
        }
        Interaction::Order(steps) => {
            let steps = shown_order(item, steps.len()).into_iter().filter_map(|at| steps.get(at));
            list(steps.map(|step| step.text.clone()))
        }
    }
}

fn list(entries: impl Iterator<Item = Html>) -> Html {
    html! { ul.options-on-paper { (listed(entries)) } }
}

fn answers(site: Site, item: &Item) -> Html {
    match &item.interaction {
        Interaction::Choice(answers) => options(item, "radio", "radiogroup", answers),
        Interaction::Multiple(answers) => html! {
            p.small { (site.words().choose_all()) }
            (options(item, "checkbox", "group", answers))
        },
        Interaction::Build { statement, places } => {
            let answers: Vec<Answer> = places
                .iter()
                .map(|place| {
                    let text = labelled(site, place.part, &place.answer.text);
                    Answer { text, ..place.answer.clone() }
                })
                .collect();
            html! {
                blockquote.card { (statement) }
                (options(item, "radio", "radiogroup", &answers))
            }
        }
        Interaction::Blank(_) => html! {
            p.blank {
                input.live type="text" autocomplete="off" autocapitalize="none" spellcheck="false" aria-labelledby=(stem(item));
            }
        },
        Interaction::Match(all) | Interaction::Sort(all) => places(site, item, all),
        Interaction::Point(_) => states(site, item),
        Interaction::Order(steps) => order(site, item, steps),
    }
}

/// The HTML id of the question's stem, which names what is answered.
pub(super) fn stem(item: &Item) -> String {
    format!("_stem-{}", item.id)
}

/// "Premise: supports", before the statement that is spoken to.
fn labelled(site: Site, kind: StatementKind, text: &Html) -> Html {
    html! { strong { (site.words().part(kind)) ":" } " " (verb(site, kind)) " " (text) }
}

/// Radio buttons, of which one can be chosen, or checkboxes, which are dead without scripts.
fn options(item: &Item, input: &str, role: &str, answers: &[Answer]) -> Html {
    let id = item.id.as_str();
    let many = input == "checkbox";
    html! {
        div.options role=(role) aria-labelledby=(stem(item)) {
            @for (place, answer) in answers.iter().enumerate() {
                label.option {
                    input type=(input) class=[many.then_some("live")]
                        name={ (id) @if many { "-" (place) } } value=(place);
                    span { (answer.text) }
                }
            }
        }
    }
}

fn places(site: Site, item: &Item, all: &Places) -> Html {
    let choose = site.words().choose_place();
    let places = shown_order(item, all.places.len()).into_iter();
    // An option of a list holds text alone.
    let places: Vec<_> = places.filter_map(|at| Some((at, all.places.get(at)?.text()))).collect();
    let things = shown_order(item, all.things.len()).into_iter();
    let things = things.filter_map(|at| Some((at, all.things.get(at)?)));
    let options = html! {
        option value="" { (choose) }
        @for (at, place) in &places { option value=(at) { (place) } }
    };
    html! {
        // The same places to drag, which say nothing that the lists do not say.
        ul .to-drag.live aria-hidden="true" {
            @for (at, place) in &places { li data-place=(at) draggable="true" { (place) } }
        }
        div.things role="group" aria-labelledby=(stem(item)) {
            @for (at, thing) in things {
                label.thing {
                    span { (thing.text) }
                    select.live data-thing=(at) { (options) }
                }
            }
        }
    }
}

/// All states of the community in a list, which goes to a name by its first letters.
fn states(site: Site, item: &Item) -> Html {
    html! {
        p.states {
            select.live data-states aria-labelledby=(stem(item)) {
                option value="" { (site.words().choose_state()) }
                @for state in &site.guide.states {
                    option value=(state.id.as_str()) { (state.name) }
                }
            }
        }
    }
}

fn order(site: Site, item: &Item, steps: &[Step]) -> Html {
    let words = site.words();
    let steps =
        shown_order(item, steps.len()).into_iter().filter_map(|at| Some((at, steps.get(at)?)));
    let moves =
        [(QuizAction::Up, words.move_up(), "↑"), (QuizAction::Down, words.move_down(), "↓")];
    html! {
        div role="group" aria-labelledby=(stem(item)) {
            ol.steps {
                @for (at, step) in steps {
                    @let text = step.text.text();
                    li data-step=(at) draggable="true" {
                        span { (step.text) }
                        @for (action, name, sign) in moves {
                            button .plain.live type="button" data-do=(action)
                                aria-label=(fill(name, &[("step", &text)])) { (sign) }
                        }
                    }
                }
            }
        }
    }
}
