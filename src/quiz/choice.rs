//! A question with one right answer. Without scripts, its answers and reasons unfold below it.

use concord_engine::scoring;
use concord_model::{Choice, Html};
use leptos::prelude::*;

use crate::{Site, text::heading};

/// What the reader did with the item so far.
#[derive(Clone, Copy, Default, PartialEq)]
struct Attempt {
    response: Option<usize>,
    checked: bool,
}

pub(crate) fn choice(site: Site, item: &'static Choice) -> impl IntoView {
    let words = site.words();
    let attempt = RwSignal::new(Attempt::default());
    let stem = format!("_stem-{}", item.id);
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
    let check = move |_| attempt.update(|attempt| attempt.checked = true);
    view! {
        <section class="item" aria-labelledby=item.id.as_str()>
            <p class="tag"><span class="part">{words.question.as_str()}</span></p>
            {heading(item.level, item.id.as_str(), &item.title)}
            <div id=stem.clone() class="prose" inner_html=item.stem.0.as_str()></div>
            <div class="options" role="radiogroup" aria-labelledby=stem>{options.collect_view()}</div>
            <button type="button" class="live" on:click=check>{words.check_answer.as_str()}</button>
            <div class="feedback" role="status">{move || feedback(site, item, attempt)}</div>
            {answers(site, item)}
        </section>
    }
}

/// What the reader is told after checking, with the way back to what the item tests.
fn feedback(site: Site, item: &'static Choice, attempt: RwSignal<Attempt>) -> Option<AnyView> {
    let words = site.words();
    let Attempt { response, checked: true } = attempt.get() else { return None };
    let outcome = scoring::choice(item, response);
    let Some(chosen) = outcome.chosen else {
        return Some(view! { <p>{words.choose_first.as_str()}</p> }.into_any());
    };
    let (class, verdict) = if chosen.key { ("key", &words.right) } else { ("distractor", &words.not_yet) };
    let back = item.tests.iter().map(|href| {
        view! { <a href=href.as_str()>{words.back_to_passage.as_str()}</a>" " }
    });
    let again = (!chosen.key).then(|| {
        let again = move |_| attempt.set(Attempt::default());
        view! { <button type="button" class="plain" on:click=again>{words.try_again.as_str()}</button> }
    });
    let view = view! {
        <div class=class>
            <p class="verdict">{verdict.as_str()}</p>
            <div class="prose" inner_html=chosen.feedback.0.as_str()></div>
            <p class="back-to">{back.collect_view()}{again}</p>
        </div>
    };
    Some(view.into_any())
}

/// All answers with their reasons, for readers without scripts.
fn answers(site: Site, item: &'static Choice) -> impl IntoView {
    let words = site.words();
    let answers = item.options.iter().map(|option| {
        let Html(text) = &option.text;
        let key = option.key.then(|| view! { <strong>{words.key.as_str()}": "</strong> });
        view! {
            <li>
                <p>{key}<span inner_html=text.as_str()></span></p>
                <div class="prose" inner_html=option.feedback.0.as_str()></div>
            </li>
        }
    });
    view! {
        <details class="without-script">
            <summary>{words.show_answers.as_str()}</summary>
            <ul>{answers.collect_view()}</ul>
        </details>
    }
}
