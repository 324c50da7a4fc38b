//! The questions that an address asks for, and the form that makes such addresses. Browsers send the
//! form by themselves, so that the address of what it leads to is the link.

use std::collections::BTreeSet;

use concord_engine::{
    selection::{Selection, USUAL_COUNT},
    standing::name_at,
};
use concord_model::{Address, Html, Interaction, Item, Route, fill};
use leptos::prelude::*;

use super::asked;
use crate::{
    Site,
    browser::{clock, page, query, share},
    text::{counted, word},
};

/// The questions and the form.
pub(crate) fn by_link(site: Site) -> AnyView {
    // While prerendering there is no address to read.
    if cfg!(feature = "ssr") {
        return ().into_any();
    }
    let selection = Selection::read(site.guide, query::all);
    if selection.is_empty() {
        return view! { <div class="run" inner_html=form(site)></div> }.into_any();
    }
    let chosen = selection.choose(site.guide);
    let head = head(site, &selection, chosen.len());
    let items: Vec<_> = chosen.iter().map(|item| asked(site, item)).collect();
    let progress = move || progress(site, &chosen);
    // The form names all that there is to choose from, so it is written when it is asked for.
    let another = RwSignal::new(String::new());
    let open = move |_| another.set(form(site));
    view! {
        <div class="run" inner_html=head></div>
        <p class="small" role="status">{progress}</p>
        {items}
        <details on:toggle=open>
            <summary>{site.words().quiz_another()}</summary>
            <div class="run" inner_html=move || another.get()></div>
        </details>
    }
    .into_any()
}

/// What the address asks for, as far as that is worth saying, and the address to give away.
fn head(site: Site, selection: &Selection, count: usize) -> String {
    let words = site.words();
    let mut said = String::new();
    if !selection.unknown.is_empty() {
        let names = selection.unknown.join(", ");
        said += &format!("<p>{}</p>", word(&fill(words.quiz_unknown(), &[("names", &names)])));
    }
    if count == 0 {
        return said + &format!("<p>{}</p>", word(words.quiz_none()));
    }
    let link = share::field(site, "quiz", words.quiz_link(), &query::address());
    said + &link + "<p class=\"small\" id=\"_copied\" role=\"status\"></p>"
}

/// How many of the questions were answered today, and how many of them right.
fn progress(site: Site, chosen: &[&Item]) -> String {
    let today = clock::today();
    let (answered, right) = site.store.record.with(|record| {
        let answers = chosen.iter().filter_map(|item| record.answer(item));
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

/// The form, with what the address asks for already chosen.
fn form(site: Site) -> String {
    let words = site.words();
    let lessons = site.guide.lessons.iter();
    let lessons: String =
        lessons.map(|lesson| choice("lesson", lesson.id.as_str(), &word(&lesson.title))).collect();
    let kinds: String =
        Interaction::KINDS.map(|kind| choice("kind", kind, &word(kind_name(site, kind)))).concat();
    let group = |legend: &str, choices: &str| {
        format!("<fieldset><legend>{}</legend>{choices}</fieldset>", word(legend))
    };
    let (claims, terms) = tested(site);
    let list = |name: &str, label: &str, entries: &str| {
        format!(
            "<label>{} <select name=\"{name}\"><option value=\"\">{}</option>{entries}</select></label>",
            word(label),
            word(words.quiz_any())
        )
    };
    let field = |name: &str, label: &str, rest: &str| {
        format!("<label>{} <input name=\"{name}\" {rest}></label>", word(label))
    };
    let value = |name: &str| query::all(name).pop().unwrap_or_default();
    let count = format!(
        "type=\"number\" min=\"1\" value=\"{}\"",
        match value("count") {
            count if count.is_empty() => USUAL_COUNT.to_string(),
            count => Html::escaped(&count).0,
        }
    );
    let seed = format!(
        "maxlength=\"40\" autocomplete=\"off\" value=\"{}\"",
        Html::escaped(&value("seed"))
    );
    format!(
        "<form class=\"make\" method=\"get\" action=\"{}\">{}{}{}{}{}{}<p class=\"small\">{}</p><p class=\"buttons\"><button type=\"submit\">{}</button></p></form>",
        Route::Quiz.href(page::form()),
        group(words.lessons(), &lessons),
        group(words.quiz_kinds(), &kinds),
        list("claim", words.quiz_claim(), &claims),
        list("term", words.kind_term(), &terms),
        field("count", words.quiz_count(), &count),
        field("seed", words.quiz_seed(), &seed),
        word(words.quiz_seed_hint()),
        word(words.quiz_make()),
    )
}

/// A box to tick; its name is HTML already.
fn choice(name: &str, value: &str, shown: &str) -> String {
    let checked = if query::all(name).iter().any(|own| own == value) { " checked" } else { "" };
    format!(
        "<label><input type=\"checkbox\" name=\"{name}\" value=\"{value}\"{checked}> {shown}</label>"
    )
}

/// What questions test, as entries of a list of statements and of one of terms.
fn tested(site: Site) -> (String, String) {
    let (mut claims, mut terms) = (String::new(), String::new());
    let mut seen = BTreeSet::new();
    for href in site.guide.items().flat_map(|(_, item)| &item.tests) {
        if !seen.insert(href) {
            continue;
        }
        let Address { route, fragment: Some(id) } = Address::parse(href) else { continue };
        let Some(name) = name_at(site.guide, href) else { continue };
        let (list, key) = match route {
            Route::Glossary => (&mut terms, "term"),
            _ => (&mut claims, "claim"),
        };
        let chosen = if query::all(key).contains(&id) { " selected" } else { "" };
        *list += &format!("<option value=\"{id}\"{chosen}>{}</option>", word(&name));
    }
    (claims, terms)
}

fn kind_name(site: Site, kind: &str) -> &'static str {
    let words = site.words();
    match kind {
        "choice" => words.quiz_choice(),
        "multiple" => words.quiz_multiple(),
        "build" => words.quiz_build(),
        "blank" => words.quiz_blank(),
        "match" => words.quiz_match(),
        "sort" => words.quiz_sort(),
        "order" => words.quiz_order(),
        _ => words.quiz_point(),
    }
}
