//! Writes every page of a guide as HTML, with the same functions that the browser uses.
//!
//! Rendering uses no clock, no randomness and no storage: the same guide and files give the same
//! bytes.

mod assets;
mod document;

use concord::Site;
use concord_engine::search::{Index, documents};
use concord_model::{BlobError, Guide, ReasonerFile, Route};
use leptos::prelude::Owner;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

pub use assets::Assets;

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Path below the site's root, with `/`.
    pub path: String,
    /// Its content.
    pub html: String,
}

/// Renders all pages of a guide, and the page for unknown addresses.
#[must_use]
pub fn pages(guide: &'static Guide, assets: &Assets) -> Vec<Page> {
    // An error means that an executor is set already, which serves as well.
    let _ = any_spawner::Executor::init_futures_executor();
    let routes = Route::all(guide).into_iter().chain([Route::NotFound]);
    routes.map(|route| Page { path: route.file(), html: page(guide, &route, assets) }).collect()
}

/// The index of the search, as the browser reads it.
#[must_use]
pub fn search_index(guide: &Guide) -> Vec<u8> {
    Index::build(&documents(guide), fold).to_bytes()
}

/// What the program that reasons over the argument reads.
///
/// # Errors
/// If it cannot be written, which its format rules out.
pub fn reasoner_file(guide: &Guide) -> Result<Vec<u8>, BlobError> {
    ReasonerFile::of(guide, concord::argument_map(guide)).to_bytes()
}

/// A word in lower case and without accents; the browser does the same in `src/browser/search.rs`.
fn fold(word: &str) -> String {
    let letters: String = word.nfd().filter(|c| !is_combining_mark(*c)).collect();
    letters.to_lowercase()
}

fn page(guide: &'static Guide, route: &Route, assets: &Assets) -> String {
    let owner = Owner::new_root(None);
    let page = owner.with(|| concord::html(Site::new(guide, route.clone()), route));
    document::document(guide, route, &page, assets)
}
