//! The guide as bytes inside the wasm file.

use std::fmt;

use serde::{Serialize, de::DeserializeOwned};

/// The bytes are not a guide of this version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlobError(String);

impl fmt::Display for BlobError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the guide's content cannot be read: {}", self.0)
    }
}

impl std::error::Error for BlobError {}

/// Writes a guide, or the community that it speaks of, as [postcard](https://postcard.jamesmunns.com/wire-format).
///
/// # Errors
/// If the guide cannot be written, which the format does only for sequences of unknown length.
pub fn encode<T: Serialize>(content: &T) -> Result<Vec<u8>, BlobError> {
    postcard::to_stdvec(content).map_err(|error| BlobError(error.to_string()))
}

/// Reads what [`encode`] wrote.
///
/// # Errors
/// If the bytes are cut, damaged or of another version.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, BlobError> {
    postcard::from_bytes(bytes).map_err(|error| BlobError(error.to_string()))
}
