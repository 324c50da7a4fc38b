//! What a search is: the texts that can be found, and the index of their words, in one file.

use concord_model::{BlobError, decode, encode};

use super::{Document, Index};

/// The documents of a guide with their index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Searcher {
    /// All documents, as [`documents`](super::documents) lists them.
    pub documents: Vec<Document>,
    /// The index of their words.
    pub index: Index,
}

impl Searcher {
    /// Writes both as one file.
    ///
    /// # Errors
    /// None that a guide can bring about.
    pub fn to_bytes(&self) -> Result<Vec<u8>, BlobError> {
        encode(&(&self.documents, self.index.to_bytes()))
    }

    /// Reads what [`Searcher::to_bytes`] wrote; nothing if it is cut, damaged or of another version.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (documents, index): (Vec<_>, Vec<u8>) = decode(bytes).ok()?;
        let index = Index::from_bytes(&index).ok()?;
        index.is_of(&documents).then_some(Self { documents, index })
    }
}
