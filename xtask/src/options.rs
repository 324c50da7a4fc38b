//! What may follow `cargo xtask`.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use concord_model::root_of;

pub(crate) const HELP: &str = "\
cargo xtask <command> [--content <folder>]

  serve   build the guide, serve it on this machine, build again on every change
          (--port <number>, 8080 or the next free one)
  new     make a small pack to start from: cargo xtask new <folder>
  check   compile the content alone and report every fault in it; takes seconds
  build   build the whole site, optimised, into dist/ (or --dist <folder>); --keep-previous lets
          the programs of the last version stay for readers who have it open, --no-offline makes
          readers' devices let go of the guide
  package make files for systems for learning: cargo xtask package <format>, where the format is
          gift, moodle-xml or qti (questions for banks), scorm12, scorm2004, cmi5, single-file or site;
          for one lesson with --lesson <id>, with links to the guide with --site-url <address>, passed
          with --pass <percent> of the points (70); cmi5 with --hosted <address> is its manifest alone,
          for a site that was made so; into target/packages/, or --out <folder>; for-tests makes all
          that tests/packages looks at
  test    set up what is missing and run every check there is
  bench   print how the costs grow that should not, side by side with what they are compared to
          (--only edit, growth, feedback, map, bank, argument, first-page, visits, load or models; --report writes what
          readers wait for and load into docs/performance.md)
  fuzz    look for inputs that bring down what holds for any: cargo xtask fuzz, or of one kind
          cargo xtask fuzz <content, tables, links, saves, messages or results>, each for a minute
          (--seconds <number>)
  budget  hold the built site against budgets.toml
  size    print where the bytes of the program go
  help    print this

To publish a site, `build` takes --site-url <address> where its address is known (canonical links, sitemap.xml), with
--translation <language>=<address> for each other language, and --compressed for files packed for hosts that send them so.
A pack other than content/ is named by --content. --pseudo writes all its words in a long
pseudo-language from right to left, to see what does not bend.";

/// What follows the command.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) content: Option<PathBuf>,
    pub(crate) port: Option<u16>,
    /// Whether the words are written in the pseudo-language.
    pub(crate) pseudo: bool,
    /// Whether the last version's files stay that are named by their content.
    pub(crate) keep_previous: bool,
    /// Whether readers' devices keep nothing.
    pub(crate) no_offline: bool,
    /// Where the site goes; none is `dist/`.
    pub(crate) dist: Option<PathBuf>,
    /// What to make a package of: its format.
    pub(crate) format: Option<String>,
    /// What kind of input to fuzz; none is all.
    pub(crate) target: Option<String>,
    /// For how long.
    pub(crate) seconds: Option<u32>,
    /// The lesson that a package is of; none is the whole guide.
    pub(crate) lesson: Option<String>,
    /// Where the guide is hosted, ending with a slash.
    pub(crate) site_url: Option<String>,
    /// Where a site is hosted that systems launch, ending with a slash.
    pub(crate) hosted: Option<String>,
    /// What share of the points is enough, in hundredths.
    pub(crate) pass: Option<u8>,
    /// Where packages go; none is `target/packages/`.
    pub(crate) out: Option<PathBuf>,
    /// The same guide in other languages: `<language>=<address>` each.
    pub(crate) translations: Vec<String>,
    /// Whether packed files stand beside those that gain by it.
    pub(crate) compressed: bool,
    /// The benchmark to run; none is all.
    pub(crate) only: Option<String>,
    /// Whether what readers wait for is written into `docs/performance.md`.
    pub(crate) report: bool,
}

/// The options that a command has; any other would be taken without effect.
fn known_options(command: &str) -> &'static [&'static str] {
    match command {
        "serve" => &["--content", "--port", "--pseudo"],
        "build" => &[
            "--content",
            "--dist",
            "--pseudo",
            "--site-url",
            "--translation",
            "--compressed",
            "--keep-previous",
            "--no-offline",
        ],
        "check" => &["--content"],
        "package" => &["--content", "--lesson", "--site-url", "--hosted", "--pass", "--out"],
        "bench" => &["--only", "--report"],
        "fuzz" => &["--seconds"],
        _ => &[],
    }
}

impl Options {
    /// Reads what follows a command.
    pub(crate) fn read(command: &str, mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self::default();
        while let Some(name) = arguments.next() {
            if command == "package" && options.format.is_none() && !name.starts_with("--") {
                options.format = Some(name);
                continue;
            }
            if command == "fuzz" && options.target.is_none() && !name.starts_with("--") {
                options.target = Some(name);
                continue;
            }
            if !known_options(command).contains(&name.as_str()) {
                bail!("`{command}` has no option `{name}`\n\n{HELP}");
            }
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
                "--dist" => options.dist = Some(std::path::absolute(value()?)?),
                "--lesson" => options.lesson = Some(value()?),
                "--site-url" => options.site_url = Some(site_url(&value()?)?),
                "--hosted" => options.hosted = Some(site_url(&value()?)?),
                "--pass" => {
                    let percent =
                        value()?.parse().ok().filter(|percent| (1..=100).contains(percent));
                    options.pass = Some(percent.context("--pass is a number from 1 to 100")?);
                }
                "--out" => options.out = Some(std::path::absolute(value()?)?),
                "--seconds" => {
                    options.seconds = Some(value()?.parse().context("--seconds is a number")?);
                }
                "--only" => options.only = Some(value()?),
                "--translation" => options.translations.push(value()?),
                "--compressed" => options.compressed = true,
                "--report" => options.report = true,
                "--pseudo" => options.pseudo = true,
                "--keep-previous" => options.keep_previous = true,
                "--no-offline" => options.no_offline = true,
                other => bail!("there is no option `{other}`\n\n{HELP}"),
            }
        }
        Ok(options)
    }
}

/// An address below which the guide stands.
fn site_url(text: &str) -> Result<String> {
    root_of(text)
        .context("it is the whole address of the guide, such as https://example.org/guide/")
}
