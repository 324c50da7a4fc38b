//! Shows the theme that the reader chose. A small script in the page's head does the same before
//! the first paint, from where the record keeps it apart.

use concord_engine::record::Theme;
use concord_model::data;
use gloo::utils::document_element;
use leptos::prelude::*;

use crate::Site;

pub(super) fn follow(site: Site) {
    Effect::new(move || {
        let root = document_element();
        let _ = match site.store.record.with(|record| record.theme) {
            Theme::System => root.remove_attribute(data!(theme)),
            theme => root.set_attribute(data!(theme), theme.name()),
        };
    });
}
