//! What authors are told, word for word. Each file in `bad/` changes the small pack of
//! `base.pack` and holds, after `-- expected --`, the whole report. `UPDATE_EXPECTED=1` writes it.

#![cfg(test)]

mod support;

use std::{env, fs};

use concord_compiler::{MAX_BYTES, SourceFile, compile, report};
use support::{base, base_with, folder, split};

fn told(files: &[SourceFile]) -> String {
    let compiled = compile(files);
    report("content", files, &compiled.diagnostics, false)
}

#[test]
fn the_small_pack_is_sound() {
    assert_eq!(told(&base()), "");
    assert!(compile(&base()).guide.is_some());
}

#[test]
fn each_fault_is_told_in_full() {
    let mut differing = Vec::new();
    for entry in fs::read_dir(folder().join("bad")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let (changes, expected) = text.split_once("-- expected --\n").unwrap_or((&text, ""));
        let told = told(&base_with(split(changes)));
        assert!(!told.is_empty(), "{} is no fault", path.display());
        if told != expected {
            differing.push(format!("{}\n{told}", path.display()));
            if env::var_os("UPDATE_EXPECTED").is_some() {
                fs::write(&path, format!("{changes}-- expected --\n{told}")).unwrap();
            }
        }
    }
    assert!(differing.is_empty(), "told otherwise than expected:\n{}", differing.join("\n"));
}

#[test]
fn an_empty_pack_is_told() {
    assert_eq!(
        told(&[]),
        "error: the pack is empty: there is no `guide.toml`\n\
         --> content/guide.toml\n |\nhelp: content/README.md says what a pack consists of\n\n\
         1 error, 0 warnings\n"
    );
}

#[test]
fn a_file_that_is_too_large_is_told() {
    let large = SourceFile { path: "en/large.md".to_owned(), bytes: vec![b'a'; MAX_BYTES + 1] };
    assert_eq!(
        told(&base_with(vec![large])),
        "error: the file has more than 1048576 bytes\n\
         --> content/en/large.md\n |\nhelp: split it into several files, one lesson each\n\n\
         1 error, 0 warnings\n"
    );
}

#[test]
fn bytes_that_are_no_text_are_told_at_their_place() {
    let damaged = SourceFile { path: "en/terms.md".to_owned(), bytes: b"# A\n\nb\xffc\n".to_vec() };
    let told = told(&base_with(vec![damaged]));
    assert!(
        told.contains("error: this is not valid UTF-8\n --> content/en/terms.md:3:2\n"),
        "{told}"
    );
    assert!(told.contains("help: save the file with the encoding UTF-8"), "{told}");
}

#[test]
fn all_faults_of_all_files_are_told_in_one_run_in_their_order() {
    let changes = split(
        "-- sources.toml --\n[editorial]\nkind = \"paper\"\n-- en/lessons/later.md --\n\
         # A later start {#later-start .lesson}\n\nSee [a](term:x) and [b](lesson:y).\n",
    );
    let compiled = compile(&base_with(changes));
    let places: Vec<_> =
        compiled.diagnostics.iter().map(|fault| (fault.path.as_str(), fault.span.0)).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(places.iter().any(|(path, _)| *path == "sources.toml"));
    assert_eq!(places.iter().filter(|(path, _)| *path == "en/lessons/later.md").count(), 2);
}
