//! The program that answers readers, built by Trunk once for all packs: it knows no guide.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use concord_model::fingerprint;

use crate::{
    run::{output, root, run, say},
    setup,
};

/// What goes into the program. A pack does not.
pub(crate) const SOURCES: [&str; 8] =
    ["src", "crates", "style", "index.html", "Cargo.toml", "Cargo.lock", "Trunk.toml", ".cargo"];

/// How the program is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// As it is published.
    Release,
    /// Quickly, for work on it.
    Debug,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Debug => "debug",
        }
    }

    /// Where the program is kept: what Trunk leaves, before any guide is attached.
    pub(crate) fn folder(self) -> PathBuf {
        root().join("target/program").join(self.name())
    }
}

/// Sees to it that the program is there as its sources are now.
fn build(profile: Profile) -> Result<()> {
    let folder = profile.folder();
    let stamp = folder.with_extension("stamp");
    let now = state(profile)?;
    if fs::read_to_string(&stamp).is_ok_and(|built| built == now) {
        return Ok(());
    }
    say("Building the program");
    let mut trunk = setup::building("trunk");
    trunk.arg("build").arg("--dist").arg(&folder).env("CONCORD_PROGRAM_ALONE", "1");
    if profile == Profile::Release {
        trunk.arg("--release");
    }
    // Set by some terminals and continuous-integration systems; Trunk takes only true or false.
    trunk.env_remove("NO_COLOR");
    run(&mut trunk)?;
    fs::write(stamp, now).context("cannot write into target/")
}

/// A command that makes a site of a pack and the built program; it needs no compiler any more.
pub(crate) fn prerenderer(profile: Profile, content: &Path, pseudo: bool, dist: &Path) -> Command {
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let mut command = crate::run::command(target.join("debug/concord-prerender"));
    command.arg("--program").arg(profile.folder());
    command.arg("--content").arg(content).arg("--dist").arg(dist);
    if pseudo {
        command.arg("--pseudo");
    }
    command
}

/// Sees to it that the program is there, and what makes sites with it.
pub(crate) fn build_all(profile: Profile) -> Result<()> {
    build(profile)?;
    build_prerenderer()
}

fn build_prerenderer() -> Result<()> {
    run(crate::run::command("cargo").args(["build", "--quiet", "--package", "concord-prerender"]))
}

/// The state of all that the program is built from, as a short text.
fn state(profile: Profile) -> Result<String> {
    let mut bytes = output("rustc", &["--version"]).unwrap_or_default().into_bytes();
    for source in SOURCES {
        collect(&root().join(source), &mut bytes)?;
    }
    Ok(format!("{} {} {}", profile.name(), bytes.len(), fingerprint(bytes)))
}

fn collect(path: &Path, bytes: &mut Vec<u8>) -> Result<()> {
    if !path.is_dir() {
        bytes.extend(path.display().to_string().bytes());
        bytes.extend(fs::read(path).with_context(|| format!("cannot read {}", path.display()))?);
        return Ok(());
    }
    let entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path()));
    let mut paths = entries.collect::<Result<Vec<_>>>()?;
    paths.sort();
    let is_built = |path: &Path| !path.ends_with("tests") && !path.ends_with("benches");
    paths.iter().filter(|path| is_built(path)).try_for_each(|path| collect(path, bytes))
}
