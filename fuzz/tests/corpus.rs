//! What holds for any input holds for the corpus: real examples of each kind, and what was found once.

#![cfg(test)]

use std::{fs, path::Path};

use concord_fuzz::TARGETS;

/// How many bytes the corpus may have in all, as everybody downloads it.
const MOST: usize = 300_000;

#[test]
fn all_of_the_corpus_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut size = 0;
    for (name, target) in TARGETS {
        let mut files: Vec<_> = fs::read_dir(folder.join(name))
            .unwrap_or_else(|_| panic!("there is no corpus of {name}"))
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        assert!(files.len() >= 5, "{name} has {} examples", files.len());
        for file in files {
            let bytes = fs::read(&file).unwrap();
            size += bytes.len();
            let held = std::panic::catch_unwind(|| target(&bytes));
            assert!(held.is_ok(), "see above what does not hold for {}", file.display());
        }
    }
    assert!(size <= MOST, "the corpus has {size} bytes");
    let folders = fs::read_dir(&folder).unwrap();
    let mut named: Vec<_> =
        folders.map(|own| own.unwrap().file_name().into_string().unwrap()).collect();
    named.sort();
    let mut targets = TARGETS.map(|(name, _)| name);
    targets.sort_unstable();
    assert_eq!(named, targets, "each kind has a corpus, and each corpus a kind");
}
