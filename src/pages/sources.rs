//! All sources, with what is known of each and where it is cited.

use concord_model::{Checked, Html, Route, Source};

use crate::{
    Site,
    scope::Scope,
    text::{page_title, used_in, word},
};

pub(super) fn text(site: Site) -> String {
    let scope = Scope::page(site, &Route::Sources);
    format!(
        "<div class=\"list\">{}{}</div>",
        page_title("", &word(site.words().sources())),
        entries(scope, 2)
    )
}

/// All sources, with their titles as headings of `level`.
pub(super) fn entries(scope: Scope<'_>, level: u8) -> String {
    scope.site.guide.sources.iter().map(|source| entry(scope, level, source)).collect()
}

fn entry(scope: Scope<'_>, level: u8, source: &Source) -> String {
    let facts = [Some(&source.by), Some(&source.date), source.symbol.as_ref()];
    let facts: Vec<String> = facts.into_iter().flatten().map(|fact| word(fact)).collect();
    let unverified = match source.checked {
        Checked::Verified => String::new(),
        Checked::Unverified => {
            format!("<p class=\"unverified\">{}</p>", word(scope.site.words().unverified_long()))
        }
    };
    let (title, id) = (Html::escaped(&source.title), source.id.as_str());
    format!(
        "<section class=\"entry\"><div class=\"headed\">{}{}</div><p class=\"small\">{}</p><p>{}</p>{unverified}{}</section>",
        scope.heading(level, id, &title),
        scope.to_here(id, &title),
        facts.join(", "),
        word(&source.note),
        used_in(scope.site, &source.used_in, &source.terms),
    )
}
