//! Files for systems for learning: packages that record, and questions in the formats of their banks.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use concord_model::{Guide, Id};
use concord_packages::{
    Entry, Kind, Package, cmi5_manifest, packaged,
    questions::{Bank, Format, bank},
    reduced, zipped,
};

use crate::{
    Options,
    content::{self, counted},
    options::HELP,
    program::{self, Profile},
    run::{root, run, say},
    setup, site,
    weigh::files,
};

/// Makes what the options name.
pub(crate) fn make(options: &Options) -> Result<()> {
    let name = options.format.as_deref().context("`package` needs a format")?;
    if let Some(kind) = Kind::read(name) {
        return make_packages(options, &[kind]).map(drop);
    }
    let Some(format) = Format::read(name) else {
        bail!("there is no format `{name}`\n\n{HELP}");
    };
    let guide = content::guide(&content::folder(options))?;
    let lesson = options.lesson.as_deref().map(|id| lesson(&guide, id)).transpose()?;
    let bank = bank(&guide, lesson, options.site_url.as_deref(), format);
    write_bank(&folder(options)?, &stem(&guide, lesson, name), &bank)
}

/// How many hundredths of the points are enough, if nobody says otherwise.
const PASS: u8 = 70;

/// Makes packages that record, all of one site, and tells their sizes.
pub(crate) fn make_packages(options: &Options, kinds: &[Kind]) -> Result<Vec<(Kind, usize)>> {
    let pack = content::folder(options);
    let mut guide = content::guide(&pack)?;
    let own = options.lesson.as_deref().map(|id| lesson(&guide, id).cloned()).transpose()?;
    if let Some(id) = &own {
        guide = reduced(&guide, id).with_context(|| format!("no lesson {id}"))?;
    }
    let package = Package {
        alone: own.is_some(),
        site: options.site_url.as_deref(),
        pass: f64::from(options.pass.unwrap_or(PASS)) / 100.0,
    };
    let folder = folder(options)?;
    let path = |kind: Kind, ending: &str| {
        folder.join(format!("{}.{ending}", stem(&guide, own.as_ref(), kind.name())))
    };
    if let Some(host) = options.hosted.as_deref() {
        if kinds != [Kind::Cmi5] {
            bail!("only cmi5 can launch a guide that is hosted elsewhere");
        }
        let path = path(Kind::Cmi5, "xml");
        write(&path, &cmi5_manifest(&guide, &package, host))?;
        println!("The manifest is {}.", path.display());
        return Ok(Vec::new());
    }
    let site = site_files(&pack, own.as_ref())?;
    let mut sizes = Vec::new();
    for kind in kinds.iter().copied() {
        let made = packaged(&guide, &site, kind, &package);
        let made = made.context("the package cannot be packed")?;
        let path = path(kind, kind.ending());
        write(&path, &made)?;
        println!("{} bytes in {}", made.len(), path.display());
        sizes.push((kind, made.len()));
    }
    Ok(sizes)
}

/// The files of the site that a package is made of.
fn site_files(pack: &Path, lesson: Option<&Id>) -> Result<Vec<Entry>> {
    setup::for_release()?;
    program::build_all(Profile::Release)?;
    say("Making the site of the package");
    let name = lesson.map_or("whole", Id::as_str);
    let dist = root().join("target/packaged").join(name);
    let fonts = site::own_fonts(pack, &dist)?;
    let mut make = program::prerenderer(Profile::Release, pack, false, &dist);
    make.arg("--fonts").arg(fonts);
    if let Some(lesson) = lesson {
        make.args(["--lesson", lesson.as_str()]);
    }
    run(&mut make)?;
    let entry = |path: PathBuf| {
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let below = path.strip_prefix(&dist)?.components();
        let parts: Vec<_> = below.map(|part| part.as_os_str().to_string_lossy()).collect();
        Ok((parts.join("/"), bytes))
    };
    files(&dist, "")?.into_iter().map(entry).collect()
}

/// The lesson of that name.
fn lesson<'g>(guide: &'g Guide, id: &str) -> Result<&'g Id> {
    let found = guide.lessons.iter().find(|lesson| lesson.id.as_str() == id);
    let known =
        || guide.lessons.iter().map(|lesson| lesson.id.as_str()).collect::<Vec<_>>().join(", ");
    Ok(&found.with_context(|| format!("there is no lesson `{id}`, but {}", known()))?.id)
}

fn folder(options: &Options) -> Result<PathBuf> {
    let folder = options.out.clone().unwrap_or_else(|| root().join("target/packages"));
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// What the files of a package are called, before their endings.
fn stem(guide: &Guide, lesson: Option<&Id>, format: &str) -> String {
    let parts = [Some(guide.id.as_str()), lesson.map(Id::as_str), Some(format)];
    parts.into_iter().flatten().collect::<Vec<_>>().join("-")
}

/// Writes a bank, and beside it what its format could not say.
fn write_bank(folder: &Path, stem: &str, bank: &Bank) -> Result<()> {
    let (path, bytes) = match bank.files.as_slice() {
        [(name, bytes)] => {
            let ending = name.rsplit('.').next().unwrap_or_default();
            (folder.join(format!("{stem}.{ending}")), bytes.clone())
        }
        files => (folder.join(format!("{stem}.zip")), archive(files)?),
    };
    write(&path, &bytes)?;
    println!("{} in {}", counted(bank.questions, "question"), path.display());
    let beside = folder.join(format!("{stem}-left-out.txt"));
    if bank.left_out.is_empty() {
        // What an earlier package left out is not what this one does.
        let _ = fs::remove_file(beside);
        return Ok(());
    }
    let told: String = bank.left_out.iter().map(|note| format!("{note}\n")).collect();
    write(&beside, told.as_bytes())?;
    println!("\nThe format could not say all of it ({}):\n{told}", beside.display());
    Ok(())
}

fn archive(files: &[Entry]) -> Result<Vec<u8>> {
    zipped(files).context("the package cannot be packed")
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
