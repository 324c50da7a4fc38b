//! How statements of the reader's own are shown. Whatever a reader wrote is shown as text, in its own direction, with a sign and a name that no statement of
//! the guide has.

use concord_engine::{
    argdown,
    argument::Verdict,
    own::{MOST_CHARACTERS, Own},
};
use concord_model::{Html, StatementKind, fill, html, talk::ArgumentAction};

use crate::{
    argument::Argument,
    sentences::{Voice, button},
};

fn kind(voice: &Voice, number: u32) -> &str {
    match voice.statements.get(number as usize).map(|own| own.kind) {
        Some(StatementKind::Reply) => voice.words.own_reply(),
        _ => voice.words.own_objection(),
    }
}

/// The sign of what is the reader's own, and the name.
fn signed(voice: &Voice) -> Html {
    html! { span.pen aria-hidden="true" { "✎" } " " b { (voice.words.yours()) } }
}

/// A text with its lines. After each `=` a line may end, so that no text looks to the page's policy like an address
/// that is a script, which it would refuse with all that stands around it.
fn written(text: &str) -> Html {
    html! {
        @for (place, line) in text.split('\n').enumerate() {
            @if place > 0 { br; }
            @for piece in line.split_inclusive('=') { (piece) @if piece.ends_with('=') { wbr; } }
        }
    }
}

/// The form for a new one. The page puts a statement's id into its list, and other words for an old one.
pub(crate) fn form(argument: &Argument) -> Html {
    let voice = &argument.voice;
    let words = &voice.words;
    let count = MOST_CHARACTERS.to_string();
    html! {
        p {
            label {
                (words.own_target()) " "
                select {
                    option value="" { (words.own_choose()) }
                    @for own in &voice.statements { option value=(own.id) { (own.short) } }
                }
            }
        }
        p {
            label {
                (fill(words.own_text(), &[("count", &count)]))
                textarea rows="4" maxlength=(count) dir="auto" {}
            }
        }
        fieldset {
            legend { (words.own_verdict()) }
            @for verdict in Verdict::ALL {
                label {
                    input type="radio" name="_own" value=(verdict) checked[verdict == Verdict::Accept];
                    " " (voice.verdict(verdict))
                }
            }
        }
        p.buttons { button type="button" data-do=(ArgumentAction::Write) { (words.own_write()) } }
    }
}

/// All of them, with what can be done with each and with all.
pub(crate) fn list(argument: &Argument, own: &[Own], rest: usize, can_restore: bool) -> Html {
    let voice = &argument.voice;
    let words = &voice.words;
    html! {
        @if own.is_empty() { p { (words.own_none()) } }
        @for (number, one) in (argument.guide..).zip(own) { (entry(argument, number, one)) }
        @if rest > 0 { p.notice { (voice.counted(words.own_rest(), rest)) } }
        p.buttons {
            @if can_restore { (button(ArgumentAction::Restore, words.own_restore())) }
            @if !own.is_empty() {
                (button(ArgumentAction::LinkOwn, words.own_link()))
                (button(ArgumentAction::SaveOwn, words.own_save()))
                (button(ArgumentAction::Argdown, words.own_argdown()))
            }
        }
        p { label { (words.own_open()) " " input type="file" accept=".txt,text/plain"; } }
    }
}

fn entry(argument: &Argument, number: u32, one: &Own) -> Html {
    let voice = &argument.voice;
    let words = &voice.words;
    let id = one.id.as_str();
    let asked = fill(words.verdict_of(), &[("statement", voice.title(number))]);
    let answered = argument.statement(one.target.as_str()).map(|target| voice.link(target));
    html! {
        article.yours #(id) tabindex="-1" data-node=(id) data-on=(one.target) {
            p.tag { (signed(voice)) " " span.part { (kind(voice, number)) } " " span.label data-label=(id) {} }
            blockquote dir="auto" { (written(&one.text)) }
            p.small {
                @match answered {
                    Some(target) => (Html::filled(words.own_answers(), &[("statement", &target)])),
                    None => (words.own_orphan()),
                }
            }
            span.verdicts role="group" aria-label=(asked) {
                @for verdict in Verdict::ALL {
                    button.plain type="button" data-verdict=(verdict) data-on=(id) aria-pressed="false" {
                        (voice.verdict(verdict))
                    }
                }
            }
            p.buttons {
                @for (action, name) in [
                    (ArgumentAction::Object, words.own_answer()),
                    (ArgumentAction::Reword, words.own_reword()),
                    (ArgumentAction::Remove, words.own_remove()),
                ] {
                    button.plain type="button" data-do=(action) data-on=(id) { (name) }
                }
            }
        }
    }
}

/// Those that answer one statement, in few words, for where that stands.
pub(crate) fn beside(argument: &Argument, own: &[Own], target: &str) -> Html {
    let voice = &argument.voice;
    html! {
        @for (number, one) in (argument.guide..).zip(own) {
            @if one.target.as_str() == target {
                p data-node=(one.id) {
                    (signed(voice)) " " span.label data-label=(one.id) {} " " (voice.link(number))
                }
            }
        }
    }
}

/// What a link or a file brings, with what can be done with it.
pub(crate) fn brought(voice: &Voice, theirs: &[Own]) -> Html {
    let words = &voice.words;
    html! {
        p.notice role="status" { (voice.counted(words.own_brought(), theirs.len())) }
        @for one in theirs {
            blockquote dir="auto" { (written(&one.text)) }
        }
        p.buttons {
            (button(ArgumentAction::TakeIn, words.own_take()))
            (button(ArgumentAction::LeaveOut, words.own_leave()))
        }
    }
}

/// Something that is said in the same place.
pub(crate) fn said(text: &str) -> Html {
    html! { p.notice role="status" { (text) } }
}

/// The field that shows their address.
pub(crate) fn field(voice: &Voice) -> Html {
    let words = &voice.words;
    html! {
        p.copy {
            label #_label-own for="_copy-own" { (words.own_link()) }
            input #_copy-own readonly;
            button #_button-own type="button" aria-labelledby="_button-own _label-own"
                data-copies="_copy-own" { (words.share_copy()) }
        }
    }
}

/// All of them as Argdown, with the few words of what they answer.
pub(crate) fn as_argdown(argument: &Argument, own: &[Own]) -> String {
    let voice = &argument.voice;
    let mut out = String::new();
    let mut told: Vec<&str> = Vec::new();
    let sentence = |text: &str, owner: &str| argdown::sentence(&[text, " (", owner, ")"].concat());
    let mut add = |id: &str, text: String, kind: &str| {
        out += &["\n[", id, "]: ", &text, " #", kind, "\n"].concat();
        for answer in own.iter().filter(|answer| answer.target.as_str() == id) {
            out += &["  - [", answer.id.as_str(), "]\n"].concat();
        }
    };
    for (number, one) in (argument.guide..).zip(own) {
        let target = one.target.as_str();
        let is_own = own.iter().any(|other| other.id == one.target);
        if !is_own && !told.contains(&target) {
            told.push(target);
            let known = argument.statement(target).and_then(|at| voice.statements.get(at as usize));
            match known {
                Some(known) => add(target, sentence(&known.short, &known.owner), known.kind.name()),
                None => add(target, argdown::sentence(voice.words.own_orphan()), "claim"),
            }
        }
        let kind = voice.statements.get(number as usize).map_or("objection", |own| own.kind.name());
        add(one.id.as_str(), sentence(&one.text, voice.words.yours()), kind);
    }
    out
}
