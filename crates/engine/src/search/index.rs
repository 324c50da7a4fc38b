//! The index: which words stand in which documents, and how often.

use std::collections::BTreeMap;

use super::{Document, DocumentKind, words::words};

/// The words of a guide's documents. It holds numbers of documents, not their text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// A number made of all text, which tells one guide's index from another's.
    pub(super) fingerprint: u32,
    pub(super) documents: Vec<Entry>,
    /// Words as they are folded, each once, in the order of their bytes.
    pub(super) words: Vec<Word>,
}

/// What ranking needs to know of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) rank: Rank,
    /// Words of its title.
    pub(super) title: u32,
    /// Words of its text.
    pub(super) text: u32,
}

/// Kinds of documents as ranking tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rank {
    /// A term or a statement: what its title says is the thing itself.
    Named,
    Lesson,
    Section,
    Source,
}

impl Rank {
    /// All of them, by their number in the bytes.
    pub(super) const ALL: [Self; 4] = [Self::Named, Self::Lesson, Self::Section, Self::Source];
}

impl From<&DocumentKind> for Rank {
    fn from(kind: &DocumentKind) -> Self {
        match kind {
            DocumentKind::Term | DocumentKind::State | DocumentKind::Statement(..) => Self::Named,
            DocumentKind::Lesson => Self::Lesson,
            DocumentKind::Section | DocumentKind::Question => Self::Section,
            DocumentKind::Source => Self::Source,
        }
    }
}

/// A word and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    /// In the order of documents, each at most once.
    pub(super) postings: Vec<Posting>,
}

/// How often a word stands in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posting {
    pub(super) document: u32,
    pub(super) title: u32,
    pub(super) text: u32,
}

impl Index {
    /// Indexes documents by their place in the list. (Lists of 2³² documents do not occur.)
    #[must_use]
    pub fn build(documents: &[Document], fold: impl Fn(&str) -> String) -> Self {
        Self::build_with(documents, |_| String::new(), fold)
    }

    /// The same, where documents are found by further words as well, which no reader sees in them.
    #[must_use]
    pub fn build_with(
        documents: &[Document],
        further: impl Fn(&Document) -> String,
        fold: impl Fn(&str) -> String,
    ) -> Self {
        let mut entries = Vec::with_capacity(documents.len());
        let mut postings: BTreeMap<String, Vec<Posting>> = BTreeMap::new();
        for (number, document) in (0..).zip(documents) {
            let (mut title, mut text) = (0, 0);
            for word in words(&document.title, &fold) {
                title += 1;
                posting(postings.entry(word).or_default(), number).title += 1;
            }
            let further = further(document);
            for word in words(&document.text, &fold).chain(words(&further, &fold)) {
                text += 1;
                posting(postings.entry(word).or_default(), number).text += 1;
            }
            entries.push(Entry { rank: Rank::from(&document.kind), title, text });
        }
        let words = postings.into_iter().map(|(text, postings)| Word { text, postings }).collect();
        Self { fingerprint: fingerprint(documents), documents: entries, words }
    }

    /// Whether the index was built from these documents. One of an older guide, kept by a cache,
    /// was not, and its numbers mean other documents.
    #[must_use]
    pub fn is_of(&self, documents: &[Document]) -> bool {
        self.documents.len() == documents.len() && self.fingerprint == fingerprint(documents)
    }
}

/// The posting of the document that is read, which is the last one or a new one.
fn posting(postings: &mut Vec<Posting>, document: u32) -> &mut Posting {
    let last = postings.pop_if(|last| last.document == document);
    postings.push_mut(last.unwrap_or(Posting { document, title: 0, text: 0 }))
}

/// All titles and texts as one number.
fn fingerprint(documents: &[Document]) -> u32 {
    let bytes = documents.iter().flat_map(|document| {
        // No UTF-8 holds the byte 255, so it parts what could otherwise run together.
        document.title.bytes().chain([255]).chain(document.text.bytes()).chain([255])
    });
    concord_model::fingerprint(bytes)
}
