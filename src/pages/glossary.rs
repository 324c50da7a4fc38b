//! All terms, with where they are used.

use concord_model::Html;
use leptos::prelude::*;

use super::TITLE;
use crate::{Site, argument::cited, text::{heading, used_in}};

pub(super) fn view(site: Site) -> impl IntoView {
    let terms = site.guide.terms.iter().map(|term| {
        let title = Html(html_of(&term.title));
        view! {
            <section class="entry">
                {heading(2, term.id.as_str(), &title)}
                <div class="prose" inner_html=term.definition.0.as_str()></div>
                {cited(site, &term.sources)}
                {used_in(site, &term.used_in)}
            </section>
        }
    });
    view! {
        <div class="list">
            <header class="title"><h1 id=TITLE tabindex="-1">{site.words().glossary.as_str()}</h1></header>
            {terms.collect_view()}
        </div>
    }
}

/// Plain text as HTML.
pub(super) fn html_of(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
