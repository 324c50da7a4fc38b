//! The files of a site as a package holds them. Frames, what leads from former addresses, and the page for unknown ones are
//! left out, as no other site embeds a package and none links into it; so are plans and worksheets, which hold the answers, what
//! hosts, devices, search engines and previews ask for, and, for their size, the whole guide on one page, tables as files, and
//! the program of results with its page, as systems collect those. Archives go without the typeface, without which text is
//! shown in one that readers have. No link leads to what is left out: an entry of a list that is nothing but such a link goes,
//! of others the text stays; where the guide's own address is known, links lead there. Pages name no hashes, as a package is one
//! version as a whole, and some systems write files anew; without both, two hundred pages are 50 kB less.
//!
//! The script that each page runs first stands in a file here, after what hands the page the record of the system that
//! launched it (`adapter/page.js`): a copy in each of two hundred pages would be a tenth of the package.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use concord_model::{Address, Html, Program, ProgramFiles, Route, data};

use crate::Entry;

const PAGE_SCRIPT: &str = include_str!("adapter/page.js");

/// What a package holds of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Its files.
    pub files: Vec<Entry>,
    /// The files of its pages.
    pub pages: Vec<String>,
}

/// Takes the files of a site into a package. `light` if it goes without the typeface; `site` is where the whole guide stands.
#[must_use]
pub fn kept(site_files: &[Entry], light: bool, site: Option<&str>) -> Kept {
    let is_page = |path: &str, bytes: &[u8]| {
        path.ends_with(".html") && has(bytes, concat!(" ", data!(route), "=").as_bytes())
    };
    let is_kept = |path: &str, bytes: &[u8]| {
        if !path.ends_with(".html") {
            return !(is_elsewhere(path) || (light && path.starts_with("fonts/")));
        }
        is_page(path, bytes) && !is_left_out(&Route::parse(path))
    };
    let kept: Vec<&Entry> =
        site_files.iter().filter(|(path, bytes)| is_kept(path, bytes)).collect();
    let known: BTreeSet<&str> = kept.iter().map(|(path, _)| path.as_str()).collect();
    let mut scripts = BTreeMap::new();
    let mut files = Vec::new();
    let mut pages = Vec::new();
    for (path, bytes) in kept {
        if path.ends_with(".html") {
            let text = String::from_utf8_lossy(bytes);
            let text = with_script_file(&text, &mut scripts);
            let text = without_dead_links(&text, &known, site);
            let text = ENDS.iter().fold(text, |text, end| text.replace(end, ""));
            files.push((path.clone(), text.into_bytes()));
            pages.push(path.clone());
        } else if path.starts_with("start-") {
            let text = String::from_utf8_lossy(bytes);
            files.push((path.clone(), without_results(&text).into_bytes()));
        } else {
            files.push((path.clone(), bytes.clone()));
        }
    }
    files.extend(scripts.into_values());
    Kept { files, pages }
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).take(4096).any(|window| window == part)
}

/// Files that hosts, other sites and other tools use alone: packed ones, and tables and the argument as data.
fn is_elsewhere(path: &str) -> bool {
    let endings = [
        ".br",
        ".gz",
        ".csv",
        ".argdown",
        ".json",
        ".txt",
        ".htaccess",
        ".png",
        ".webmanifest",
        ".conf",
        ".toml",
    ];
    let starts = ["embed.js", "frame-", "teach-", "sitemap.xml", "_headers", "sw.js", "hosts/"];
    endings.iter().any(|ending| path.ends_with(ending))
        || starts.iter().any(|start| path.starts_with(start))
        || is_of_results(path)
}

fn is_of_results(path: &str) -> bool {
    let (program, read) = (Program::Results.name(), Program::Results.data_name());
    let starts = [format!("{program}-"), format!("start-{program}-"), format!("{read}-")];
    starts.iter().any(|start| path.starts_with(start.as_str()))
}

/// A script that names no files of results.
fn without_results(script: &str) -> String {
    match ProgramFiles::find(script, Program::Results) {
        Some((before, _, after)) => [before, after].concat(),
        None => script.to_owned(),
    }
}

fn is_left_out(route: &Route) -> bool {
    match route {
        Route::Embed(_) | Route::NotFound | Route::Whole => true,
        // Plans hold the answers, and learners open a package.
        Route::Teach | Route::Plan(_) | Route::Worksheet(_) => true,
        // A system collects results itself.
        Route::Class => true,
        _ => false,
    }
}

/// The page with its inline script in a file, and with a policy that allows no inline script.
fn with_script_file(page: &str, scripts: &mut BTreeMap<String, Entry>) -> String {
    const OPENS: &str = "<script>";
    const CLOSES: &str = "</script>";
    let Some((before, rest)) = page.split_once(OPENS) else { return page.to_owned() };
    let Some((script, after)) = rest.split_once(CLOSES) else { return page.to_owned() };
    let next = scripts.len() + 1;
    let (path, _) = scripts.entry(script.to_owned()).or_insert_with(|| {
        (format!("page-{next}.js"), format!("{PAGE_SCRIPT}\n{script}").into_bytes())
    });
    let head = without_hash(before);
    let head = OF_NO_USE.iter().fold(head, |head, part| head.replace(part, ""));
    format!("{head}<script src=\"{path}\">{CLOSES}{after}")
}

/// What the policy of a page allows, of which archives hold nothing.
const OF_NO_USE: [&str; 2] = [" font-src 'self';", " manifest-src 'self';"];

/// Ends of elements that HTML lets go unwritten, whatever follows: in archives each page is packed by itself, and 195 of states have
/// a table.
const ENDS: [&str; 11] = [
    "</li>",
    "</td>",
    "</th>",
    "</tr>",
    "</tbody>",
    "</thead>",
    "</option>",
    "</dd>",
    "</dt>",
    "</body>",
    "</html>",
];

/// The head of a page without the hash of its inline script.
fn without_hash(head: &str) -> String {
    match head.split_once(" 'sha256-") {
        Some((before, rest)) => {
            let after = rest.split_once('\'').map_or("", |(_, after)| after);
            format!("{before}{after}")
        }
        None => head.to_owned(),
    }
}

/// A link that leads nowhere here.
enum Dead {
    /// Only its text stays.
    Text,
    /// It leads to the guide on the web.
    Elsewhere(String),
}

fn without_dead_links(page: &str, known: &BTreeSet<&str>, site: Option<&str>) -> String {
    let html = Html::made_elsewhere(page);
    let runs: Vec<(&str, &str)> = html.runs().collect();
    let dead = |tag: &str| dead(tag, known, site);
    let mut written = String::with_capacity(page.len());
    // For each open link, whether its end is left out.
    let mut open: Vec<bool> = Vec::new();
    let mut at = 0;
    while let Some((tag, text)) = runs.get(at).copied() {
        let entry = runs.get(at + 1).filter(|(next, _)| {
            is_entry(tag) && text.trim().is_empty() && matches!(dead(next), Some(Dead::Text))
        });
        if let Some(end) = entry.and_then(|_| end_of_entry(&runs, at + 1)) {
            written.push_str(runs.get(end).map_or("", |(_, text)| text));
            at = end + 1;
            continue;
        }
        at += 1;
        if tag.starts_with("a ") {
            match dead(tag) {
                Some(Dead::Text) => {
                    open.push(true);
                    written.push_str(text);
                    continue;
                }
                Some(Dead::Elsewhere(tag)) => {
                    open.push(false);
                    written.extend(["<", &tag, ">", text]);
                    continue;
                }
                None => open.push(false),
            }
        } else if tag == "/a" && open.pop() == Some(true) {
            written.push_str(text);
            continue;
        }
        // A package is no app of its own, and nobody searches or previews it; in its frame no icon is shown.
        if FOR_OTHERS.iter().any(|start| tag.starts_with(start)) {
            written.push_str(text);
            continue;
        }
        // What stands before the first tag has none.
        if at > 1 {
            written.extend(["<", &without_integrity(tag), ">"]);
        }
        written.push_str(text);
    }
    written
}

/// How tags begin of what devices, search engines and previews ask for.
const FOR_OTHERS: [&str; 4] = [
    "link rel=\"manifest\"",
    "link rel=\"icon\"",
    "meta property=\"og:",
    "meta name=\"description\"",
];

/// A tag that says nothing of what its file has to be.
fn without_integrity(tag: &str) -> Cow<'_, str> {
    let parts = tag.split_once(" integrity=\"");
    match parts.and_then(|(before, rest)| Some((before, rest.split_once('"')?.1))) {
        Some((before, after)) => format!("{before}{after}").into(),
        None => tag.into(),
    }
}

fn is_entry(tag: &str) -> bool {
    tag == "li" || tag.starts_with("li ")
}

/// The end of an entry that is nothing but the link that begins at a place.
fn end_of_entry(runs: &[(&str, &str)], link: usize) -> Option<usize> {
    let length = runs.get(link..)?.iter().position(|(tag, _)| *tag == "/a")?;
    let end = link + length;
    let (_, after) = runs.get(end)?;
    let (next, _) = runs.get(end + 1)?;
    (after.trim().is_empty() && *next == "/li").then_some(end + 1)
}

/// Whether a link leads to what is left out.
fn dead(tag: &str, known: &BTreeSet<&str>, site: Option<&str>) -> Option<Dead> {
    let href = tag.strip_prefix("a ")?.split_once("href=\"")?.1.split('"').next()?;
    if href.contains("://") || href.starts_with("mailto:") || href.starts_with('#') {
        return None;
    }
    let path = href.split(['?', '#']).next().unwrap_or_default();
    let page = Address::parse(path).route.file();
    let is_here = known.contains(path.trim_start_matches("./")) || known.contains(page.as_str());
    // What names no page of the guide leads to the root of all its languages.
    if is_here || path.starts_with("..") {
        return None;
    }
    Some(match site {
        Some(site) => {
            let whole = format!(
                "href=\"{site}{}\" target=\"_blank\" rel=\"noopener\"",
                href.trim_start_matches("./")
            );
            Dead::Elsewhere(tag.replace(&format!("href=\"{href}\""), &whole))
        }
        None => Dead::Text,
    })
}
