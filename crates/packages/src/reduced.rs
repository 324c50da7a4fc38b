//! A guide with one lesson, and of all else what that lesson needs: its terms and sources, the states if it asks for one
//! or shows a map, the layers that it shows. So a package of a lesson is small, and its search finds nothing that is not there.

use std::collections::BTreeSet;

use concord_model::{
    Address, Block, Community, Critique, Guide, Html, Id, Interaction, Item, Lesson, Outlines,
    Piece, Route, Source, Term, talk::Drawing,
};

/// The guide and the community of one lesson; nothing if there is no such lesson.
#[must_use]
pub fn reduced(guide: &Guide, community: &Community, lesson: &Id) -> Option<(Guide, Community)> {
    let own = guide.lesson(lesson)?.1;
    let terms = terms(guide, own);
    let shown = Shown::in_blocks(&own.blocks);
    let cited = own.sources.iter().chain(terms.iter().flat_map(|term| &term.sources));
    let cited: BTreeSet<&Id> = cited.chain([&guide.work.source]).collect();
    let sources = guide.sources.iter().filter(|source| cited.contains(&source.id));
    let has_states = shown.asks_states || !shown.layers.is_empty();
    let mut reduced = Guide {
        welcome: Vec::new(),
        opening: None,
        lessons: vec![own.clone()],
        sources: sources.map(|source| with_own_uses(source, lesson, &terms)).collect(),
        terms,
        states: if has_states { guide.states.clone() } else { Vec::new() },
        model_pages: Vec::new(),
        plans: Vec::new(),
        has_cases: false,
        has_institutions: false,
        has_state_pages: false,
        has_votes: false,
        // Its steps are numbered among all of the whole argument.
        critique: Critique::default(),
        has_map: guide.has_map && has_states,
        ..guide.clone()
    };
    let kept = reduced.clone();
    for lesson in &mut reduced.lessons {
        in_tiles(&mut lesson.blocks);
    }
    for item in items(&mut reduced.lessons) {
        item.tests.retain(|href| is_kept(&kept, href));
        item.counters.retain(|href| is_kept(&kept, href));
    }
    reduced.also.retain(|(href, _)| is_kept(&kept, href));
    reduced.former.retain(|(_, now)| now.home(&kept).is_some());
    let community = if has_states {
        Community {
            layers: community
                .layers
                .iter()
                .filter(|layer| shown.layers.contains(&layer.id))
                .cloned()
                .collect(),
            institutions: Vec::new(),
            links: Vec::new(),
            life: Vec::new(),
            cases: Vec::new(),
            outlines: community.outlines.as_ref().map(without_land),
            ..community.clone()
        }
    } else {
        Community::default()
    };
    Some((reduced, community))
}

/// The outlines of all land are half of what a lesson's map would weigh, so its states are drawn as tiles.
fn without_land(outlines: &Outlines) -> Outlines {
    let states = outlines.states.iter().map(|_| String::new());
    Outlines { other: String::new(), states: states.collect(), size: outlines.size }
}

fn in_tiles(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Statement(own) => in_tiles(&mut own.blocks),
            Block::Atlas(placed) => {
                let drawing = placed.drawing.unwrap_or_default();
                placed.drawing =
                    Some(if drawing == Drawing::Map { Drawing::Tiles } else { drawing });
            }
            Block::Item(_) | Block::Prose(_) | Block::Heading(_) | Block::Model(_) => {}
        }
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

/// What a lesson shows of the states.
#[derive(Default)]
struct Shown {
    asks_states: bool,
    layers: BTreeSet<Id>,
}

impl Shown {
    fn in_blocks(blocks: &[Block]) -> Self {
        let mut shown = Self::default();
        shown.take(blocks);
        shown
    }

    fn take(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Statement(own) => self.take(&own.blocks),
                Block::Atlas(placed) => drop(self.layers.insert(placed.layer.clone())),
                Block::Item(Item { interaction: Interaction::Point(_), .. }) => {
                    self.asks_states = true;
                }
                Block::Item(_) | Block::Prose(_) | Block::Heading(_) | Block::Model(_) => {}
            }
        }
    }
}

fn items(lessons: &mut [Lesson]) -> impl Iterator<Item = &mut Item> {
    let blocks = lessons.iter_mut().flat_map(|lesson| &mut lesson.blocks);
    blocks.filter_map(|block| match block {
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
