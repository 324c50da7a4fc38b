//! All sources, with what is known of each and where it is cited.

use concord_model::{Checked, Html, Route, Source, html};

use crate::{
    Site,
    text::{Scope, page_title, used_in},
};

pub(super) fn text(site: Site) -> Html {
    let scope = Scope::page(site, &Route::Sources);
    html! {
        div.list {
            (page_title(&Html::default(), &site.words().sources()))
            (entries(scope, 2))
        }
    }
}

/// All sources, with their titles as headings of `level`.
pub(super) fn entries(scope: Scope<'_>, level: u8) -> Html {
    scope.site.guide.sources.iter().map(|source| entry(scope, level, source)).collect()
}

fn entry(scope: Scope<'_>, level: u8, source: &Source) -> Html {
    let date = scope.site.words().readable(&source.date);
    let facts = [Some(&source.by), Some(&date), source.symbol.as_ref()];
    let facts: Vec<&str> = facts.into_iter().flatten().map(String::as_str).collect();
    let id = source.id.as_str();
    html! {
        section.entry {
            div.headed { (scope.heading(level, id, &source.title)) (scope.to_here(id, &source.title)) }
            p.small {
                (facts.join(", "))
                // The name of the site says where the link leads.
                @if let Some(url) = &source.url {
                    ", " a.outside rel="noopener noreferrer" href=(url) { (url.split('/').nth(2).unwrap_or(url)) }
                }
            }
            p { (source.note) }
            @if source.checked == Checked::Unverified {
                p.unverified { (scope.site.words().unverified_long()) }
            }
            (used_in(scope.site, &source.used_in, &source.terms))
        }
    }
}
