//! Which file of a crate uses which, read from all paths in it.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Item, UseTree};

/// A module: where it stands, what it defines, what it brings in from elsewhere, and all paths in it.
#[derive(Default)]
struct Module {
    file: String,
    parent: Option<usize>,
    root: usize,
    children: BTreeMap<String, usize>,
    defines: BTreeSet<String>,
    brings: BTreeMap<String, Vec<String>>,
    brings_all_of: Vec<Vec<String>>,
    paths: BTreeSet<Vec<String>>,
}

/// Each file with each other that it uses.
pub(crate) fn uses(files: &BTreeMap<String, String>) -> BTreeSet<(String, String)> {
    let mut modules = Vec::new();
    for root in ["lib.rs", "main.rs"].into_iter().filter(|root| files.contains_key(*root)) {
        let number = modules.len();
        modules.push(Module { file: root.to_owned(), root: number, ..Module::default() });
        let items = syn::parse_file(&files[root]).unwrap().items;
        fill(&mut modules, number, items, files);
    }
    let known: BTreeSet<_> = modules.iter().map(|module| &module.file).collect();
    for file in files.keys() {
        assert!(known.contains(file), "{file} is in no module");
    }
    let mut found = BTreeSet::new();
    for (number, module) in modules.iter().enumerate() {
        for path in &module.paths {
            if let Some(other) = place(&modules, number, path, 0) {
                let other = &modules[other].file;
                if *other != module.file {
                    found.insert((module.file.clone(), other.clone()));
                }
            }
        }
    }
    found
}

fn fill(modules: &mut Vec<Module>, own: usize, items: Vec<Item>, files: &BTreeMap<String, String>) {
    for item in items.into_iter().filter(|item| !is_test(item)) {
        modules[own].defines.extend(name(&item));
        match item {
            Item::Mod(module) => {
                let name = module.ident.to_string();
                let (file, items) = match module.content {
                    Some((_, items)) => (modules[own].file.clone(), items),
                    None => {
                        let file = file_of(&modules[own].file, &name, files);
                        let items = syn::parse_file(&files[&file]).unwrap().items;
                        (file, items)
                    }
                };
                let (number, root) = (modules.len(), modules[own].root);
                modules.push(Module { file, parent: Some(own), root, ..Module::default() });
                modules[own].children.insert(name, number);
                fill(modules, number, items, files);
            }
            Item::Use(item) => bring(&mut modules[own], &mut Vec::new(), &item.tree),
            item => paths(item.into_token_stream(), &mut modules[own].paths),
        }
    }
}

/// The file of a module that another declares.
fn file_of(declared_in: &str, name: &str, files: &BTreeMap<String, String>) -> String {
    let stem = declared_in.strip_suffix(".rs").unwrap();
    let folder = match stem.rsplit_once('/') {
        _ if ["lib", "main"].contains(&stem) => String::new(),
        Some((folder, "mod")) => format!("{folder}/"),
        _ => format!("{stem}/"),
    };
    let names = [format!("{folder}{name}.rs"), format!("{folder}{name}/mod.rs")];
    let found = names.into_iter().find(|name| files.contains_key(name));
    found.unwrap_or_else(|| panic!("{declared_in} declares {name}, which is nowhere"))
}

fn is_test(item: &Item) -> bool {
    let attributes: &[Attribute] = match item {
        Item::Mod(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Const(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        _ => &[],
    };
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
    })
}

/// The name of what an item defines, if a path can lead there.
fn name(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

/// Takes a tree of `use` apart.
fn bring(module: &mut Module, before: &mut Vec<String>, tree: &UseTree) {
    let with = |name: &str| {
        let own = (name != "self").then(|| name.to_owned());
        before.iter().cloned().chain(own).collect::<Vec<_>>()
    };
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            bring(module, before, &path.tree);
            before.pop();
        }
        UseTree::Name(name) => {
            let path = with(&name.ident.to_string());
            module.brings.insert(path.last().unwrap().clone(), path.clone());
            module.paths.insert(path);
        }
        UseTree::Rename(rename) => {
            let path = with(&rename.ident.to_string());
            module.brings.insert(rename.rename.to_string(), path.clone());
            module.paths.insert(path);
        }
        UseTree::Glob(_) => {
            module.brings_all_of.push(before.clone());
            module.paths.insert(with("*"));
        }
        UseTree::Group(group) => {
            for tree in &group.items {
                bring(module, before, tree);
            }
        }
    }
}

/// All paths of more than one name, in macros as well. What goes on in braces, as an inner `use` does, is all
/// of what stands before them.
fn paths(tokens: TokenStream, out: &mut BTreeSet<Vec<String>>) {
    let (mut path, mut colons) = (Vec::new(), 0);
    let mut end = |path: &mut Vec<String>| {
        let path = std::mem::take(path);
        if path.len() > 1 {
            out.insert(path);
        }
    };
    let mut groups = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == ':' => colons += 1,
            TokenTree::Ident(name) => {
                if colons != 2 {
                    end(&mut path);
                }
                path.push(name.to_string());
                colons = 0;
            }
            other => {
                if let TokenTree::Group(group) = other {
                    if colons == 2 && !path.is_empty() {
                        path.push("*".to_owned());
                    }
                    groups.push(group.stream());
                }
                end(&mut path);
                colons = 0;
            }
        }
    }
    end(&mut path);
    for group in groups {
        paths(group, out);
    }
}

/// The module that defines what a path of another leads to; none if it leads out of the crate. What it names inside of something
/// that is defined in a module, such as a variant, is not looked for.
fn place(modules: &[Module], from: usize, path: &[String], depth: usize) -> Option<usize> {
    // Whatever brings in itself is no way.
    if depth > 20 {
        return None;
    }
    let mut here = from;
    let mut is_first = true;
    for (at, name) in path.iter().enumerate() {
        let module = &modules[here];
        let rest = &path[at + 1..];
        match name.as_str() {
            "crate" => here = module.root,
            "self" => {}
            "super" => here = module.parent?,
            "*" => return Some(here),
            name if module.children.contains_key(name) => here = module.children[name],
            name if module.defines.contains(name) => return Some(here),
            name => {
                let brought = module.brings.get(name).map(|path| (path.clone(), rest));
                // What brings itself, as `use name::…` of another crate does, leads out.
                let brought = brought.filter(|(path, _)| !(is_first && path[0] == *name));
                let all_of = module.brings_all_of.iter().map(|all| (all.clone(), &path[at..]));
                let ways: Vec<_> = brought.into_iter().chain(all_of).collect();
                return ways.into_iter().find_map(|(mut way, rest)| {
                    way.extend_from_slice(rest);
                    place(modules, here, &way, depth + 1)
                });
            }
        }
        is_first = false;
    }
    // A module alone is nothing that is used.
    None
}
