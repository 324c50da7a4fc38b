//! Builds the whole site as it is published.

use std::path::Path;

use anyhow::Result;

use crate::{
    Options, content,
    program::{self, Profile},
    run::{root, run, say},
    setup,
};

/// Builds the site into `dist/`, or where the options say.
pub(crate) fn build(options: &Options) -> Result<()> {
    setup::for_release()?;
    program::build_all(Profile::Release)?;
    say("Making the site");
    let dist = options.dist.clone().unwrap_or_else(|| root().join("dist"));
    let content = content::folder(options);
    run(&mut program::prerenderer(Profile::Release, &content, options.pseudo, &dist))?;
    let shown = dist.strip_prefix(root()).unwrap_or(Path::new(&dist)).display();
    println!("\nThe site is in {shown}. Any static host can serve it, from any folder.");
    Ok(())
}
