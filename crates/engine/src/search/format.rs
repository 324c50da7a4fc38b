//! An index as bytes.
//!
//! ```text
//! version      1 byte
//! fingerprint  4 bytes, little end first
//! documents    their number; for each: words of its title · 4 + rank, words of its text
//! words        their number; for each: one byte, the bytes shared with the word before (of whole
//!              characters), and the bytes that follow those; one byte 0
//! postings     for each word: the number of its documents; for each of these: (number − number
//!              before − 1) · 4 + shape, by shape 3 the count in the title, by 1 and 3 in the text
//! ```
//!
//! Numbers are LEB128: seven bits a byte, lowest first. At most 31 bytes count as shared, so that
//! byte is none that stands in a word, and ends the word before it. The shape of a posting is 0 for
//! once in the text, 1 for another count in the text alone, 2 for once in the title alone, 3 for
//! all else. Most postings take one byte; brotli does the rest.

use std::fmt;

use super::{
    Index,
    index::{Entry, Posting, Rank, Word},
    words::MAX_LETTERS,
};

/// Changes with the format and with the rules for words, folding and documents.
const VERSION: u8 = 2;

/// Bytes below this stand in no word.
const FIRST_LETTER: u8 = 0x20;

/// No character takes more than four bytes.
const MAX_WORD_BYTES: usize = MAX_LETTERS * 4;

/// Why bytes are not an [`Index`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndexError {
    /// They begin with the number of another version of the format.
    Version,
    /// They are cut off, too many, or hold something impossible.
    Damaged,
}

impl fmt::Display for IndexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Version => "the search index is of another version",
            Self::Damaged => "the search index is damaged",
        })
    }
}

impl std::error::Error for IndexError {}

impl Index {
    /// Writes the index; the head of this file has the format.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = vec![VERSION];
        out.extend(self.fingerprint.to_le_bytes());
        put(&mut out, self.documents.len());
        for document in &self.documents {
            put(&mut out, document.title as usize * 4 + document.rank as usize);
            put(&mut out, document.text as usize);
        }
        put(&mut out, self.words.len());
        let mut before: &str = "";
        for word in &self.words {
            let shared = shared(before, &word.text);
            out.push(shared);
            out.extend(word.text.bytes().skip(shared.into()));
            before = &word.text;
        }
        out.push(0);
        for word in &self.words {
            put(&mut out, word.postings.len());
            let mut next = 0;
            for posting in &word.postings {
                put_posting(&mut out, next, posting);
                next = posting.document + 1;
            }
        }
        out
    }

    /// Reads what [`Index::to_bytes`] wrote. What it takes of memory is bounded by the length of
    /// `bytes`, whatever they hold.
    ///
    /// # Errors
    /// If they are of another version, cut off or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, IndexError> {
        match bytes.split_first() {
            Some((&VERSION, rest)) => Reader { rest }.index().ok_or(IndexError::Damaged),
            Some(_) => Err(IndexError::Version),
            None => Err(IndexError::Damaged),
        }
    }
}

/// Bytes of the characters with which both begin.
fn shared(before: &str, word: &str) -> u8 {
    let same = before.chars().zip(word.chars()).take_while(|(a, b)| a == b);
    let ends = same.scan(0, |end, (c, _)| {
        *end += c.len_utf8();
        u8::try_from(*end).ok()
    });
    ends.take_while(|end| *end < FIRST_LETTER).last().unwrap_or(0)
}

fn put(out: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn put_posting(out: &mut Vec<u8>, next: u32, posting: &Posting) {
    let Posting { document, title, text } = *posting;
    let shape = match (title, text) {
        (0, 1) => 0,
        (0, _) => 1,
        (1, 0) => 2,
        _ => 3,
    };
    put(out, (document - next) as usize * 4 + shape);
    if shape == 3 {
        put(out, title as usize);
    }
    if shape & 1 == 1 {
        put(out, text as usize);
    }
}

/// Reads from the front of what is left; `None` where that cannot be.
struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let (&byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return u32::try_from(number).ok();
            }
        }
        None
    }

    /// All of it. Each entry takes a byte at least, so a number of them that is too large ends with
    /// the bytes; nothing is reserved for it.
    fn index(mut self) -> Option<Index> {
        let fingerprint = u32::from_le_bytes(self.take(4)?.try_into().ok()?);
        let mut index = Index { fingerprint, documents: Vec::new(), words: Vec::new() };
        for _ in 0..self.number()? {
            let number = self.number()?;
            let rank = *Rank::ALL.get(number as usize & 3)?;
            index.documents.push(Entry { rank, title: number >> 2, text: self.number()? });
        }
        for _ in 0..self.number()? {
            let before = index.words.last().map_or("", |word| &word.text);
            let text = self.word(before)?;
            index.words.push(Word { text, postings: Vec::new() });
        }
        self.take(1).filter(|end| *end == [0])?;
        for word in &mut index.words {
            let mut next = 0;
            for _ in 0..self.number()? {
                let posting = self.posting(next)?;
                next = posting.document.checked_add(1)?;
                index.documents.get(posting.document as usize)?;
                word.postings.push(posting);
            }
        }
        self.rest.is_empty().then_some(index)
    }

    fn word(&mut self, before: &str) -> Option<String> {
        let shared = usize::from(*self.take(1)?.first()?);
        let mut word = before.get(..shared)?.to_owned();
        let end = self.rest.iter().position(|byte| *byte < FIRST_LETTER)?;
        word.push_str(str::from_utf8(self.take(end)?).ok()?);
        // In order and each once; so none is empty.
        (word.len() <= MAX_WORD_BYTES && word.as_str() > before).then_some(word)
    }

    fn posting(&mut self, next: u32) -> Option<Posting> {
        let number = self.number()?;
        let document = next.checked_add(number >> 2)?;
        let shape = number & 3;
        let title = match shape {
            3 => self.number()?,
            shape => shape >> 1,
        };
        let text = match shape {
            0 => 1,
            2 => 0,
            _ => self.number()?,
        };
        Some(Posting { document, title, text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Document, DocumentKind};
    use concord_model::Route;
    use proptest::prelude::*;

    fn index(texts: &[(String, String)]) -> Index {
        let document = |(title, text): &(String, String)| Document {
            address: Route::Home.into(),
            kind: DocumentKind::Term,
            title: title.clone(),
            text: text.clone(),
        };
        Index::build(&texts.iter().map(document).collect::<Vec<_>>(), |word| word.to_lowercase())
    }

    /// A corpus with words that share beginnings, long ones, and counts of each shape.
    fn any_index() -> impl Strategy<Value = Index> {
        let text = "([ab]{1,3} |a{29,34}[ab] |é[éa] |网){0,6}";
        prop::collection::vec((text, text), 0..6).prop_map(|texts| index(&texts))
    }

    #[test]
    fn counts_that_take_several_bytes_are_read_back() {
        let index = index(&[("a ".repeat(300), "b ".repeat(20_000))]);
        assert_eq!(Index::from_bytes(&index.to_bytes()), Ok(index));
    }

    #[test]
    fn other_versions_are_told_apart() {
        assert_eq!(Index::from_bytes(&[]), Err(IndexError::Damaged));
        assert_eq!(Index::from_bytes(b"<!doctype html>"), Err(IndexError::Version));
    }

    /// A length of four thousand million, where one is read.
    #[test]
    fn hostile_lengths_reserve_nothing() {
        let huge = [0xff, 0xff, 0xff, 0xff, 0x0f];
        let head = [VERSION, 0, 0, 0, 0];
        let word = [0, b'a', 0];
        let document = [1, 0, 0];
        for bytes in [
            [&head[..], &huge].concat(),
            [&head[..], &[0], &huge].concat(),
            [&head[..], &document, &[1], &word, &huge].concat(),
            [&head[..], &document, &[1], &word, &[1], &huge].concat(),
        ] {
            assert_eq!(Index::from_bytes(&bytes), Err(IndexError::Damaged), "{bytes:?}");
        }
        let sound = [&head[..], &document, &[1], &word, &[1, 1], &huge].concat();
        assert!(Index::from_bytes(&sound).is_ok());
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(index in any_index()) {
            prop_assert_eq!(Index::from_bytes(&index.to_bytes()), Ok(index));
        }

        #[test]
        fn damage_never_panics_and_what_is_read_answers(
            index in any_index(),
            damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        ) {
            let mut bytes = index.to_bytes();
            for (at, byte) in damage {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            if let Ok(index) = Index::from_bytes(&bytes) {
                let found = index.search("a bb é", 9, str::to_owned);
                prop_assert!(found.hits.iter().all(|hit| hit.document < index.documents.len()));
                prop_assert!(found.hits.iter().all(|hit| hit.score.is_finite()));
                prop_assert_eq!(Index::from_bytes(&index.to_bytes()), Ok(index));
            }
        }

        #[test]
        fn whatever_is_cut_off_is_damaged(index in any_index(), cut in any::<prop::sample::Index>()) {
            let bytes = index.to_bytes();
            prop_assert_eq!(Index::from_bytes(&bytes[..cut.index(bytes.len())]), Err(IndexError::Damaged));
        }

        #[test]
        fn any_bytes_are_an_index_or_an_error(mut bytes in prop::collection::vec(prop_oneof![0_u8..4, 97_u8..99, any::<u8>()], 0..60)) {
            bytes.splice(0..0, [VERSION]);
            if let Ok(index) = Index::from_bytes(&bytes) {
                let _ = index.search("a bb é", 9, str::to_owned);
            }
        }
    }
}
