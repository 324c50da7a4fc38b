//! The form of a question, one shape for each kind. Everything works by keyboard and by single taps: answers are
//! radio buttons and checkboxes, and so are categories, in a row for each thing; the other sides of a match go to the
//! thing that is chosen, and to the next one after that; a step that is tapped goes to where the next tap is, and
//! steps move by buttons.
//!
//! A part that is right or wrong by itself has a number (`data-nth`) and a place where that is said (`.outcome`).

use concord_engine::{review::Confidence, scoring::shown_order};
use concord_model::{
    Answer, Html, Interaction, Item, Places, Program, StatementKind, Step, fill, html,
    talk::{Panel, QuizAction},
};

use crate::{
    Site, community,
    text::{listed, panel, verb},
};

/// The form with its buttons.
pub(super) fn written(site: Site, item: &Item) -> Html {
    let words = site.words();
    if let Interaction::Rebuild { .. } = item.interaction {
        return rebuilt(site, item);
    }
    html! {
        (answers(site, item))
        p.buttons {
            button.live type="submit" data-do=(QuizAction::Check) { (words.check_answer()) }
            @if !item.hints.is_empty() {
                button .plain.live type="button" data-do=(QuizAction::Hint) { (words.hint()) }
            }
        }
        (confidence(site))
    }
}

/// Buttons that check the answer, too, and say how sure the reader is; the summary and the review use it.
fn confidence(site: Site) -> Html {
    let words = site.words();
    let text = |confidence| match confidence {
        Confidence::Sure => words.sure(),
        Confidence::Rather => words.rather(),
        Confidence::Guess => words.guess(),
    };
    html! {
        p .sure.live role="group" aria-label=(words.how_sure()) {
            span { (words.how_sure()) }
            @for confidence in Confidence::ALL.into_iter().rev() {
                button.plain type="submit" data-do=(QuizAction::Check) value=(confidence.name()) {
                    (text(confidence))
                }
            }
        }
    }
}

/// Where it is said whether a part is right.
fn mark() -> Html {
    html! { i.outcome {} }
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
        Interaction::Match(all) | Interaction::Sort(all) | Interaction::Rebuild { all, .. } => {
            let things = shown(item, &all.things).map(|(_, thing)| thing.text.clone());
            // What belongs to each place is written beside it.
            let places = shown(item, &all.places).map(|(_, place)| html! { b { (place) } ": …" });
            html! { (list(things)) (list(places)) }
        }
        Interaction::Order(steps) => list(shown(item, steps).map(|(_, step)| step.text.clone())),
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
            p.blank data-nth="0" {
                input.live type="text" autocomplete="off" autocapitalize="none" spellcheck="false" aria-labelledby=(stem(item));
                " " (mark())
            }
        },
        Interaction::Match(all) => matched(item, all),
        Interaction::Sort(all) => sorted(item, all),
        Interaction::Point(_) => states(site, item),
        Interaction::Order(steps) => order(site, item, steps),
        Interaction::Rebuild { .. } => Html::default(),
    }
}

/// The place in which a program of its own lets the reader rebuild the argument, and the button that it presses when all is
/// in place; a key in the form would press it, too, so it is off until then.
fn rebuilt(site: Site, item: &Item) -> Html {
    html! {
        div.rebuild.live data-program=(Program::Rebuild.name()) data-puzzle=(item.id.as_str())
            data-off=(site.words().rebuild_failed()) {
            (panel(Panel::Notice))
        }
        button type="submit" hidden disabled data-do=(QuizAction::Check) {}
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
                label.option data-nth=(place) {
                    input type=(input) class=[many.then_some("live")]
                        name={ (id) @if many { "-" (place) } } value=(place);
                    span { (answer.text) " " (mark()) }
                }
            }
        }
    }
}

/// All of a list with their numbers, as they are shown.
fn shown<'i, T>(item: &Item, all: &'i [T]) -> impl Iterator<Item = (usize, &'i T)> + use<'i, T> {
    shown_order(item, all.len()).into_iter().filter_map(|at| Some((at, all.get(at)?)))
}

/// Things, of which one is chosen, and below them their other sides, each of which goes to the chosen thing.
fn matched(item: &Item, all: &Places) -> Html {
    html! {
        div.things role="group" aria-labelledby=(stem(item)) {
            @for (place, (at, thing)) in shown(item, &all.things).enumerate() {
                div.thing data-nth=(at) {
                    label {
                        input.live type="radio" name=(item.id.as_str()) checked[place == 0];
                        " " span { (thing.text) } " " (mark())
                    }
                }
            }
        }
        div.places {
            @for (at, place) in shown(item, &all.places) {
                label.place draggable="true" {
                    input.live type="checkbox" value=(at); span { (place) }
                }
            }
        }
    }
}

/// Each thing with all categories in a row.
fn sorted(item: &Item, all: &Places) -> Html {
    html! {
        div.things role="group" aria-labelledby=(stem(item)) {
            @for (at, thing) in shown(item, &all.things) {
                div.thing data-nth=(at) role="radiogroup" aria-label=(thing.text.text()) {
                    div { span { (thing.text) } " " (mark()) }
                    @for (place, text) in all.places.iter().enumerate() {
                        label.place {
                            input type="radio" name={ (item.id.as_str()) "-" (at) } value=(place);
                            span { (text) }
                        }
                    }
                }
            }
        }
    }
}

/// All states of the community in a list, which goes to a name by its first letters, and as a map that shows
/// no layer, if there is one. What is pointed at there is chosen in the list, and the other way round.
fn states(site: Site, item: &Item) -> Html {
    let drawn = site.guide.has_map.then(|| Program::Atlas.name());
    let list = html! {
        p.states data-nth="0" {
            select.live data-states aria-labelledby=(stem(item)) {
                option value="" { (site.words().choose_state()) }
                @for state in &site.guide.states {
                    option value=(state.id.as_str()) { (state.name) }
                }
            }
            " " (mark())
        }
    };
    html! {
        div.pointing data-program=[drawn] data-off=(site.words().map_failed()) {
            (list)
            @if drawn.is_some() {
                div.wide { (community::place(site)) }
                p.pointed data-pointed {}
            }
        }
    }
}

fn order(site: Site, item: &Item, steps: &[Step]) -> Html {
    let words = site.words();
    let moves =
        [(QuizAction::Up, words.move_up(), "↑"), (QuizAction::Down, words.move_down(), "↓")];
    html! {
        div role="group" aria-labelledby=(stem(item)) {
            p.small.live { (words.order_how()) }
            ol.steps {
                @for (at, step) in shown(item, steps) {
                    @let text = step.text.text();
                    li data-nth=(at) draggable="true" {
                        div {
                            label { input.live type="checkbox"; span { (step.text) } } " " (mark())
                        }
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
