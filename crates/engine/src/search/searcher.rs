//! What a search is: the texts that can be found, and the index of their words, in one file.

use concord_model::{BlobError, decode, encode};
use serde::{Deserialize, Serialize};

use super::{Document, Index};

/// The documents of a guide with their index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Searcher {
    /// All documents, as [`documents`](super::documents) lists them.
    pub documents: Vec<Document>,
    /// The index of their words.
    pub index: Index,
}

#[derive(Serialize, Deserialize)]
struct File {
    documents: Vec<Document>,
    index: Vec<u8>,
}

impl Searcher {
    /// Writes both as one file.
    ///
    /// # Errors
    /// None that a guide can bring about.
    pub fn to_bytes(&self) -> Result<Vec<u8>, BlobError> {
        encode(&File { documents: self.documents.clone(), index: self.index.to_bytes() })
    }

    /// Reads what [`Searcher::to_bytes`] wrote; nothing if it is cut, damaged or of another version.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let File { documents, index } = decode(bytes).ok()?;
        let index = Index::from_bytes(&index).ok()?;
        index.is_of(&documents).then_some(Self { documents, index })
    }
}
