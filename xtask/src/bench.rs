//! Benchmarks: figures and their ratios, for people to read. Nothing fails by the clock.

use std::{fs, path::Path, process::Command};

use anyhow::{Result, ensure};
use concord_compiler::{SourceFile, generated_argument, generated_bank, read_pack};

use crate::{
    Options, browsers,
    run::{command, root},
    setup, site,
    test::{cargo, step},
};

/// How many questions the banks have that are compared, in ten lessons each.
const BANKS: [usize; 2] = [100, 5_000];

/// How many statements the argument has whose drawings are moved.
const STATEMENTS: usize = 500;

/// What there is to measure.
const NAMES: [&str; 9] =
    ["edit", "growth", "feedback", "map", "bank", "argument", "first-page", "load", "models"];

/// What measures a page as a phone would show it.
const LIGHTHOUSE: &str = "lighthouse@12.8.2";

/// Runs all benchmarks, native ones first, or the one that is named.
pub(crate) fn run(only: Option<&str>) -> Result<()> {
    ensure!(
        only.is_none_or(|only| NAMES.contains(&only)),
        "there is no such benchmark; these are: {}",
        NAMES.join(", ")
    );
    let is_meant = |name: &str| only.is_none_or(|only| only == name);
    setup::for_release()?;
    if is_meant("growth") {
        for package in ["concord-compiler", "concord-engine"] {
            step(&format!("Growth, {package}"), cargo(&["bench", "--package", package]))?;
        }
    }
    if is_meant("models") {
        step("Models, natively", cargo(&["bench", "--package", "concord-models"]))?;
        let mut wasm = setup::building("cargo");
        wasm.args(["build", "--release", "--target", setup::TARGET, "--package", "concord-models"]);
        wasm.args(["--example", "good_faith_wasm"]);
        step("Models, built as wasm", wasm)?;
        let mut node = command("node");
        node.arg("crates/models/benches/good_faith_wasm.mjs");
        step("Models, as wasm and beside a plain loop", node)?;
    }
    let browsers = browsers::programs()?;
    let in_browser = |file: &str, sites: &[String]| {
        let mut node = command("node");
        node.arg(format!("tests/benchmarks/{file}")).args(sites).envs(browsers.iter().cloned());
        node
    };
    if ["feedback", "map", "first-page"].into_iter().any(is_meant) {
        site::build(&Options::default())?;
    }
    if is_meant("feedback") {
        step("Feedback to an answer", in_browser("feedback.mjs", &[]))?;
    }
    if is_meant("map") {
        step("The map of states", in_browser("map.mjs", &[]))?;
    }
    if is_meant("edit") {
        step("A change of the content, until it is on the page", edit(&in_browser)?)?;
    }
    if is_meant("bank") {
        let sites = BANKS.map(|items| generated(&items.to_string(), &generated_bank(10, items)));
        let sites = sites.into_iter().collect::<Result<Vec<_>>>()?;
        step("A quiz from a small and from a large bank", in_browser("bank.mjs", &sites))?;
    }
    if is_meant("argument") {
        let site = generated("argument", &generated_argument(STATEMENTS))?;
        step("Moving a large drawing of an argument", in_browser("argument.mjs", &[site]))?;
    }
    if is_meant("first-page") {
        // Only this is measured with it, so that no other command has to install it.
        let folder = root().join("target/benchmarks/lighthouse");
        fs::create_dir_all(&folder)?;
        let mut npm = command("npm");
        npm.args(["install", "--no-save", "--no-fund", "--no-audit", LIGHTHOUSE, "--prefix"]);
        npm.arg(&folder);
        step("Lighthouse", npm)?;
        let folder = folder.display().to_string();
        let small = generated("lesson", &generated_bank(1, 5))?;
        let sites = ["--lighthouse".to_owned(), folder, small, "dist".to_owned()];
        step("The first page beside the same as bare HTML", in_browser("first-page.mjs", &sites))?;
    }
    if is_meant("load") {
        let dist = root().join("target/benchmarks/site-packed");
        let named = dist.display().to_string();
        site::build(&Options { dist: Some(dist), compressed: true, ..Options::default() })?;
        step("Many readers at once", in_browser("load.mjs", &[named]))?;
    }
    Ok(())
}

/// Serves a copy of the pack, changes it, and looks at the page.
fn edit(in_browser: &impl Fn(&str, &[String]) -> Command) -> Result<Command> {
    let pack = root().join("target/benchmarks/pack-edit");
    write(&pack, &read_pack(&root().join("content"))?)?;
    let pack = pack.display().to_string();
    let serve = [&pack, "cargo", "xtask", "serve", "--content", &pack];
    Ok(in_browser("edit.mjs", &serve.map(str::to_owned)))
}

/// Builds the site of a generated pack; where it is.
fn generated(name: &str, pack: &[SourceFile]) -> Result<String> {
    let folder = root().join("target/benchmarks");
    let content = folder.join(format!("pack-{name}"));
    write(&content, pack)?;
    let dist = folder.join(format!("site-{name}"));
    let named = dist.display().to_string();
    let options = Options { content: Some(content), dist: Some(dist), ..Options::default() };
    site::build(&options).map(|()| named)
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
