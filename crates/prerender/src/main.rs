//! Writes the site's pages into the folder where Trunk has just put the rest of it.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};
use concord_prerender::{Assets, exports, pages, reasoner, search_index};

fn main() -> Result<()> {
    let folder = env::args_os()
        .nth(1)
        .or_else(|| env::var_os("TRUNK_STAGING_DIR"))
        .map(PathBuf::from)
        .context("name the folder of Trunk's output, or let Trunk run this")?;
    let guide = concord::guide()?;
    let assets = Assets::take_over(&folder, &search_index(guide), &reasoner(guide)?)?;
    for page in pages(guide, &assets).into_iter().chain(exports(guide)) {
        let path = folder.join(&page.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, page.text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}
