//! Makes a small sound pack to start from.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};

use crate::{content, run::root};

/// The pack that is copied, and the words of the interface that join it.
const TEMPLATE: &str = "xtask/template";
const WORDS: &str = "content/en/words.toml";

/// Copies the starting pack into `folder`, which must not exist yet or be empty.
pub(crate) fn pack(folder: &Path) -> Result<()> {
    if folder.exists() {
        let mut entries =
            fs::read_dir(folder).with_context(|| format!("{} is no folder", folder.display()))?;
        ensure!(entries.next().is_none(), "{} is not empty; name a new folder", folder.display());
    }
    copy_folder(&root().join(TEMPLATE), folder)?;
    let own = folder.join("words.toml");
    let words = words(&read(&root().join(WORDS))?, &read(&own)?);
    fs::write(folder.join("en/words.toml"), words).context("cannot write the words")?;
    fs::remove_file(own).context("cannot finish the words")?;
    let guide = content::guide(folder)?;
    let folder = folder.display();
    println!(
        "A pack of {} is in {folder}. See it with\n\n  cargo xtask serve --content {folder}\n\n\
         and change what you see; content/README.md says what everything means.",
        content::counted(guide.lessons.len(), "lesson")
    );
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// The words of the interface, with those of `own` in the place of words of the same name.
fn words(all: &str, own: &str) -> String {
    let name = |line: &str| Some(line.split_once(" = ")?.0.to_owned());
    let own: Vec<(Option<String>, &str)> = own.lines().map(|line| (name(line), line)).collect();
    let mut words = String::new();
    for line in all.lines() {
        let same = own.iter().find(|(own, _)| own.is_some() && *own == name(line));
        words += same.map_or(line, |(_, own)| own);
        words.push('\n');
    }
    words
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    let entries = fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))?;
    for entry in entries {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() { copy_folder(&from, &to)? } else { copy_file(&from, &to)? }
    }
    Ok(())
}

fn copy_file(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("cannot write {}", to.display()))?;
    Ok(())
}

/// The folder that a command line names; the only thing that follows `new`.
pub(crate) fn folder(mut arguments: impl Iterator<Item = String>) -> Result<PathBuf> {
    match (arguments.next(), arguments.next()) {
        (Some(folder), None) if !folder.starts_with('-') => Ok(std::path::absolute(folder)?),
        _ => bail!("name one folder: cargo xtask new <folder>"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn scratch(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("concord-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    #[test]
    fn the_new_pack_is_sound_and_nothing_is_written_over() {
        let folder = scratch("new-pack");
        pack(&folder).unwrap();
        // It speaks of no work but its own, and has every kind of question.
        let words = read(&folder.join("en/words.toml")).unwrap();
        assert!(!words.to_lowercase().contains("the article"), "{words}");
        let guide = content::guide(&folder).unwrap();
        let kinds = guide.items().map(|(_, item)| item.interaction.kind());
        assert_eq!(
            kinds.collect::<BTreeSet<_>>(),
            concord_model::Interaction::KINDS.into_iter().collect()
        );
        fs::write(folder.join("guide.toml"), "mine").unwrap();
        let error = pack(&folder).unwrap_err().to_string();
        assert!(error.contains("is not empty"), "{error}");
        assert_eq!(fs::read_to_string(folder.join("guide.toml")).unwrap(), "mine");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn one_folder_is_named() {
        let named = |words: &[&str]| folder(words.iter().map(|word| (*word).to_owned()));
        assert!(named(&["my-guide"]).unwrap().ends_with("my-guide"));
        for wrong in [&[][..], &["a", "b"], &["--help"]] {
            assert!(named(wrong).is_err());
        }
    }
}
