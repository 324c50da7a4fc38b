//! What ships, as words: all Rust files of the programs and the compiler, without their tests.

use std::{fs, path::PathBuf, sync::OnceLock};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Item};

use crate::tree::{files, root};

/// The words and texts of each shipped Rust file, without its tests.
pub(crate) fn shipped() -> &'static [(String, Vec<String>)] {
    static SHIPPED: OnceLock<Vec<(String, Vec<String>)>> = OnceLock::new();
    SHIPPED.get_or_init(read)
}

fn read() -> Vec<(String, Vec<String>)> {
    let root = root();
    let crates = fs::read_dir(root.join("crates")).unwrap();
    let mut folders: Vec<PathBuf> = crates.map(|entry| entry.unwrap().path().join("src")).collect();
    folders.push(root.join("src"));
    let paths = folders.iter().flat_map(|folder| files(folder, &["rs"]));
    let words = |path: PathBuf| {
        let file = syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap();
        let items = file.items.into_iter().filter(|item| !is_test(item));
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
        let mut words = Vec::new();
        flat(items.map(ToTokens::into_token_stream).collect(), &mut words);
        (name, words)
    };
    let found: Vec<_> = paths.map(words).collect();
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
