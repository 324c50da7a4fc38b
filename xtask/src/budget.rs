//! Measures the built site against `budgets.toml`, by bytes after brotli 11.
//!
//! Writing a fraction as text once cost 9 kB: whole numbers do. Not used for their weight: `leptos_router` and `leptos_meta`
//! (double the program, and fail in sub-folders), `serde_json` (see the reader's record), and Leptos' `--cfg
//! erase_components` (helped the component tree, costs 2 kB now).

use std::{fs, path::Path};

use anyhow::{Context, Result, bail, ensure};
use concord_compiler::read_pack;
use concord_model::Program;
use concord_packages::Kind;
use serde::Deserialize;

use crate::{
    content,
    pages::{self, Pages},
    run::{root, run},
    setup,
    weigh::{brotli, files},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budgets {
    program: usize,
    carried_percent: usize,
    search: usize,
    search_percent: usize,
    reasoner: usize,
    atlas: usize,
    play: usize,
    results: usize,
    rebuild: usize,
    argument_percent: usize,
    embed: usize,
    lesson_html: usize,
    css: usize,
    worker: usize,
    community: usize,
    community_html: usize,
    page: Pages,
    package: Packages,
}

/// What packages may weigh.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Packages {
    lesson: usize,
    whole: usize,
    single_file: usize,
}

fn budgets() -> Result<Budgets> {
    toml::from_str(&fs::read_to_string("budgets.toml")?).context("budgets.toml")
}

/// Prints what packages weigh, `alone` those of one lesson; more than the budget is an error.
pub(crate) fn packages(made: &[(Kind, usize)], alone: bool) -> Result<()> {
    let budgets = budgets()?.package;
    for (kind, size) in made {
        let budget = match kind {
            Kind::SingleFile => budgets.single_file,
            _ if alone => budgets.lesson,
            _ => budgets.whole,
        };
        println!("{:36} {size:>9} {budget:>9}", kind.name());
        ensure!(*size <= budget, "{}: over its budget", kind.name());
    }
    Ok(())
}

/// Prints what the site in `dist/` weighs; more than the budget is an error.
pub(crate) fn check() -> Result<()> {
    let budgets = budgets()?;
    let pack = Path::new("content");
    let text = brotli(&concord_model::encode(&content::guide(pack)?)?)?;
    let carried = brotli(&carried()?)?;
    // What the program does not carry is no measure of what it does.
    let is_carried = |path: &str| !path.starts_with("community/") || path.ends_with("states.csv");
    let sources = read_pack(pack)?.into_iter().filter(|file| is_carried(&file.path));
    let sources: Vec<u8> = sources.flat_map(|file| file.bytes).collect();
    let is_program = |name: &str| name.ends_with(".wasm") || name.ends_with(".js");
    // The programs beside the guide's own are loaded by few pages.
    let is_of = |program: Program, file: &str| {
        let own = [format!("{}-", program.name()), format!("start-{}-", program.name())];
        is_program(file) && own.iter().any(|start| file.starts_with(start.as_str()))
    };
    let is_others = |file: &str| Program::ALL.into_iter().any(|program| is_of(program, file));
    // Scripts of frames and of pages around them are no part of it, nor is the worker that keeps it.
    let is_apart = |name: &str| {
        ["embed.js", "frame-", "teach-", "calendar-", "sw.js"]
            .iter()
            .any(|own| name.starts_with(own))
    };
    let is_own = |name: &str| is_program(name) && !is_others(name) && !is_apart(name);
    let program = size_of("program", is_own)?;
    let beside = |program: Program| size_of(program.name(), |name| is_of(program, name));
    let argument = size_of("argument", |name| name.starts_with("argument-"))?;
    let lessons = files(Path::new("dist/lessons"), ".html")?;
    ensure!(!lessons.is_empty(), "dist/ holds no lessons");
    let mut largest = 0;
    for lesson in &lessons {
        largest = largest.max(brotli(&fs::read(lesson)?)?);
    }
    let rows = [
        ("program and glue, without the guide", program.saturating_sub(carried), budgets.program),
        (
            "what it carries of the guide",
            carried,
            brotli(&sources)? * budgets.carried_percent / 100,
        ),
        (
            "what is searched, and its index",
            size_of("index", |name| name.starts_with("texts-"))?,
            text * budgets.search_percent / 100,
        ),
        ("the program that reasons", beside(Program::Reasoner)?, budgets.reasoner),
        ("the program of the map", beside(Program::Atlas)?, budgets.atlas),
        ("the program of the models", beside(Program::Play)?, budgets.play),
        ("the program of results", beside(Program::Results)?, budgets.results),
        ("the program that rebuilds", beside(Program::Rebuild)?, budgets.rebuild),
        ("the program that finds", beside(Program::Search)?, budgets.search),
        ("the argument, as it is read there", argument, text * budgets.argument_percent / 100),
        (
            "the script for other sites",
            size_of("embed.js", |name| name == "embed.js")?,
            budgets.embed,
        ),
        ("the worker offline", size_of("sw.js", |name| name == "sw.js")?, budgets.worker),
        ("the largest lesson's page", largest, budgets.lesson_html),
        ("the stylesheet", size_of("stylesheet", |name| name.ends_with(".css"))?, budgets.css),
        (
            "what the map is drawn from",
            size_of("map", |name| name.starts_with("community-"))?,
            budgets.community,
        ),
        (
            "the page of the map",
            brotli(&fs::read("dist/community/index.html")?)?,
            budgets.community_html,
        ),
    ];
    println!("{:36} {:>9} {:>9}", "bytes after brotli", "measured", "budget");
    for (name, measured, budget) in rows {
        println!("{name:36} {measured:>9} {budget:>9}");
    }
    match rows.iter().find(|(_, measured, budget)| measured > budget) {
        Some((name, _, _)) => bail!("{name}: over its budget"),
        None => pages::check(Path::new("dist"), &budgets.page),
    }
}

/// What is attached to the guide's program: the last section of its file, after its name.
fn carried() -> Result<Vec<u8>> {
    let is_program = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("concord-") && name.ends_with(".wasm")
    };
    let mut files = fs::read_dir("dist").context("dist/ is not built")?.flatten();
    let program = files.find(|entry| is_program(&entry.path())).context("dist/ has no program")?;
    let module = fs::read(program.path())?;
    let name = concord_model::SECTION.as_bytes();
    let start = module.windows(name.len()).rposition(|window| window == name);
    let section = start.and_then(|start| module.get(start + name.len()..));
    Ok(section.context("the program carries no guide")?.to_vec())
}

/// Prints the largest functions of the program, by twiggy.
pub(crate) fn report_functions() -> Result<()> {
    setup::wasm_target()?;
    setup::cargo_tool("twiggy", "0.8.0")?;
    let mut cargo = setup::building("cargo");
    run(cargo.args([
        "build",
        "--release",
        "--target",
        setup::TARGET,
        "--features",
        "csr",
        "--bin",
        "concord",
    ]))?;
    // The program before wasm-bindgen and wasm-opt still has the names of its functions.
    let program = root().join("target").join(setup::TARGET).join("release/concord.wasm");
    run(crate::run::command("twiggy").args(["top", "-n", "40"]).arg(program))
}

/// The size of the files at the site's root whose names are meant.
fn size_of(what: &str, is_meant: impl Fn(&str) -> bool) -> Result<usize> {
    let mut size = 0;
    for entry in fs::read_dir("dist").context("dist/ is not built")? {
        let entry = entry?;
        if is_meant(&entry.file_name().to_string_lossy()) {
            size += brotli(&fs::read(entry.path())?)?;
        }
    }
    ensure!(size > 0, "dist/ holds no {what}");
    Ok(size)
}
