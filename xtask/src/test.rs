//! Every check there is, cheapest first, so that a fault shows as early as it can.

use std::{fs, path::PathBuf, process::Command, thread};

use anyhow::{Context, Result, bail, ensure};
use concord_packages::Kind;

use crate::{
    Options, browsers, budget, content, new, package,
    program::{self, Profile},
    run::{command, output, root, run, say},
    setup, site,
};

/// Runs all checks; the first that fails ends the run, but for what browsers find, which is all told.
pub(crate) fn all() -> Result<()> {
    content::check(&Options::default())?;
    // Browsers are fetched while tools are built: one waits for the network, the other for processors.
    let browsers = thread::scope(|scope| {
        let browsers = scope.spawn(browsers::programs);
        setup::for_release()?;
        browsers.join().unwrap_or_else(|_| bail!("fetching the browsers panicked"))
    })?;

    setup::for_dependencies()?;
    step(
        "Licences and sources of what it is built from",
        cargo(&["deny", "check", "licenses", "bans", "sources"]),
    )?;

    step("Formatting", cargo(&["fmt", "--all", "--check"]))?;
    step(
        "Lints, native",
        cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    )?;
    // All at once, so that what they share is read once.
    let mut wasm = setup::building("cargo");
    wasm.args(["clippy", "--target", setup::TARGET, "--features", "concord/csr"]);
    wasm.args(setup::BINARIES.iter().flat_map(|name| ["--package", name]));
    wasm.args(["--", "-D", "warnings"]);
    step("Lints, browser", wasm)?;
    tests_beside_programs()?;

    sites()?;
    in_wasm()?;
    say("Budgets");
    budget::check()?;

    // Two files at once keep two processors busy; what is measured has nothing beside it.
    let journeys = |folder: &str| {
        let at_once = if folder == "quick" { "1" } else { "2" };
        let mut node = command("node");
        node.args(["tests/run.mjs", "--at-once", at_once, "--in", folder]);
        node.envs(browsers.iter().cloned());
        node
    };
    packages()?;
    let mut report = command("node");
    report.args(["tests/conformance/write.mjs", "--check"]);
    let mut steps = vec![
        ("What has to be quick, in browsers", journeys("quick")),
        ("Browser journeys", journeys("journeys")),
        ("The report on accessibility says what they found", report),
        ("Packages", journeys("packages")),
    ];
    let names = [
        ("starter", "Browser journeys through the starter's site"),
        ("pseudo", "Browser journeys through the site in the pseudo-language"),
    ];
    for (name, title) in names {
        let mut journeys = journeys(&format!("sites/{name}"));
        journeys.env("CONCORD_DIST", others().join(name));
        steps.push((title, journeys));
    }
    // These take long, so that what fails in one of them is no reason not to hear of the others.
    let failed = steps.into_iter().filter_map(|(name, command)| step(name, command).err());
    let failed: Vec<String> = failed.map(|fault| format!("{fault:#}")).collect();
    ensure!(failed.is_empty(), "{}", failed.join("\n"));
    println!("\nAll checks passed.");
    Ok(())
}

/// Runs the native tests while the programs are built: linking them is work for one processor, and so are most tests.
fn tests_beside_programs() -> Result<()> {
    // Cargo lets nothing else compile for this machine meanwhile, which Trunk's hooks ask for.
    step("Native tests, compiled", cargo(&["test", "--workspace", "--quiet", "--no-run"]))?;
    thread::scope(|scope| {
        let programs = scope.spawn(|| program::build(Profile::Release));
        let tests = step("Native tests", cargo(&["test", "--workspace", "--quiet"]));
        let tests =
            tests.and_then(|()| step("Compiler and prerenderer as wasm", in_wasm_example()));
        let programs = programs.join().unwrap_or_else(|_| bail!("building the programs panicked"));
        tests.and(programs)
    })
}

/// Compiles the compiler and the prerenderer for what Node runs.
fn in_wasm_example() -> Command {
    let mut build = setup::building("cargo");
    build.args(["build", "--quiet", "--target", setup::TARGET]);
    build.args(["--package", "concord-prerender", "--example", "in_wasm"]);
    build
}

/// Where sites of other packs are built.
fn others() -> PathBuf {
    root().join("target/sites")
}

fn starter_pack() -> PathBuf {
    others().join("starter-pack")
}

/// Builds all sites, which share one program: the guide's, the starting pack's, and the guide's in
/// the pseudo-language.
fn sites() -> Result<()> {
    if starter_pack().exists() {
        fs::remove_dir_all(starter_pack())?;
    }
    new::pack(&starter_pack())?;
    let dist = |name: &str| Some(others().join(name));
    site::build(&Options::default())?;
    site::build(&Options {
        content: Some(starter_pack()),
        dist: dist("starter"),
        ..Options::default()
    })?;
    // What is written where the address is known, is in this one.
    let site_url = Some("https://guide.example/pseudo/".to_owned());
    site::build(&Options { pseudo: true, dist: dist("pseudo"), site_url, ..Options::default() })
}

/// Makes the packages that their tests look at, and holds them against their budgets.
pub(crate) fn packages() -> Result<()> {
    setup::node_packages_of_package_tests()?;
    say("Making packages");
    for format in ["gift", "moodle-xml", "qti"] {
        package::make(&Options { format: Some(format.to_owned()), ..Options::default() })?;
    }
    let guide = content::guide(&content::folder(&Options::default()))?;
    let lesson = guide.lessons.first().map(|lesson| lesson.id.to_string());
    let of_lesson = [Kind::Scorm12, Kind::Scorm2004, Kind::Cmi5, Kind::Site];
    let made = package::make_packages(&Options { lesson, ..Options::default() }, &of_lesson)?;
    budget::packages(&made, true)?;
    let made = package::make_packages(&Options::default(), &Kind::ALL)?;
    budget::packages(&made, false)?;
    let hosted = Some("https://guide.example/".to_owned());
    package::make_packages(&Options { hosted, ..Options::default() }, &[Kind::Cmi5]).map(drop)
}

/// Compiler and prerenderer, run as wasm by Node, make the same sites, and models come to the same numbers.
fn in_wasm() -> Result<()> {
    let folder = root().join("target/in-wasm");
    let module = root().join("target").join(setup::TARGET).join("debug/examples/in_wasm.wasm");
    let mut bindgen = command("wasm-bindgen");
    run(bindgen.args(["--target", "nodejs", "--out-dir"]).arg(&folder).arg(module))?;
    // What wasm-bindgen writes for Node is of the older kind of modules; the project's are not.
    fs::write(folder.join("package.json"), "{ \"type\": \"commonjs\" }\n")?;
    let packs =
        [(root().join("content"), root().join("dist")), (starter_pack(), others().join("starter"))];
    let numbers = folder.join("numbers.txt");
    let native =
        ["run", "--quiet", "--package", "concord-prerender", "--example", "numbers", "content"];
    fs::write(&numbers, output("cargo", &native).context("the models came to no numbers")?)?;
    let mut node = command("node");
    node.args(["--test", "tests/in-wasm.test.mjs"])
        .env("NUMBERS", numbers)
        .env("STUDIO", folder.join("in_wasm.js"))
        .env("PROGRAM", Profile::Release.folder())
        .env("PACKS", format!("{:?}", packs.map(|(pack, dist)| [pack, site::fonts(&dist), dist])));
    step("They make the same sites and numbers as natively", node)
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
