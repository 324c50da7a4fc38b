//! The programs that answer readers, built once for all packs: they know no guide. For releases Trunk
//! builds them, optimises them and packs what belongs to them. For work on them cargo and wasm-bindgen
//! are enough, and a machine that has nothing yet is spared the longest part of its first start: Trunk
//! took 3 of 10 minutes.

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
pub(crate) fn build(profile: Profile) -> Result<()> {
    let folder = profile.folder();
    let stamp = folder.with_extension("stamp");
    let now = state(profile)?;
    if fs::read_to_string(&stamp).is_ok_and(|built| built == now) {
        return Ok(());
    }
    say("Building the program");
    match profile {
        Profile::Release => by_trunk(&folder)?,
        Profile::Debug => quickly(&folder)?,
    }
    fs::write(stamp, now).context("cannot write into target/")
}

fn by_trunk(folder: &Path) -> Result<()> {
    let mut trunk = setup::building("trunk");
    trunk.args(["build", "--release", "--dist"]).arg(folder).env("CONCORD_PROGRAM_ALONE", "1");
    // Set by some terminals and continuous-integration systems; Trunk takes only true or false.
    run(trunk.env_remove("NO_COLOR"))?;
    smaller_modules(folder)?;
    shortened_glue(folder)
}

/// Exports of a crate that Leptos brings along and nobody calls.
const UNUSED_EXPORTS: &str = "*intounderlying*";

/// Leaves out what Trunk's one pass does not: exports that nobody calls with all that they need, and 1,000 bytes by the
/// promise that nothing lies in the lowest kilobyte of memory, where Rust's stack would long have run over.
fn smaller_modules(folder: &Path) -> Result<()> {
    // What browsers can run is said to Trunk, in its page.
    let page = fs::read_to_string(root().join("index.html"))?;
    let features =
        page.split("data-wasm-opt-params=\"").nth(1).and_then(|rest| rest.split('"').next());
    let features = features.context("index.html says nothing of what browsers can run")?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_none_or(|ending| ending != "wasm") {
            continue;
        }
        let mut wasm_opt = crate::run::command("wasm-opt");
        wasm_opt.args(features.split(' ')).arg(format!("--remove-exports={UNUSED_EXPORTS}"));
        // What is built for speed stays as it is.
        let is_small = !name_of(&path).starts_with("concord-play");
        let passes = ["-Oz", "--low-memory-unused", "--reorder-functions-by-name"];
        wasm_opt.args(passes.iter().filter(|_| is_small));
        run(wasm_opt.arg(&path).arg("--output").arg(&path))?;
    }
    Ok(())
}

/// Writes the programs' glue as short as it can be: 1,900 bytes of 9,400 that are sent for the guide's own. Trunk's minifier
/// does not know all that wasm-bindgen writes, and leaves it as it is.
fn shortened_glue(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "js") {
            let mut terser = crate::run::command("terser");
            terser.args(["--module", "--compress", "passes=2", "--mangle", "--output"]);
            run(terser.arg(&path).arg(&path))?;
        }
    }
    Ok(())
}

/// Leaves in the folder what `Assets::take_over` of the prerenderer wants, as Trunk does.
fn quickly(folder: &Path) -> Result<()> {
    run(&mut setup::compiling())?;
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    for binary in setup::BINARIES {
        let module = target().join(setup::TARGET).join("debug").join(binary);
        let mut bindgen = setup::building("wasm-bindgen");
        bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(folder);
        run(bindgen.arg(module.with_extension("wasm")))?;
    }
    copy("index.html", folder)?;
    let own = fs::read_dir(root().join("style"))?;
    for entry in own {
        let path = entry?.path();
        if path.is_file() {
            copy(&format!("style/{}", name_of(&path)), folder)?;
        }
    }
    // Trunk puts folders of typefaces beside the stylesheets.
    for entry in fs::read_dir(root().join("style/fonts"))? {
        let path = entry?.path();
        copy_as(&path, &folder.join("fonts").join(name_of(&path)))?;
    }
    Ok(())
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn copy(path: &str, folder: &Path) -> Result<()> {
    copy_as(&root().join(path), &folder.join(path))
}

fn copy_as(from: &Path, to: &Path) -> Result<()> {
    to.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display())).map(drop)
}

fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A command that makes a site of a pack and the built program; it needs no compiler any more.
pub(crate) fn prerenderer(profile: Profile, content: &Path, pseudo: bool, dist: &Path) -> Command {
    let mut command = crate::run::command(target().join("debug/concord-prerender"));
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
    let is_built = |path: &Path| {
        let name = |name: &str| path.ends_with(name);
        !name("tests") && !name("benches") && !name("crates/packages")
    };
    paths.iter().filter(|path| is_built(path)).try_for_each(|path| collect(path, bytes))
}
