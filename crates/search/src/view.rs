//! What was found, as HTML.

use concord_dom::fold;
use concord_engine::search::{
    Document, DocumentKind, Found, Hit, Piece, SearchFile, Searcher, marked, meant, snippet,
};
use concord_model::{Address, Form, Html, Id, Route, StatementKind, fill, html};

use crate::field::announce_at_rest;

/// How many results are shown.
const MOST_RESULTS: usize = 30;

/// How many characters of a text are shown around what was found.
const SNIPPET_CHARS: usize = 180;

/// A sentence about the search, read out as well.
pub(crate) fn said(text: &str) -> Html {
    announce_at_rest(text.to_owned());
    html! { p .small.count { (text) } }
}

/// What a query finds.
pub(crate) fn found(file: &SearchFile, searcher: &Searcher, query: &str) -> Html {
    let words = &file.words;
    let meant = meant(query, &words.small, fold);
    let Found { hits, total, all_words } = searcher.index.search(&meant, MOST_RESULTS, fold);
    if hits.is_empty() {
        return said(&fill(&words.none, &[("query", query.trim())]));
    }
    let count = total.to_string();
    let count = if hits.len() < total {
        fill(&words.first, &[("shown", &hits.len().to_string()), ("count", &count)])
    } else {
        let form = words.results.form(&file.plural, u32::try_from(total).unwrap_or(u32::MAX));
        fill(form, &[("count", &count)])
    };
    let partly = if all_words { String::new() } else { words.partly.clone() + " " };
    let documents =
        hits.iter().filter_map(|hit| Some((searcher.documents.get(hit.document)?, hit)));
    html! {
        (said(&(partly + &count)))
        ol.results { @for (document, hit) in documents { (result(file, document, hit)) } }
    }
}

fn result(file: &SearchFile, document: &Document, hit: &Hit) -> Html {
    let found = snippet(&document.text, &hit.words, fold, SNIPPET_CHARS);
    html! {
        li {
            p.tag { (kind(file, &document.kind)) }
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
    let Address { route, fragment } = &document.address;
    match fragment.as_deref().map(Id::new) {
        Some(Ok(id)) if *route == Route::Quiz => Route::question(&id, Form::Folder),
        _ => document.address.href(Form::Folder),
    }
}

/// What a result is and, of a statement, whose.
fn kind(file: &SearchFile, kind: &DocumentKind) -> Html {
    let words = &file.words;
    let part = match kind {
        DocumentKind::Lesson => Some(&words.lesson),
        DocumentKind::Section => Some(&words.section),
        DocumentKind::Term => Some(&words.term),
        DocumentKind::Source => Some(&words.source),
        DocumentKind::State => Some(&words.state),
        DocumentKind::Question => Some(&words.question),
        DocumentKind::Statement(own, _) => {
            StatementKind::ALL.iter().position(|kind| kind == own).and_then(|at| file.parts.get(at))
        }
    };
    let owner = match kind {
        DocumentKind::Statement(_, owner) => file.owners.iter().find(|(id, ..)| id == owner),
        _ => None,
    };
    html! {
        @if let Some((_, mark, _)) = owner { (mark) }
        span.part { (part.map(String::as_str).unwrap_or_default()) }
        @if let Some((.., name)) = owner { " " span.owner { (name) } }
    }
}

fn pieces(pieces: &[Piece<'_>]) -> Html {
    html! {
        @for piece in pieces {
            @if piece.is_match { mark { (piece.text) } } @else { (piece.text) }
        }
    }
}
