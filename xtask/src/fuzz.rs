//! Fuzzing: inputs that bring down what holds for any (`fuzz/src`), looked for by what they reach.
//!
//! libFuzzer comes with the crate `libfuzzer-sys`, and the compiler of Rust counts what is reached by passes of LLVM that every
//! release of it has; so this needs a C++ compiler, and neither nightly nor `cargo fuzz`. What is missed by that are sanitizers;
//! the guide's crates have no unsafe code that these would look at.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::{
    Options,
    run::{output, root, say},
    test::{cargo, step},
};

/// The kinds of input. `fuzz/tests/corpus.rs` holds that each has a corpus, and this list is that of `fuzz/Cargo.toml`.
const TARGETS: [&str; 6] = ["content", "tables", "links", "saves", "messages", "results"];

/// How long each is tried if nobody says otherwise.
const SECONDS: u32 = 60;

/// How long an input may be. All that matters stands in less, and long ones take long.
const MOST_BYTES: u32 = 12_000;

/// What `cargo fuzz` passes, but for sanitizers, which only nightly has.
const FLAGS: [&str; 8] = [
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
    "-Cdebug-assertions",
];

/// Tries one kind of input, or all, one after another; the first that is found ends the run.
pub(crate) fn run(options: &Options) -> Result<()> {
    let named = options.target.as_deref();
    ensure!(
        named.is_none_or(|named| TARGETS.contains(&named)),
        "there is nothing of that name to fuzz; these are: {}",
        TARGETS.join(", ")
    );
    let version = output("rustc", &["-vV"]).context("there is no Rust compiler")?;
    let machine = version.lines().find_map(|line| line.strip_prefix("host: "));
    let machine = machine.context("the Rust compiler does not name its machine")?;
    for target in TARGETS.into_iter().filter(|target| named.is_none_or(|named| named == *target)) {
        one(target, machine, options.seconds.unwrap_or(SECONDS))?;
    }
    say("Nothing was found");
    Ok(())
}

fn one(target: &str, machine: &str, seconds: u32) -> Result<()> {
    let folder = root().join("target/fuzz");
    // What is found goes into the first folder, and no file of the project is written.
    let (new, found) = (folder.join("corpus").join(target), folder.join("found").join(target));
    fs::create_dir_all(&new)?;
    fs::create_dir_all(&found)?;
    let mut cargo = cargo(&["run", "--package", "concord-fuzz", "--features", "libfuzzer"]);
    // Named, so that the flags are for the targets alone and not for what builds them, which is there already.
    cargo.args(["--target", machine, "--bin", target, "--"]);
    cargo.arg(new).arg(root().join("fuzz/corpus").join(target));
    if target == "content" {
        cargo.arg(root().join("crates/compiler/tests/bad"));
    }
    cargo.arg(format!("-artifact_prefix={}/", found.display()));
    cargo.args([format!("-max_total_time={seconds}"), format!("-max_len={MOST_BYTES}")]);
    cargo.args(["-timeout=10", "-print_final_stats=1", "-verbosity=1"]);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}"));
    // Quick enough to try thousands in a second, and built in a minute.
    cargo.env("CARGO_PROFILE_DEV_OPT_LEVEL", "1");
    step(&format!("Fuzzing {target} for {seconds} s"), cargo).with_context(|| {
        format!(
            "an input was found, see {}; mend what it brings down, and put it into fuzz/corpus/{target}",
            found.display()
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_can_be_fuzzed_is() {
        let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        let bins = manifest["bin"].as_array().unwrap().iter();
        let names: Vec<&str> = bins.map(|bin| bin["name"].as_str().unwrap()).collect();
        assert_eq!(names, TARGETS);
    }
}
