//! Where the guide speaks of an institution: by one of its names, or by citing a text about it.

use concord_engine::search::{Document, DocumentKind};
use concord_model::{Address, Html, Id, Institution, Route, html};

use crate::{
    Site,
    text::{line, link, listed_in},
};

/// Links to the lessons, terms and statements that speak of it. `documents` are those of the guide.
pub(super) fn mentions(site: Site, documents: &[Document], one: &Institution) -> Html {
    let words = site.atlas();
    let named: Vec<&Document> =
        documents.iter().filter(|document| names(document, &one.names)).collect();
    let cited: Vec<_> = one.sources.iter().filter_map(|id| site.guide.source(id)).collect();

    let in_lesson = |id: &Id| {
        let route = Route::Lesson(id.clone());
        named.iter().any(|document| document.address.route == route)
            || cited.iter().any(|source| source.used_in.contains(id))
    };
    let lessons = site.guide.lessons.iter().map(|lesson| lesson.id.clone());
    let lessons: Vec<Id> = lessons.filter(in_lesson).collect();

    let in_term = |id: &Id| {
        named.iter().any(|document| document.kind == DocumentKind::Term && is_at(document, id))
            || cited.iter().any(|source| source.terms.contains(id))
    };
    let terms = site.guide.terms.iter().map(|term| term.id.clone());
    let terms: Vec<Id> = terms.filter(in_term).collect();

    let statements = site.guide.statements().filter(|(_, statement)| {
        let is_named = |document: &&Document| {
            matches!(document.kind, DocumentKind::Statement(..)) && is_at(document, &statement.id)
        };
        statement.sources.iter().any(|id| one.sources.contains(id)) || named.iter().any(is_named)
    });
    let statements = statements.map(|(route, statement)| {
        link(Address::new(route, statement.id.as_str()), &statement.title)
    });
    let statements = line("used-in", words.institution_statements(), statements);

    html! {
        @if lessons.is_empty() && terms.is_empty() && statements.is_empty() {
            p.small { (words.institution_nowhere()) }
        }
        (listed_in(site, words.institution_lessons(), &lessons, &terms))
        (statements)
    }
}

fn is_at(document: &Document, id: &Id) -> bool {
    document.address.fragment.as_deref() == Some(id.as_str())
}

/// Whether a document has one of the names, as whole words.
fn names(document: &Document, names: &[String]) -> bool {
    names.iter().any(|name| has(&document.title, name) || has(&document.text, name))
}

fn has(text: &str, name: &str) -> bool {
    let is_end = |next: Option<char>| !next.is_some_and(char::is_alphanumeric);
    text.match_indices(name).any(|(at, _)| {
        let (before, after) = (text.get(..at), text.get(at + name.len()..));
        is_end(before.and_then(|text| text.chars().next_back()))
            && is_end(after.and_then(|text| text.chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use super::has;

    #[test]
    fn names_are_found_as_whole_words() {
        assert!(has("The ITU’s index", "ITU"));
        assert!(has("ITU", "ITU"));
        assert!(!has("SITUATION", "ITU"));
        assert!(!has("An institution", "ITU"));
    }
}
