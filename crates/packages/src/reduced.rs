//! A guide with one lesson, and of all else what that lesson needs: its terms and sources, and the states if it asks for one.
//! So a package of a lesson is small, and its search finds nothing that is not there. Maps and models in its text, and
//! the argument to rebuild, would take a program each; what is said of maps and models stays, and all of it stands on the site.

use std::collections::BTreeSet;

use concord_model::{
    Address, Block, Critique, Guide, Html, Id, Interaction, Item, Lesson, Piece, Route, Source,
    Term,
};

/// The guide of one lesson; nothing if there is no such lesson.
#[must_use]
pub fn reduced(guide: &Guide, lesson: &Id) -> Option<Guide> {
    let own = guide.lesson(lesson)?.1;
    let terms = terms(guide, own);
    let cited = own.sources.iter().chain(terms.iter().flat_map(|term| &term.sources));
    let cited: BTreeSet<&Id> = cited.chain([&guide.work.source]).collect();
    let sources = guide.sources.iter().filter(|source| cited.contains(&source.id));
    let mut own = own.clone();
    own.blocks.retain(|block| !is_rebuilt(block));
    own.blocks.iter_mut().for_each(as_text);
    let asks = items(&mut own).any(|item| matches!(item.interaction, Interaction::Point(_)));
    let mut reduced = Guide {
        welcome: Vec::new(),
        opening: None,
        lessons: vec![own],
        sources: sources.map(|source| with_own_uses(source, lesson, &terms)).collect(),
        terms,
        states: if asks { guide.states.clone() } else { Vec::new() },
        model_pages: Vec::new(),
        plans: Vec::new(),
        what_ifs: Vec::new(),
        has_cases: false,
        has_institutions: false,
        has_state_pages: false,
        has_votes: false,
        has_map: false,
        // Its steps are numbered among all of the whole argument.
        critique: Critique::default(),
        ..guide.clone()
    };
    let kept = reduced.clone();
    for item in reduced.lessons.iter_mut().flat_map(items) {
        item.tests.retain(|href| is_kept(&kept, href));
        item.counters.retain(|href| is_kept(&kept, href));
    }
    reduced.also.retain(|(href, _)| is_kept(&kept, href));
    reduced.former.retain(|(_, now)| now.home(&kept).is_some());
    Some(reduced)
}

/// Whether a block asks to rebuild the argument, which takes a program of its own, too.
fn is_rebuilt(block: &Block) -> bool {
    matches!(block, Block::Item(item) if matches!(item.interaction, Interaction::Rebuild { .. }))
}

/// What is said of a map or a model, in its place.
fn as_text(block: &mut Block) {
    match block {
        Block::Statement(own) => own.blocks.iter_mut().for_each(as_text),
        Block::Atlas(placed) => *block = Block::Prose(placed.text.clone()),
        Block::Model(placed) => *block = Block::Prose(placed.text.clone()),
        Block::Item(_) | Block::Prose(_) | Block::Heading(_) => {}
    }
}

/// The terms that a lesson speaks of, and those that their definitions speak of.
fn terms(guide: &Guide, lesson: &Lesson) -> Vec<Term> {
    let mut wanted: BTreeSet<&Id> = BTreeSet::new();
    let own = guide.terms.iter().filter(|term| term.used_in.contains(&lesson.id));
    let mut found: Vec<&Term> = own.collect();
    while let Some(term) = found.pop() {
        if wanted.insert(&term.id) {
            let linked = links(&term.definition).filter_map(|id| guide.term(&id));
            found.extend(linked);
        }
    }
    let terms = guide.terms.iter().filter(|term| wanted.contains(&term.id));
    let only = |term: &Term| Term {
        used_in: term.used_in.iter().filter(|id| **id == lesson.id).cloned().collect(),
        ..term.clone()
    };
    terms.map(only).collect()
}

/// The names of the terms that a text links to.
fn links(html: &Html) -> impl Iterator<Item = Id> {
    let hrefs = html.runs().filter_map(|(tag, _)| tag.split_once("href=\""));
    let addresses = hrefs.filter_map(|(_, href)| Some(Address::parse(href.split('"').next()?)));
    let terms = addresses.filter(|address| address.route == Route::Glossary);
    terms.filter_map(|address| Id::new(&address.fragment?).ok())
}

fn with_own_uses(source: &Source, lesson: &Id, terms: &[Term]) -> Source {
    let has_term = |id: &&Id| terms.iter().any(|term| term.id == **id);
    Source {
        used_in: source.used_in.iter().filter(|id| *id == lesson).cloned().collect(),
        terms: source.terms.iter().filter(has_term).cloned().collect(),
        ..source.clone()
    }
}

fn items(lesson: &mut Lesson) -> impl Iterator<Item = &mut Item> {
    lesson.blocks.iter_mut().filter_map(|block| match block {
        Block::Item(item) => Some(item),
        _ => None,
    })
}

/// Whether what stands at an address is in the guide.
fn is_kept(guide: &Guide, href: &str) -> bool {
    let Address { route, fragment } = Address::parse(href);
    let id = fragment.and_then(|fragment| Id::new(&fragment).ok());
    match id {
        None => route.exists(guide),
        Some(id) => [Piece::Statement, Piece::Item, Piece::Term]
            .into_iter()
            .any(|piece| piece(id.clone()).home(guide).is_some()),
    }
}
