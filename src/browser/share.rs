//! Shows the link to a place, and the code that embeds what stands there; copies either.

use concord_model::{Address, Guide, Html, Id, Piece, Route};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlAnchorElement, HtmlInputElement, Url};

use super::{
    clicks::on_click,
    page,
    popover::{self, Place},
};
use crate::{Site, pages::TITLE, text::word};

/// How high a frame is, in CSS pixels; whoever embeds it may change that.
const FRAME_HEIGHT: u32 = 420;

pub(super) fn follow(site: Site) {
    on_click("a.to-here", move |event, link| {
        let Some(link) = link.dyn_ref::<HtmlAnchorElement>().filter(|_| popover::exists()) else {
            return;
        };
        let Some(address) = link.get_attribute("href").map(|href| Address::parse(&href)) else {
            return;
        };
        event.prevent_default();
        let words = site.words();
        let shared = absolute(&address).unwrap_or_else(|| link.href());
        let code = piece(site.guide, &address).and_then(|piece| {
            Some(code(&absolute(&Route::Embed(piece).into())?, &link.hash(), site))
        });
        let inner = field(site, "link", words.share_link(), &shared)
            + &code.map(|code| field(site, "code", words.share_embed(), &code)).unwrap_or_default()
            + "<p class=\"small\" id=\"_copied\" role=\"status\"></p>";
        popover::show(&word(words.share()), &inner, &word(words.close()), &Place::Beside(link));
    });
    on_click("button[data-copies]", move |_, button| copy(site, button));
}

/// The piece that stands at an address, if it can be embedded.
fn piece(guide: &Guide, address: &Address) -> Option<Piece> {
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
            statement.or_else(|| item().map(|_| Piece::Item(id.clone())))
        }
    }
}

/// A whole address, in the form that this host answers.
fn absolute(address: &Address) -> Option<String> {
    let base = document().base_uri().ok()??;
    Some(Url::new_with_base(&address.href(page::form()), &base).ok()?.href())
}

fn code(address: &str, hash: &str, site: Site) -> String {
    let name = page::at_hash(hash).and_then(|place| place.text_content());
    let address = Html::escaped(address);
    let name = Html::escaped(name.as_deref().unwrap_or(&site.guide.title));
    format!(
        "<iframe src=\"{address}\" title=\"{name}\" width=\"100%\" height=\"{FRAME_HEIGHT}\" loading=\"lazy\" style=\"border:0\"></iframe>"
    )
}

/// A text to copy, with its name and its button.
pub(crate) fn field(site: Site, name: &str, label: &str, text: &str) -> String {
    format!(
        "<p class=\"copy\"><label for=\"_copy-{name}\" id=\"_label-{name}\">{}</label>\
         <input id=\"_copy-{name}\" readonly value=\"{}\"><button type=\"button\" id=\"_button-{name}\" aria-labelledby=\"_button-{name} _label-{name}\" data-copies=\"_copy-{name}\">{}</button></p>",
        word(label),
        Html::escaped(text),
        word(site.words().copy())
    )
}

fn copy(site: Site, button: &Element) {
    let id = button.get_attribute("data-copies").unwrap_or_default();
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
        if let Some(status) = page::element("_copied") {
            status.set_text_content(Some(said));
        }
    });
}
