//! Makes a site: compiles a pack, attaches the guide to a built program, writes every page.
//!
//! `concord-prerender --program <folder> --content <folder> --dist <folder> [--fonts <folder>] [--pseudo]
//! [--site-url <address>] [--translation <language>=<address>]… [--keep-previous] [--no-offline] [--lesson <id>]`.
//! With `--lesson` the site is of that lesson alone.
//! `--fonts` has the typeface as the pack needs it (`xtask/fonts.mjs`), in place of the whole one. It needs no
//! compiler of Rust: `--program` is what Trunk left (`cargo xtask build` keeps it in
//! `target/program/release`). Without options it is the hook of plain `trunk build` and `trunk serve`,
//! and makes the project's own guide in Trunk's folder.

mod folder;

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result, bail};
use concord_compiler::{compile, pseudo, read_pack, report};
use concord_model::{Community, Id};
use concord_packages::reduced;
use concord_prerender::{Content, File, Keeping, Published, attached, site};

/// Set where Trunk shall build the program alone, as the site is made from it later.
const PROGRAM_ALONE: &str = "CONCORD_PROGRAM_ALONE";

struct Options {
    program: PathBuf,
    content: PathBuf,
    dist: PathBuf,
    fonts: Option<PathBuf>,
    lesson: Option<String>,
    pseudo: bool,
    published: Option<Published>,
    /// Whether the files of the last version stay that are named by their content.
    keep_previous: bool,
    keeping: Keeping,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    if let Some(staging) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) {
        if env::var_os(PROGRAM_ALONE).is_some() {
            return Ok(());
        }
        let made =
            made(folder::read(&staging)?, Path::new("content"), false, None, None, Keeping::Guide)?;
        return folder::write(&staging, &made, false).map(drop);
    }
    let options = options(env::args().skip(1))?;
    folder::ensure_ours(&options.dist)?;
    let mut program = folder::read(&options.program)?;
    if let Some(fonts) = options.fonts {
        let own = folder::read(&fonts)?.into_iter();
        program.extend(own.map(|file| File { path: format!("fonts/{}", file.path), ..file }));
    }
    let Options { content, pseudo, lesson, published, keeping, .. } = options;
    let files = made(program, &content, pseudo, lesson.as_deref(), published, keeping)?;
    let changed = folder::write(&options.dist, &files, options.keep_previous)?;
    print!("{}", sizes(&files));
    println!("{changed} of {} files changed.", files.len());
    Ok(())
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options> {
    let (mut program, mut content, mut dist) = (None, None, None);
    let (mut fonts, mut lesson, mut pseudo) = (None, None, false);
    let (mut site_url, mut translations) = (None, Vec::new());
    let (mut keep_previous, mut keeping) = (false, Keeping::Guide);
    while let Some(name) = arguments.next() {
        let place = match name.as_str() {
            "--program" => &mut program,
            "--content" => &mut content,
            "--dist" => &mut dist,
            "--fonts" => &mut fonts,
            "--pseudo" => {
                pseudo = true;
                continue;
            }
            "--lesson" => {
                lesson = Some(arguments.next().context("--lesson needs the id of a lesson")?);
                continue;
            }
            "--site-url" => {
                site_url = Some(arguments.next().context("--site-url needs an address")?);
                continue;
            }
            "--keep-previous" => {
                keep_previous = true;
                continue;
            }
            "--no-offline" => {
                keeping = Keeping::Nothing;
                continue;
            }
            "--translation" => {
                translations.push(arguments.next().context("--translation needs a value")?);
                continue;
            }
            other => bail!("there is no option `{other}`"),
        };
        *place = Some(arguments.next().with_context(|| format!("{name} needs a folder"))?.into());
    }
    let missing = "name the three folders: --program, --content and --dist";
    if site_url.is_none() && !translations.is_empty() {
        bail!(
            "--translation says where a site is in another language, and needs --site-url beside it"
        );
    }
    let translations = || translations.iter().map(String::as_str);
    let published = site_url.map(|root| Published::new(&root, translations())).transpose()?;
    Ok(Options {
        program: program.context(missing)?,
        content: content.context(missing)?,
        dist: dist.context(missing)?,
        fonts,
        lesson,
        pseudo,
        published,
        keep_previous,
        keeping,
    })
}

/// The whole site, in memory; or that of one lesson.
fn made(
    program: Vec<File>,
    pack: &Path,
    in_pseudo: bool,
    lesson: Option<&str>,
    published: Option<Published>,
    keeping: Keeping,
) -> Result<Vec<File>> {
    let mut sources = read_pack(pack).context("cannot read the content")?;
    if in_pseudo {
        sources = pseudo(&sources);
    }
    let compiled = compile(&sources);
    eprint!("{}", report(&pack.display().to_string(), &sources, &compiled.diagnostics, false));
    let mut guide = compiled.guide.context("the content has errors, listed above")?;
    let mut community = compiled.community;
    if let Some(id) = lesson {
        let own = Id::new(id).ok().and_then(|id| reduced(&guide, &id));
        guide = own.with_context(|| format!("there is no lesson `{id}`"))?;
        community = Community::default();
    }
    // Views hold both for as long as the process runs, and this one makes one site.
    let content =
        Content { guide: Box::leak(Box::new(guide)), community: Box::leak(Box::new(community)) };
    site(content, &program, published, keeping)
}

/// What the site weighs, before it is packed for the way: the program, the guide in it, the pages.
fn sizes(files: &[File]) -> String {
    let sum = |files: &[&File]| files.iter().map(|file| file.bytes.len()).sum::<usize>();
    let ending =
        |ending: &str| files.iter().filter(|file| file.path.ends_with(ending)).collect::<Vec<_>>();
    let wasm = ending(".wasm");
    let mut guides = wasm.iter().filter_map(|file| attached(&file.bytes).ok().flatten());
    let guide = guides.next().map_or(0, <[u8]>::len);
    let pages = ending(".html");
    let rows = [
        ("programs, without the guide", wasm.len(), sum(&wasm) - guide),
        ("the guide, attached", 1, guide),
        ("pages", pages.len(), sum(&pages)),
        ("all files", files.len(), sum(&files.iter().collect::<Vec<_>>())),
    ];
    let row = |(name, count, bytes)| format!("{name:28} {count:>5} {bytes:>10} bytes\n");
    rows.map(row).concat()
}
