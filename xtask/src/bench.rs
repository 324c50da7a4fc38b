//! Benchmarks: figures and their ratios, for people to read. Nothing fails by the clock.

use std::{fs, path::Path};

use anyhow::Result;
use concord_compiler::{SourceFile, generated_bank};

use crate::{
    Options, browsers,
    run::{command, root},
    setup, site,
    test::{cargo, step},
};

/// How many questions the banks have that are compared, in ten lessons each.
const BANKS: [usize; 2] = [100, 5_000];

/// Runs all benchmarks, native ones first.
pub(crate) fn all() -> Result<()> {
    setup::for_release()?;
    for package in ["concord-compiler", "concord-engine"] {
        step(&format!("Growth, {package}"), cargo(&["bench", "--package", package]))?;
    }
    let browsers = browsers::programs()?;
    let in_browser = |file: &str, sites: &[String]| {
        let mut node = command("node");
        node.arg(format!("tests/benchmarks/{file}")).args(sites).envs(browsers.iter().cloned());
        node
    };
    site::build(&Options::default())?;
    step("Feedback to an answer", in_browser("feedback.mjs", &[]))?;
    step("The map of states", in_browser("map.mjs", &[]))?;

    let folder = root().join("target/benchmarks");
    let mut sites = Vec::new();
    for items in BANKS {
        let content = folder.join(format!("pack-{items}"));
        write(&content, &generated_bank(10, items))?;
        let dist = folder.join(format!("site-{items}"));
        sites.push(dist.display().to_string());
        let options = Options { content: Some(content), dist: Some(dist), ..Options::default() };
        site::build(&options)?;
    }
    step("A quiz from a small and from a large bank", in_browser("bank.mjs", &sites))
}

/// Writes a pack into a folder of its own.
fn write(folder: &Path, files: &[SourceFile]) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    for file in files {
        let path = folder.join(&file.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, &file.bytes)?;
    }
    Ok(())
}
