//! The form of a question, one shape for each kind. Everything works by keyboard and by single
//! taps: answers are radio buttons and checkboxes, places are lists to choose from, steps move by
//! buttons.

use concord_engine::{review::Confidence, scoring::shown_order};
use concord_model::{Answer, Html, Interaction, Item, Places, Step};

use crate::{
    Site,
    text::{part, verb, word},
};

/// The form with its buttons.
pub(super) fn html(site: Site, item: &Item) -> String {
    let words = site.words();
    let hint = if item.hints.is_empty() {
        String::new()
    } else {
        format!(
            "<button type=\"button\" class=\"plain live\" data-do=\"hint\">{}</button>",
            word(words.hint())
        )
    };
    format!(
        "{}{}<p class=\"buttons\"><button type=\"submit\" class=\"live\">{}</button>{hint}</p>",
        answers(site, item),
        confidence(site, item),
        word(words.check_answer())
    )
}

/// How sure the reader is; the summary and the review use it.
fn confidence(site: Site, item: &Item) -> String {
    let words = site.words();
    let choices = Confidence::ALL.map(|confidence| {
        let text = match confidence {
            Confidence::Sure => words.sure(),
            Confidence::Rather => words.rather(),
            Confidence::Guess => words.guess(),
        };
        let name = confidence.name();
        format!(
            "<label><input type=\"radio\" name=\"_sure-{}\" value=\"{name}\"> {}</label>",
            item.id,
            word(text)
        )
    });
    format!(
        "<fieldset class=\"sure live\"><legend>{}</legend>{}</fieldset>",
        word(words.how_sure()),
        choices.concat()
    )
}

/// What can be answered, where nothing answers a click.
pub(super) fn on_paper(site: Site, item: &Item) -> String {
    match &item.interaction {
        Interaction::Choice(answers) | Interaction::Multiple(answers) => {
            list("ul", answers.iter().map(|answer| answer.text.0.clone()))
        }
        Interaction::Build { statement, places } => {
            let places = places
                .iter()
                .map(|place| format!("{} {}", label(site, place.part), place.answer.text));
            format!("<blockquote class=\"card\">{statement}</blockquote>{}", list("ul", places))
        }
        Interaction::Blank(_) | Interaction::Point(_) => "<p class=\"blank\">…</p>".to_owned(),
        Interaction::Match(all) | Interaction::Sort(all) => {
            let things = shown_order(item, all.things.len()).into_iter();
            let things = things.filter_map(|at| Some(all.things.get(at)?.text.0.clone()));
            let places = shown_order(item, all.places.len()).into_iter();
            let places = places.filter_map(|at| Some(all.places.get(at)?.0.clone()));
            list("ul", things) + &list("ul", places)
        }
        Interaction::Order(steps) => {
            let steps = shown_order(item, steps.len()).into_iter().filter_map(|at| steps.get(at));
            list("ul", steps.map(|step| step.text.0.clone()))
        }
    }
}

fn list(tag: &str, entries: impl Iterator<Item = String>) -> String {
    let entries: String = entries.map(|entry| format!("<li>{entry}</li>")).collect();
    format!("<{tag} class=\"options-on-paper\">{entries}</{tag}>")
}

fn answers(site: Site, item: &Item) -> String {
    match &item.interaction {
        Interaction::Choice(answers) => options(item, "radio", "radiogroup", answers),
        Interaction::Multiple(answers) => {
            format!(
                "<p class=\"small\">{}</p>{}",
                word(site.words().choose_all()),
                options(item, "checkbox", "group", answers)
            )
        }
        Interaction::Build { statement, places } => {
            let answers: Vec<Answer> = places
                .iter()
                .map(|place| {
                    let text = format!("{} {}", label(site, place.part), place.answer.text);
                    Answer { text: Html(text), ..place.answer.clone() }
                })
                .collect();
            let options = options(item, "radio", "radiogroup", &answers);
            format!("<blockquote class=\"card\">{statement}</blockquote>{options}")
        }
        Interaction::Blank(_) => format!(
            "<p class=\"blank\"><input type=\"text\" class=\"live\" autocomplete=\"off\" spellcheck=\"false\" aria-labelledby=\"_stem-{}\"></p>",
            item.id
        ),
        Interaction::Match(all) | Interaction::Sort(all) => places(site, item, all),
        Interaction::Point(_) => states(site, item),
        Interaction::Order(steps) => order(site, item, steps),
    }
}

/// "Premise: supports", before the statement that is spoken to.
fn label(site: Site, kind: concord_model::StatementKind) -> String {
    format!("<strong>{}:</strong> {}", word(part(site, kind)), word(verb(site, kind)))
}

/// Radio buttons, of which one can be chosen, or checkboxes, which are dead without scripts.
fn options(item: &Item, input: &str, role: &str, answers: &[Answer]) -> String {
    let id = &item.id;
    let option = |(place, answer): (usize, &Answer)| {
        let (class, name) = match input {
            "checkbox" => (" class=\"live\"", format!("{id}-{place}")),
            _ => ("", id.to_string()),
        };
        let text = &answer.text;
        format!(
            "<label class=\"option\"><input type=\"{input}\"{class} name=\"{name}\" value=\"{place}\"><span>{text}</span></label>"
        )
    };
    let options: String = answers.iter().enumerate().map(option).collect();
    format!("<div class=\"options\" role=\"{role}\" aria-labelledby=\"_stem-{id}\">{options}</div>")
}

fn places(site: Site, item: &Item, all: &Places) -> String {
    let choose = word(site.words().choose_place());
    let places = shown_order(item, all.places.len()).into_iter();
    // An option of a list holds text alone.
    let places: Vec<_> =
        places.filter_map(|at| Some((at, word(&all.places.get(at)?.text())))).collect();
    // The same places to drag, which say nothing that the lists do not say.
    let to_drag: String = places
        .iter()
        .map(|(at, place)| format!("<li data-place=\"{at}\" draggable=\"true\">{place}</li>"))
        .collect();
    let places: String = places
        .iter()
        .map(|(at, place)| format!("<option value=\"{at}\">{place}</option>"))
        .collect();
    let things = shown_order(item, all.things.len()).into_iter();
    let things: String = things
        .filter_map(|at| Some((at, all.things.get(at)?)))
        .map(|(at, thing)| {
            format!(
                "<label class=\"thing\"><span>{}</span><select class=\"live\" data-thing=\"{at}\"><option value=\"\">{choose}</option>{places}</select></label>",
                thing.text
            )
        })
        .collect();
    format!(
        "<ul class=\"to-drag live\" aria-hidden=\"true\">{to_drag}</ul>\
         <div class=\"things\" role=\"group\" aria-labelledby=\"_stem-{}\">{things}</div>",
        item.id
    )
}

/// All states of the community in a list, which goes to a name by its first letters.
fn states(site: Site, item: &Item) -> String {
    let choose = word(site.words().choose_state());
    let states = site.guide.states.iter();
    let states: String = states
        .map(|state| format!("<option value=\"{}\">{}</option>", state.id, word(&state.name)))
        .collect();
    format!(
        "<p class=\"states\"><select class=\"live\" data-states aria-labelledby=\"_stem-{}\"><option value=\"\">{choose}</option>{states}</select></p>",
        item.id
    )
}

fn order(site: Site, item: &Item, steps: &[Step]) -> String {
    let words = site.words();
    let steps =
        shown_order(item, steps.len()).into_iter().filter_map(|at| Some((at, steps.get(at)?)));
    let steps: String = steps
        .map(|(at, step)| {
            let text = step.text.text();
            let button = |action: &str, name: &str, sign: &str| {
                let name = concord_model::fill(name, &[("step", &text)]);
                format!(
                    "<button type=\"button\" class=\"plain live\" data-do=\"{action}\" aria-label=\"{}\">{sign}</button>",
                    word(&name)
                )
            };
            format!(
                "<li data-step=\"{at}\" draggable=\"true\"><span>{}</span>{}{}</li>",
                step.text,
                button("up", words.move_up(), "↑"),
                button("down", words.move_down(), "↓")
            )
        })
        .collect();
    format!(
        "<div role=\"group\" aria-labelledby=\"_stem-{}\"><ol class=\"steps\">{steps}</ol></div>",
        item.id
    )
}
