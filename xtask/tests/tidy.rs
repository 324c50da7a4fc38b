//! Rules of the house that no compiler checks.

#![cfg(test)]

mod tree;

use std::{fs, path::PathBuf};

use tree::{files, root};

/// All Rust files of ours, with their text.
fn rust_files() -> Vec<(PathBuf, String)> {
    let folders = ["src", "crates", "xtask", "fuzz"];
    let paths = folders.iter().flat_map(|folder| files(&root().join(folder), &["rs"]));
    let found: Vec<_> =
        paths.map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect();
    assert!(found.len() > 40);
    found
}

/// The part of a file before its tests.
fn shipped(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap()
}

#[test]
fn every_file_says_what_it_holds() {
    for (path, text) in rust_files() {
        assert!(text.starts_with("//! "), "{} opens without `//!`", path.display());
    }
}

/// Lists that declare one thing after another, in which nobody reads on and on.
const LISTS: [&str; 1] = ["crates/model/src/words/list.rs"];

#[test]
fn files_can_be_read_in_one_sitting() {
    for (path, text) in rust_files() {
        let lines = text.lines().count();
        let is_known = LISTS.iter().any(|known| path.ends_with(known));
        assert_eq!(lines > 350, is_known, "{} has {lines} lines", path.display());
    }
}

/// What a newcomer reads first stays short; reasons stand at the head of the module they are about.
#[test]
fn the_architecture_can_be_read_in_one_sitting() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let words = text.split_whitespace().count();
    assert!(words <= 1_500, "ARCHITECTURE.md has {words} words");
}

/// Whatever the two guides for newcomers name in the tree is there.
#[test]
fn the_guides_name_files_that_are_there() {
    let mut named = 0;
    for guide in ["ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let text = fs::read_to_string(root().join(guide)).unwrap();
        for name in text.split('`').skip(1).step_by(2) {
            let is_path = ["crates/", "src/", "xtask/", "tests/", "style/", "geometry/", "fuzz/"]
                .iter()
                .any(|start| name.starts_with(start));
            if is_path && !name.contains([' ', '<', '*', '{']) && !name.starts_with("tests/output")
            {
                assert!(root().join(name).exists(), "{guide} names {name}, which is not there");
                named += 1;
            }
        }
    }
    assert!(named > 40, "{named}");
}

/// Addresses are written and read in `Route` alone. Elsewhere a path of a page would be a second
/// place to change, and the first one to be forgotten.
#[test]
fn addresses_are_written_in_one_place() {
    for (path, text) in rust_files() {
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        if name == "crates/model/src/route.rs" || name.contains("/tests/") {
            continue;
        }
        for piece in ["\"lessons/", "\"glossary/", "\"sources/", "index.html\"", "\"404.html"] {
            // What Trunk writes, and where lessons stand in a pack, are no addresses of pages.
            let others = ["crates/prerender/src/assets.rs", "crates/compiler/src/generated.rs"];
            let allowed = others.contains(&name.as_str()) || name.starts_with("xtask/");
            assert!(
                allowed || !shipped(&text).contains(piece),
                "{name} writes the address {piece}"
            );
        }
    }
}

/// `web_sys`, `js_sys` and gloo have effects. Whoever uses them is not called while prerendering.
#[test]
fn effects_on_the_browser_have_their_places() {
    const PLACES: [&str; 5] = [
        "src/app/",
        "src/argument/browser.rs",
        "src/browser/",
        "src/quiz/browser.rs",
        "src/quiz/drag.rs",
    ];
    for (path, text) in rust_files() {
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        if name.starts_with("src/") && !PLACES.iter().any(|place| name.starts_with(place)) {
            for effect in ["web_sys", "gloo", "js_sys"] {
                assert!(!text.contains(effect), "{name} uses {effect}");
            }
        }
    }
}

/// What is written in the engine must not know this guide's subject.
#[test]
fn the_engine_names_no_lesson_and_no_owner_of_this_guide() {
    let settings = fs::read_to_string(root().join("content/guide.toml")).unwrap();
    let settings: toml::Table = settings.parse().unwrap();
    let lessons = settings["lessons"].as_array().unwrap();
    let lessons: Vec<_> = lessons.iter().map(|lesson| lesson.as_str().unwrap()).collect();
    for (path, text) in rust_files() {
        if path.components().any(|part| part.as_os_str() == "tests") {
            continue;
        }
        for lesson in &lessons {
            assert!(
                !shipped(&text).contains(&format!("\"{lesson}\"")),
                "{} names {lesson}",
                path.display()
            );
        }
    }
}
