//! The questions that an address asks for, and the form that makes such addresses. Browsers send the
//! form by themselves, so that the address of what it leads to is the link; it is a part of the page's text.

#[cfg(feature = "ssr")]
use std::collections::BTreeSet;

use concord_engine::selection::Selection;
#[cfg(feature = "ssr")]
use concord_engine::{selection::USUAL_COUNT, standing::name_at};
#[cfg(feature = "ssr")]
use concord_model::{Address, Form, Interaction, Route};
use concord_model::{Html, Item, Lesson, Program, fill, html, talk::Panel};
use leptos::prelude::*;

use super::{browser, question::asked};
use crate::{
    Site,
    browser::{query, view},
    text::{copied, counted, field, panel},
};

/// The questions; none where the address asks for none.
pub(crate) fn by_link(site: Site) -> AnyView {
    let selection = Selection::read(site.guide, values);
    if cfg!(not(feature = "ssr")) {
        browser::prepare_form(selection.is_empty());
    }
    if selection.is_empty() {
        return ().into_any();
    }
    let chosen = selection.choose(site.guide);
    let head = head(site, &selection, chosen.len());
    let result = result(site, &chosen);
    let mut parts = vec![view::still(head)];
    let items = chosen.iter().map(|(lesson, item)| asked(site, lesson, item, false));
    let items: Vec<_> = items.collect();
    parts.push(view::status("p", "small", move || Html::escaped(&progress(site, &chosen))));
    parts.extend(items);
    parts.push(view::still(result));
    parts.into_any()
}

/// The values of that name in this page's address. While prerendering there is none.
fn values(name: &str) -> Vec<String> {
    if cfg!(feature = "ssr") { Vec::new() } else { query::all(name) }
}

/// What the address asks for, as far as that is worth saying, and the address to give away.
fn head(site: Site, selection: &Selection, count: usize) -> Html {
    let words = site.words();
    html! {
        @if !selection.unknown.is_empty() {
            @let names = selection.unknown.join(", ");
            p { (fill(words.quiz_unknown(), &[("names", &names)])) }
        }
        @if count == 0 {
            p { (words.quiz_none()) }
        } @else {
            (field(site, "quiz", words.quiz_link(), &query::address()))
            (copied())
        }
    }
}

/// What asks for a result in the address: a name, a number, the stance on the argument.
#[cfg(feature = "ssr")]
const ASK: [&str; 3] = ["name", "number", "stance"];

/// The place of the result, if the address asks for one; a program makes it.
fn result(site: Site, chosen: &[(&Lesson, &Item)]) -> Html {
    if chosen.is_empty() || values("ask").is_empty() {
        return Html::default();
    }
    let ids: Vec<&str> = chosen.iter().map(|(_, item)| item.id.as_str()).collect();
    // The record's stance is given to what holds the argument, or a stance on it.
    html! {
        div.results data-program=(Program::Results.name()) data-quiz=(ids.join(" ")) data-argument
            data-off=(site.words().results_failed()) {
            (panel(Panel::Notice))
            div.inner {}
        }
    }
}

/// How many of the questions were answered today, and how many of them right.
fn progress(site: Site, chosen: &[(&Lesson, &Item)]) -> String {
    let today = site.store.today.get();
    let (answered, right) = site.store.record.with(|record| {
        let answers = chosen.iter().filter_map(|(_, item)| record.answer(item));
        let scores: Vec<_> = answers
            .filter(|answer| answer.memory.answered == today)
            .map(|answer| answer.score.is_full())
            .collect();
        (scores.len(), scores.iter().filter(|right| **right).count())
    });
    if chosen.is_empty() {
        return String::new();
    }
    let said = counted(site, site.words().quiz_today(), "count", answered, chosen.len());
    fill(&said, &[("right", &right.to_string())])
}

/// The form, which makes the address of a quiz.
#[cfg(feature = "ssr")]
pub(crate) fn form(site: Site) -> Html {
    let words = site.words();
    let kinds = Interaction::KINDS.iter().copied();
    let (claims, terms) = tested(site);
    html! {
        details .another.live open {
            summary hidden { (words.quiz_another()) }
            form.make method="get" action=(Route::Quiz.href(Form::Folder)) {
                fieldset {
                    legend { (words.lessons()) }
                    @for lesson in &site.guide.lessons {
                        (choice("lesson", lesson.id.as_str(), &lesson.title))
                    }
                }
                fieldset {
                    legend { (words.quiz_kinds()) }
                    @for kind in kinds { (choice("kind", kind, kind_name(site, kind))) }
                }
                @for (name, label, entries) in [
                    ("claim", words.quiz_claim(), claims),
                    ("term", words.kind_term(), terms),
                ] {
                    label {
                        (label) " "
                        select name=(name) { option value="" { (words.quiz_any()) } (entries) }
                    }
                }
                label {
                    (words.quiz_count()) " "
                    input name="count" type="number" min="1" value=(USUAL_COUNT);
                }
                label {
                    (words.quiz_seed()) " "
                    input name="seed" type="text" maxlength="40" autocomplete="off" autocapitalize="none";
                }
                p.small { (words.quiz_seed_hint()) }
                fieldset {
                    legend { (words.quiz_ask()) }
                    @for (ask, label) in ASK.into_iter().zip([words.quiz_ask_name(), words.quiz_ask_number(), words.quiz_ask_stance()]) {
                        (choice("ask", ask, label))
                    }
                }
                p.small { (words.quiz_ask_hint()) }
                p.buttons { button type="submit" { (words.quiz_make()) } }
            }
        }
    }
}

/// A box to tick.
#[cfg(feature = "ssr")]
fn choice(name: &str, value: &str, shown: &str) -> Html {
    html! { label { input type="checkbox" name=(name) value=(value); " " (shown) } }
}

/// What questions test, as entries of a list of statements and of one of terms.
#[cfg(feature = "ssr")]
fn tested(site: Site) -> (Html, Html) {
    let (mut claims, mut terms) = (Html::default(), Html::default());
    let mut seen = BTreeSet::new();
    for href in site.guide.items().flat_map(|(_, item)| &item.tests) {
        if !seen.insert(href) {
            continue;
        }
        let Address { route, fragment: Some(id) } = Address::parse(href) else { continue };
        let Some(name) = name_at(site.guide, href) else { continue };
        let list = if route == Route::Glossary { &mut terms } else { &mut claims };
        list.extend([html! { option value=(id) { (name) } }]);
    }
    (claims, terms)
}

#[cfg(feature = "ssr")]
fn kind_name(site: Site, kind: &'static str) -> &'static str {
    let words = site.words();
    match kind {
        "choice" => words.quiz_choice(),
        "multiple" => words.quiz_multiple(),
        "build" => words.quiz_build(),
        "rebuild" => words.quiz_rebuild(),
        "blank" => words.quiz_blank(),
        "match" => words.quiz_match(),
        "sort" => words.quiz_sort(),
        "order" => words.quiz_order(),
        "point" => words.quiz_point(),
        // No reader shall see it: the site in the pseudo-language shows what has no word yet.
        other => other,
    }
}
