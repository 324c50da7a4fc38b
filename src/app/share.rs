//! Shows the link to a place or to a model as it is set, and the code that embeds what stands there; copies either.

use concord_model::{Address, Guide, Html, Id, Piece, Route, data, html};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlAnchorElement, HtmlInputElement, Url};

use crate::{
    Site,
    browser::{
        clicks::on_click,
        page,
        popover::{self, Place},
    },
    ids::TITLE,
    text::{COPIED, copied, field},
};

/// How high a frame is, in CSS pixels; whoever embeds it may change that.
const FRAME_HEIGHT: u32 = 420;
/// The same of a model, of which question, drawing and buttons should be seen at once.
const MODEL_HEIGHT: u32 = 900;

pub(super) fn follow(site: Site) {
    on_click("a.to-here, .play a.this", move |event, link| {
        let Some(link) = link.dyn_ref::<HtmlAnchorElement>().filter(|_| popover::exists()) else {
            return;
        };
        let href = link.get_attribute("href").unwrap_or_default();
        let address = Address::parse(href.split('?').next().unwrap_or_default());
        event.prevent_default();
        let words = site.words();
        let setting = link.search();
        let shared = absolute(&address, &setting).unwrap_or_else(|| link.href());
        let code = piece(site.guide, &address).and_then(|piece| {
            let name = name_of(site.guide, &piece, &link.hash());
            let height = if matches!(piece, Piece::Model(_)) { MODEL_HEIGHT } else { FRAME_HEIGHT };
            Some(code(&absolute(&Route::Embed(piece).into(), &setting)?, &name, height))
        });
        let inner = html! {
            (field(site, "link", words.share_link(), &shared))
            @if let Some(code) = code { (field(site, "code", words.share_embed(), code.as_str())) }
            (copied())
        };
        popover::show(words.share(), &[], &inner, words.close(), &Place::Beside(link));
    });
    on_click(concat!("button[", data!(copies), "]"), move |_, button| copy(site, button));
}

/// The piece that stands at an address, if it can be embedded.
fn piece(guide: &Guide, address: &Address) -> Option<Piece> {
    if let Route::Model(name) = address.route {
        return Some(Piece::Model(name));
    }
    let fragment = address.fragment.as_deref()?;
    let id = Id::new(fragment).ok();
    match &address.route {
        Route::Lesson(lesson) if fragment == TITLE => Some(Piece::Lesson(lesson.clone())),
        Route::Glossary => id.filter(|id| guide.term(id).is_some()).map(Piece::Term),
        Route::Sources => None,
        page => {
            let id = id?;
            let statement = guide.statement(&id).filter(|(route, _)| route == page);
            let statement = statement.map(|_| Piece::Statement(id.clone()));
            let item = || guide.item(&id).filter(|(route, _)| route == page);
            let item = || item().map(|_| Piece::Item(id.clone()));
            // What else has a name of content in a lesson is a heading.
            let section = || match page {
                Route::Lesson(lesson) => Some(Piece::Section(lesson.clone(), id.clone())),
                _ => None,
            };
            statement.or_else(item).or_else(section)
        }
    }
}

/// A whole address, in the form that this host answers, with how what stands there is set.
fn absolute(address: &Address, setting: &str) -> Option<String> {
    let base = document().base_uri().ok()??;
    let url = Url::new_with_base(&address.href(page::form()), &base).ok()?;
    url.set_search(setting);
    Some(url.href())
}

/// What a piece is called that stands at the hash of an address.
fn name_of(guide: &Guide, piece: &Piece, hash: &str) -> String {
    let name = match piece {
        Piece::Model(name) => guide.model_page(*name).map(|page| page.title.clone()),
        _ => page::at_hash(hash).and_then(|place| place.text_content()),
    };
    name.unwrap_or_else(|| guide.title.clone())
}

/// The code of a frame, for whoever wants to show the piece on a page of their own.
fn code(address: &str, name: &str, height: u32) -> Html {
    html! {
        iframe src=(address) title=(name) width="100%" height=(height) loading="lazy"
            style="border:0" {}
    }
}

fn copy(site: Site, button: &Element) {
    let id = button.get_attribute(data!(copies)).unwrap_or_default();
    let Some(field) =
        page::element(&id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok())
    else {
        return;
    };
    field.select();
    let words = site.words();
    let clipboard = window().navigator().clipboard();
    // Where the page is not served safely, the browser has no clipboard for it.
    let copying = (!clipboard.is_undefined()).then(|| clipboard.write_text(&field.value()));
    spawn_local(async move {
        let copied = match copying {
            Some(copying) => JsFuture::from(copying).await.is_ok(),
            None => false,
        };
        let said = if copied { words.copied() } else { words.copy_failed() };
        if let Some(status) = page::element(COPIED) {
            status.set_text_content(Some(said));
        }
    });
}
