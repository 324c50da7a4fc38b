//! Runs other programs, with the project's own tools first on the path.

use std::{
    env,
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::OnceLock,
    time::Instant,
};

use anyhow::{Context, Result, bail};

/// The repository's folder.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// The ignored folder where the project keeps its tools.
pub(crate) fn tools() -> PathBuf {
    root().join(".tools")
}

/// A command that finds the project's own tools before the user's.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let own = [tools().join("bin"), root().join("node_modules/.bin")];
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(own.into_iter().chain(env::split_paths(&path))).unwrap_or(path);
    let mut command = Command::new(program);
    command.current_dir(root()).env("PATH", path);
    command
}

/// Runs a command to its end; that it fails is an error that names it.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let name = describe(command);
    let status = command.status().with_context(|| format!("cannot run `{name}`"))?;
    if !status.success() {
        bail!("`{name}` failed ({status})");
    }
    Ok(())
}

/// What a command prints, if it runs and succeeds.
pub(crate) fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The words of a command.
pub(crate) fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Tells what goes on, where that takes a while, and how long all has taken so far.
pub(crate) fn say(what: &str) {
    static BEGUN: OnceLock<Instant> = OnceLock::new();
    let seconds = BEGUN.get_or_init(Instant::now).elapsed().as_secs();
    match (seconds / 60, seconds % 60) {
        (0, 0) => eprintln!("\n== {what}"),
        (minutes, seconds) => eprintln!("\n== {what} (after {minutes} min {seconds:02} s)"),
    }
}
