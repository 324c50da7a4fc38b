//! Writes the site's pages into the folder where Trunk has just put the rest of it.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};
use concord_prerender::{Assets, Content, exports, pages, reasoner, search_index, tables};

fn main() -> Result<()> {
    let folder = env::args_os()
        .nth(1)
        .or_else(|| env::var_os("TRUNK_STAGING_DIR"))
        .map(PathBuf::from)
        .context("name the folder of Trunk's output, or let Trunk run this")?;
    let (guide, community) = (concord::guide()?, concord::community()?);
    let content = Content { guide, community };
    let drawing = concord::community_file(guide, community);
    let (search, reasoner) = (search_index(content), reasoner(guide)?);
    let assets = Assets::take_over(&folder, &search, drawing.as_deref(), &reasoner)?;
    let pages = pages(content, &assets).into_iter().chain(exports(guide));
    for (path, text) in pages.map(|page| (page.path, page.text)).chain(tables(content)) {
        let path = folder.join(&path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}
