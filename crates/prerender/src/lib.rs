//! Writes every page of a guide as HTML, with the same functions that the browser uses.
//!
//! [`site`] is bytes in, bytes out: it uses no clock, no randomness, no storage and no files, so that
//! the same guide and program give the same bytes, natively and as wasm.
//!
//! # The first page
//!
//! Text comes first. The start script waits for the first paint and then for an idle moment, or for the first touch, before
//! it loads the guide's program; that builds its controls some at a time, so that no task holds up the reader. The guide
//! that is attached to the program goes without the words that only other programs and the prerenderer say ([`carried`]).
//! The typeface is cut to the characters of the pack and the weights that `style/fonts.css` declares (`xtask/fonts.mjs`, in
//! releases; plain `trunk build` and `serve` have all of it). It is `font-display: optional` beside faces that readers have,
//! in its width and on its lines: whoever's line is too slow for it reads the first page in one of those, and nothing moves.
//! `cargo xtask bench --only first-page` sets a lesson beside the same lesson as bare HTML.
//!
//! # The policy of pages
//!
//! `default-src 'none'`, files of the site itself and workers from them, images that the page makes (`blob:`, for saving
//! a drawing as one), `wasm-unsafe-eval`, and one inline script by its hash: the theme before the first paint; on `404.html`,
//! the search for the root. No `style=` attribute anywhere. Text becomes HTML, or the address of a script, by one policy of
//! trusted types, which `scripts/trusted.js` makes and states. Scripts, modules, programs and the stylesheet are held against
//! their hashes. While Trunk serves, it injects a script of its own for reloading, so those pages carry no policy; built
//! ones do. `hosts.rs` writes the same policy for hosts that send headers; SECURITY.md says what it is good for.
//!
//! # What holds a guide
//!
//! Views hold a guide for as long as the process or page runs; so what makes many sites in one process, as a studio would,
//! starts an instance for each.

mod assets;
mod carried;
mod document;
mod exports;
mod file;
mod hosts;
mod json;
mod moved;
mod oembed;
mod offline;
mod policy;
mod published;
mod short;
mod wasm;

use anyhow::Result;
use concord::{Site, fold};
use concord_engine::search::{Document, Index, Searcher, documents};
use concord_model::{
    ArgumentMap, BlobError, Community, Form, Guide, Program, ReasonerFile, RebuildFile,
    ResultsFile, Route, encode, seal,
};
use concord_models::ModelsFile;
use leptos::prelude::{Owner, SetValue};

use assets::OfGuide;
use carried::carried;
use moved::FormerPlaces;

pub use assets::Assets;
pub use file::{File, Page};
pub use offline::{Keeping, WORKER_FILE, is_named_by_content, kept_by};
pub use published::Published;
pub use wasm::{attach, attached};

/// A guide, and what is known of its states.
#[derive(Clone, Copy, Debug)]
pub struct Content {
    /// The guide.
    pub guide: &'static Guide,
    /// What is known of its states.
    pub community: &'static Community,
}

/// The whole site of a guide: what Trunk built (`program`) with the guide attached to it, every page,
/// and every other file. If it is known where it will be, it says so.
///
/// # Errors
/// If `program` is not what Trunk builds from the project's `index.html`.
pub fn site(
    content: Content,
    program: &[File],
    published: Option<Published>,
    keeping: Keeping,
) -> Result<Vec<File>> {
    let guide = content.guide;
    let of_guide = OfGuide {
        id: guide.id.as_str(),
        root: &guide.root,
        section: &seal(&carried(guide))?,
        read: &read(content)?,
    };
    let (mut assets, mut files) = Assets::take_over(program, &of_guide)?;
    assets.published = published;
    let found = assets.published.iter().flat_map(|published| found(published, guide));
    let texts = pages(content, &assets).into_iter().chain(exports(guide)).chain(found);
    let texts = texts.map(|page| (page.path, page.text)).chain(tables(content));
    files.extend(texts.map(|(path, text)| File { path, bytes: text.into_bytes() }));
    files.extend(offline::files(guide, &assets, &files, keeping));
    files.extend(hosts::files(&files));
    Ok(files)
}

/// What search engines and other sites ask for, where it is known where the site will be.
#[must_use]
pub fn found(published: &Published, guide: &Guide) -> Vec<Page> {
    published.files(guide).into_iter().chain(oembed::files(published, guide)).collect()
}

/// Renders all pages of a guide, the page for unknown addresses, and what leads from former addresses to
/// those of today.
#[must_use]
pub fn pages(content: Content, assets: &Assets) -> Vec<Page> {
    // An error means that an executor is set already, which serves as well.
    let _ = any_spawner::Executor::init_futures_executor();
    let routes = Route::all(content.guide).into_iter().chain([Route::NotFound]);
    let former = FormerPlaces::of(content.guide);
    let pages = routes.map(|route| {
        let text = former.beside_those_of_today(&page(content, &route, assets));
        Page { path: route.file(), text }
    });
    pages.chain(moved::pages(content.guide)).collect()
}

/// What the browser searches. What readers call otherwise is found by that, too, and
/// states by their other names; those of other languages would make it half as large again.
#[must_use]
pub fn searcher(content: Content) -> Searcher {
    let Content { guide, community } = content;
    let further = |document: &Document| {
        let Route::State(id) = &document.address.route else {
            let href = document.address.href(Form::Folder);
            let also = guide.also.iter().filter(|(of, _)| *of == href);
            return also.map(|(_, words)| words.as_str()).collect::<Vec<_>>().join(", ");
        };
        let state = guide.states.iter().position(|state| state.id == *id);
        let names = community.names.iter().filter(|name| Some(name.state) == state);
        let names = names.filter(|name| !name.is_foreign).map(|name| name.name.as_str());
        names.collect::<Vec<_>>().join(", ")
    };
    let documents = documents(guide);
    let index = Index::build_with(&documents, further, fold);
    Searcher { documents, index }
}

/// The tables of all layers as files: their paths below the site's root, and their text.
#[must_use]
pub fn tables(content: Content) -> Vec<(String, String)> {
    let Content { guide, community } = content;
    let layers = community.layers.iter();
    layers.map(|layer| (Route::table(&layer.id), concord::csv(guide, layer))).collect()
}

/// What each program beside the guide's own reads; nothing for one that this guide has no use for.
///
/// # Errors
/// If it cannot be written.
pub fn read(content: Content) -> Result<Vec<(Program, Vec<u8>)>, BlobError> {
    let Content { guide, community } = content;
    let argument = encode(&ReasonerFile::of(guide, ArgumentMap::of(guide)))?;
    let atlas = concord::community_file(guide, community);
    let atlas = atlas.map(|atlas| Ok((Program::Atlas, encode(&atlas)?)));
    let has_models = !guide.model_pages.is_empty();
    let models =
        has_models.then(|| Ok((Program::Play, encode(&ModelsFile::of(guide, community))?)));
    let results = encode(&ResultsFile::of(guide))?;
    let search = encode(&concord::search_file(guide, searcher(content).to_bytes()?))?;
    let always =
        [(Program::Reasoner, argument), (Program::Results, results), (Program::Search, search)];
    let rebuild = RebuildFile::of(guide);
    let rebuild = rebuild.map(|file| Ok((Program::Rebuild, encode(&file)?)));
    always.into_iter().map(Ok).chain(atlas).chain(models).chain(rebuild).collect()
}

/// The argument as files for other tools: drawings, Argdown, and the Argument Interchange Format.
#[must_use]
pub fn exports(guide: &'static Guide) -> Vec<Page> {
    let map = ArgumentMap::of(guide);
    let owner = Owner::new_root(None);
    let drawings = owner.with(|| concord::drawing_files(Site::new(guide, Route::Argument), &map));
    let drawings = drawings.into_iter().map(|file| Page { path: file.path, text: file.svg });
    let texts = [
        (concord::ARGDOWN, exports::argdown(guide, &map)),
        (concord::JSON, exports::interchange(guide, &map)),
    ];
    let texts = texts.map(|(name, text)| Page { path: Route::Argument.beside(name), text });
    drawings.chain(texts).collect()
}

fn page(content: Content, route: &Route, assets: &Assets) -> String {
    let Content { guide, community } = content;
    let owner = Owner::new_root(None);
    let page = owner.with(|| {
        let site = Site::new(guide, route.clone()).with_community(community);
        if let Some(published) = &assets.published {
            site.address.set_value(Some(published.address("")));
        }
        concord::html(site, route)
    });
    document::document(guide, route, &page, assets).into_string()
}
