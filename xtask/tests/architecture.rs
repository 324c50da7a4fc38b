//! Which crate may use which, read from `cargo metadata`; ARCHITECTURE.md draws the same arrows.

#![cfg(test)]

use std::collections::BTreeMap;

use cargo_metadata::{DependencyKind, MetadataCommand};

/// The arrows that are allowed: a crate of ours, how it is needed, and those it may use so.
const NORMAL: [(&str, &[&str]); 16] = [
    ("concord-model", &[]),
    ("concord-engine", &["concord-model"]),
    ("concord-models", &["concord-model"]),
    ("concord-compiler", &["concord-model", "concord-models"]),
    ("concord", &["concord-dom", "concord-engine", "concord-model", "concord-models"]),
    ("concord-dom", &["concord-model"]),
    ("concord-atlas", &["concord-dom", "concord-engine", "concord-model"]),
    ("concord-rebuild", &["concord-dom", "concord-engine", "concord-model"]),
    ("concord-search", &["concord-dom", "concord-engine", "concord-model"]),
    ("concord-play", &["concord-dom", "concord-model", "concord-models"]),
    ("concord-reasoner", &["concord-dom", "concord-engine", "concord-model"]),
    ("concord-results", &["concord-dom", "concord-engine", "concord-model", "concord-reasoner"]),
    (
        "concord-prerender",
        &[
            "concord",
            "concord-compiler",
            "concord-engine",
            "concord-model",
            "concord-models",
            "concord-packages",
        ],
    ),
    ("concord-packages", &["concord-engine", "concord-model"]),
    (
        "concord-fuzz",
        &[
            "concord-compiler",
            "concord-engine",
            "concord-model",
            "concord-models",
            "concord-reasoner",
        ],
    ),
    ("xtask", &["concord-compiler", "concord-model", "concord-packages"]),
];

#[test]
fn crates_use_only_those_they_may() {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let metadata = MetadataCommand::new().manifest_path(manifest).no_deps().exec().unwrap();
    let ours: Vec<String> =
        metadata.packages.iter().map(|package| package.name.to_string()).collect();
    assert_eq!(ours.len(), NORMAL.len(), "a new crate needs its arrows here: {ours:?}");
    let normal = BTreeMap::from(NORMAL);
    for package in &metadata.packages {
        for dependency in
            package.dependencies.iter().filter(|dependency| ours.contains(&dependency.name))
        {
            let allowed = match dependency.kind {
                DependencyKind::Normal => normal.get(package.name.as_str()),
                // What is built must not need what it is built for.
                DependencyKind::Build => None,
                // Tests may use what they test with.
                _ => continue,
            };
            let allowed = allowed.is_some_and(|names| names.contains(&dependency.name.as_str()));
            assert!(allowed, "{} must not use {}", package.name, dependency.name);
        }
    }
}

#[test]
fn pure_crates_know_no_browser_and_no_views() {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let metadata = MetadataCommand::new().manifest_path(manifest).no_deps().exec().unwrap();
    for package in metadata.packages.iter().filter(|package| {
        matches!(
            package.name.as_str(),
            "concord-model"
                | "concord-engine"
                | "concord-models"
                | "concord-compiler"
                | "concord-packages"
        )
    }) {
        for forbidden in ["leptos", "web-sys", "js-sys", "gloo", "wasm-bindgen"] {
            assert!(
                package.dependencies.iter().all(|d| d.name != forbidden),
                "{} uses {forbidden}",
                package.name
            );
        }
    }
}
