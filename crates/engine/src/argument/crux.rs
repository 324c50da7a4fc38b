//! Cruxes: the smallest sets of leaves whose change changes a conclusion.
//!
//! The search looks for sets of one leaf, then of two, and so on. It does not try all sets: whatever
//! label stands in the way rests on some verdicts ([`certificate`](super::certificate)), and a set
//! that changes none of them changes nothing. So each step branches on these alone (Reiter's
//! hitting sets). Nothing is lost by that, as the tests confirm by trying all sets.

use super::{
    certificate::{Fact, Kind, breaking},
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

/// The smallest sets of changes to a stance that change the label of a conclusion.
#[must_use]
pub fn cruxes(graph: &Graph, stance: &Stance, conclusion: u32, limits: Limits) -> Cruxes {
    let labelling = label(graph, stance);
    let goal = Goal::OtherThan(labelling.of(conclusion));
    Search::new(graph, labelling, conclusion, goal, limits).run()
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
    Search::new(graph, label(graph, stance), conclusion, Goal::Exactly(wanted), limits).run()
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
    let goal = Goal::Exactly(label(graph, second).of(conclusion));
    let mut search = Search::new(graph, label(graph, first), conclusion, goal, limits);
    search.offer = Offer::Of(second);
    search.run()
}

/// What a conclusion has to become.
#[derive(Clone, Copy)]
enum Goal {
    OtherThan(Label),
    Exactly(Label),
}

/// The changes that may be made.
#[derive(Clone, Copy)]
enum Offer<'g> {
    Any,
    /// No verdict is replaced by its opposite, only taken back.
    TakeBack,
    /// Only verdicts of this stance.
    Of(&'g Stance),
}

struct Search<'g> {
    graph: &'g Graph,
    labelling: Labelling,
    conclusion: u32,
    goal: Goal,
    offer: Offer<'g>,
    /// How many edges may still be visited.
    left: usize,
    chosen: Vec<Change>,
    /// For each leaf a set of verdicts: with that change and those chosen, all sets were tried.
    barred: Vec<u8>,
    found: Vec<Vec<Change>>,
    /// Whether a larger set than those of this round might be one.
    may_grow: bool,
}

impl<'g> Search<'g> {
    fn new(
        graph: &'g Graph,
        labelling: Labelling,
        conclusion: u32,
        goal: Goal,
        limits: Limits,
    ) -> Self {
        Self {
            graph,
            labelling,
            conclusion,
            goal,
            offer: Offer::Any,
            left: limits.edges,
            chosen: Vec::new(),
            barred: vec![0; graph.statements() as usize],
            found: Vec::new(),
            may_grow: false,
        }
    }

    fn run(mut self) -> Cruxes {
        if self.is_reached() || self.conclusion >= self.graph.statements() {
            return self.end(Bound::Exact);
        }
        // To undo what is decided, it is enough to take verdicts back: if opposite verdicts undo it,
        // then so does taking back the same ones, since the labelling is monotone in information. So
        // the smallest size can be found with these alone, at less cost.
        let undoes = match self.goal {
            Goal::OtherThan(label) => label != Label::Undecided,
            Goal::Exactly(label) => label == Label::Undecided,
        };
        let all = self.offer;
        if undoes && matches!(all, Offer::Any) {
            self.offer = Offer::TakeBack;
        }
        for size in 1.. {
            self.may_grow = false;
            if !self.grow(size) {
                return self.end(Bound::AtLeast(size));
            }
            if !self.found.is_empty() && matches!(self.offer, Offer::TakeBack) {
                // These sets, and those of the same size with opposite verdicts.
                self.offer = all;
                let taken_back = std::mem::take(&mut self.found);
                if !self.grow(size) {
                    taken_back.into_iter().for_each(|set| self.find(&set));
                    return self.end(Bound::AtLeast(size));
                }
            }
            if !self.found.is_empty() || !self.may_grow {
                break;
            }
        }
        self.end(Bound::Exact)
    }

    fn end(self, bound: Bound) -> Cruxes {
        Cruxes { sets: self.found, bound }
    }

    fn is_reached(&self) -> bool {
        let label = self.labelling.of(self.conclusion);
        match self.goal {
            Goal::OtherThan(old) => label != old,
            Goal::Exactly(wanted) => label == wanted,
        }
    }

    /// What has to be broken for the goal to be reached.
    fn in_the_way(&mut self) -> Vec<Change> {
        let label = self.labelling.of(self.conclusion);
        let fact = |kind| Fact { node: self.conclusion, kind };
        let facts = match (self.goal, label) {
            (Goal::Exactly(Label::In), _) => &[fact(Kind::NotIn)][..],
            (Goal::Exactly(Label::Out), _) => &[fact(Kind::NotOut)],
            (_, Label::In) => &[fact(Kind::IsIn)],
            (_, Label::Out) => &[fact(Kind::IsOut)],
            (_, Label::Undecided) => &[fact(Kind::NotIn), fact(Kind::NotOut)],
        };
        let (changes, visited) = breaking(self.graph, &self.labelling, facts);
        self.spend(visited + 1);
        changes
    }

    fn is_offered(&self, (leaf, verdict): Change) -> bool {
        match self.offer {
            Offer::Any => true,
            Offer::TakeBack => verdict == Verdict::Undecided,
            Offer::Of(stance) => verdict == stance.verdict(leaf),
        }
    }

    /// Tries all sets that have the chosen changes and up to so many `more`; whether it came to an
    /// end within the limit.
    fn grow(&mut self, more: usize) -> bool {
        let mut tried = Vec::new();
        let mut is_complete = true;
        for change in self.in_the_way() {
            if self.is_barred(change) || !self.is_offered(change) {
                continue;
            }
            if self.left == 0 {
                is_complete = false;
                break;
            }
            let old = self.labelling.stance().verdict(change.0);
            self.change(change);
            self.chosen.push(change);
            if self.is_reached() {
                self.find(&self.chosen.clone());
            } else if more > 1 {
                is_complete = self.grow(more - 1);
            } else {
                self.may_grow = true;
            }
            self.chosen.pop();
            self.change((change.0, old));
            if !is_complete {
                break;
            }
            // All sets with this change were tried.
            self.bar(change, true);
            tried.push(change);
        }
        tried.into_iter().for_each(|change| self.bar(change, false));
        is_complete
    }

    fn change(&mut self, (leaf, verdict): Change) {
        self.labelling.change(self.graph, leaf, verdict);
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

    /// Puts a set into its place, if it is not there.
    fn find(&mut self, changes: &[Change]) {
        let mut set = Vec::with_capacity(changes.len());
        changes.iter().for_each(|change| insert(&mut set, *change));
        insert(&mut self.found, set);
    }
}

/// Puts something into its place in a sorted list, if it is not there.
fn insert<T: Ord>(list: &mut Vec<T>, one: T) {
    let at = list.partition_point(|other| *other < one);
    if list.get(at) != Some(&one) {
        list.insert(at, one);
    }
}

/// The place of a verdict in a set of verdicts.
fn bit(verdict: Verdict) -> u8 {
    1 << verdict as u8
}
