//! Compiles the content alone.

use std::{
    io::{self, IsTerminal},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use concord_compiler::{compile, read_pack, report};
use concord_model::{Community, Guide};

use crate::Options;

/// The pack's folder.
pub(crate) fn folder(options: &Options) -> PathBuf {
    options.content.clone().unwrap_or_else(|| "content".into())
}

/// Reports every fault of the pack.
pub(crate) fn check(options: &Options) -> Result<()> {
    let guide = guide(&folder(options))?;
    println!(
        "The content is sound: {}, {}, {}.",
        counted(guide.lessons.len(), "lesson"),
        counted(guide.terms.len(), "term"),
        counted(guide.sources.len(), "source")
    );
    Ok(())
}

/// A number of things, in words that fit it.
pub(crate) fn counted(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

/// Compiles a pack, printing what there is to say about it.
pub(crate) fn guide(folder: &Path) -> Result<Guide> {
    Ok(with_community(folder)?.0)
}

/// The same with what is known of the states.
pub(crate) fn with_community(folder: &Path) -> Result<(Guide, Community)> {
    let files = read_pack(folder).context("cannot read the content")?;
    let compiled = compile(&files);
    let color = io::stderr().is_terminal();
    eprint!("{}", report(&folder.display().to_string(), &files, &compiled.diagnostics, color));
    match compiled.guide {
        Some(guide) => Ok((guide, compiled.community)),
        None => bail!("the content has errors, listed above"),
    }
}
