//! A question with one right answer. Without scripts, its answers and reasons unfold below it.

use concord_engine::scoring;
use concord_model::{Choice, ChoiceOption};
use leptos::{html::Button, prelude::*};

use crate::{Site, text::word};

/// What the reader did with the item so far.
#[derive(Clone, Copy, Default, PartialEq)]
struct Attempt {
    response: Option<usize>,
    checked: bool,
}

pub(crate) fn choice(site: Site, item: &'static Choice) -> AnyView {
    let words = site.words();
    let attempt = RwSignal::new(Attempt::default());
    let options = item.options.iter().enumerate().map(|(place, option)| {
        let choose = move |_| attempt.set(Attempt { response: Some(place), checked: false });
        view! {
            <label class="option">
                <input type="radio" name=item.id.as_str() on:change=choose
                    prop:checked=move || attempt.get().response == Some(place)/>
                <span inner_html=option.text.0.as_str()></span>
            </label>
        }
    });
    let options: Vec<_> = options.collect();
    let check = NodeRef::<Button>::new();
    let on_check = move |_| attempt.update(|attempt| attempt.checked = true);
    let again = move |_| {
        attempt.set(Attempt::default());
        // The button that was pressed is gone; its place in the order of focus is here.
        if let Some(check) = check.get_untracked() {
            let _ = check.focus();
        }
    };
    view! {
        <div class="options" role="radiogroup" aria-labelledby=format!("_stem-{}", item.id)>{options}</div>
        <button type="button" class="live" node_ref=check on:click=on_check>{words.check_answer.as_str()}</button>
        <div class="feedback" role="status">{move || feedback(site, item, attempt.get(), again)}</div>
    }
    .into_any()
}

/// What the reader is told after checking, with the way back to what the item tests.
fn feedback(
    site: Site,
    item: &'static Choice,
    attempt: Attempt,
    again: impl Fn(leptos::ev::MouseEvent) + Clone + 'static,
) -> Option<AnyView> {
    let words = site.words();
    let Attempt { response, checked: true } = attempt else { return None };
    let Some(chosen) = scoring::choice(item, response).chosen else {
        return Some(view! { <p>{words.choose_first.as_str()}</p> }.into_any());
    };
    let (class, verdict) =
        if chosen.key { ("key", &words.right) } else { ("distractor", &words.not_yet) };
    let back: String = item
        .tests
        .iter()
        .map(|href| format!("<a href=\"{href}\">{}</a>", word(&words.back_to_passage)))
        .collect();
    let text = format!(
        "<p class=\"verdict\">{}</p><div class=\"prose\">{}</div>",
        word(verdict),
        chosen.feedback
    );
    let button = (!chosen.key).then(|| {
        view! { <button type="button" class="plain" on:click=again>{words.try_again.as_str()}</button> }
    });
    let view = view! {
        <div class=class>
            <div inner_html=text></div>
            <div class="back-to"><div class="run" inner_html=back></div>{button}</div>
        </div>
    };
    Some(view.into_any())
}

/// The answers to choose from, where nothing answers a click.
pub(super) fn on_paper(item: &Choice) -> String {
    let options: String =
        item.options.iter().map(|option| format!("<li>{}</li>", option.text)).collect();
    format!("<ul class=\"options-on-paper\">{options}</ul>")
}

/// All answers with their reasons, for readers without scripts.
pub(super) fn answers(site: Site, item: &Choice) -> String {
    let words = site.words();
    let answer = |option: &ChoiceOption| {
        let key = if option.key {
            format!("<strong>{}:</strong> ", word(&words.key))
        } else {
            String::new()
        };
        format!(
            "<li><p>{key}{}</p><div class=\"prose\">{}</div></li>",
            option.text, option.feedback
        )
    };
    let answers: String = item.options.iter().map(answer).collect();
    format!(
        "<details class=\"without-script\"><summary>{}</summary><ul>{answers}</ul></details>",
        word(&words.show_answers)
    )
}
