//! The project's commands. `cargo xtask help` lists them.

mod bench;
mod browsers;
mod budget;
mod compressed;
mod content;
mod fuzz;
mod new;
mod options;
mod package;
mod pages;
mod program;
mod run;
mod serve;
mod setup;
mod site;
mod test;
mod together;
mod weigh;

use std::{env, process::ExitCode};

use anyhow::{Result, bail};
use options::{HELP, Options};

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
    if command == "new" {
        return new::pack(&new::folder(arguments)?);
    }
    let options = Options::read(&command, arguments)?;
    // All paths below are relative to the repository.
    env::set_current_dir(run::root())?;
    match command.as_str() {
        "serve" => serve::serve(&options),
        "check" => content::check(&options),
        "build" => site::build(&options),
        "package" if options.format.as_deref() == Some("for-tests") => test::packages(),
        "package" => package::make(&options),
        "test" => test::all(),
        "bench" if options.report => bench::report(),
        "bench" => bench::run(options.only.as_deref()),
        "fuzz" => fuzz::run(&options),
        "budget" => budget::check(),
        "size" => budget::report_functions(),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => bail!("there is no command `{other}`\n\n{HELP}"),
    }
}
