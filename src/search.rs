//! The search as its page has it: a field, and the place of what is found. A program of its own finds (`crates/search`).

use concord_engine::search::{SearchFile, SearchWords};
use concord_model::{Guide, Html, Program, StatementKind, html, talk::Panel};

use crate::{
    Site,
    ids::SEARCH_FIELD,
    text::{mark, panel},
};

/// The field and the place of results.
pub(crate) fn place(site: Site) -> Html {
    let words = site.words();
    html! {
        search data-program=(Program::Search.name()) data-off=(words.search_failed()) {
            div.live {
                input #(SEARCH_FIELD) type="search" aria-label=(words.search()) autocomplete="off"
                    autocapitalize="none" spellcheck="false" enterkeyhint="search";
            }
            (panel(Panel::Notice))
            (panel(Panel::Found))
        }
    }
}

/// What the program reads that finds. `searcher` is what is searched, as bytes.
#[must_use]
pub fn search_file(guide: &Guide, searcher: Vec<u8>) -> SearchFile {
    let words = &guide.words;
    SearchFile {
        searcher,
        owners: guide
            .owners
            .iter()
            .map(|owner| (owner.id.clone(), mark(owner.mark), owner.name.clone()))
            .collect(),
        parts: StatementKind::ALL.map(|kind| words.part(kind).to_owned()).to_vec(),
        words: SearchWords {
            small: words.search_small().to_owned(),
            results: words.search_results().clone(),
            first: words.search_first().to_owned(),
            none: words.search_none().to_owned(),
            partly: words.search_partly().to_owned(),
            lesson: words.kind_lesson().to_owned(),
            section: words.kind_section().to_owned(),
            term: words.kind_term().to_owned(),
            source: words.kind_source().to_owned(),
            state: words.kind_state().to_owned(),
            question: words.question().to_owned(),
        },
        plural: guide.plural.clone(),
    }
}
