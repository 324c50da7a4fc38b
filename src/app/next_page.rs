//! The page that a reader goes on to: fetched as the prerenderer wrote it, kept for a while, and refused if it
//! is not of this guide's very build.
//!
//! The text of pages was written by the program until it had to be light: the functions that write pages, and all
//! prose, were a fifth of what a lesson weighed. What a pointer comes near is fetched ahead, so that it is there at the click.

use std::cell::RefCell;

use concord_model::{Route, data};
use gloo::{events::EventListener, utils::document};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, DomParser, Element, HtmlAnchorElement, SupportedType, Url};

use crate::{
    browser::{fetch, page},
    ids::START,
};

/// How many pages are kept, for those who come back to them.
const MOST_KEPT: usize = 16;

thread_local! {
    /// Texts of pages by their files, the oldest first.
    static KEPT: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// Whether this program answers that page. Others have programs of their own, or none, and are loaded.
pub(super) fn is_shown_here(route: &Route) -> bool {
    use Route::{About, Glossary, Home, Lesson, Quiz, Search, Sources, Standing};
    matches!(route, Home | Lesson(_) | Glossary | Sources | About | Standing | Quiz | Search)
}

/// The page of the guide that an address means, whatever its query: same origin, below the root.
/// One below the root that is no page is the page for unknown addresses.
pub(super) fn route_of(address: &str) -> Option<Route> {
    let url = Url::new(address).ok()?;
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
    let text = match kept(route) {
        Some(text) => text,
        None => fetched(route).await?,
    };
    read(&text, route)
}

fn kept(route: &Route) -> Option<String> {
    let file = route.file();
    KEPT.with_borrow(|kept| kept.iter().find(|(of, _)| *of == file).map(|(_, text)| text.clone()))
}

async fn fetched(route: &Route) -> Option<String> {
    let text = fetch::text_at(&route.href(page::form())).await?;
    KEPT.with_borrow_mut(|kept| {
        kept.retain(|(of, _)| *of != route.file());
        if kept.len() >= MOST_KEPT {
            kept.remove(0);
        }
        kept.push((route.file(), text.clone()));
    });
    Some(text)
}

fn read(text: &str, route: &Route) -> Option<Document> {
    let page = DomParser::new().ok()?.parse_from_string(text, SupportedType::TextHtml).ok()?;
    let is_asked = of_root(&page, data!(route)) == Some(route.file());
    (is_asked && build_of(&page) == build_of(&document())).then_some(page)
}

fn of_root(page: &Document, attribute: &str) -> Option<String> {
    page.document_element()?.get_attribute(attribute)
}

/// The files that a page names differ from one build to the next, as they are called by what is in them. A
/// page that had to look for its root names one in full.
fn build_of(page: &Document) -> (Option<String>, Option<String>) {
    let start = page.get_element_by_id(START).and_then(|script| script.get_attribute("src"));
    let start = start.and_then(|src| src.rsplit('/').next().map(str::to_owned));
    (start, of_root(page, data!(search)))
}

/// Fetches ahead what a pointer or the focus comes near, once.
pub(super) fn fetch_ahead() {
    for near in ["pointerover", "focusin"] {
        EventListener::new(&document(), near, |event| {
            let link = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let link = link.and_then(|near| near.closest("a[href]").ok()?);
            let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else {
                return;
            };
            if let Some(route) = route_of(&link.href()).filter(is_shown_here)
                && kept(&route).is_none()
            {
                spawn_local(async move { drop(fetched(&route).await) });
            }
        })
        .forget();
    }
}
