//! Packs for tests: several files in one, each after a line `-- path --`.

use std::{fs, path::Path};

use concord_compiler::SourceFile;

/// The folder of this crate's tests.
pub(crate) fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests"))
}

/// The words of the interface, as the real pack has them.
pub(crate) fn words() -> SourceFile {
    let path = folder().join("../../../content/en/words.toml");
    SourceFile { path: "en/words.toml".to_owned(), bytes: fs::read(path).unwrap() }
}

/// The files that stand in a text.
pub(crate) fn split(text: &str) -> Vec<SourceFile> {
    let mut files: Vec<SourceFile> = Vec::new();
    for line in text.split_inclusive('\n') {
        let path = line.trim_end().strip_prefix("-- ").and_then(|line| line.strip_suffix(" --"));
        match (path, files.last_mut()) {
            (Some(path), _) => files.push(SourceFile { path: path.to_owned(), bytes: Vec::new() }),
            (None, Some(file)) => file.bytes.extend(line.bytes()),
            (None, None) => panic!("the first line names no file: {line}"),
        }
    }
    files
}

/// A small valid pack.
pub(crate) fn base() -> Vec<SourceFile> {
    let mut files = split(&fs::read_to_string(folder().join("base.pack")).unwrap());
    files.push(words());
    files
}

/// The small pack with some files replaced or added. Of a file named `path +`, each line takes the
/// place of the one that begins with the same word; a line of nothing else takes it away.
pub(crate) fn base_with(changes: Vec<SourceFile>) -> Vec<SourceFile> {
    let mut files = base();
    for mut change in changes {
        if let Some(path) = change.path.strip_suffix(" +") {
            let before = files.iter().find(|file| file.path == path).unwrap();
            change =
                SourceFile { path: path.to_owned(), bytes: patched(&before.bytes, &change.bytes) };
        }
        files.retain(|file| file.path != change.path);
        files.push(change);
    }
    files
}

fn patched(before: &[u8], lines: &[u8]) -> Vec<u8> {
    let mut text = String::from_utf8(before.to_vec()).unwrap();
    for line in std::str::from_utf8(lines).unwrap().lines() {
        let (name, rest) = line.split_once(' ').unwrap_or((line, ""));
        let kept = text.lines().filter(|line| line.split(' ').next() != Some(name));
        text = kept.map(|line| format!("{line}\n")).collect();
        if !rest.is_empty() {
            // At the top, so that the lines in expected reports stay as they are.
            text = format!("{line}\n{text}");
        }
    }
    text.into_bytes()
}
