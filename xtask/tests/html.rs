//! HTML is written in one way: by templates, which give an `Html`. Texts with tags in them stand only where
//! something else than a template has to be read or written, and HTML goes into a page in one place.

#![cfg(test)]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Item};

/// Who has texts with tags in them.
const TAGS: [(&str, &str); 10] = [
    ("crates/model/src/html.rs", "is the way itself: elements whose names no template knows"),
    ("crates/compiler/src/html.rs", "puts tags between what the Markdown library writes"),
    ("crates/compiler/src/table.rs", "opens cells, which that library closes"),
    ("crates/compiler/src/foreign.rs", "opens a span, which that library's link closes"),
    ("crates/compiler/src/near/", "speaks of mark-up to its author"),
    ("crates/compiler/src/figure.rs", "writes an author's drawing anew, by a list of elements"),
    ("crates/prerender/src/", "writes the document, and reads what Trunk wrote"),
    ("crates/reasoner/src/", "is yet to be written by templates"),
    ("crates/atlas/src/", "is yet to be written by templates"),
    ("src/controls/mod.rs", "takes marks out of what Leptos writes"),
];

/// Who makes HTML of a text.
const MAKERS: [(&str, &str); 7] = [
    ("crates/model/src/html.rs", "is the way itself"),
    ("crates/compiler/src/html.rs", "the Markdown library writes texts"),
    ("crates/compiler/src/figure.rs", "shapes are written one by one"),
    ("crates/reasoner/src/", "is yet to be written by templates"),
    ("src/argument_map/drawing.rs", "a stylesheet, which is no text to escape"),
    ("src/text/rewrite.rs", "moves HTML to another page"),
    ("src/controls/mod.rs", "Leptos writes texts"),
];

/// Where HTML goes into a page.
const SINKS: [(&str, &str); 3] = [
    ("src/browser/put.rs", "is the one place of the guide's program"),
    ("crates/reasoner/src/view/", "is yet to have one"),
    ("crates/atlas/src/", "is yet to have one"),
];

/// The words and texts of each shipped Rust file, without its tests.
fn shipped() -> &'static [(String, Vec<String>)] {
    static SHIPPED: OnceLock<Vec<(String, Vec<String>)>> = OnceLock::new();
    SHIPPED.get_or_init(read)
}

fn read() -> Vec<(String, Vec<String>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let crates = fs::read_dir(root.join("crates")).unwrap();
    let mut folders: Vec<PathBuf> = crates.map(|entry| entry.unwrap().path().join("src")).collect();
    folders.push(root.join("src"));
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let file = syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap();
                let items = file.items.into_iter().filter(|item| !is_test(item));
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
                let mut words = Vec::new();
                flat(items.map(ToTokens::into_token_stream).collect(), &mut words);
                found.push((name, words));
            }
        }
    }
    assert!(found.len() > 100);
    found
}

fn is_test(item: &Item) -> bool {
    let Item::Mod(module) = item else { return false };
    let says = |attribute: &Attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
    };
    module.attrs.iter().any(says)
}

/// All words and texts in their order; what documents an item is left out.
fn flat(tokens: TokenStream, out: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let inner = group.stream();
                let documents = group.delimiter() == Delimiter::Bracket
                    && inner
                        .clone()
                        .into_iter()
                        .next()
                        .is_some_and(|first| first.to_string() == "doc");
                if !documents {
                    flat(inner, out);
                }
            }
            other => out.push(other.to_string()),
        }
    }
}

/// Whether a token is a text that has the beginning of a tag.
fn has_tag(token: &str) -> bool {
    let is_text = token.starts_with(['"', 'r', 'b']) && token.ends_with(['"', '#']);
    is_text
        && token.match_indices('<').any(|(at, _)| {
            let next = token.get(at + 1..).and_then(|rest| rest.chars().next());
            next.is_some_and(|next| next.is_ascii_alphabetic() || "/!{".contains(next))
        })
}

/// The faults of a kind that stand elsewhere than where they may.
fn faults(allowed: &[(&str, &str)], is_fault: impl Fn(&[String]) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for (name, words) in shipped() {
        if allowed.iter().any(|(place, _)| name.starts_with(place)) {
            continue;
        }
        let places = (0..words.len()).filter_map(|at| words.get(at..));
        let faults = places.filter(|rest| is_fault(rest)).filter_map(|rest| rest.first());
        found.extend(faults.map(|word| format!("{name}: {word}")));
    }
    found
}

#[test]
fn no_text_has_tags() {
    let found = faults(&TAGS, |rest| rest.first().is_some_and(|word| has_tag(word)));
    assert!(found.is_empty(), "write these by `html!`: {found:#?}");
}

#[test]
fn html_is_made_of_texts_in_few_places() {
    let found = faults(&MAKERS, |rest| rest.first().is_some_and(|word| word == "made_elsewhere"));
    assert!(found.is_empty(), "write these by `html!`, or say why not in MAKERS: {found:#?}");
}

#[test]
fn html_goes_into_the_page_in_one_place() {
    const INTO: [&str; 5] = [
        "set_inner_html",
        "set_outer_html",
        "insert_adjacent_html",
        "write_1",
        "create_contextual_fragment",
    ];
    let found =
        faults(&SINKS, |rest| rest.first().is_some_and(|word| INTO.contains(&word.as_str())));
    assert!(found.is_empty(), "put these by `browser::put`: {found:#?}");
}

/// Leptos takes texts, too.
#[test]
fn views_show_html_alone() {
    let found = faults(&[], |rest| {
        let [name, sign, value @ ..] = rest else { return false };
        let is_html =
            value.first().is_some_and(|value| ["shown", "following"].contains(&value.as_str()));
        name == "inner_html" && sign == "=" && !is_html
    });
    assert!(found.is_empty(), "write `inner_html=shown(html)`: {found:#?}");
}

/// Whoever may, does, or the lists above would only grow.
#[test]
fn the_lists_name_nobody_in_vain() {
    let uses = |place: &str, is_use: &dyn Fn(&str) -> bool| {
        let mut files = shipped().iter().filter(|(name, _)| name.starts_with(place));
        files.any(|(_, words)| words.iter().any(|word| is_use(word)))
    };
    for (place, _) in TAGS {
        assert!(uses(place, &has_tag), "{place} has no tags in texts");
    }
    for (place, _) in MAKERS {
        assert!(uses(place, &|word| word == "made_elsewhere"), "{place} makes no HTML of a text");
    }
}
