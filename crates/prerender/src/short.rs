//! Short names for what a module imports of its glue.
//!
//! wasm-bindgen names each import after what it is, and adds sixteen hexadecimal digits, which no compression makes
//! less of; the name stands in the module and in the glue. The two are always published together, so any names do:
//! 6,000 of the 172,000 bytes that are sent for the guide's own program. binaryen renames imports of `env` alone,
//! or all exports as well.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use anyhow::{Context, Result};

use crate::wasm::{HEADER, read_size, sections, split_name, write_size};

/// The id of the section of imports.
const IMPORTS: u8 = 2;

/// The module and its glue with short names for each import that stands in the glue once, as what is defined there.
///
/// # Errors
/// If the bytes are no wasm module.
pub(crate) fn imports(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut short = HEADER.to_vec();
    let (defined, mut names) = (defined(glue), BTreeMap::new());
    for section in sections(module)? {
        if section.id != IMPORTS {
            short.extend(section.whole);
            continue;
        }
        let (count, mut rest) =
            read_size(section.content).context("the section of imports has no size")?;
        let mut content = Vec::new();
        write_size(&mut content, count);
        for _ in 0..count {
            let import = Import::read(rest).context("an import cannot be read")?;
            rest = import.after;
            let name = str::from_utf8(import.name).context("an import has no name")?;
            let shorter = match defined.contains(name) {
                true => Cow::Owned(letters(names.len())),
                false => Cow::Borrowed(name),
            };
            for text in [import.module, shorter.as_bytes()] {
                write_size(&mut content, text.len());
                content.extend(text);
            }
            content.extend(import.kind);
            if let Cow::Owned(shorter) = shorter {
                names.insert(name, shorter);
            }
        }
        short.push(IMPORTS);
        write_size(&mut short, content.len());
        short.extend(content);
    }
    Ok((short, renamed(glue, &names)))
}

struct Import<'m> {
    module: &'m [u8],
    name: &'m [u8],
    /// What it is, as the module says it.
    kind: &'m [u8],
    after: &'m [u8],
}

impl<'m> Import<'m> {
    fn read(bytes: &'m [u8]) -> Option<Self> {
        let (module, rest) = split_name(bytes)?;
        let (name, described) = split_name(rest)?;
        let (kind, rest) = described.split_first()?;
        let number = |bytes: &'m [u8]| Some(read_size(bytes)?.1);
        let limits = |bytes: &'m [u8]| {
            let (flags, rest) = bytes.split_first()?;
            let rest = number(rest)?;
            if flags & 1 == 1 { number(rest) } else { Some(rest) }
        };
        let after = match kind {
            0 => number(rest)?,
            1 => limits(rest.get(1..)?)?,
            2 => limits(rest)?,
            3 => rest.get(2..)?,
            4 => number(rest.get(1..)?)?,
            _ => return None,
        };
        let kind = described.get(..described.len() - after.len())?;
        Some(Self { module, name, kind, after })
    }
}

/// The names that a script has once, where it says what an object holds. What is read from an object is an export.
fn defined(script: &str) -> BTreeSet<&str> {
    let (mut once, mut more) = (BTreeSet::new(), BTreeSet::new());
    for (at, word) in words(script) {
        if script[..at].ends_with('.') || !once.insert(word) {
            more.insert(word);
        }
    }
    &once - &more
}

/// The glue with other names for those.
fn renamed(glue: &str, names: &BTreeMap<&str, String>) -> String {
    let mut out = String::with_capacity(glue.len());
    let mut done = 0;
    for (at, word) in words(glue) {
        if let Some(name) = names.get(word) {
            out.push_str(&glue[done..at]);
            out.push_str(name);
            done = at + word.len();
        }
    }
    out + &glue[done..]
}

/// All names and other words of a script, with their places.
fn words(script: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    script.split(|c: char| !(c.is_alphanumeric() || "_$".contains(c))).filter_map(move |word| {
        let place = script[at..].find(word).map(|own| own + at)?;
        at = place + word.len();
        (!word.is_empty()).then_some((place, word))
    })
}

/// The name of that number: a to z, then aa and so on.
fn letters(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'a' + u8::try_from(number % 26).unwrap_or_default()));
        match number / 26 {
            0 => return name,
            rest => number = rest - 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Imports a function, a table, a memory, a global and a tag, each of a name, and has a section after them.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\x02\x2f\x05\
        \x01m\x05__wbg\0\x80\x01\
        \x01m\x02ta\x01\x6f\x01\x01\x02\
        \x01m\x02me\x02\0\x81\x01\
        \x01m\x02gl\x03\x7f\0\
        \x01m\x02tg\x04\0\x03\
        \x01\0";

    /// The names of what a module imports, and whatever else it holds.
    fn read(module: &[u8]) -> (Vec<String>, Vec<Vec<u8>>) {
        let (mut names, mut others) = (Vec::new(), Vec::new());
        for section in sections(module).unwrap() {
            if section.id != IMPORTS {
                others.push(section.whole.to_vec());
                continue;
            }
            let (count, mut rest) = read_size(section.content).unwrap();
            for _ in 0..count {
                let import = Import::read(rest).unwrap();
                names.push(String::from_utf8(import.name.to_vec()).unwrap());
                others.push([import.module, import.kind].concat());
                rest = import.after;
            }
            assert!(rest.is_empty());
        }
        (names, others)
    }

    #[test]
    fn names_change_in_both_and_nothing_else_does() {
        let glue = "const all={__wbg:n=>n.__wbgs,ta(n){},me:1,gl:2,$tg:3};e.me(all.$tg)";
        let (short, written) = imports(MODULE, glue).unwrap();
        assert_eq!(written, "const all={a:n=>n.__wbgs,b(n){},me:1,c:2,$tg:3};e.me(all.$tg)");
        let ((before, held), (after, still)) = (read(MODULE), read(&short));
        assert_eq!(before, ["__wbg", "ta", "me", "gl", "tg"]);
        assert_eq!(after, ["a", "b", "me", "c", "tg"]);
        assert_eq!(held, still);
        assert!(short.len() < MODULE.len());
    }

    #[test]
    fn cut_and_foreign_files_are_told() {
        assert!(imports(b"<!DOCTYPE html>", "").is_err());
        for cut in 9..MODULE.len() - 2 {
            assert!(imports(&MODULE[..cut], "").is_err(), "{cut}");
        }
    }

    #[test]
    fn each_number_has_its_letters() {
        let names: Vec<String> = (0..1_000).map(letters).collect();
        assert_eq!(names[..2], ["a", "b"]);
        assert_eq!(
            (&*names[25], &*names[26], &*names[701], &*names[702]),
            ("z", "aa", "zz", "aaa")
        );
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    }
}
