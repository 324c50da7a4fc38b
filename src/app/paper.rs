//! Prints, and says on paper where the guide's addresses begin, as links on paper cannot be followed.

use concord_model::{data, fill};
use gloo::{
    events::EventListener,
    utils::{document, window},
};

use crate::{
    Site,
    browser::{clicks::on_click, page},
    ids::ADDRESSES,
};

pub(super) fn follow(site: Site) {
    on_click(concat!("button[", data!(prints), "]"), |_, _| drop(window().print()));
    EventListener::new(&window(), "beforeprint", move |_| {
        let base = document().base_uri().ok().flatten().unwrap_or_default();
        if let Some(line) = page::element(ADDRESSES) {
            let text = fill(site.words().addresses_begin(), &[("address", &base)]);
            line.set_text_content(Some(&text));
        }
    })
    .forget();
}
