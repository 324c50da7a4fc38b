//! Builds the whole site as it is published.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::{
    Options, compressed, content,
    program::{self, Profile},
    run::{command, root, run, say},
    setup,
};

/// Builds the site into `dist/`, or where the options say.
pub(crate) fn build(options: &Options) -> Result<()> {
    setup::for_release()?;
    program::build_all(Profile::Release)?;
    say("Making the site");
    let dist = options.dist.clone().unwrap_or_else(|| root().join("dist"));
    let content = content::folder(options);
    let fonts = own_fonts(&content, &dist)?;
    let mut make = program::prerenderer(Profile::Release, &content, options.pseudo, &dist);
    make.arg("--fonts").arg(fonts);
    make.args(options.site_url.iter().flat_map(|own| ["--site-url", own]));
    make.args(options.translations.iter().flat_map(|own| ["--translation", own]));
    let further =
        [("--keep-previous", options.keep_previous), ("--no-offline", options.no_offline)];
    make.args(further.iter().filter(|(_, is_asked)| *is_asked).map(|(name, _)| name));
    run(&mut make)?;
    // Other sites take pictures by their full address alone.
    if options.site_url.is_some() {
        say("Drawing pictures for links");
        run(command("node").arg("xtask/cards.mjs").arg(&dist))?;
    }
    if options.compressed {
        say("Packing what gains by it");
        compressed::write(&dist)?;
    }
    let shown = dist.strip_prefix(root()).unwrap_or(Path::new(&dist)).display();
    println!("\nThe site is in {shown}. Any static host can serve it, from any folder.");
    Ok(())
}

/// Cuts the typeface to what a pack needs; where it then is.
pub(crate) fn own_fonts(content: &Path, dist: &Path) -> Result<PathBuf> {
    let fonts = fonts(dist);
    run(command("node").arg("xtask/fonts.mjs").arg(content).arg(&fonts))?;
    Ok(fonts)
}

/// Where the typeface of a site is kept, as its pack needs it.
pub(crate) fn fonts(dist: &Path) -> PathBuf {
    root().join("target/fonts").join(dist.file_name().unwrap_or_default())
}
