//! Every check there is, cheapest first, so that a fault shows as early as it can.

use std::{fs, process::Command};

use anyhow::{Context, Result};

use crate::{
    Options, browsers, budget, content, new,
    run::{command, root, run, say},
    setup, site,
};

/// Runs all checks; the first that fails ends the run.
pub(crate) fn all() -> Result<()> {
    content::check(&Options::default())?;
    setup::for_release()?;
    let browsers = browsers::programs()?;

    step("Formatting", cargo(&["fmt", "--all", "--check"]))?;
    step(
        "Lints, native",
        cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    )?;
    let mut wasm = setup::building("cargo");
    wasm.args(["clippy", "--target", setup::TARGET, "--features", "csr", "--", "-D", "warnings"]);
    step("Lints, browser", wasm)?;
    let mut wasm = setup::building("cargo");
    wasm.args(["clippy", "--target", setup::TARGET, "-p", "concord-reasoner"]);
    step("Lints, what reasons in the browser", {
        wasm.args(["--", "-D", "warnings"]);
        wasm
    })?;
    step("Native tests", cargo(&["test", "--workspace", "--quiet"]))?;
    step(
        "The fuzz target builds",
        cargo(&["check", "--quiet", "--manifest-path", "fuzz/Cargo.toml"]),
    )?;

    site::build(&Options::default())?;
    say("Budgets");
    budget::check()?;

    let journeys = |folder: &str| {
        let mut node = command("node");
        node.args(["tests/run.mjs", "--in", folder]).envs(browsers.iter().cloned());
        node
    };
    step("Browser journeys", journeys("journeys"))?;

    let others = root().join("target/sites");
    let starter = others.join("starter-pack");
    if starter.exists() {
        fs::remove_dir_all(&starter)?;
    }
    new::pack(&starter)?;
    let sites = [
        Options { content: Some(starter), ..Options::default() },
        Options { pseudo: true, ..Options::default() },
    ];
    for (options, name) in sites.into_iter().zip(["starter", "pseudo"]) {
        let dist = others.join(name);
        site::build(&Options { dist: Some(dist.clone()), ..options })?;
        let mut journeys = journeys(&format!("sites/{name}"));
        journeys.env("CONCORD_DIST", dist);
        step(&format!("Browser journeys through the site {name}"), journeys)?;
    }
    println!("\nAll checks passed.");
    Ok(())
}

pub(crate) fn step(name: &str, mut command: Command) -> Result<()> {
    say(name);
    run(&mut command).with_context(|| name.to_owned())
}

pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = command("cargo");
    cargo.args(arguments);
    cargo
}
