//! The house has an order. Folders of `src` stand above each other, and each uses those below it alone; and no
//! two files need each other, in no crate, so that any file can be read without the one that uses it.
//!
//! The rule: a file *uses* another where a path of it (in `use`, in an expression, a type or a macro) leads to
//! something that the other defines. What a `mod.rs` passes on from a child counts as the child's for whoever
//! takes it, and for the `mod.rs` as a use of the child; what a child takes from `super` counts, too. Methods
//! count for nobody, as no path leads to them. `lib.rs` and `main.rs` name all and are used by none.

#![cfg(test)]

#[path = "../tree/mod.rs"]
mod tree;
mod uses;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

use tree::{files, root};
use uses::uses;

/// The folders of `src` and the files beside them, from the lowest floor up. Those of one floor do not know each other.
const FLOORS: [&[&str]; 10] = [
    &["ids"],
    &["browser"],
    &["site"],
    &["text"],
    &["argument", "argument_map", "community", "models", "quiz", "search"],
    &["standing"],
    &["controls"],
    &["pages"],
    &["app"],
    &["lib", "main"],
];

/// Where the files of each crate stand.
const CRATES: [&str; 15] = [
    "src",
    "crates/atlas/src",
    "crates/compiler/src",
    "crates/dom/src",
    "crates/engine/src",
    "crates/model/src",
    "crates/models/src",
    "crates/packages/src",
    "crates/play/src",
    "crates/prerender/src",
    "crates/reasoner/src",
    "crates/rebuild/src",
    "crates/results/src",
    "crates/search/src",
    "xtask/src",
];

#[test]
fn folders_use_those_below_them_alone() {
    let floor = |room: &str| FLOORS.iter().position(|floor| floor.contains(&room));
    for (file, used) in uses(&read("src")) {
        let (from, to) = (room(&file), room(&used));
        let Some(own) = floor(from) else { panic!("{file} stands on no floor") };
        let is_below = floor(to).is_some_and(|other| other < own);
        assert!(from == to || is_below, "{file} uses {used}: {from} must not use {to}");
    }
}

#[test]
fn no_files_need_each_other() {
    for folder in CRATES {
        let uses = uses(&read(folder));
        let knots = knots(&uses);
        assert!(knots.is_empty(), "these of {folder} use each other: {knots:#?}");
    }
}

/// The first folder of a path, or its file.
fn room(file: &str) -> &str {
    let first = file.split('/').next().unwrap();
    first.strip_suffix(".rs").unwrap_or(first)
}

/// All Rust files below a folder, by their paths in it.
fn read(folder: &str) -> BTreeMap<String, String> {
    let root = root().join(folder);
    let named = |path: PathBuf| {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
        (name, fs::read_to_string(&path).unwrap())
    };
    files(&root, &["rs"]).into_iter().map(named).collect()
}

/// Files that use each other, by others or at once.
fn knots(uses: &BTreeSet<(String, String)>) -> BTreeSet<BTreeSet<&str>> {
    let mut reached: BTreeSet<(&str, &str)> =
        uses.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
    loop {
        let further: Vec<_> = reached
            .iter()
            .flat_map(|(from, by)| {
                let on = uses.iter().filter(move |(start, _)| start == by);
                on.map(move |(_, to)| (*from, to.as_str()))
            })
            .filter(|pair| !reached.contains(pair))
            .collect();
        if further.is_empty() {
            break;
        }
        reached.extend(further);
    }
    let mutual = |file: &str| -> BTreeSet<&str> {
        let others =
            reached.iter().filter(|(from, to)| *from == file && reached.contains(&(*to, *from)));
        others.map(|(_, to)| *to).collect()
    };
    reached.iter().map(|(from, _)| mutual(from)).filter(|knot| !knot.is_empty()).collect()
}

/// What `a.rs` uses, with other files beside it.
fn used_by_a(a: &str) -> Vec<String> {
    let files = [
        ("lib.rs", "mod a; mod b; mod c;"),
        ("a.rs", a),
        ("b.rs", "pub struct B; pub fn b() {}"),
        ("c/mod.rs", "mod inner; pub use inner::Inner; pub struct C;"),
        ("c/inner.rs", "pub struct Inner;"),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
    let uses = uses(&files);
    uses.into_iter().filter(|(from, _)| from == "a.rs").map(|(_, to)| to).collect()
}

#[test]
fn paths_are_found_wherever_they_stand() {
    for (text, used) in [
        ("use crate::{b::{self, B}, c::C};", &["b.rs", "c/mod.rs"][..]),
        ("use crate::b as other; fn f() { other::b() }", &["b.rs"]),
        ("use super::*; fn f() { b::b() }", &["b.rs", "lib.rs"]),
        ("use crate::c::Inner;", &["c/inner.rs"]),
        ("fn f(_: super::b::B) {}", &["b.rs"]),
        ("fn f() -> Vec<crate::c::C> { vec![] }", &["c/mod.rs"]),
        ("fn f() { html! { @if x { (crate::b::b()) } } }", &["b.rs"]),
        ("fn f() { use crate::b::{B, b}; }", &["b.rs"]),
        ("mod inner { use super::super::b::B; }", &["b.rs"]),
        ("use std::fs; fn f(x: X) { let b = x.b; fs::read(B::b) }", &[]),
        ("#[cfg(test)] mod tests { use crate::b::B; }", &[]),
        ("/// As in [`crate::b::B`].\nfn f() {}", &[]),
        ("use crate::b;", &[]),
    ] {
        assert_eq!(used_by_a(text), used, "{text}");
    }
}

#[test]
fn knots_are_found_over_several_files() {
    let uses = |pairs: &[(&str, &str)]| {
        let pairs = pairs.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned()));
        pairs.collect::<BTreeSet<_>>()
    };
    let found = uses(&[("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")]);
    assert_eq!(knots(&found), [["a", "b", "c"].into()].into());
    assert!(knots(&uses(&[("a", "b"), ("a", "c"), ("b", "c")])).is_empty());
}
