//! Every name in a pack, and where it leads; made before anything is written.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use concord_model::{
    Address, AtlasWords, Html, Id, Layer, ModelName, Piece, Route, State, Words, is_own_id,
};

use crate::{
    diagnostic::{Diagnostic, Faults},
    events::plain_text,
    kind::SectionKind,
    outline::{Document, Section},
};

/// What names stand for.
#[derive(Default)]
pub(crate) struct Symbols {
    pub(crate) lessons: BTreeMap<Id, Place>,
    pub(crate) terms: BTreeMap<Id, Place>,
    /// Statements and items: their ids are unique in the whole guide.
    pub(crate) nodes: BTreeMap<Id, Node>,
    /// Names that content gave up.
    pub(crate) former: FormerNames,
    /// Cases, and the pages that tell them.
    pub(crate) cases: BTreeMap<Id, (Route, Place)>,
    /// All HTML ids of a page that content made.
    fragments: BTreeMap<String, BTreeMap<Id, Place>>,
    /// Models that have a page.
    pub(crate) models: BTreeMap<&'static str, Place>,
    pub(crate) sources: BTreeSet<Id>,
    /// Owners, and whether each is the guide's own voice.
    pub(crate) owners: BTreeMap<Id, bool>,
    /// The states of the community.
    pub(crate) states: Vec<State>,
    /// What is known of them.
    pub(crate) layers: Vec<Layer>,
    /// What a map says of boundaries and names.
    pub(crate) disclaimer: String,
    /// Links to records of sources, each with its mark if nobody compared it.
    pub(crate) citations: BTreeMap<Id, Html>,
    /// The words of maps and cases.
    pub(crate) atlas: AtlasWords,
    /// What leads from a lesson to the page of a model.
    pub(crate) open_model: String,
    /// All other words.
    pub(crate) words: Words,
    /// The folder of the guide's language, with a slash.
    pub(crate) folder: String,
}

/// Where a name was given.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) path: String,
    pub(crate) line: usize,
}

/// A statement or an item.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) kind: SectionKind,
    /// Its sentence or label, as plain text.
    pub(crate) title: String,
    pub(crate) route: Route,
    pub(crate) place: Place,
    /// The bytes of its heading.
    pub(crate) span: Range<usize>,
}

/// What a name is a name of; each has names of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Space {
    Lesson,
    Term,
    /// Statements and questions.
    Node,
}

/// What bears a former name now, and where that is said.
#[derive(Clone, Debug)]
pub(crate) struct Former {
    pub(crate) now: Piece,
    pub(crate) place: Place,
}

/// All former names.
pub(crate) type FormerNames = BTreeMap<(Space, Id), Former>;

impl Node {
    pub(crate) fn address(&self, id: &Id) -> Address {
        Address::new(self.route.clone(), id.as_str())
    }
}

impl Symbols {
    /// A fault at the heading of a statement.
    pub(crate) fn error_at<'f>(
        &self,
        statement: &Id,
        faults: &'f mut Faults,
        message: String,
    ) -> &'f mut Diagnostic {
        match self.nodes.get(statement) {
            Some(node) => faults.error(&node.place.path, node.span.clone(), message),
            None => faults.error("", 0..0, message),
        }
    }

    pub(crate) fn new(
        sources: &[Id],
        owners: &[(Id, bool)],
        states: Vec<State>,
        folder: String,
    ) -> Self {
        Self {
            sources: sources.iter().cloned().collect(),
            owners: owners.iter().cloned().collect(),
            states,
            folder,
            ..Self::default()
        }
    }

    /// Notes all names of a file.
    pub(crate) fn declare(&mut self, document: &Document<'_>, faults: &mut Faults) {
        for section in &document.sections {
            let Some(route) = route(section) else { continue };
            for inner in section.walk() {
                self.declare_section(document, &route, inner, faults);
            }
        }
    }

    fn declare_section(
        &mut self,
        document: &Document<'_>,
        route: &Route,
        section: &Section<'_>,
        faults: &mut Faults,
    ) {
        let Some(id) = section.id.clone() else { return };
        let path = document.file.path;
        let line = document.lines.number(section.span.start);
        let place = Place { path: path.to_owned(), line };
        let span = section.attributes.span(id.as_str());
        if is_own_id(&id) {
            let message = format!("the id `{id}` is kept for statements that readers write");
            let hint = "choose one that is not `own-` with eight digits from 0 to f";
            faults.error(path, span.clone(), message).hint(hint);
        }
        let earlier = match section.kind {
            Some(SectionKind::Home | SectionKind::About | SectionKind::Plan) => None,
            Some(SectionKind::Model) => {
                let name = ModelName::read(id.as_str());
                name.and_then(|name| self.models.insert(name.name(), place.clone()))
            }
            Some(SectionKind::Lesson) => self.lessons.insert(id.clone(), place.clone()),
            Some(SectionKind::Term) => self.terms.insert(id.clone(), place.clone()),
            Some(kind @ (SectionKind::Statement(_) | SectionKind::Item(_))) => {
                let node = Node {
                    kind,
                    title: plain_text(&section.title),
                    route: route.clone(),
                    place: place.clone(),
                    span: section.span.clone(),
                };
                self.nodes.insert(id.clone(), node).map(|node| node.place)
            }
            Some(SectionKind::Case) => {
                let told = (route.clone(), place.clone());
                self.cases.insert(id.clone(), told).map(|(_, place)| place)
            }
            Some(SectionKind::Atlas | SectionKind::Play | SectionKind::Opening) | None => None,
        };
        let outermost = matches!(
            section.kind,
            Some(
                SectionKind::Home
                    | SectionKind::About
                    | SectionKind::Lesson
                    | SectionKind::Model
                    | SectionKind::Plan
            )
        );
        let same_page = (!outermost)
            .then(|| self.fragments.entry(route.file()).or_default().insert(id.clone(), place))
            .flatten();
        if let Some(earlier) = earlier.or(same_page) {
            let fault = faults.error(path, span, format!("the id `{id}` is taken"));
            fault.hint(format!(
                "it was given at {}:{}; give this one another",
                earlier.path, earlier.line
            ));
        }
    }

    /// Where content put that id on that page.
    pub(crate) fn fragment(&self, route: &Route, id: &str) -> Option<&Place> {
        self.fragments.get(&route.file())?.get(id)
    }

    /// Whether content put that id on that page.
    pub(crate) fn has_fragment(&self, route: &Route, id: &str) -> bool {
        self.fragment(route, id).is_some()
    }

    /// The ids that content put on a page.
    pub(crate) fn fragments(&self, route: &Route) -> impl Iterator<Item = &str> {
        self.fragments.get(&route.file()).into_iter().flat_map(|ids| ids.keys().map(Id::as_str))
    }

    /// The statement of that name; questions are none.
    pub(crate) fn statement(&self, name: &str) -> Option<(&Id, &Node)> {
        self.nodes
            .get_key_value(name)
            .filter(|(_, node)| matches!(node.kind, SectionKind::Statement(_)))
    }

    /// The names of all statements, for hints.
    pub(crate) fn statement_ids(&self) -> impl Iterator<Item = &Id> {
        let statements =
            self.nodes.iter().filter(|(_, node)| matches!(node.kind, SectionKind::Statement(_)));
        statements.map(|(id, _)| id)
    }

    /// Whose own voice a guide speaks in, to say so in hints.
    pub(crate) fn own_voice(&self) -> Option<&Id> {
        self.owners.iter().find(|(_, own_voice)| **own_voice).map(|(id, _)| id)
    }
}

/// The page that an outermost section becomes, or stands on.
pub(crate) fn route(section: &Section<'_>) -> Option<Route> {
    match section.kind? {
        SectionKind::Home => Some(Route::Home),
        SectionKind::About => Some(Route::About),
        SectionKind::Lesson => Some(Route::Lesson(section.id.clone()?)),
        SectionKind::Plan => Some(Route::Plan(section.id.clone()?)),
        SectionKind::Term => Some(Route::Glossary),
        SectionKind::Model => ModelName::read(section.id.as_ref()?.as_str()).map(Route::Model),
        SectionKind::Statement(_)
        | SectionKind::Item(_)
        | SectionKind::Atlas
        | SectionKind::Play
        | SectionKind::Case
        | SectionKind::Opening => None,
    }
}

/// The nearest candidate among ids, as a hint.
pub(crate) fn nearest<'i>(wrong: &str, ids: impl IntoIterator<Item = &'i Id>) -> Option<String> {
    crate::suggest::did_you_mean(wrong, ids.into_iter().map(Id::as_str))
}
