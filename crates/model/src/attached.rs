//! The guide as it travels: bytes that are attached to the program's wasm file as a custom section.
//!
//! The program is built once and knows no guide. `seal` writes a guide so that a program can tell,
//! before it believes a byte of it, whether the section is whole and of its own format; `open` is
//! what the program does. The file's layout around the section is the prerenderer's affair, and
//! reading the section out of the file is the browser's (`WebAssembly.Module.customSections`).
//!
//! Layout, all numbers little-endian: 8 bytes of magic, 4 bytes of the format, 4 bytes of the
//! fingerprint of what follows, then the guide as postcard.

use std::fmt;

use crate::{BlobError, Guide, decode, encode, fingerprint};

/// The name of the custom section. The start script and the prerenderer look for it.
pub const SECTION: &str = "concord.guide";

const MAGIC: [u8; 8] = *b"concord\0";

/// What the bytes of a guide depend on: the fingerprint of this crate's own source, taken when it is
/// built. Postcard has no field names, so a guide of another shape could be read as nonsense.
const FORMAT: u32 = parse(env!("CONCORD_FORMAT"));

const fn parse(decimal: &str) -> u32 {
    match u32::from_str_radix(decimal, 10) {
        Ok(number) => number,
        Err(_) => 0,
    }
}

/// Why an attached section gives no guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttachedError {
    /// It does not begin as one of ours.
    Foreign,
    /// It was written for a program of another format.
    OtherFormat,
    /// It is cut or changed.
    Damaged,
    /// It is whole and of this format, and cannot be read all the same.
    Unreadable(BlobError),
}

impl fmt::Display for AttachedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Foreign => "what is attached to the program is no guide",
            Self::OtherFormat => "the guide was attached for another version of the program",
            Self::Damaged => "the attached guide is cut or damaged",
            Self::Unreadable(_) => "the attached guide cannot be read",
        })
    }
}

impl std::error::Error for AttachedError {}

/// Writes a guide as the content of the section.
///
/// # Errors
/// If the guide cannot be written, which the format does only for sequences of unknown length.
pub fn seal(guide: &Guide) -> Result<Vec<u8>, BlobError> {
    let guide = encode(guide)?;
    let mut section = MAGIC.to_vec();
    section.extend(FORMAT.to_le_bytes());
    section.extend(fingerprint(guide.iter().copied()).to_le_bytes());
    section.extend(guide);
    Ok(section)
}

/// Reads what [`seal`] wrote.
///
/// # Errors
/// If the section is missing, cut, damaged, or of another format.
pub fn open(section: &[u8]) -> Result<Guide, AttachedError> {
    let rest = section.strip_prefix(&MAGIC).ok_or(AttachedError::Foreign)?;
    let (format, rest) = rest.split_first_chunk().ok_or(AttachedError::Damaged)?;
    if u32::from_le_bytes(*format) != FORMAT {
        return Err(AttachedError::OtherFormat);
    }
    let (sum, guide) = rest.split_first_chunk().ok_or(AttachedError::Damaged)?;
    if u32::from_le_bytes(*sum) != fingerprint(guide.iter().copied()) {
        return Err(AttachedError::Damaged);
    }
    decode(guide).map_err(AttachedError::Unreadable)
}
