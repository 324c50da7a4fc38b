//! Search over the real guide: its documents, what readers find, and what its index weighs.

#![cfg(test)]

use std::{collections::BTreeSet, io::Write, path::Path, sync::LazyLock};

use concord_compiler::{compile, read_pack};
use concord_engine::search::{
    Document, DocumentKind, Found, Index, MAX_QUERY_CHARS, documents, marked, snippet,
};
use concord_model::{Form, Guide, encode};
use unicode_normalization::UnicodeNormalization;

struct Content {
    guide: Guide,
    documents: Vec<Document>,
    index: Index,
}

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let guide = compile(&read_pack(&folder).unwrap()).guide.unwrap();
    let documents = documents(&guide);
    let index = Index::build(&documents, fold);
    Content { guide, documents, index }
});

/// What `normalize("NFD")`, taking marks out and `toLowerCase()` do in the browser.
fn fold(word: &str) -> String {
    word.nfkd().filter(|c| !concord_model::is_accent(*c)).collect::<String>().to_lowercase()
}

fn search(query: &str) -> Found {
    CONTENT.index.search(query, usize::MAX, fold)
}

/// The title of the first hit, which has to be a term.
fn first_term(query: &str) -> &'static str {
    let found = search(query);
    assert!(found.all_words, "{query}: not all words are found");
    let hit = found.hits.first().unwrap_or_else(|| panic!("{query}: nothing is found"));
    let document = &CONTENT.documents[hit.document];
    assert_eq!(document.kind, DocumentKind::Term, "{query}: {}", document.title);
    &document.title
}

fn brotli(bytes: &[u8]) -> usize {
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 1 << 16, 11, 22);
    writer.write_all(bytes).unwrap();
    drop(writer);
    compressed.len()
}

#[test]
fn the_index_weighs_at_most_half_of_the_guide() {
    let (index, guide) = (CONTENT.index.to_bytes(), encode(&CONTENT.guide).unwrap());
    assert_eq!(Index::from_bytes(&index).as_ref(), Ok(&CONTENT.index));
    let raw = [index.len(), guide.len()];
    let packed = [brotli(&index), brotli(&guide)];
    println!("bytes of the index and of the guide: {raw:?}, after brotli {packed:?}");
    assert!(raw[0] * 2 <= raw[1], "{raw:?}");
    assert!(packed[0] * 2 <= packed[1], "{packed:?}");
}

#[test]
fn everything_is_a_document_of_its_own() {
    let Content { guide, documents, .. } = &*CONTENT;
    let count =
        |is: fn(&DocumentKind) -> bool| documents.iter().filter(|one| is(&one.kind)).count();
    assert_eq!(count(|kind| *kind == DocumentKind::Lesson), guide.lessons.len());
    assert_eq!(count(|kind| *kind == DocumentKind::Term), guide.terms.len());
    assert_eq!(count(|kind| *kind == DocumentKind::Source), guide.sources.len());
    assert_eq!(
        count(|kind| matches!(kind, DocumentKind::Statement(..))),
        guide.statements().count()
    );
    assert!(count(|kind| *kind == DocumentKind::Section) > guide.lessons.len());
    let addresses: BTreeSet<String> =
        documents.iter().map(|document| document.address.href(Form::Folder)).collect();
    assert_eq!(addresses.len(), documents.len());
    for lesson in &guide.lessons {
        let is_its =
            |one: &&Document| one.kind == DocumentKind::Lesson && one.title == lesson.title;
        let text = &documents.iter().find(is_its).unwrap().text;
        assert!(text.starts_with(&lesson.summary), "{text}");
    }
    for (_, item) in guide.items() {
        let is_found = addresses.iter().any(|address| address.ends_with(&format!("#{}", item.id)));
        assert!(is_found, "{}", item.id);
    }
}

#[test]
fn documents_are_plain_text() {
    for Document { title, text, .. } in &CONTENT.documents {
        assert!(!title.is_empty());
        for piece in ["</", "<a", "&amp;", "&lt;", "&quot;", "&#", "  ", "\n", "↩"] {
            assert!(
                !title.contains(piece) && !text.contains(piece),
                "{piece:?} in {title}: {text}"
            );
        }
    }
}

#[test]
fn each_document_is_found_by_its_title_and_each_term_first() {
    for (number, document) in CONTENT.documents.iter().enumerate() {
        let found = search(&document.title);
        assert!(found.all_words, "{}", document.title);
        assert!(found.hits.iter().any(|hit| hit.document == number), "{}", document.title);
        if document.kind == DocumentKind::Term {
            assert_eq!(first_term(&document.title), document.title);
        }
    }
}

#[test]
fn what_readers_mistype_finds_its_term_first() {
    for (query, term) in [
        ("soverignty", "Sovereignty"),
        ("soverigenty", "Sovereignty"),
        ("atribution", "Attribution"),
        ("attribtuion", "Attribution"),
        ("self defense", "Self-defence"),
        ("SELF-DEFENCE", "Self-defence"),
        ("Sovereígnty", "Sovereignty"),
        ("budpest", "Budapest Convention"),
        ("tallin", "Tallinn Manual"),
        ("preventiv", "Preventive self-defence"),
        ("preventive self defence", "Preventive self-defence"),
        ("preventitive self defens", "Preventive self-defence"),
        ("multistakehol", "Multistakeholder"),
        ("igf", "Internet Governance Forum (IGF)"),
    ] {
        assert_eq!(first_term(query), term, "{query}");
    }
}

/// In the first long word of each term, a letter left out, written twice, and swapped with the next.
#[test]
fn one_slip_in_a_term_still_finds_it() {
    let is_term = |(_, document): &(usize, &Document)| document.kind == DocumentKind::Term;
    let is_long = |word: &&str| word.len() >= 6 && word.bytes().all(|b| b.is_ascii_alphabetic());
    let mut tried = 0;
    for (number, term) in CONTENT.documents.iter().enumerate().filter(is_term) {
        let Some(word) = term.title.split(' ').find(is_long) else { continue };
        let (start, end) = word.split_at(word.len() / 2);
        let (one, two, rest) = (&end[..1], &end[1..2], &end[2..]);
        for slip in [
            format!("{start}{two}{rest}"),
            format!("{start}{one}{end}"),
            format!("{start}{two}{one}{rest}"),
        ] {
            let query = term.title.replacen(word, &slip, 1);
            let hits = search(&query).hits;
            assert!(hits.iter().take(3).any(|hit| hit.document == number), "{query}");
            tried += 1;
        }
    }
    assert!(tried > 90, "{tried}");
}

#[test]
fn matches_are_marked_in_titles_and_snippets() {
    let found = search("budpest");
    let hit = &found.hits[0];
    let document = &CONTENT.documents[hit.document];
    let title = marked(&document.title, &hit.words, fold);
    assert_eq!(title[0].text, "Budapest");
    assert!(title[0].is_match && !title[1].is_match);
    for hit in &found.hits {
        let document = &CONTENT.documents[hit.document];
        let has_match =
            snippet(&document.text, &hit.words, fold, 120).pieces.iter().any(|p| p.is_match);
        let in_title = marked(&document.title, &hit.words, fold).iter().any(|p| p.is_match);
        assert!(has_match || in_title, "{}", document.title);
    }
}

#[test]
fn blank_queries_find_nothing() {
    for query in ["", " ", "…", " – ’ ", "\n\t"] {
        let nothing = Found { hits: Vec::new(), total: 0, all_words: true };
        assert_eq!(search(query), nothing, "{query:?}");
    }
    assert_eq!(search("zzzzzzzz").total, 0);
}

#[test]
fn a_query_counts_up_to_its_bound() {
    for unit in ["x", "attribution ", "网", "é ", "-"] {
        let long: String = unit.repeat(10_000);
        let cut: String = long.chars().take(MAX_QUERY_CHARS).collect();
        assert_eq!(search(&long), search(&cut), "{unit}");
    }
}
