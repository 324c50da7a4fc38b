//! The page that a reader goes on to: fetched as the prerenderer wrote it, kept for a while, and refused if it
//! is not of this guide's very build.
//!
//! The text of pages was written by the program until it had to be light: the functions that write pages, and all
//! prose, were a fifth of what a lesson weighed. What a pointer comes near is fetched ahead, so that it is there at the click.

use std::cell::RefCell;

use concord_model::{Route, data};
use gloo::{events::EventListener, utils::document};
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Document, HtmlAnchorElement, Url};

use crate::{
    browser::{fetch, page, put},
    ids::START,
};

/// How many pages are kept, for those who come back to them.
const MOST_KEPT: usize = 16;

thread_local! {
    /// Texts of pages, on their way or there, by their files; the oldest first.
    static KEPT: RefCell<Vec<(String, Promise)>> = const { RefCell::new(Vec::new()) };
}

/// Whether this program answers that page. Others have programs of their own, or none, and are loaded.
pub(super) fn is_shown_here(route: &Route) -> bool {
    use Route::{About, Glossary, Home, Lesson, Quiz, Search, Sources, Standing};
    matches!(route, Home | Lesson(_) | Glossary | Sources | About | Standing | Quiz | Search)
}

/// The page of the guide that an address means, whatever its query: same origin, below the root.
/// One below the root that is no page is the page for unknown addresses.
pub(super) fn route_of(url: &Url) -> Option<Route> {
    let base = Url::new(&document().base_uri().ok()??).ok()?;
    if url.origin() != base.origin() {
        return None;
    }
    let path = js_sys::decode_uri_component(&url.pathname()).ok()?;
    let root = js_sys::decode_uri_component(&base.pathname()).ok()?;
    Some(Route::parse(String::from(path).strip_prefix(&String::from(root))?))
}

/// The document of a page; nothing where the host does not have it, or has it of another build, whose
/// program this one is not.
pub(super) async fn next_page(route: &Route) -> Option<Document> {
    let text = JsFuture::from(text_of(route)).await.ok().and_then(|text| text.as_string());
    if text.is_none() {
        // Whoever comes again may be luckier.
        KEPT.with_borrow_mut(|kept| kept.retain(|(of, _)| *of != route.file()));
    }
    read(&text?, route)
}

/// The text of a page, which is asked for once; `undefined` where the host does not have it.
fn text_of(route: &Route) -> Promise {
    let file = route.file();
    KEPT.with_borrow_mut(|kept| {
        if let Some((_, text)) = kept.iter().find(|(of, _)| *of == file) {
            return text.clone();
        }
        let address = route.href(page::form());
        let text = future_to_promise(async move {
            Ok(fetch::text_at(&address).await.map_or(JsValue::UNDEFINED, JsValue::from))
        });
        if kept.len() >= MOST_KEPT {
            drop(kept.remove(0));
        }
        kept.push((file, text.clone()));
        text
    })
}

fn read(text: &str, route: &Route) -> Option<Document> {
    let page = put::document_of(text)?;
    let is_asked = of_root(&page, data!(route)) == Some(route.file());
    (is_asked && build_of(&page) == build_of(&document())).then_some(page)
}

fn of_root(page: &Document, attribute: &str) -> Option<String> {
    page.document_element()?.get_attribute(attribute)
}

/// The script that starts the program differs from one build to the next: it is called by what is in it, and names all other
/// files so, what is searched among them, which holds all text. A page that had to look for its root names it in full.
fn build_of(page: &Document) -> Option<String> {
    let start = page.get_element_by_id(START).and_then(|script| script.get_attribute("src"));
    start.and_then(|src| src.rsplit('/').next().map(str::to_owned))
}

/// Fetches ahead what a pointer or the focus comes near.
pub(super) fn fetch_ahead() {
    for near in ["pointerover", "focusin"] {
        EventListener::new(&document(), near, |event| {
            let link = page::closest(event, "a[href]");
            let link = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
            let url = link.and_then(|link| Url::new(&link.href()).ok());
            if let Some(route) = url.and_then(|url| route_of(&url)).filter(is_shown_here) {
                drop(text_of(&route));
            }
        })
        .forget();
    }
}
