//! The project's files, for tests that read them.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folder of the whole project.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// All files of ours below a folder with one of those endings.
pub(crate) fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                let is_own = !path.ends_with("node_modules") && !path.ends_with("output");
                folders.extend(is_own.then_some(path));
            } else if path.extension().is_some_and(|own| endings.iter().any(|end| own == *end)) {
                found.push(path);
            }
        }
    }
    found
}
