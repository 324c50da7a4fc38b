//! Zip archives that are the same bytes for the same files: entries in the order of their paths, without a clock.

use std::io::{Cursor, Write as _};

use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipError, write::SimpleFileOptions};

/// A file of an archive: its path, with `/`, and what it holds.
pub type Entry = (String, Vec<u8>);

/// A zip archive of these files.
///
/// # Errors
/// If two of them have one path, or an archive cannot hold them.
pub fn zipped(files: &[Entry]) -> Result<Vec<u8>, ZipError> {
    let mut sorted: Vec<&Entry> = files.iter().collect();
    sorted.sort_by(|one, other| one.0.cmp(&other.0));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in sorted {
        archive.start_file(path.as_str(), options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
