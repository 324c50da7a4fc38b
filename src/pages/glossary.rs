//! All terms, with where they are used.

use concord_model::{Html, Route, Term};

use crate::{
    Site,
    scope::Scope,
    text::{cited, page_title, used_in, word},
};

pub(super) fn text(site: Site) -> String {
    let scope = Scope::page(site, &Route::Glossary);
    format!(
        "<div class=\"list\">{}{}</div>",
        page_title("", &word(site.words().glossary())),
        entries(scope, 2)
    )
}

/// All terms, with their titles as headings of `level`.
pub(super) fn entries(scope: Scope<'_>, level: u8) -> String {
    scope.site.guide.terms.iter().map(|term| entry(scope, level, term)).collect()
}

/// A term with its definition, its sources and where it is used.
pub(super) fn entry(scope: Scope<'_>, level: u8, term: &Term) -> String {
    let title = Html::escaped(&term.title);
    let id = term.id.as_str();
    format!(
        "<section class=\"entry\"><div class=\"headed\">{}{}</div><div class=\"prose\">{}</div>{}{}</section>",
        scope.heading(level, id, &title),
        scope.to_here(id, &title),
        term.definition,
        cited(scope.site, &term.sources),
        used_in(scope.site, &term.used_in, &[]),
    )
}
