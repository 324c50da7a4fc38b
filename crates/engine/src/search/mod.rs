//! Search: a guide as documents, an index of their words, and queries that forgive slips.
//!
//! [`documents`] walks a guide in one fixed order, so an [`Index`] holds numbers of documents and never
//! their text. A [`Searcher`] is both, as one file: written where the site is made, read where somebody
//! searches, so that what is searched weighs nothing until then. [`snippet`] and [`marked`] show why a
//! document was found.
//!
//! Words are compared as they are *folded*: in lower case and without accents. The browser can do
//! that by itself (`normalize("NFD")`, then without marks, then `toLowerCase()`), so that no tables
//! for it need to be downloaded; every caller brings its `fold`. It is called only for words that
//! are not ASCII, and has to give the same where the index is built and where it is read.
//!
//! The words are few (some 2,000 for ten lessons), so a query looks at each of them once; that keeps
//! the program small, which was measured at 6.5 kB (brotli) for all of this. The distance of words
//! is our own because the beginnings of a word have to be compared too; tests hold it against
//! `strsim`, and the search against a naive one.
//!
//! The file is made by the prerenderer and loaded at first use. Words match
//! whole, by their beginning, or with a slip or two; `tests/search_oracle.rs` holds all of it to plain definitions.

mod distance;
mod documents;
mod file;
mod format;
mod index;
mod plain;
mod query;
mod rank;
mod searcher;
mod snippet;
mod words;

pub(crate) use distance::slips_between;
pub use documents::{Document, DocumentKind, documents};
pub use file::{SearchFile, SearchWords};
pub use format::IndexError;
pub use index::Index;
pub use query::{MAX_QUERY_CHARS, MAX_QUERY_WORDS, meant};
pub use rank::{Found, Hit};
pub use searcher::Searcher;
pub use snippet::{Piece, Snippet, marked, snippet};
pub use words::folded;
