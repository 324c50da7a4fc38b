//! The custom section that holds the guide, in the bytes of a wasm file.
//!
//! A module is eight bytes and then sections, each an id, its size and its content; a custom section
//! has the id 0 and begins with its name. What is appended after wasm-bindgen and wasm-opt reaches
//! the reader as it is. See <https://webassembly.github.io/spec/core/binary/modules.html>.

use anyhow::{Context, Result, ensure};
use concord_model::SECTION;

pub(crate) const HEADER: &[u8; 8] = b"\0asm\x01\0\0\0";

/// The module with `guide` as its one section of that name, the last of all.
///
/// # Errors
/// If the bytes are no wasm module.
pub fn attach(module: &[u8], guide: &[u8]) -> Result<Vec<u8>> {
    let mut attached = HEADER.to_vec();
    for section in sections(module)? {
        if !section.is_guide() {
            attached.extend(section.whole);
        }
    }
    let mut content = Vec::new();
    write_size(&mut content, SECTION.len());
    content.extend(SECTION.as_bytes());
    content.extend(guide);
    attached.push(0);
    write_size(&mut attached, content.len());
    attached.extend(content);
    Ok(attached)
}

/// What is attached to the module, if anything is.
///
/// # Errors
/// If the bytes are no wasm module.
pub fn attached(module: &[u8]) -> Result<Option<&[u8]>> {
    let found = sections(module)?.into_iter().find(Section::is_guide);
    Ok(found.and_then(|section| split_name(section.content)).map(|(_, guide)| guide))
}

/// A section of a module.
pub(crate) struct Section<'m> {
    pub(crate) id: u8,
    pub(crate) content: &'m [u8],
    /// With its id and its size.
    pub(crate) whole: &'m [u8],
}

impl Section<'_> {
    fn is_guide(&self) -> bool {
        let name = split_name(self.content).map(|(name, _)| name);
        self.id == 0 && name == Some(SECTION.as_bytes())
    }
}

/// Reads a name, which says how long it is.
pub(crate) fn split_name(content: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = read_size(content)?;
    rest.split_at_checked(length)
}

/// All sections of a module.
pub(crate) fn sections(module: &[u8]) -> Result<Vec<Section<'_>>> {
    let mut rest = module.strip_prefix(HEADER).context("this is no wasm module")?;
    let mut found = Vec::new();
    while let Some((id, after)) = rest.split_first() {
        let (size, after) = read_size(after).context("a section of the module has no size")?;
        ensure!(size <= after.len(), "a section of the module is cut");
        let (content, after) = after.split_at(size);
        let (whole, _) = rest.split_at(rest.len() - after.len());
        found.push(Section { id: *id, content, whole });
        rest = after;
    }
    Ok(found)
}

/// Reads an unsigned LEB128 number of at most 32 bits.
pub(crate) fn read_size(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut size = 0_u32;
    for (place, byte) in bytes.iter().take(5).enumerate() {
        size |= u32::from(byte & 0x7f).checked_shl(7 * u32::try_from(place).ok()?)?;
        if byte & 0x80 == 0 {
            return Some((usize::try_from(size).ok()?, bytes.get(place + 1..)?));
        }
    }
    None
}

/// Writes a number as [`read_size`] reads it.
pub(crate) fn write_size(to: &mut Vec<u8>, mut size: usize) {
    loop {
        let low = u8::try_from(size & 0x7f).unwrap_or_default();
        size >>= 7;
        if size == 0 {
            return to.push(low);
        }
        to.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with a custom section of another name and an empty type section.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\0\x05\x04namex\x01\0";

    #[test]
    fn what_is_attached_is_read_back_and_replaces_what_was() {
        assert_eq!(attached(MODULE).unwrap(), None);
        let long = vec![7; 70_000];
        let one = attach(MODULE, &long).unwrap();
        assert_eq!(attached(&one).unwrap(), Some(long.as_slice()));
        let two = attach(&one, b"short").unwrap();
        assert_eq!(two, attach(MODULE, b"short").unwrap());
        assert!(two.starts_with(MODULE));
    }

    #[test]
    fn cut_and_foreign_files_are_told() {
        let whole = attach(MODULE, b"guide").unwrap();
        for cut in 9..whole.len() {
            let cut = &whole[..cut];
            assert!(attached(cut).is_err() || attached(cut).unwrap().is_none(), "{cut:?}");
        }
        assert!(attach(b"<!DOCTYPE html>", b"").is_err());
    }
}
