//! Files as hosts may send them, packed once and well: beside `x.html`, `x.html.br` and `x.html.gz`. nginx and Caddy take
//! these as they are, and so send a fifth less than if they packed for each reader, and do no work for it.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    thread,
};

use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};

use crate::weigh::{files, packed};

/// What is text, or packs as well as text. Pictures and typefaces are packed by themselves.
const ENDINGS: [&str; 12] = [
    ".html",
    ".js",
    ".css",
    ".wasm",
    ".bin",
    ".svg",
    ".json",
    ".csv",
    ".txt",
    ".xml",
    ".argdown",
    ".webmanifest",
];
/// Smaller files go into one packet anyway.
const FEWEST_BYTES: usize = 512;

/// Writes packed files beside those of a site that gain by it.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let found: Vec<PathBuf> =
        ENDINGS.iter().map(|ending| files(dist, ending)).collect::<Result<Vec<_>>>()?.concat();
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let shares = (0..workers).map(|share| found.iter().skip(share).step_by(workers));
    let written: Vec<Result<usize>> = thread::scope(|scope| {
        let pack = |share: &mut dyn Iterator<Item = &PathBuf>| -> Result<usize> {
            share.map(|path| beside(path)).sum()
        };
        let workers: Vec<_> =
            shares.map(|mut share| scope.spawn(move || pack(&mut share))).collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|_| bail!("a thread ended")))
            .collect()
    });
    let written = written.into_iter().sum::<Result<usize>>()?;
    println!("{written} packed files stand beside {} files of text.", found.len());
    Ok(())
}

/// Writes the packed files beside one; how many.
fn beside(path: &Path) -> Result<usize> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    if bytes.len() < FEWEST_BYTES {
        return Ok(0);
    }
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes)?;
    let mut written = 0;
    for (ending, packed) in [(".br", packed(&bytes)?), (".gz", gzip.finish()?)] {
        if packed.len() < bytes.len() {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            fs::write(&name, packed).with_context(|| format!("cannot write {}", path.display()))?;
            written += 1;
        }
    }
    Ok(written)
}
