//! The guide as bytes inside the wasm file.

use std::fmt;

use serde::{Serialize, de::DeserializeOwned};

use crate::{Guide, ReasonerFile};

/// The bytes are not a guide of this version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlobError(String);

impl fmt::Display for BlobError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the guide's content cannot be read: {}", self.0)
    }
}

impl std::error::Error for BlobError {}

/// Writes a guide as [postcard](https://postcard.jamesmunns.com/wire-format).
///
/// # Errors
/// If the guide cannot be written, which the format does only for sequences of unknown length.
pub fn encode(guide: &Guide) -> Result<Vec<u8>, BlobError> {
    write(guide)
}

/// Writes the file of the reasoner, in the same way.
///
/// # Errors
/// As for [`encode`].
pub fn encode_reasoner(file: &ReasonerFile) -> Result<Vec<u8>, BlobError> {
    write(file)
}

/// Reads what [`encode`] wrote.
///
/// # Errors
/// If the bytes are cut, damaged or of another version.
pub fn decode(bytes: &[u8]) -> Result<Guide, BlobError> {
    read(bytes)
}

/// Reads what [`encode_reasoner`] wrote.
///
/// # Errors
/// As for [`decode`].
pub fn decode_reasoner(bytes: &[u8]) -> Result<ReasonerFile, BlobError> {
    read(bytes)
}

fn write(value: &impl Serialize) -> Result<Vec<u8>, BlobError> {
    postcard::to_stdvec(value).map_err(|error| BlobError(error.to_string()))
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, BlobError> {
    postcard::from_bytes(bytes).map_err(|error| BlobError(error.to_string()))
}
