//! The parts of the page that are written once: forms, signs, tools, what stands beside a drawing.

use concord_engine::argument::{Graph, Label, Verdict};
use concord_model::{
    Html, fill, html,
    talk::{Answer, ArgumentAction, Fact},
};

use crate::sentences::{Voice, button};

/// All of it, for a page that was just opened.
pub(crate) fn add(voice: &Voice, graph: &Graph, guide: u32, answer: &mut Answer) {
    for label in Label::ALL {
        answer.add(&Fact::Sign(label, voice.sign(label)));
    }
    answer.add(&Fact::Tools(tools(voice)));
    for (statement, own) in (0..).zip(&voice.statements) {
        let id = own.id.as_str();
        if statement < guide {
            answer.add(&Fact::Owner(id, own.mark));
        }
        answer.add(&Fact::Picked(id, picked(voice, graph, statement)));
        if graph.is_leaf(statement) {
            answer.add(&Fact::Form(id, form(voice, statement)));
        }
    }
}

/// The question whether a leaf is accepted, which screen readers are told with its sentence.
fn asked(voice: &Voice, statement: u32) -> String {
    fill(voice.words.verdict_of(), &[("statement", voice.title(statement))])
}

/// Three radio buttons.
fn form(voice: &Voice, statement: u32) -> Html {
    html! {
        span role="radiogroup" aria-label=(asked(voice, statement)) {
            @for verdict in Verdict::ALL {
                label {
                    input type="radio" name={ "_verdict-" (voice.id(statement)) } value=(verdict);
                    " " (voice.verdict(verdict))
                }
            }
        }
    }
}

/// The selected statement, as it stands beside the drawing.
fn picked(voice: &Voice, graph: &Graph, statement: u32) -> Html {
    let own = voice.statements.get(statement as usize);
    let (id, href) = (voice.id(statement), own.map_or("", |own| own.href.as_str()));
    html! {
        span { a href=(href) { (voice.quoted(statement)) } " " span.label data-label=(id) {} }
        @if graph.is_leaf(statement) {
            span role="group" aria-label=(asked(voice, statement)) {
                @for verdict in Verdict::ALL {
                    button.plain type="button" data-verdict=(verdict) data-on=(id) aria-pressed="false" {
                        (voice.verdict(verdict))
                    }
                }
            }
        }
        (button(ArgumentAction::ToWords, voice.words.to_words()))
        @if voice.has_outline {
            " "
            button.plain type="button" data-do=(ArgumentAction::Object) data-on=(id) {
                (voice.words.own_object())
            }
        }
    }
}

/// What moves a drawing and takes it along.
fn tools(voice: &Voice) -> Html {
    let words = &voice.words;
    html! {
        p.buttons {
            (icon(ArgumentAction::Larger, words.zoom_in(), "M8 3v10M3 8h10"))
            (icon(ArgumentAction::Smaller, words.zoom_out(), "M3 8h10"))
            (icon(ArgumentAction::Fit, words.zoom_fit(), "M6 2H2v4M10 2h4v4M14 10v4h-4M2 10v4h4"))
            button.plain type="button" data-do=(ArgumentAction::Image) data-file=(words.image_file()) {
                (words.save_image())
            }
        }
        details .small.handling { summary { (words.drawing_how()) } (words.drawing_keys()) }
    }
}

/// A button with a sign in place of words, which are its name.
fn icon(action: ArgumentAction, name: &str, sign: &str) -> Html {
    html! {
        button.plain.icon type="button" data-do=(action) aria-label=(name) title=(name) {
            svg viewBox="0 0 16 16" aria-hidden="true" { path d=(sign) {} }
        }
    }
}

/// The field that shows the address of a stance, which the page puts into it.
pub(crate) fn address(voice: &Voice) -> Html {
    let words = &voice.words;
    html! {
        p.copy {
            label #_label-stance for="_copy-stance" { (words.share_stance()) }
            input #_copy-stance readonly;
            button #_button-stance type="button" aria-labelledby="_button-stance _label-stance"
                data-copies="_copy-stance" { (words.share_copy()) }
        }
        p.small #_copied role="status" {}
    }
}
