//! Folders of files: the only place in this crate that touches them.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result, bail};
use concord_model::{Route, data};
use concord_prerender::File;

/// All files below a folder.
pub(crate) fn read(folder: &Path) -> Result<Vec<File>> {
    let paths = paths(folder)?.into_iter();
    paths
        .map(|path| {
            let bytes = fs::read(folder.join(&path));
            let bytes = bytes.with_context(|| format!("cannot read {path}"))?;
            Ok(File { path, bytes })
        })
        .collect()
}

/// Refuses a folder that holds anything but a site, as making a site removes what is not of it.
pub(crate) fn ensure_ours(folder: &Path) -> Result<()> {
    let is_empty = fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none());
    let home = fs::read_to_string(folder.join(Route::Home.file())).unwrap_or_default();
    if !is_empty && !home.contains(concat!(" ", data!(route), "=")) {
        bail!(
            "{} holds other files than a site, which would be removed; name a folder of its own",
            folder.display()
        );
    }
    Ok(())
}

/// Makes a folder hold these files and no others; how many of them were not there as they are.
pub(crate) fn write(folder: &Path, files: &[File]) -> Result<usize> {
    let meant: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let mut changed = 0;
    for File { path, bytes } in files {
        let path = folder.join(path);
        if fs::read(&path).is_ok_and(|there| there == *bytes) {
            continue;
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
        changed += 1;
    }
    for path in paths(folder)?.iter().filter(|path| !meant.contains(path.as_str())) {
        let path = folder.join(path);
        fs::remove_file(&path)?;
        // A folder that others still need is not empty, and stays.
        let mut parent = path.parent();
        while let Some(folder) = parent.filter(|parent| fs::remove_dir(parent).is_ok()) {
            parent = folder.parent();
        }
    }
    Ok(changed)
}

/// The paths of all files below a folder, with `/`.
fn paths(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Result<()> {
    let entries = fs::read_dir(folder);
    for entry in entries.with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}
