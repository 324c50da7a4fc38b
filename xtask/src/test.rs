//! Every check there is, cheapest first, so that a fault shows as early as it can.

use std::process::Command;

use anyhow::{Context, Result};

use crate::{
    Options,
    browsers::BROWSERS,
    budget, content,
    run::{command, run, say},
    setup, site,
};

/// Runs all checks; the first that fails ends the run.
pub(crate) fn all() -> Result<()> {
    content::check(&Options::default())?;
    setup::for_release()?;
    let browsers = BROWSERS.iter().map(|browser| Ok((browser.variable, browser.program()?)));
    let browsers = browsers.collect::<Result<Vec<_>>>()?;

    step("Formatting", cargo(&["fmt", "--all", "--check"]))?;
    step(
        "Lints, native",
        cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    )?;
    let mut wasm = setup::building("cargo");
    wasm.args(["clippy", "--target", setup::TARGET, "--features", "csr", "--", "-D", "warnings"]);
    step("Lints, browser", wasm)?;
    step("Native tests", cargo(&["test", "--workspace", "--quiet"]))?;
    step(
        "The fuzz target builds",
        cargo(&["check", "--quiet", "--manifest-path", "fuzz/Cargo.toml"]),
    )?;

    site::build(&Options::default())?;
    say("Budgets");
    budget::check()?;

    let mut journeys = command("node");
    journeys.arg("tests/run.mjs").envs(browsers);
    step("Browser journeys", journeys)?;
    println!("\nAll checks passed.");
    Ok(())
}

/// Prints how compiling grows with the size of a pack.
pub(crate) fn bench() -> Result<()> {
    run(&mut cargo(&["bench", "--package", "concord-compiler"]))
}

fn step(name: &str, mut command: Command) -> Result<()> {
    say(name);
    run(&mut command).with_context(|| name.to_owned())
}

fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = command("cargo");
    cargo.args(arguments);
    cargo
}
