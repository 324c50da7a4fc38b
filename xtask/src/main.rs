//! The project's commands. `cargo xtask help` lists them.

mod browsers;
mod budget;
mod content;
mod run;
mod setup;
mod site;
mod test;

use std::{env, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result, bail};

const HELP: &str = "\
cargo xtask <command> [--content <folder>]

  serve   build the guide, serve it on this machine, build again on every change
          (--port <number>, 8080 or the next free one)
  check   compile the content alone and report every fault in it; takes seconds
  build   build the whole site, optimised, into dist/
  test    set up what is missing and run every check there is
  bench   print how compiling grows with the size of a pack
  size    print where the bytes of the program go
  help    print this

A pack other than content/ is named by --content.";

/// What follows the command.
#[derive(Default)]
pub(crate) struct Options {
    content: Option<PathBuf>,
    port: Option<u16>,
}

fn main() -> ExitCode {
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let command = arguments.next().unwrap_or_else(|| "help".to_owned());
    let options = options(arguments)?;
    // All paths below are relative to the repository.
    env::set_current_dir(run::root())?;
    match command.as_str() {
        "serve" => site::serve(&options),
        "check" => content::check(&options),
        "build" => site::build(&options),
        "test" => test::all(),
        "bench" => test::bench(),
        "size" => budget::report_functions(),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => bail!("there is no command `{other}`\n\n{HELP}"),
    }
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options> {
    let mut options = Options::default();
    while let Some(name) = arguments.next() {
        let mut value = || arguments.next().with_context(|| format!("{name} needs a value"));
        match name.as_str() {
            "--content" => {
                let folder = value()?;
                let folder = PathBuf::from(&folder)
                    .canonicalize()
                    .with_context(|| format!("there is no folder {folder}"))?;
                options.content = Some(folder);
            }
            "--port" => {
                options.port = Some(value()?.parse().context("a port is a number up to 65535")?)
            }
            other => bail!("there is no option `{other}`\n\n{HELP}"),
        }
    }
    Ok(options)
}
