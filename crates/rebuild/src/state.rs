//! What is known of an argument that is being rebuilt: what is chosen, what was said, and where each statement was put first.

use std::rc::Rc;

use concord_engine::rebuild::Rebuilt;
use concord_model::{Plural, RebuildFile, RebuildWords, StatementKind, fill};

/// A place that no statement has.
pub(crate) const NOWHERE: u32 = u32::MAX;

/// The state of one place in a page.
pub(crate) struct State {
    file: Rc<RebuildFile>,
    /// The number of the question in the file.
    puzzle: usize,
    /// What has its place.
    pub(crate) placed: Vec<u32>,
    /// Statements that were not put right at first or needed help, each with the place where it was put.
    pub(crate) missed: Vec<(u32, u32)>,
    /// Statements for which help was asked, each as often as it was.
    pub(crate) helped: Vec<u32>,
    /// The statement that is to be placed next; the reader chooses it, as a choice made for them would tell what has a place.
    pub(crate) chosen: Option<u32>,
    /// The statement on the map whose roles are open.
    pub(crate) opened: Option<u32>,
    /// The statement for which they were opened.
    pub(crate) opened_for: Option<u32>,
    /// Whether the reader was shown where all belong, so that there is nothing to count.
    pub(crate) is_shown: bool,
    /// What was said last, and at which statement on the map.
    pub(crate) said: (Option<u32>, String),
}

impl State {
    /// An empty map of the question of that name.
    pub(crate) fn new(file: Rc<RebuildFile>, name: &str) -> Option<Self> {
        let puzzle = file.puzzles.iter().position(|puzzle| puzzle.name == name)?;
        Some(Self {
            file,
            puzzle,
            placed: Vec::new(),
            missed: Vec::new(),
            helped: Vec::new(),
            chosen: None,
            opened: None,
            opened_for: None,
            is_shown: false,
            said: (None, String::new()),
        })
    }

    /// The words that are said.
    pub(crate) fn words(&self) -> &RebuildWords {
        &self.file.words
    }

    /// The plural rule of their language.
    pub(crate) fn plural(&self) -> &Plural {
        &self.file.plural
    }

    /// The statements of the question, and the place of each, as the question counts places.
    pub(crate) fn pieces(&self) -> (&[u32], &[u32]) {
        let puzzle = self.file.puzzles.get(self.puzzle);
        puzzle.map(|own| (own.pieces.as_slice(), own.places.as_slice())).unwrap_or_default()
    }

    /// The map as the engine knows it.
    pub(crate) fn map(&self) -> Rebuilt<'_> {
        let mut map = Rebuilt::new(&self.file, self.pieces().0);
        map.placed.clone_from(&self.placed);
        map
    }

    /// What has no place yet, in an order that gives nothing away: that of the alphabet.
    pub(crate) fn waiting(&self) -> Vec<u32> {
        let all = self.pieces().0.iter().copied();
        let mut waiting: Vec<u32> = all.filter(|own| !self.placed.contains(own)).collect();
        waiting.sort_by_key(|own| self.short(*own));
        waiting
    }

    /// A few words for a statement.
    pub(crate) fn short(&self, statement: u32) -> &str {
        self.file.statements.get(statement as usize).map_or("", |own| own.short.as_str())
    }

    /// What a part is called.
    pub(crate) fn part(&self, kind: StatementKind) -> &str {
        let place = StatementKind::ALL.iter().position(|own| *own == kind);
        place.and_then(|place| self.file.parts.get(place)).map_or("", String::as_str)
    }

    /// Statements in quotes, with commas between them.
    pub(crate) fn names(&self, statements: &[u32]) -> String {
        let quoted =
            |own: &u32| fill(self.words().rebuild_quoted(), &[("statement", self.short(*own))]);
        statements.iter().map(quoted).collect::<Vec<_>>().join(", ")
    }

    /// How many statements were put right at first, without help, and how many there are.
    pub(crate) fn score(&self) -> (usize, usize) {
        let all = self.pieces().0.len();
        (all - self.missed().len(), all)
    }

    /// The statements that were not.
    pub(crate) fn missed(&self) -> Vec<u32> {
        let is_missed = |own: &&u32| self.missed.iter().any(|(missed, _)| missed == *own);
        self.pieces().0.iter().filter(is_missed).copied().collect()
    }

    /// For each statement the place where it was put first.
    pub(crate) fn first_places(&self) -> impl Iterator<Item = u32> {
        let (pieces, places) = self.pieces();
        pieces.iter().zip(places).map(|(own, place)| {
            let missed = self.missed.iter().find(|(missed, _)| missed == own);
            missed.map_or(*place, |(_, place)| *place)
        })
    }
}
