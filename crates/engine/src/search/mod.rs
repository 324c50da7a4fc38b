//! Search: a guide as documents, an index of their words, and queries that forgive slips.
//!
//! [`documents`] walks a guide in one fixed order, natively and in the browser alike, so an
//! [`Index`] holds numbers of documents and never their text. It is built and written where the
//! site is made ([`Index::build`], [`Index::to_bytes`]) and read where somebody searches
//! ([`Index::from_bytes`], [`Index::search`]). [`snippet`] and [`marked`] show why a document was
//! found.
//!
//! Words are compared as they are *folded*: in lower case and without accents. The browser can do
//! that by itself (`normalize("NFD")`, then without marks, then `toLowerCase()`), while tables for
//! it would weigh more than all of this module; so every caller brings `fold`. It must leave words
//! of lower-case ASCII as they are, and is called only for words that are not ASCII.
//!
//! No crate was taken for this: the full-text crates (tantivy, for one) do not fit the budget of
//! the program, the small ones do not forgive slips. The numbers of [`distance`] are held against
//! those of `strsim` in tests.

mod distance;
mod documents;
mod format;
mod index;
mod plain;
mod query;
mod rank;
mod snippet;
mod words;

pub use documents::{Document, Kind, documents};
pub use format::IndexError;
pub use index::Index;
pub use query::{MAX_QUERY_CHARS, MAX_QUERY_WORDS};
pub use rank::{Found, Hit};
pub use snippet::{Piece, Snippet, marked, snippet};
