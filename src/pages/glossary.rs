//! All terms, with where they are used.

use concord_model::{Html, Route, Term, html};

use crate::{
    Site,
    text::{Scope, cited, page_title, used_in},
};

pub(super) fn text(site: Site) -> Html {
    let scope = Scope::page(site, &Route::Glossary);
    html! {
        div.list {
            (page_title(&Html::default(), &site.words().glossary()))
            (entries(scope, 2))
        }
    }
}

/// All terms, with their titles as headings of `level`.
pub(super) fn entries(scope: Scope<'_>, level: u8) -> Html {
    scope.site.guide.terms.iter().map(|term| entry(scope, level, term)).collect()
}

/// A term with its definition, its sources and where it is used.
pub(super) fn entry(scope: Scope<'_>, level: u8, term: &Term) -> Html {
    let id = term.id.as_str();
    html! {
        section.entry {
            div.headed { (scope.heading(level, id, &term.title)) (scope.to_here(id, &term.title)) }
            div.prose { (term.definition) }
            (cited(scope.site, &term.sources))
            (used_in(scope.site, &term.used_in, &[]))
        }
    }
}
