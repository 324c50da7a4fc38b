//! What lets a reader keep the guide on a device: the worker that does it (`scripts/sw.js`) with the list of what
//! it keeps, what it shows in place of a page that it does not have, and what a device has to know to install the guide.
//!
//! A file is held against the beginning of its SHA-256 before it is kept, so that a version is there as a whole or not
//! at all, whatever a host has at that moment. The worker answers for the files of this list alone: whatever else
//! lies in or below the guide's folder is none of its business. [`kept_by`] tells which files the last version had, so that
//! a host may keep them for readers who have that open.

use std::collections::BTreeMap;

use concord_model::{Guide, Html, Route, html};
use maud::DOCTYPE;
use serde_json::json;

use crate::{
    Assets, File,
    assets::{MANIFEST, short_hash},
    policy::policy,
};

const WORKER: &str = include_str!("scripts/sw.js");
const LET_GO: &str = include_str!("scripts/let-go.js");

/// The worker's file, whose address stays the same for all versions.
pub const WORKER_FILE: &str = "sw.js";
pub(crate) const OFFLINE: &str = "offline.html";

const ICONS: [(&str, &[u8]); 3] = [
    ("icon-192", include_bytes!("../icons/icon-192.png")),
    ("icon-512", include_bytes!("../icons/icon-512.png")),
    ("icon-maskable", include_bytes!("../icons/icon-maskable.png")),
];

/// Whether readers' devices keep the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// They keep it, and can show it without a network.
    Guide,
    /// They keep nothing, and let go of what an earlier version left there.
    Nothing,
}

/// What the site has besides its pages and programs for devices that keep it.
pub(crate) fn files(guide: &Guide, assets: &Assets, site: &[File], keeping: Keeping) -> Vec<File> {
    let icons = ICONS.map(|(stem, bytes)| File {
        path: format!("{stem}-{}.png", short_hash(bytes)),
        bytes: bytes.to_vec(),
    });
    let manifest = File { path: MANIFEST.to_owned(), bytes: manifest(guide, assets, &icons) };
    let page = page(guide, assets).into_string().into_bytes();
    let page = File { path: OFFLINE.to_owned(), bytes: page };
    let mut files: Vec<File> = icons.into_iter().chain([manifest, page]).collect();
    // While Trunk serves, each page has to be the one that was made last.
    let is_served = !assets.reload_script.is_empty();
    let worker = match keeping {
        Keeping::Guide if !is_served => {
            WORKER.replace("GUIDE_FILES", &list(site.iter().chain(&files)))
        }
        _ => LET_GO.to_owned(),
    };
    files.push(File { path: WORKER_FILE.to_owned(), bytes: worker.into_bytes() });
    files
}

/// The files of a version that are named by their content, read from its worker; in no order.
#[must_use]
pub fn kept_by(worker: &str) -> Vec<String> {
    let list = worker.lines().find_map(|line| line.strip_prefix("const [FIRST, REST, ASKED] = "));
    let list = list.and_then(|list| {
        serde_json::from_str::<Vec<BTreeMap<String, String>>>(list.trim_end_matches(';')).ok()
    });
    let files = list.into_iter().flatten().flat_map(BTreeMap::into_keys);
    files.filter(|file| is_named_by_content(file)).collect()
}

/// Whether a file's name changes with its content.
#[must_use]
pub fn is_named_by_content(path: &str) -> bool {
    let hash =
        path.rsplit_once('.').and_then(|(stem, _)| stem.rsplit_once('-')).map(|(_, hash)| hash);
    hash.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// All files with the beginnings of their hashes, in three parts: what every page needs, what is kept at once, and what
/// is kept when somebody asks for it.
fn list<'f>(files: impl Iterator<Item = &'f File>) -> String {
    let mut parts: [BTreeMap<&str, String>; 3] = Default::default();
    let not_found = Route::NotFound.file();
    for File { path, bytes } in files {
        let is_shown = [".html", ".svg"].iter().any(|ending| path.ends_with(ending));
        let part = match Route::parse(path) {
            _ if is_named_by_content(path)
                || [OFFLINE, MANIFEST, &not_found].contains(&path.as_str()) =>
            {
                0
            }
            Route::Home => 0,
            Route::Embed(_) | Route::State(_) => 2,
            _ if is_shown && !path.starts_with("embed/") => 1,
            _ => 2,
        };
        if let Some(part) = parts.get_mut(part) {
            part.insert(path, short_hash(bytes));
        }
    }
    json!(parts).to_string()
}

fn manifest(guide: &Guide, assets: &Assets, icons: &[File; 3]) -> Vec<u8> {
    let [small, large, maskable] = icons;
    let manifest = json!({
        "name": guide.title,
        "short_name": guide.title,
        "description": guide.description,
        "lang": guide.language,
        "dir": guide.direction.as_str(),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "display_override": ["minimal-ui"],
        "background_color": "#faf6ec",
        "theme_color": "#faf6ec",
        "icons": [
            { "src": assets.icon, "sizes": "any", "type": "image/svg+xml" },
            { "src": small.path, "sizes": "192x192", "type": "image/png" },
            { "src": large.path, "sizes": "512x512", "type": "image/png" },
            { "src": maskable.path, "sizes": "512x512", "type": "image/png", "purpose": "maskable" },
        ],
    });
    manifest.to_string().into_bytes()
}

/// What is shown without a network in place of a page that the device does not keep. The worker says where its root is,
/// as it is shown at any address.
fn page(guide: &Guide, assets: &Assets) -> Html {
    let words = &guide.words;
    html! {
        (DOCTYPE)
        html lang=(guide.language) dir=(guide.direction.as_str()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(&[]));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="robots" content="noindex";
                title { (words.offline_title()) " · " (guide.title) }
                link rel="stylesheet" integrity=[assets.integrity(&assets.style)] href=(assets.style);
            }
            body {
                main {
                    h1 { (words.offline_title()) }
                    p { (words.offline_text()) }
                    p { a.button href="./" { (words.home()) } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str) -> File {
        File { path: path.to_owned(), bytes: path.as_bytes().to_vec() }
    }

    #[test]
    fn a_version_is_listed_by_when_it_is_kept_and_read_back() {
        let files = [
            "index.html",
            "style-0123456789abcdef.css",
            "lessons/one/index.html",
            "embed/terms/a/index.html",
            "community/nru/index.html",
            "community/institutions/index.html",
            "community/votes.csv",
            "argument/one.svg",
        ];
        let files = files.map(file);
        let list = list(files.iter());
        let parts: Vec<BTreeMap<String, String>> = serde_json::from_str(&list).unwrap();
        let names = |part: usize| parts[part].keys().map(String::as_str).collect::<Vec<_>>();
        assert_eq!(names(0), ["index.html", "style-0123456789abcdef.css"]);
        assert_eq!(
            names(1),
            ["argument/one.svg", "community/institutions/index.html", "lessons/one/index.html"]
        );
        assert_eq!(names(2).len(), 3);
        assert_eq!(kept_by(&WORKER.replace("GUIDE_FILES", &list)), ["style-0123456789abcdef.css"]);
        assert!(kept_by(LET_GO).is_empty());
    }
}
