//! Benchmarks: figures and their ratios, for people to read. Nothing fails by the clock.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread::available_parallelism,
};

use anyhow::{Context, Result, ensure};
use concord_compiler::{SourceFile, generated_argument, generated_bank, read_pack};

use crate::{
    Options, browsers,
    run::{command, output, root, say},
    setup, site,
    test::{cargo, step},
};

/// How many questions the banks have that are compared, in ten lessons each.
const BANKS: [usize; 2] = [100, 5_000];

/// How many statements the argument has whose drawings are moved.
const STATEMENTS: usize = 500;

/// What there is to measure.
const NAMES: [&str; 10] = [
    "edit",
    "growth",
    "feedback",
    "map",
    "bank",
    "argument",
    "first-page",
    "visits",
    "load",
    "models",
];

/// What measures a page as a phone would show it.
const LIGHTHOUSE: &str = "lighthouse@12.8.2";

/// What models of good faith are measured against.
const AXELROD: &str = "axelrod==4.14.0";

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
        axelrod()?;
    }
    let browsers = browsers::programs()?;
    let in_browser = |file: &str, sites: &[String]| {
        let mut node = command("node");
        node.arg(format!("tests/benchmarks/{file}")).args(sites).envs(browsers.iter().cloned());
        node
    };
    if ["feedback", "map", "first-page", "visits"].into_iter().any(is_meant) {
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
        step(
            "The first page beside the same as bare HTML",
            in_browser("first-page.mjs", &first_page()?),
        )?;
    }
    if is_meant("visits") {
        step("What visits load", in_browser("visits.mjs", &["dist".to_owned()]))?;
    }
    if is_meant("load") {
        step("Many readers at once", in_browser("load.mjs", &[packed()?]))?;
    }
    Ok(())
}

/// Measures what readers wait for and what hosts send, and writes it down for people to read.
pub(crate) fn report() -> Result<()> {
    setup::for_release()?;
    let browsers = browsers::programs()?;
    site::build(&Options::default())?;
    let measured = |file: &str, arguments: &[String]| -> Result<String> {
        say(file);
        let mut node = command("node");
        node.arg(format!("tests/benchmarks/{file}")).args(arguments);
        node.envs(browsers.iter().cloned()).stderr(Stdio::inherit());
        let told = node.output().with_context(|| format!("cannot run {file}"))?;
        ensure!(told.status.success(), "{file} failed");
        let told = String::from_utf8(told.stdout)?;
        println!("{told}");
        Ok(told.trim().to_owned())
    };
    let first_page = measured("first-page.mjs", &first_page()?)?;
    let visits = measured("visits.mjs", &["dist".to_owned()])?;
    let load = measured("load.mjs", &[packed()?])?;
    let day = output("git", &["show", "-s", "--format=%cs", "HEAD"]).unwrap_or_default();
    let browser = browsers.first().and_then(|(_, program)| output(program, &["--version"]));
    let processors = available_parallelism().map_or(1, usize::from);
    let text = format!(
        "# Performance\n\n\
         What readers wait for and what hosts send, measured by one command, `cargo xtask bench --report`, which writes this file. \
         State of {day}, {browser}, {processors} processors. Milliseconds differ from machine to machine, and with what else it does; \
         ratios and bytes hardly do. Budgets of bytes and requests, which fail a build, stand in `budgets.toml`.\n\n\
         ## The first page beside the same as bare HTML\n\n\
         A lesson of the guide, and one with five questions, each beside the same text in one file of HTML with a few lines of script. \
         *Text*: the page and its styles, with which it can be read. *Answers*: when every question answers.\n\n\
         ```text\n{first_page}\n```\n\n\
         Not compared: Starlight, which needs a later Node than this project's tests.\n\n\
         ## What visits load\n\n```text\n{visits}\n```\n\n\
         ## Many readers at once\n\n\
         Requests that nginx answers with the settings of `hosts/nginx.conf`, for each second that its processor works.\n\n\
         ```text\n{load}\n```\n",
        day = day.trim(),
        browser = browser.as_deref().unwrap_or_default().trim(),
    );
    fs::write(root().join("docs/performance.md"), text).context("docs/performance.md")
}

/// What the first page is measured with: Lighthouse, and the sites. Only this is measured with it, so no other command has to
/// install it.
fn first_page() -> Result<[String; 4]> {
    let folder = root().join("target/benchmarks/lighthouse");
    fs::create_dir_all(&folder)?;
    let mut npm = command("npm");
    npm.args(["install", "--no-save", "--no-fund", "--no-audit", LIGHTHOUSE, "--prefix"]);
    npm.arg(&folder);
    step("Lighthouse", npm)?;
    let small = generated("lesson", &generated_bank(1, 5))?;
    Ok(["--lighthouse".to_owned(), folder.display().to_string(), small, "dist".to_owned()])
}

/// The site with its packed files beside it; where it is, in full, as nginx reads it from a folder of its own.
fn packed() -> Result<String> {
    let dist = root().join("target/benchmarks/site-packed");
    let named = dist.display().to_string();
    site::build(&Options { dist: Some(dist), compressed: true, ..Options::default() })?;
    Ok(named)
}

/// The same tournament by the Python package that the strategies are named after, in an environment of its own. It takes half
/// a minute where the guide's takes milliseconds.
fn axelrod() -> Result<()> {
    let folder = root().join("target/benchmarks/axelrod");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !python.exists() {
        let mut make = command("python3");
        make.args(["-m", "venv"]).arg(&folder);
        step("A Python of its own", make)?;
    }
    let mut install = command(&python);
    install.args(["-m", "pip", "install", "--quiet", AXELROD]);
    step("The package axelrod", install)?;
    let mut tournament = command(&python);
    tournament.arg("crates/models/benches/good_faith_axelrod.py");
    step("The same tournament by axelrod", tournament)
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
    let named = named(&dist);
    let options = Options { content: Some(content), dist: Some(dist), ..Options::default() };
    site::build(&options).map(|()| named)
}

/// A folder as reports name it, which are read on other machines.
fn named(folder: &Path) -> String {
    folder.strip_prefix(root()).unwrap_or(folder).display().to_string()
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
