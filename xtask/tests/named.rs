//! What documents name is there: the tests of SECURITY.md, and the commands of the ready workflow.

#![cfg(test)]

use std::{
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn each_row_of_the_threats_names_tests_that_are_there() {
    let text = fs::read_to_string(root().join("SECURITY.md")).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| **"));
    let mut named = 0;
    for row in rows {
        let tests = row.trim_end_matches(['|', ' ']).rsplit(" | ").next().unwrap();
        // Nothing holds what a browser's extensions do.
        if tests == "none" {
            assert!(row.contains("nothing can hold them"), "this row names no test: {row}");
            continue;
        }
        let names = tests.split('`').skip(1).step_by(2);
        let paths: Vec<&str> = names.filter(|name| !name.starts_with("cargo ")).collect();
        assert!(!paths.is_empty(), "this row names no test: {row}");
        for path in paths {
            assert!(root().join(path).exists(), "there is no {path}, which SECURITY.md names");
            named += 1;
        }
    }
    assert!(named > 20, "SECURITY.md names {named} tests");
}

#[test]
fn each_corpus_is_named_among_the_threats() {
    let text = fs::read_to_string(root().join("SECURITY.md")).unwrap();
    for entry in fs::read_dir(root().join("fuzz/corpus")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(text.contains(&format!("`fuzz/corpus/{name}`")), "{name}");
    }
}

/// What somebody copies has no secrets, no step of others without its version, and commands that there are.
#[test]
fn the_workflow_for_pages_is_sound() {
    let text = fs::read_to_string(root().join("docs/pages.yml")).unwrap();
    assert!(!text.contains('\t') && !text.contains("secrets."));
    let help = fs::read_to_string(root().join("xtask/src/options.rs")).unwrap();
    let (mut steps, mut commands) = (0, 0);
    for line in text.lines().map(|line| line.trim().trim_start_matches("- ")) {
        if let Some(step) = line.strip_prefix("uses: ") {
            let version = step.split_once("@v").map(|(_, version)| version.split('.'));
            let is_pinned = version.is_some_and(|parts| {
                let numbers: Vec<_> = parts.map(str::parse::<u32>).collect();
                numbers.len() == 3 && numbers.iter().all(Result::is_ok)
            });
            assert!(is_pinned, "{step} is not named with its version");
            steps += 1;
        }
        if let Some(words) = line.strip_prefix("run: cargo xtask ") {
            let mut words = words.split(' ');
            let command = words.next().unwrap();
            assert!(help.contains(&format!("\n  {command} ")), "there is no command {command}");
            for option in words.filter(|word| word.starts_with("--")) {
                assert!(help.contains(&format!("\"{option}\"")), "there is no option {option}");
            }
            commands += 1;
        }
    }
    assert!(steps > 3 && commands > 2, "{steps} steps, {commands} commands");
}
