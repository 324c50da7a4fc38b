//! Search against a naive one, which reads every document for every query by the plain rules.

#![cfg(test)]

use std::collections::BTreeSet;

use concord_engine::search::{Document, DocumentKind, Index};
use concord_model::{Id, Route, StatementKind};
use proptest::prelude::*;

fn document(kind: DocumentKind, title: &str, text: &str) -> Document {
    let (title, text) = (title.to_owned(), text.to_owned());
    Document { address: Route::Home.into(), kind, title, text }
}

fn lower(word: &str) -> String {
    word.to_lowercase()
}

/// Titles, best first.
fn found<'d>(documents: &'d [Document], query: &str) -> Vec<&'d str> {
    let found = Index::build(documents, lower).search(query, usize::MAX, lower);
    found.hits.iter().map(|hit| documents[hit.document].title.as_str()).collect()
}

fn words(text: &str) -> BTreeSet<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// The rules for a word of a query and a word of a document, in full sentences: they are equal; or
/// one begins the other, if it is the last or has three letters; or few slips lie between them, or,
/// if it is the last, between it and a beginning of the other.
fn means(typed: &str, is_last: bool, word: &str) -> bool {
    let letters = typed.chars().count();
    let forgiven = match letters {
        _ if typed.contains(char::is_numeric) => 0,
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    let near = |other: &str| strsim::osa_distance(typed, other) <= forgiven;
    let begins = |end: usize| near(&word.chars().take(end).collect::<String>());
    typed == word
        || word.starts_with(typed) && (is_last || letters >= 3)
        || near(word)
        || is_last && (0..=word.chars().count()).any(begins)
}

/// Hits with their words, in the order of documents, and whether all words are matched.
fn naive(documents: &[Document], query: &str) -> (Vec<(usize, BTreeSet<String>)>, bool) {
    let last = query.split_whitespace().last();
    let typed = words(query);
    let mut most = 1;
    let mut hits = Vec::new();
    for (number, document) in documents.iter().enumerate() {
        let all = words(&format!("{} {}", document.title, document.text));
        let means =
            |typed: &String, word: &String| means(typed, Some(typed.as_str()) == last, word);
        let count = typed.iter().filter(|typed| all.iter().any(|word| means(typed, word))).count();
        if count > most {
            hits.clear();
            most = count;
        }
        if count == most {
            let matched = all.iter().filter(|word| typed.iter().any(|typed| means(typed, word)));
            hits.push((number, matched.cloned().collect()));
        }
    }
    let all_words = hits.is_empty() || most == typed.len();
    (hits, all_words)
}

/// Words that are like one another, of the lengths where rules change.
const WORD: &str = "[ab]{1,4}|[abc]{3,5}|abcab[abc]{2,4}|20[12]{1,2}|é[aé]{3}";

fn any_text(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(WORD, 0..most).prop_map(|words| words.join(" "))
}

fn any_documents() -> impl Strategy<Value = Vec<Document>> {
    let kind = prop::sample::select(vec![
        DocumentKind::Term,
        DocumentKind::Statement(StatementKind::Claim, Id::new("guide").unwrap()),
        DocumentKind::Lesson,
        DocumentKind::Section,
        DocumentKind::Source,
    ]);
    let one = (kind, any_text(4), any_text(8));
    let one = one.prop_map(|(kind, title, text)| document(kind, &title, &text));
    prop::collection::vec(one, 0..8)
}

proptest! {
    #[test]
    fn hits_are_those_of_the_naive_search(documents in any_documents(), query in any_text(4)) {
        let index = Index::build(&documents, lower);
        let found = index.search(&query, usize::MAX, lower);
        let mut hits: Vec<(usize, BTreeSet<String>)> = found
            .hits
            .iter()
            .map(|hit| (hit.document, hit.words.iter().cloned().collect()))
            .collect();
        hits.sort();
        prop_assert_eq!((hits, found.all_words), naive(&documents, &query));
        prop_assert_eq!(found.total, found.hits.len());
        // Read back from its bytes, and with a limit, it answers the same.
        let index = Index::from_bytes(&index.to_bytes()).unwrap();
        let two = index.search(&query, 2, lower);
        prop_assert_eq!(two.total, found.total);
        prop_assert_eq!(&two.hits, &found.hits[..found.total.min(2)]);
    }

    #[test]
    fn hits_are_in_a_fixed_order_and_names_come_first(documents in any_documents(), query in any_text(3)) {
        let found = Index::build(&documents, lower).search(&query, usize::MAX, lower);
        for pair in found.hits.windows(2) {
            let tied = pair[0].score == pair[1].score && pair[0].document < pair[1].document;
            prop_assert!(pair[0].score > pair[1].score || tied);
        }
        // Whose title holds every word just as it was typed.
        let typed = words(&query);
        let tiers: Vec<u8> = found.hits.iter().map(|hit| {
            let document = &documents[hit.document];
            match document.kind {
                _ if !typed.is_subset(&words(&document.title)) => 0,
                DocumentKind::Term | DocumentKind::Statement(..) => 2,
                DocumentKind::Lesson => 1,
                _ => 0,
            }
        }).collect();
        if tiers.iter().any(|tier| *tier > 0) {
            prop_assert!(tiers.is_sorted_by(|a, b| a >= b), "{tiers:?}");
        }
    }

    #[test]
    fn an_index_tells_its_documents_from_others(documents in any_documents(), others in any_documents()) {
        let index = Index::build(&documents, lower);
        let texts = |documents: &[Document]| -> Vec<_> {
            documents.iter().map(|document| (document.title.clone(), document.text.clone())).collect()
        };
        prop_assert!(index.is_of(&documents));
        prop_assert_eq!(index.is_of(&others), texts(&documents) == texts(&others));
    }

    #[test]
    fn any_text_can_be_indexed_and_searched(texts in prop::collection::vec(any::<String>(), 0..4), query in any::<String>()) {
        let documents: Vec<_> =
            texts.iter().map(|text| document(DocumentKind::Section, text, text)).collect();
        let index = Index::build(&documents, lower);
        prop_assert_eq!(Index::from_bytes(&index.to_bytes()), Ok(index.clone()));
        let _ = index.search(&query, 9, lower);
        for document in &documents {
            let found = index.search(&document.text, 9, lower);
            prop_assert!(found.all_words);
        }
    }
}

#[test]
fn what_was_typed_comes_before_beginnings_and_these_before_slips() {
    let documents: Vec<Document> = ["a storm now", "a strom now", "a storms now", "a storm"]
        .into_iter()
        .map(|title| document(DocumentKind::Section, title, "and more words"))
        .collect();
    assert_eq!(found(&documents, "storm now"), ["a storm now", "a storms now", "a strom now"]);
}

#[test]
fn kinds_come_in_the_order_of_what_their_titles_promise() {
    let documents = [
        document(DocumentKind::Source, "harbour", "one"),
        document(DocumentKind::Section, "harbour", "two"),
        document(DocumentKind::Lesson, "the harbour", "three"),
        document(DocumentKind::Term, "old harbour", "four"),
        document(DocumentKind::Term, "harbour", "five"),
        document(DocumentKind::Term, "port", "a harbour is one"),
    ];
    let expected = ["harbour", "old harbour", "the harbour", "harbour", "harbour", "port"];
    assert_eq!(found(&documents, "harbor"), expected);
    assert_eq!(found(&documents, "harbour"), expected);
}

#[test]
fn if_no_document_has_all_words_those_with_most_are_found() {
    let documents = [
        document(DocumentKind::Section, "one", "apples and pears"),
        document(DocumentKind::Section, "two", "apples"),
        document(DocumentKind::Section, "three", "apples and plums"),
    ];
    let found = Index::build(&documents, lower).search("apples pears plums", 9, lower);
    let hits: BTreeSet<usize> = found.hits.iter().map(|hit| hit.document).collect();
    assert_eq!(hits, BTreeSet::from([0, 2]));
    assert!(!found.all_words);
}

#[test]
fn scripts_without_spaces_and_accents_are_found() {
    let documents = [
        document(DocumentKind::Term, "网络主权", "État"),
        document(DocumentKind::Term, "网络", "etat"),
    ];
    assert_eq!(found(&documents, "主权"), ["网络主权"]);
    assert_eq!(found(&documents, "éTAT"), ["网络主权", "网络"]);
}
