//! Files for systems for learning: questions in the formats of their banks.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use concord_model::{Guide, Id};
use concord_packages::{
    Entry,
    questions::{Bank, Format, bank},
    zipped,
};

use crate::{
    Options,
    content::{self, counted},
    options::HELP,
    run::root,
};

/// Makes what the options name.
pub(crate) fn make(options: &Options) -> Result<()> {
    let name = options.format.as_deref().context("`package` needs a format")?;
    let Some(format) = Format::read(name) else {
        bail!("there is no format `{name}`\n\n{HELP}");
    };
    let guide = content::guide(&content::folder(options))?;
    let lesson = options.lesson.as_deref().map(|id| lesson(&guide, id)).transpose()?;
    let bank = bank(&guide, lesson, options.site_url.as_deref(), format);
    write_bank(&folder(options)?, &stem(&guide, lesson, name), &bank)
}

/// The lesson of that name.
fn lesson<'g>(guide: &'g Guide, id: &str) -> Result<&'g Id> {
    let found = guide.lessons.iter().find(|lesson| lesson.id.as_str() == id);
    let known =
        || guide.lessons.iter().map(|lesson| lesson.id.as_str()).collect::<Vec<_>>().join(", ");
    Ok(&found.with_context(|| format!("there is no lesson `{id}`, but {}", known()))?.id)
}

fn folder(options: &Options) -> Result<PathBuf> {
    let folder = options.out.clone().unwrap_or_else(|| root().join("target/packages"));
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// What the files of a package are called, before their endings.
fn stem(guide: &Guide, lesson: Option<&Id>, format: &str) -> String {
    let parts = [Some(guide.id.as_str()), lesson.map(Id::as_str), Some(format)];
    parts.into_iter().flatten().collect::<Vec<_>>().join("-")
}

/// Writes a bank, and beside it what its format could not say.
fn write_bank(folder: &Path, stem: &str, bank: &Bank) -> Result<()> {
    let (path, bytes) = match bank.files.as_slice() {
        [(name, bytes)] => {
            let ending = name.rsplit('.').next().unwrap_or_default();
            (folder.join(format!("{stem}.{ending}")), bytes.clone())
        }
        files => (folder.join(format!("{stem}.zip")), archive(files)?),
    };
    write(&path, &bytes)?;
    println!("{} in {}", counted(bank.questions, "question"), path.display());
    let beside = folder.join(format!("{stem}-left-out.txt"));
    if bank.left_out.is_empty() {
        // What an earlier package left out is not what this one does.
        let _ = fs::remove_file(beside);
        return Ok(());
    }
    let told: String = bank.left_out.iter().map(|note| format!("{note}\n")).collect();
    write(&beside, told.as_bytes())?;
    println!("\nThe format could not say all of it ({}):\n{told}", beside.display());
    Ok(())
}

fn archive(files: &[Entry]) -> Result<Vec<u8>> {
    zipped(files).context("the package cannot be packed")
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
