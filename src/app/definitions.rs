//! Opens the definition of a term in place, where the browser can; otherwise its link leads to the
//! glossary.

use concord_model::{Address, Route, Term, html};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement};

use crate::{
    Site,
    browser::{
        clicks::on_click,
        popover::{self, Place},
    },
    text::{cited, link},
};

pub(super) fn follow(site: Site) {
    on_click("a.term", move |event, link| {
        let Some(term) = term_of(site, link).filter(|_| popover::exists()) else { return };
        event.prevent_default();
        let words = site.words();
        let in_glossary = Address::new(Route::Glossary, term.id.as_str());
        let inner = html! {
            div.prose { (term.definition) }
            (cited(site, &term.sources))
            p { (self::link(in_glossary, &words.open_in_glossary())) }
        };
        // A term within the note opens in the same place.
        let place = if is_in_note(link) { Place::Here } else { Place::Beside(link) };
        popover::show(&term.title, &inner, words.close(), &place);
    });
}

fn term_of(site: Site, link: &Element) -> Option<&'static Term> {
    let href = link.dyn_ref::<HtmlAnchorElement>()?.get_attribute("href")?;
    let Address { route: Route::Glossary, fragment: Some(id) } = Address::parse(&href) else {
        return None;
    };
    site.guide.terms.iter().find(|term| term.id.as_str() == id)
}

fn is_in_note(link: &Element) -> bool {
    link.closest(".note-box").ok().flatten().is_some()
}
