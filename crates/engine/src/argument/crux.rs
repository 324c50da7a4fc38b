//! Cruxes: the smallest sets of leaves whose change changes a conclusion.
//!
//! The search looks for sets of one leaf, then of two, and so on. It does not try all sets: whatever
//! label stands in the way rests on some verdicts ([`certificate`](super::certificate)), and a set
//! that changes none of them changes nothing. So each step branches on these alone (Reiter's
//! hitting sets). Nothing is lost by that, as the tests confirm by trying all sets.

use super::{
    certificate::{Finding, Status, breaking},
    graph::Graph,
    label::{Label, Labelling, label},
    stance::{Stance, Verdict},
};

/// A leaf and the verdict that it is changed to.
pub type Change = (u32, Verdict);

/// Where a search gives up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many edges may be visited. That is proportional to time on every graph, which a number of
    /// labellings would not be. In a graph of a few hundred statements, a change visits a few dozen.
    pub edges: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { edges: 5_000_000 }
    }
}

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cruxes {
    /// Sets of changes, all of the same smallest size. Each set is sorted by leaf, and so are the
    /// sets among each other.
    pub sets: Vec<Vec<Change>>,
    /// Whether these are all.
    pub bound: Bound,
}

/// How far a search came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// All sets of the smallest size were found. If there are none, no set of any size exists.
    Exact,
    /// The search gave up: every set has at least so many changes. Sets that were found have just
    /// as many, but there may be more of them.
    AtLeast(usize),
}

/// How many sets are found before a search gives up. Sets that are independent choices multiply, so
/// few verdicts can have more of them than anybody could use.
const MOST_SETS: usize = 100_000;

/// The smallest sets of changes to a stance that change the label of a conclusion.
#[must_use]
pub fn cruxes(graph: &Graph, stance: &Stance, conclusion: u32, limits: Limits) -> Cruxes {
    let labelling = label(graph, stance);
    let goal = Goal::OtherThan(labelling.of(conclusion));
    Search::new(labelling, conclusion, goal, Offer::Any, limits).run(graph)
}

/// The smallest sets of changes to a stance that give a conclusion the label `wanted`. If it has it,
/// there is nothing to change, so no set.
#[must_use]
pub fn cruxes_toward(
    graph: &Graph,
    stance: &Stance,
    conclusion: u32,
    wanted: Label,
    limits: Limits,
) -> Cruxes {
    Search::toward(label(graph, stance), conclusion, wanted, limits).run(graph)
}

/// Where two stances part: the smallest sets of leaves on which the first has to take over the
/// verdicts of the second before the conclusion has the label that the second gives it. If both give
/// it the same, there is no set.
#[must_use]
pub fn parting(
    graph: &Graph,
    first: &Stance,
    second: &Stance,
    conclusion: u32,
    limits: Limits,
) -> Cruxes {
    let (first, second) = (label(graph, first), label(graph, second));
    Search::parting(first, &second, conclusion, limits).run(graph)
}

/// What a conclusion has to become.
#[derive(Clone, Copy, Debug)]
enum Goal {
    OtherThan(Label),
    Exactly(Label),
}

/// The changes that may be made.
#[derive(Clone, Debug)]
enum Offer {
    Any,
    /// No verdict is replaced by its opposite, only taken back.
    TakeBack,
    /// Only verdicts of this stance.
    Of(Stance),
}

/// A search that goes on a step at a time, so that whoever waits for it can do something else between.
#[derive(Clone, Debug)]
pub struct Search {
    labelling: Labelling,
    conclusion: u32,
    goal: Goal,
    offer: Offer,
    /// How many edges may still be visited.
    left: usize,
    /// How many changes the sets of this round have; no round has begun while it is 0.
    size: usize,
    /// A level for each change that is chosen, and the one at which the next is.
    levels: Vec<Level>,
    chosen: Vec<Change>,
    /// For each leaf a set of verdicts: with that change and those chosen, all sets were tried.
    barred: Vec<u8>,
    found: Vec<Vec<Change>>,
    /// What was found by taking verdicts back, while sets with opposite verdicts are looked for.
    taken_back: Vec<Vec<Change>>,
    /// Whether a larger set than those of this round might be one.
    may_grow: bool,
    /// How it ended.
    bound: Option<Bound>,
}

/// The changes that can be chosen next, after those chosen before.
#[derive(Clone, Debug)]
struct Level {
    /// Those that were not tried yet, the next one last.
    untried: Vec<Change>,
    tried: Vec<Change>,
    /// The one that is chosen, and the verdict that it replaced.
    chosen: Option<(Change, Verdict)>,
}

impl Search {
    /// Looks for what [`cruxes_toward`] finds.
    #[must_use]
    pub fn toward(labelling: Labelling, conclusion: u32, wanted: Label, limits: Limits) -> Self {
        Self::new(labelling, conclusion, Goal::Exactly(wanted), Offer::Any, limits)
    }

    /// Looks for what [`parting`] finds.
    #[must_use]
    pub fn parting(first: Labelling, second: &Labelling, conclusion: u32, limits: Limits) -> Self {
        let goal = Goal::Exactly(second.of(conclusion));
        Self::new(first, conclusion, goal, Offer::Of(second.stance().clone()), limits)
    }

    fn new(
        labelling: Labelling,
        conclusion: u32,
        goal: Goal,
        offer: Offer,
        limits: Limits,
    ) -> Self {
        // To undo what is decided, it is enough to take verdicts back: if opposite verdicts undo it,
        // then so does taking back the same ones, since the labelling is monotone in information. So
        // the smallest size can be found with these alone, at less cost.
        let undoes = match goal {
            Goal::OtherThan(label) => label != Label::Undecided,
            Goal::Exactly(label) => label == Label::Undecided,
        };
        let is_any = matches!(offer, Offer::Any);
        Self {
            barred: vec![0; labelling.stance().len()],
            labelling,
            conclusion,
            goal,
            offer: if undoes && is_any { Offer::TakeBack } else { offer },
            left: limits.edges,
            size: 0,
            levels: Vec::new(),
            chosen: Vec::new(),
            found: Vec::new(),
            taken_back: Vec::new(),
            may_grow: false,
            bound: None,
        }
    }

    /// Goes on until about so many more edges were visited; what was found, once it has ended. `graph`
    /// is the one that was labelled.
    pub fn go_on(&mut self, graph: &Graph, edges: usize) -> Option<Cruxes> {
        let until = self.left.saturating_sub(edges);
        while self.bound.is_none() {
            self.step(graph);
            if self.left <= until && self.left > 0 {
                break;
            }
        }
        let bound = self.bound?;
        Some(Cruxes { sets: sorted(std::mem::take(&mut self.found)), bound })
    }

    fn run(mut self, graph: &Graph) -> Cruxes {
        loop {
            if let Some(found) = self.go_on(graph, usize::MAX) {
                return found;
            }
        }
    }

    fn is_reached(&self) -> bool {
        let label = self.labelling.of(self.conclusion);
        match self.goal {
            Goal::OtherThan(old) => label != old,
            Goal::Exactly(wanted) => label == wanted,
        }
    }

    /// Takes back the change that was chosen last at the innermost level, and chooses the next.
    fn step(&mut self, graph: &Graph) {
        let Some(mut level) = self.levels.pop() else { return self.next_round(graph) };
        if let Some((change, old)) = level.chosen.take() {
            self.chosen.pop();
            self.change(graph, (change.0, old));
            // All sets with this change were tried.
            self.bar(change, true);
            level.tried.push(change);
        }
        let Some(change) = level.untried.pop() else {
            level.tried.into_iter().for_each(|change| self.bar(change, false));
            return;
        };
        if self.is_barred(change) || !self.is_offered(change) {
            self.levels.push(level);
            return;
        }
        if self.left == 0 || self.found.len() >= MOST_SETS {
            return self.give_up();
        }
        level.chosen = Some((change, self.labelling.stance().verdict(change.0)));
        self.levels.push(level);
        self.change(graph, change);
        self.chosen.push(change);
        if self.is_reached() {
            self.found.push(sorted(self.chosen.clone()));
        } else if self.levels.len() < self.size {
            self.go_deeper(graph);
        } else {
            self.may_grow = true;
        }
    }

    /// Ends the search, or looks for the next larger sets.
    fn next_round(&mut self, graph: &Graph) {
        if self.size == 0 && (self.is_reached() || self.conclusion >= graph.statements()) {
            self.bound = Some(Bound::Exact);
        } else if !self.found.is_empty() && matches!(self.offer, Offer::TakeBack) {
            // These sets, and those of the same size with opposite verdicts.
            self.offer = Offer::Any;
            self.taken_back = std::mem::take(&mut self.found);
            self.go_deeper(graph);
        } else if self.size > 0 && (!self.found.is_empty() || !self.may_grow) {
            self.bound = Some(Bound::Exact);
        } else {
            self.size += 1;
            self.may_grow = false;
            self.go_deeper(graph);
        }
    }

    fn give_up(&mut self) {
        self.found.append(&mut self.taken_back);
        self.bound = Some(Bound::AtLeast(self.size));
    }

    /// Begins a level with what has to be broken for the goal to be reached.
    fn go_deeper(&mut self, graph: &Graph) {
        let label = self.labelling.of(self.conclusion);
        let fact = |kind| Finding { node: self.conclusion, kind };
        let facts = match (self.goal, label) {
            (Goal::Exactly(Label::In), _) => &[fact(Status::NotIn)][..],
            (Goal::Exactly(Label::Out), _) => &[fact(Status::NotOut)],
            (_, Label::In) => &[fact(Status::IsIn)],
            (_, Label::Out) => &[fact(Status::IsOut)],
            (_, Label::Undecided) => &[fact(Status::NotIn), fact(Status::NotOut)],
        };
        let (mut untried, visited) = breaking(graph, &self.labelling, facts);
        self.spend(visited + 1);
        untried.reverse();
        self.levels.push(Level { untried, tried: Vec::new(), chosen: None });
    }

    fn is_offered(&self, (leaf, verdict): Change) -> bool {
        match &self.offer {
            Offer::Any => true,
            Offer::TakeBack => verdict == Verdict::Undecided,
            Offer::Of(stance) => verdict == stance.verdict(leaf),
        }
    }

    fn change(&mut self, graph: &Graph, (leaf, verdict): Change) {
        self.labelling.change(graph, leaf, verdict);
        self.spend(self.labelling.visited() + 1);
    }

    fn spend(&mut self, edges: usize) {
        self.left = self.left.saturating_sub(edges);
    }

    fn is_barred(&self, (leaf, verdict): Change) -> bool {
        let is_chosen = self.chosen.iter().any(|(chosen, _)| *chosen == leaf);
        is_chosen || self.barred.get(leaf as usize).is_some_and(|bits| bits & bit(verdict) != 0)
    }

    fn bar(&mut self, (leaf, verdict): Change, is_barred: bool) {
        if let Some(bits) = self.barred.get_mut(leaf as usize) {
            *bits = if is_barred { *bits | bit(verdict) } else { *bits & !bit(verdict) };
        }
    }
}

/// A list in order, with nothing in it twice.
fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort_unstable();
    list.dedup();
    list
}

/// The place of a verdict in a set of verdicts.
fn bit(verdict: Verdict) -> u8 {
    1 << verdict as u8
}
