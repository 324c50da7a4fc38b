//! Names that content gave up, `formerly=`: what bears them now, and what is wrong with them.

use std::ops::Range;

use concord_model::{Address, Id, Piece, Route};

use crate::{
    diagnostic::Faults,
    ids::checked_id,
    kind::SectionKind,
    outline::{Document, Section},
    symbols::{self, Former, Place, Space, Symbols},
};

/// Notes the former names in a file; all that is called something now has to be known already.
pub(crate) fn declare(symbols: &mut Symbols, document: &Document<'_>, faults: &mut Faults) {
    for outer in &document.sections {
        let Some(page) = symbols::route(outer) else { continue };
        for section in outer.walk() {
            declare_section(symbols, document, &page, section, faults);
        }
    }
}

fn declare_section(
    symbols: &mut Symbols,
    document: &Document<'_>,
    page: &Route,
    section: &Section<'_>,
    faults: &mut Faults,
) {
    if let Some((space, now)) = piece(section) {
        for (name, span) in section.attributes.list("formerly", faults) {
            let Some(id) = checked_id(document.file, name, span.clone(), faults) else { continue };
            let path = document.file.path;
            if let Some(place) = bearer(symbols, space, page, &id) {
                let message = format!("`{id}` is in use, so it is no former name");
                let hint = format!(
                    "it names what stands at {}:{}; remove it here, or rename that",
                    place.path, place.line
                );
                faults.error(path, span, message).hint(hint);
                continue;
            }
            let line = document.lines.number(section.span.start);
            let place = Place { path: path.to_owned(), line };
            let former = Former { now: now.clone(), place };
            if let Some(earlier) = symbols.former.insert((space, id.clone()), former) {
                let message = format!("two sections say that they were called `{id}`");
                let hint = format!(
                    "the other one is at {}:{}; keep it where readers should be led",
                    earlier.place.path, earlier.place.line
                );
                faults.error(path, span, message).hint(hint);
            }
        }
    }
}

/// What a section is for readers who come by its name.
fn piece(section: &Section<'_>) -> Option<(Space, Piece)> {
    let id = section.id.clone()?;
    match section.kind? {
        SectionKind::Lesson => Some((Space::Lesson, Piece::Lesson(id))),
        SectionKind::Term => Some((Space::Term, Piece::Term(id))),
        SectionKind::Statement(_) => Some((Space::Node, Piece::Statement(id))),
        SectionKind::Item(_) => Some((Space::Node, Piece::Item(id))),
        SectionKind::Home
        | SectionKind::About
        | SectionKind::Atlas
        | SectionKind::Case
        | SectionKind::Model
        | SectionKind::Plan
        | SectionKind::Play
        | SectionKind::Opening => None,
    }
}

/// Where that name is given today.
fn bearer<'s>(symbols: &'s Symbols, space: Space, page: &Route, id: &Id) -> Option<&'s Place> {
    match space {
        Space::Lesson => symbols.lessons.get(id),
        Space::Term => symbols.fragment(page, id.as_str()),
        Space::Node => {
            let node = symbols.nodes.get(id).map(|node| &node.place);
            // An old link to the place on the page would lead to what has the name there.
            node.or_else(|| symbols.fragment(page, id.as_str()))
        }
    }
}

impl Symbols {
    /// The name of today, if `name` is a former one.
    pub(crate) fn renamed(&self, space: Space, name: &str) -> Option<&Id> {
        let old = Id::new(name).ok()?;
        self.former.get(&(space, old)).and_then(|former| former.now.id())
    }

    /// The name of today. That a former one was written is worth a warning.
    pub(crate) fn now<'n>(
        &'n self,
        space: Space,
        name: &'n str,
        (path, span): (&str, Range<usize>),
        faults: &mut Faults,
    ) -> &'n str {
        let Some(now) = self.renamed(space, name) else { return name };
        warn(path, span, name, now.as_str(), faults);
        now.as_str()
    }

    /// What to write instead of a link that has a former name.
    pub(crate) fn renewed_link(&self, destination: &str, here: &Route) -> Option<String> {
        if let Some(fragment) = destination.strip_prefix('#') {
            return self.renewed_fragment(here, fragment, "");
        }
        let (scheme, rest) = destination.split_once(':')?;
        match scheme {
            "claim" => self.renamed(Space::Node, rest).map(|now| format!("claim:{now}")),
            "term" => self.renamed(Space::Term, rest).map(|now| format!("term:{now}")),
            "lesson" => {
                let (name, fragment) = rest.split_once('#').unwrap_or((rest, ""));
                let lesson = self.renamed(Space::Lesson, name);
                let id = lesson.cloned().or_else(|| Id::new(name).ok())?;
                let prefix = format!("lesson:{id}");
                let fragment_now =
                    self.renewed_fragment(&Route::Lesson(id.clone()), fragment, &prefix);
                let hash = if fragment.is_empty() { "" } else { "#" };
                fragment_now.or_else(|| lesson.map(|_| format!("{prefix}{hash}{fragment}")))
            }
            _ => None,
        }
    }

    /// The same for a place on a page, which may have moved to another page.
    fn renewed_fragment(&self, page: &Route, fragment: &str, prefix: &str) -> Option<String> {
        if self.has_fragment(page, fragment) {
            return None;
        }
        if *page == Route::Glossary {
            return self.renamed(Space::Term, fragment).map(|now| format!("#{now}"));
        }
        let now = self.renamed(Space::Node, fragment)?;
        let address = self.nodes.get(now).map(|node| node.address(now));
        let stays = address == Some(Address::new(page.clone(), now.as_str()));
        Some(if stays { format!("{prefix}#{now}") } else { format!("claim:{now}") })
    }

    /// All former names with what they name now, for the guide.
    pub(crate) fn former_pieces(&self) -> Vec<(Piece, Piece)> {
        let pieces = self.former.iter().filter_map(|((_, old), Former { now, .. })| {
            let old = match now {
                Piece::Lesson(_) => Piece::Lesson(old.clone()),
                Piece::Statement(_) => Piece::Statement(old.clone()),
                Piece::Item(_) => Piece::Item(old.clone()),
                Piece::Term(_) => Piece::Term(old.clone()),
                // Headings keep no former names, and content gives the others none at all.
                Piece::Section(..)
                | Piece::Quiz
                | Piece::Argument
                | Piece::Community
                | Piece::Model(_) => return None,
            };
            Some((old, now.clone()))
        });
        pieces.collect()
    }
}

/// Says what something that was written by its former name is called now.
pub(crate) fn warn(path: &str, span: Range<usize>, old: &str, now: &str, faults: &mut Faults) {
    faults.warning(path, span, format!("`{old}` is a former name")).hint(format!("write `{now}`"));
}
