//! The parts of the page that are written once: forms, signs, tools, what stands beside a drawing.

use concord_engine::argument::{Graph, Label, Verdict};
use concord_model::{Html, fill};

use crate::{
    sentences::{Voice, button, sign, word},
    wire::{Answer, label_name, verdict_name},
};

/// All of it, for a page that was just opened.
pub(crate) fn add(voice: &Voice, graph: &Graph, answer: &mut Answer) {
    for label in [Label::In, Label::Out, Label::Undecided] {
        answer.add("sign", &[label_name(label), &sign(label, voice.label(label))]);
    }
    answer.add("tools", &[&tools(voice)]);
    for (statement, own) in (0..).zip(&voice.statements) {
        let id = own.id.as_str();
        answer.add("owner", &[id, own.mark.name()]);
        answer.add("picked", &[id, &picked(voice, graph, statement)]);
        if graph.is_leaf(statement) {
            answer.add("form", &[id, &form(voice, statement)]);
        }
    }
}

/// The question whether a leaf is accepted, which screen readers are told with its sentence.
fn asked(voice: &Voice, statement: u32) -> String {
    word(&fill(voice.words.verdict_of(), &[("statement", &voice.title(statement))]))
}

/// Three radio buttons.
fn form(voice: &Voice, statement: u32) -> String {
    let id = voice.id(statement);
    let options: String = Verdict::ALL
        .into_iter()
        .map(|verdict| {
            let (value, name) = (verdict_name(verdict), word(voice.verdict(verdict)));
            format!(
                "<label><input type=\"radio\" name=\"_verdict-{id}\" value=\"{value}\"> {name}</label>"
            )
        })
        .collect();
    format!("<span role=\"radiogroup\" aria-label=\"{}\">{options}</span>", asked(voice, statement))
}

/// The selected statement, as it stands beside the drawing.
fn picked(voice: &Voice, graph: &Graph, statement: u32) -> String {
    let id = voice.id(statement);
    let own = voice.statements.get(statement as usize);
    let (href, said) = (own.map(|own| own.href.as_str()), voice.quoted(statement));
    let link = format!("<a href=\"{}\">{}</a>", word(href.unwrap_or_default()), word(&said));
    let buttons: String = match graph.is_leaf(statement) {
        false => String::new(),
        true => Verdict::ALL
            .into_iter()
            .map(|verdict| {
                format!(
                    "<button type=\"button\" class=\"plain\" data-verdict=\"{}\" data-on=\"{id}\" aria-pressed=\"false\">{}</button>",
                    verdict_name(verdict),
                    word(voice.verdict(verdict))
                )
            })
            .collect(),
    };
    let group = match buttons.is_empty() {
        true => String::new(),
        false => format!(
            "<span role=\"group\" aria-label=\"{}\">{buttons}</span>",
            asked(voice, statement)
        ),
    };
    format!(
        "<span>{link} <span class=\"label\" data-label=\"{id}\"></span></span>{group}{}",
        button("to-words", voice.words.to_words())
    )
}

/// What moves a drawing and takes it along.
fn tools(voice: &Voice) -> String {
    let words = &voice.words;
    let file = Html::escaped(words.image_file());
    format!(
        "<p class=\"buttons\">{}{}{}<button type=\"button\" class=\"plain\" data-do=\"image\" data-file=\"{file}\">{}</button></p>\
         <details class=\"small handling\"><summary>{}</summary>{}</details>",
        button("larger", words.zoom_in()),
        button("smaller", words.zoom_out()),
        button("fit", words.zoom_fit()),
        word(words.save_image()),
        word(words.drawing_how()),
        word(words.drawing_keys())
    )
}
