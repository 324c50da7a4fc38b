//! Which documents match a query, and in which order.
//!
//! Each word of a query scores by BM25 (Robertson and Zaragoza, "The Probabilistic Relevance
//! Framework", Foundations and Trends in Information Retrieval 3, 2009), with words of a title
//! counted as [`TITLE`] words of text, times what its best match in the document is worth. The sum
//! grows with the part of the title that the query covers, and is weighted by the kind of document.
//! Terms and statements whose titles hold every word, each matched as well as anywhere in the guide,
//! come before all else, then such lessons: they are what was asked for by name.

use super::{
    Index,
    index::{Entry, Posting, Rank, Word},
    query::{self, QueryWord},
};
use crate::ordered::put;

/// How fast further mentions of a word count less.
const K1: f32 = 1.2;
/// How much a long text is held against its mentions.
const B: f32 = 0.75;
/// Words of text that a word of a title weighs.
const TITLE: f32 = 3.0;
/// What parts hits by name from others: more than the rest of any score. Sixteen words, each at
/// most 2.2 (which is K1 + 1) times 9 (the logarithm for 8,000 documents), doubled by the title.
const BY_NAME: f32 = 1000.0;

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The best hits, best first; as many as were asked for at most.
    pub hits: Vec<Hit>,
    /// How many documents match in all.
    pub total: usize,
    /// Whether hits match all words of the query. If no document does, they match as many as any
    /// does. True where there is no hit at all.
    pub all_words: bool,
}

/// A document that matches.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its place in [`documents`](super::documents).
    pub document: usize,
    /// Its rank among the hits of this search; no measure beyond that.
    pub score: f32,
    /// Words in it that matched, folded; for [`marked`](super::marked).
    pub words: Vec<String>,
}

/// What is known of a word of the query in a document.
#[derive(Clone, Copy, Default)]
struct Tally {
    /// What its best match is worth; 0 if there is none.
    best: f32,
    /// The same for the title alone.
    in_title: f32,
    /// Words of the title that matched, each as much as its match is worth.
    title: f32,
    /// The same for the text.
    text: f32,
}

impl Tally {
    fn add(&mut self, posting: &Posting, worth: f32) {
        self.best = self.best.max(worth);
        if posting.title > 0 {
            self.in_title = self.in_title.max(worth);
        }
        self.title += posting.title as f32 * worth;
        self.text += posting.text as f32 * worth;
    }

    /// How much the document speaks of the word, `length` being its text's in mean lengths. Matches
    /// as good as the best anywhere count as one.
    fn weight(&self, peak: f32, length: f32) -> f32 {
        let frequency = (self.title * TITLE + self.text / (1.0 - B + B * length)) / peak;
        self.best * frequency * (K1 + 1.0) / (frequency + K1)
    }
}

/// A word of the query in all documents.
struct Column {
    word: QueryWord,
    tallies: Vec<Tally>,
    /// What its best match anywhere is worth.
    peak: f32,
    /// How much it tells documents apart.
    rarity: f32,
}

impl Index {
    /// Searches for what a reader typed so far: the last word may be the beginning of one.
    ///
    /// Words match as they are, as beginnings, and with a slip from 4 letters or two from 8. Only
    /// the first [`MAX_QUERY_CHARS`](super::MAX_QUERY_CHARS) characters of `query` count. `fold` is
    /// that of the index.
    #[must_use]
    pub fn search(&self, query: &str, limit: usize, fold: impl Fn(&str) -> String) -> Found {
        let mut columns: Vec<Column> = Vec::new();
        for word in query::words(query, &fold) {
            let tallies = vec![Tally::default(); self.documents.len()];
            columns.push(Column { word, tallies, peak: 0.0, rarity: 0.0 });
        }
        let mut matched: Vec<&Word> = Vec::new();
        for word in &self.words {
            let mut is_match = false;
            for column in &mut columns {
                is_match |= column.add(word);
            }
            if is_match {
                matched.push(word);
            }
        }
        columns.iter_mut().for_each(Column::weigh);
        let mut found = self.ranked(&columns, limit);
        for hit in &mut found.hits {
            hit.words = words_in(hit.document, &matched);
        }
        found
    }

    /// The documents that match as many words as any does, without those words.
    fn ranked(&self, columns: &[Column], limit: usize) -> Found {
        let lengths: f32 = self.documents.iter().map(|entry| entry.text as f32).sum();
        let mean = (lengths / self.documents.len() as f32).max(1.0);
        let mut found = Found { hits: Vec::new(), total: 0, all_words: true };
        let mut most = 1;
        for (document, entry) in self.documents.iter().enumerate() {
            let tallies = || columns.iter().filter_map(|column| column.in_document(document));
            let count = tallies().count();
            if count < most {
                continue;
            }
            if count > most {
                most = count;
                found = Found::default();
            }
            found.all_words = count == columns.len();
            found.total += 1;
            let score = score(entry, mean, found.all_words, tallies());
            let hit = Hit { document, score, words: Vec::new() };
            put(&mut found.hits, limit, hit, |other| other.score >= score);
        }
        found
    }
}

impl Column {
    /// Takes a word of the index into account, and tells whether it matches.
    fn add(&mut self, word: &Word) -> bool {
        let Some(worth) = self.word.worth(&word.text) else { return false };
        self.peak = self.peak.max(worth);
        for posting in &word.postings {
            if let Some(tally) = self.tallies.get_mut(posting.document as usize) {
                tally.add(posting, worth);
            }
        }
        true
    }

    fn weigh(&mut self) {
        let all = self.tallies.len() as f32;
        let with = self.tallies.iter().filter(|tally| tally.best > 0.0).count() as f32;
        self.rarity = ((all - with + 0.5) / (with + 0.5) + 1.0).ln();
    }

    /// What is known in a document that holds the word.
    fn in_document(&self, document: usize) -> Option<(&Self, &Tally)> {
        self.tallies.get(document).filter(|tally| tally.best > 0.0).map(|tally| (self, tally))
    }
}

/// The score of a document for the words it matches.
fn score<'c>(
    entry: &Entry,
    mean: f32,
    has_all: bool,
    found: impl Iterator<Item = (&'c Column, &'c Tally)>,
) -> f32 {
    let (mut score, mut in_title, mut by_name) = (0.0, 0.0, has_all);
    for (column, tally) in found {
        score += column.rarity * tally.weight(column.peak, entry.text as f32 / mean);
        in_title += tally.title / column.peak;
        by_name &= tally.in_title >= column.peak;
    }
    let covered = (in_title / entry.title.max(1) as f32).min(1.0);
    let (weight, name) = match entry.rank {
        Rank::Named => (1.0, 2.0),
        Rank::Lesson => (1.0, 1.0),
        Rank::Section => (0.9, 0.0),
        Rank::Source => (0.7, 0.0),
    };
    let name = if by_name { name * BY_NAME } else { 0.0 };
    score * (1.0 + covered) * weight + name
}

/// Those of the words that stand in a document.
fn words_in(document: usize, words: &[&Word]) -> Vec<String> {
    let mut found = Vec::new();
    for word in words {
        if word.postings.iter().any(|posting| posting.document as usize == document) {
            found.push(word.text.clone());
        }
    }
    found
}
