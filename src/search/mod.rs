//! The search: results while the reader types, from texts and an index that are loaded at their first use.

mod browser;

use std::cell::RefCell;

use concord_engine::search::{
    Document, DocumentKind, Found, Hit, Piece, Searcher, marked, meant, snippet,
};
use concord_model::{Address, Form, Html, Id, Route, fill, html};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::Event;

use crate::{
    Site,
    browser::{
        fold,
        view::{self, heard},
    },
    ids::SEARCH_FIELD,
    text::{counted, href, mark},
};

/// How many results are shown.
const MOST_RESULTS: usize = 30;

/// How many characters of a text are shown around what was found.
const SNIPPET_CHARS: usize = 180;

thread_local! {
    /// The searcher, once it was asked for: kept while the page is open, so that coming back shows
    /// results at once.
    static SEARCHER: RefCell<Option<Searcher>> = const { RefCell::new(None) };
}

pub(crate) fn search(site: Site) -> AnyView {
    let words = site.words();
    // While prerendering there is neither an address nor a file to load.
    let query = if cfg!(feature = "ssr") { String::new() } else { browser::query() };
    let failed = StoredValue::new(false);
    let results = move |query: &str| match failed.get_value() {
        true => announced(site.words().search_failed()),
        false => results(site, query),
    };
    let shown = RwSignal::new(results(&query));
    if cfg!(not(feature = "ssr")) && !SEARCHER.with_borrow(Option::is_some) {
        // A file may hang for ever. Should it come after all, results follow.
        let late = browser::when_late(move || {
            let _ = failed.try_set_value(true);
            if !shown.is_disposed() {
                shown.set(results(&browser::query()));
            }
        });
        spawn_local(async move {
            let searcher = load().await;
            drop(late);
            let _ = failed.try_set_value(searcher.is_none());
            if searcher.is_some() {
                SEARCHER.set(searcher);
            }
            // The view may be gone by now, and its signals with it.
            if !shown.is_disposed() {
                shown.set(results(&browser::query()));
            }
        });
    }
    let on_input = move |event: &Event| {
        let query = event_target_value(event);
        browser::keep(&query);
        shown.set(results(&query));
    };
    let on_key = move |event: &Event| {
        if event.dyn_ref().is_some_and(browser::move_focus) {
            event.prevent_default();
        }
    };
    let field = html! {
        input #(SEARCH_FIELD) type="search" aria-label=(words.search()) autocomplete="off" autocapitalize="none"
            spellcheck="false" enterkeyhint="search" value=(query);
    };
    let parts = vec![view::still(field), view::run(move || shown.get())];
    view::group("div", "live", parts, vec![heard("keydown", on_key), heard("input", on_input)])
}

async fn load() -> Option<Searcher> {
    Searcher::from_bytes(&browser::file().await?)
}

/// What is shown below the field.
fn results(site: Site, query: &str) -> Html {
    SEARCHER.with_borrow(|searcher| match searcher {
        Some(searcher) if !query.trim().is_empty() => found(site, searcher, query),
        _ => Html::default(),
    })
}

/// A sentence about the search, read out as well.
fn announced(text: &str) -> Html {
    browser::announce_at_rest(text.to_owned());
    html! { p .small.count { (text) } }
}

fn found(site: Site, searcher: &Searcher, query: &str) -> Html {
    let words = site.words();
    let meant = meant(query, words.search_small(), fold);
    let Found { hits, total, all_words } = searcher.index.search(&meant, MOST_RESULTS, fold);
    if hits.is_empty() {
        let query = [("query", query.trim())];
        return announced(&fill(words.search_none(), &query));
    }
    let count = if hits.len() < total {
        let (shown, count) = (hits.len().to_string(), total.to_string());
        fill(words.search_first(), &[("shown", &shown), ("count", &count)])
    } else {
        counted(site, words.search_results(), "count", total, 0)
    };
    let partly = if all_words { String::new() } else { words.search_partly().to_owned() + " " };
    let documents =
        hits.iter().filter_map(|hit| Some((searcher.documents.get(hit.document)?, hit)));
    html! {
        (announced(&(partly + &count)))
        ol.results { @for (document, hit) in documents { (result(site, document, hit)) } }
    }
}

fn result(site: Site, document: &Document, hit: &Hit) -> Html {
    let found = snippet(&document.text, &hit.words, fold, SNIPPET_CHARS);
    html! {
        li {
            p.tag { (kind(site, &document.kind)) }
            a href=(to(document)) {
                (pieces(&marked(&document.title, &hit.words, fold)))
            }
            p {
                @if found.cut_before { "…" }
                (pieces(&found.pieces))
                @if found.cut_after { "…" }
            }
        }
    }
}

/// The address of what was found.
fn to(document: &Document) -> String {
    let Address { fragment, .. } = &document.address;
    match fragment.as_deref().map(Id::new) {
        Some(Ok(id)) if document.address.route == Route::Quiz => Route::question(&id, Form::Folder),
        _ => href(document.address.clone()),
    }
}

/// What a result is and, of a statement, whose.
fn kind(site: Site, kind: &DocumentKind) -> Html {
    let words = site.words();
    let part = match kind {
        DocumentKind::Lesson => words.kind_lesson(),
        DocumentKind::Section => words.kind_section(),
        DocumentKind::Term => words.kind_term(),
        DocumentKind::Source => words.kind_source(),
        DocumentKind::State => words.kind_state(),
        DocumentKind::Question => words.question(),
        DocumentKind::Statement(own, _) => words.part(*own),
    };
    let owner = match kind {
        DocumentKind::Statement(_, owner) => site.guide.owner(owner),
        _ => None,
    };
    html! {
        @if let Some(owner) = owner { (mark(owner.mark)) }
        span.part { (part) }
        @if let Some(owner) = owner { " " span.owner { (owner.name) } }
    }
}

fn pieces(pieces: &[Piece<'_>]) -> Html {
    html! {
        @for piece in pieces {
            @if piece.is_match { mark { (piece.text) } } @else { (piece.text) }
        }
    }
}
