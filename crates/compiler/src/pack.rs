//! Reads a pack from a folder: the only place in this crate that touches files.

use std::{
    fs,
    io::{self, Read},
    path::Path,
};

use crate::{MAX_BYTES, SourceFile};

/// Reads all files of a pack, ordered by path. Names that begin with a dot are left out, as
/// editors and version control keep their own files so.
///
/// # Errors
/// If the folder or a file in it cannot be read, with the path in the message.
pub fn read_pack(folder: &Path) -> io::Result<Vec<SourceFile>> {
    let mut files = Vec::new();
    read_folder(folder, "", &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// Reads a file, or as much of it as shows that it is too large.
fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "this is not a file"));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn read_folder(folder: &Path, prefix: &str, files: &mut Vec<SourceFile>) -> io::Result<()> {
    let named = |error: io::Error, path: &Path| {
        io::Error::new(error.kind(), format!("{}: {error}", path.display()))
    };
    for entry in fs::read_dir(folder).map_err(|error| named(error, folder))? {
        let entry = entry.map_err(|error| named(error, folder))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = entry.path();
        if path.is_dir() {
            read_folder(&path, &format!("{prefix}{name}/"), files)?;
        } else {
            let bytes = read_file(&path).map_err(|error| named(error, &path))?;
            files.push(SourceFile { path: format!("{prefix}{name}"), bytes });
        }
    }
    Ok(())
}
