//! What a reader downloads to open a page of the built site for the first time and to have it answer: the
//! page, and all that it loads before anybody scrolls, each after brotli 11 where that makes it smaller.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use concord_model::{Program, ProgramFiles, data};
use serde::Deserialize;

use crate::weigh::{brotli, files};

/// What a page may cost.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cost {
    bytes: usize,
    requests: usize,
}

/// Pages that have a budget.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pages {
    home: Cost,
    lesson: Cost,
    argument: Cost,
    community: Cost,
    embed: Cost,
}

/// Prints what these pages cost; more than the budget is an error. Of lessons and of frames it is the
/// longest page.
pub(crate) fn check(dist: &Path, budgets: &Pages) -> Result<()> {
    let longest = |folder: &str| {
        let pages = files(&dist.join(folder), ".html")?;
        let length = |page: &PathBuf| fs::metadata(page).map_or(0, |file| file.len());
        pages.into_iter().max_by_key(length).with_context(|| format!("{folder}/ has no page"))
    };
    let page = |folder: &str| dist.join(folder).join("index.html");
    // The programs of these two are seen at once; those of a lesson when somebody comes to them.
    let rows = [
        ("the home page", page(""), false, budgets.home),
        ("a lesson", longest("lessons")?, false, budgets.lesson),
        ("the argument", page("argument"), true, budgets.argument),
        ("the map of states", page("community"), true, budgets.community),
        ("a frame", longest("embed/lessons")?, false, budgets.embed),
    ];
    println!(
        "\n{:36} {:>9} {:>9} {:>9} {:>9}",
        "a page until it answers", "bytes", "budget", "requests", "budget"
    );
    let mut sizes = BTreeMap::new();
    let mut over = None;
    for (name, page, with_programs, budget) in
        rows.into_iter().filter(|(_, page, ..)| page.exists())
    {
        let loaded = loaded(dist, &page, with_programs)?;
        let mut bytes = brotli(&fs::read(&page)?)?;
        for file in &loaded {
            let size = match sizes.get(file) {
                Some(size) => *size,
                None => smaller(&dist.join(file))?,
            };
            sizes.insert(file.clone(), size);
            bytes += size;
        }
        let requests = loaded.len() + 1;
        println!("{name:36} {bytes:>9} {:>9} {requests:>9} {:>9}", budget.bytes, budget.requests);
        if bytes > budget.bytes || requests > budget.requests {
            over = over.or(Some(name));
        }
    }
    match over {
        Some(name) => bail!("{name}: over the budget of its page"),
        None => Ok(()),
    }
}

/// The files that a page loads, and those that these load.
fn loaded(dist: &Path, page: &Path, with_programs: bool) -> Result<BTreeSet<String>> {
    let html = read(page)?;
    let (head, body) = html.split_once("<body>").context("a page without a body")?;
    let mut open: Vec<String> = values(head, "href").chain(values(head, "src")).collect();
    let images = body.split("<img ").skip(1).filter_map(|rest| rest.split('>').next());
    open.extend(
        images
            .filter(|image| !image.contains("loading=\"lazy\""))
            .flat_map(|image| values(image, "src")),
    );
    for program in Program::ALL.into_iter().filter(|_| with_programs) {
        if html.contains(&format!(concat!(data!(program), "=\"{}\""), program.name())) {
            let start = open.iter().find(|name| name.starts_with("start-")).cloned();
            let start = read(
                &dist.join(start.context("a page without the script that starts the program")?),
            )?;
            let (_, names, _) = ProgramFiles::find(&start, program)
                .context("the script that starts the program does not name a program's files")?;
            open.extend([names.script, names.data]);
        }
    }
    let own = own_files(dist)?;
    let mut loaded = BTreeSet::new();
    while let Some(name) = open.pop() {
        // The base of a page and addresses of pages are no files.
        // The worker comes after the page answers, and what it keeps comes later still.
        if name == "sw.js" || !own.contains(&name) || !loaded.insert(name.clone()) {
            continue;
        }
        if name.ends_with(".js") || name.ends_with(".css") {
            let text = read(&dist.join(&name))?;
            // The files of other programs are loaded where a page has a place for them; the calendar is asked for by a button.
            let later = ["start-", "calendar-"];
            let is_later = |file: &str| {
                file.ends_with(".bin") || later.iter().any(|start| file.starts_with(start))
            };
            let named = own.iter().filter(|file| !is_later(file));
            open.extend(named.filter(|file| text.contains(file.as_str())).cloned());
        }
    }
    Ok(loaded)
}

/// The values of an attribute.
fn values<'h>(html: &'h str, name: &str) -> impl Iterator<Item = String> + use<'h> {
    let start = format!(" {name}=\"");
    let parts: Vec<&str> = html.split(start.as_str()).skip(1).collect();
    parts.into_iter().filter_map(|rest| Some(rest.split('"').next()?.to_owned()))
}

/// The files at the site's root, and its typefaces and drawings.
fn own_files(dist: &Path) -> Result<BTreeSet<String>> {
    let is_page = |name: &String| name.ends_with(".html");
    let below = files(dist, "")?;
    let names = below.iter().filter_map(|path| path.strip_prefix(dist).ok());
    let names = names.map(|path| path.to_string_lossy().replace('\\', "/"));
    Ok(names.filter(|name| !is_page(name)).collect())
}

fn smaller(path: &Path) -> Result<usize> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(brotli(&bytes)?.min(bytes.len()))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
