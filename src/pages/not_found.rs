//! The page for addresses that lead nowhere.

use concord_model::Route;
use leptos::prelude::*;

use super::TITLE;
use crate::{Site, text::href};

pub(super) fn view(site: Site) -> impl IntoView {
    let words = site.words();
    view! {
        <div class="not-found">
            <header class="title"><h1 id=TITLE tabindex="-1">{words.not_found_title.as_str()}</h1></header>
            <p>{words.not_found_text.as_str()}</p>
            <p><a class="button" href=href(Route::Home)>{words.home.as_str()}</a></p>
        </div>
    }
}
