//! All sources, with what is known of each and where it is cited.

use concord_model::{Checked, Html};
use leptos::prelude::*;

use super::{TITLE, glossary::html_of};
use crate::{Site, text::{heading, used_in}};

pub(super) fn view(site: Site) -> impl IntoView {
    let words = site.words();
    let sources = site.guide.sources.iter().map(|source| {
        let title = Html(html_of(&source.title));
        let unverified = (source.checked == Checked::Unverified).then(|| {
            view! { <p class="unverified">{words.unverified_long.as_str()}</p> }
        });
        let symbol = source.symbol.as_deref().map(|symbol| view! { ", "<span>{symbol}</span> });
        view! {
            <section class="entry">
                {heading(2, source.id.as_str(), &title)}
                <p class="small"><span>{source.by.as_str()}</span>", "<span>{source.date.as_str()}</span>{symbol}</p>
                <p>{source.note.as_str()}</p>
                {unverified}
                {used_in(site, &source.used_in)}
            </section>
        }
    });
    view! {
        <div class="list">
            <header class="title"><h1 id=TITLE tabindex="-1">{words.sources.as_str()}</h1></header>
            {sources.collect_view()}
        </div>
    }
}
