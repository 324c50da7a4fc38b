//! A quiz by link: which questions an address asks for. The same address gives every reader the same
//! questions in the same order, whatever they answered before.
//!
//! Each question's place in the order comes from the seed and its own id, so that new questions leave the others where they
//! were.

use concord_model::{Form, Guide, Id, Interaction, Item, Lesson, Piece};

use crate::ordered::put;

/// How many questions are asked where the address does not say.
pub const USUAL_COUNT: usize = 10;

/// The names of the values in an address, in the order in which they are written.
pub const NAMES: [&str; 8] =
    ["question", "lesson", "asked", "claim", "term", "kind", "count", "seed"];

/// What `asked` says of questions that no lesson shows.
const LATER: &str = "later";

/// What an address asks for. A list that is not there asks for nothing in particular.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Questions that are asked.
    pub questions: Option<Vec<Id>>,
    /// Whether only those are asked that no lesson shows.
    pub later: bool,
    /// Lessons whose questions are asked.
    pub lessons: Option<Vec<Id>>,
    /// Addresses of statements and terms that are tested.
    pub tests: Option<Vec<String>>,
    /// Kinds of questions, by their names.
    pub kinds: Option<Vec<&'static str>>,
    /// How many questions at most.
    pub count: Option<usize>,
    /// What the order comes from; without it, the order is the guide's.
    pub seed: Option<String>,
    /// What the address asks for and the guide does not have, as it is written there.
    pub unknown: Vec<String>,
}

impl Selection {
    /// Reads the values of an address. Whatever they are, they select something or nothing; names
    /// that mean nothing are told in [`Selection::unknown`], and never widen the selection.
    #[must_use]
    pub fn read(guide: &Guide, values: impl Fn(&str) -> Vec<String>) -> Self {
        // A form sends a value for each field, also for those that were left empty.
        let given = |name: &str| -> Vec<String> {
            values(name).into_iter().filter(|value| !value.trim().is_empty()).collect()
        };
        let mut unknown = Vec::new();
        let lessons = known(given("lesson"), &mut unknown, |name| {
            let lesson = guide.now(Piece::Lesson(Id::new(name).ok()?));
            lesson.home(guide).and(lesson.id().cloned())
        });
        let questions = known(given("question"), &mut unknown, |name| {
            let question = guide.now(Piece::Item(Id::new(name).ok()?));
            question.home(guide).and(question.id().cloned())
        });
        let later = known(given("asked"), &mut unknown, |name| (name == LATER).then_some(()));
        let claims = known(given("claim"), &mut unknown, |name| {
            let statement = guide.now(Piece::Statement(Id::new(name).ok()?));
            Some(statement.home(guide)?.href(Form::Folder))
        });
        let terms = known(given("term"), &mut unknown, |name| {
            let term = guide.now(Piece::Term(Id::new(name).ok()?));
            Some(term.home(guide)?.href(Form::Folder))
        });
        let tests = match (claims, terms) {
            (Some(claims), Some(terms)) => Some([claims, terms].concat()),
            (claims, terms) => claims.or(terms),
        };
        let kinds = known(given("kind"), &mut unknown, |name| {
            Interaction::KINDS.into_iter().find(|kind| *kind == name)
        });
        let count = given("count").pop();
        let seed = given("seed").pop();
        let number = count.as_deref().and_then(|text| text.trim().parse().ok());
        if number.is_none() {
            unknown.extend(count);
        }
        let later = later.is_some_and(|said| !said.is_empty());
        Self { questions, later, lessons, tests, kinds, count: number, seed, unknown }
    }

    /// Whether the address asks for nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The questions that are asked, in their order, with their lessons.
    #[must_use]
    pub fn choose<'g>(&self, guide: &'g Guide) -> Vec<(&'g Lesson, &'g Item)> {
        let count = self.count.unwrap_or(USUAL_COUNT);
        let asked = guide.items().filter(|(lesson, item)| self.asks_for(&lesson.id, item));
        let Some(seed) = &self.seed else { return asked.take(count).collect() };
        // Each question has its own place in the order, so that one that is new in the guide leaves
        // the others as they were. Of a large bank, only the first ones are ever put in order.
        let mut first: Vec<(u32, (&Lesson, &Item))> = Vec::new();
        for (lesson, item) in asked {
            let key = mixed(seed, item.id.as_str());
            put(&mut first, count, (key, (lesson, item)), |(other, _)| *other <= key);
        }
        first.into_iter().map(|(_, chosen)| chosen).collect()
    }

    fn asks_for(&self, lesson: &Id, item: &Item) -> bool {
        let named = self.questions.as_ref().is_none_or(|questions| questions.contains(&item.id));
        let in_time = item.later || !self.later;
        let in_lesson = self.lessons.as_ref().is_none_or(|lessons| lessons.contains(lesson));
        let tested = self
            .tests
            .as_ref()
            .is_none_or(|tests| item.tests.iter().any(|href| tests.contains(href)));
        let kinds = self.kinds.as_ref();
        named
            && in_time
            && in_lesson
            && tested
            && kinds.is_none_or(|kinds| kinds.contains(&item.interaction.kind()))
    }
}

/// What the names mean; nothing at all if there are no names.
fn known<T>(
    names: Vec<String>,
    unknown: &mut Vec<String>,
    find: impl Fn(&str) -> Option<T>,
) -> Option<Vec<T>> {
    if names.is_empty() {
        return None;
    }
    let mut found = Vec::new();
    for name in names {
        match find(&name) {
            Some(meant) => found.push(meant),
            None => unknown.push(name),
        }
    }
    Some(found)
}

/// A number that depends on every byte of both texts: FNV-1a, then the mixing step of MurmurHash3,
/// as FNV alone gives texts that differ at their end numbers that are near.
fn mixed(seed: &str, id: &str) -> u32 {
    let bytes = seed.bytes().chain([0]).chain(id.bytes());
    let hash = concord_model::fingerprint(bytes);
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    let hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}
