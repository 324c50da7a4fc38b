//! Many sets of changes told as few choices.
//!
//! Where alternatives are independent of each other, sets multiply: ten choices between two changes
//! are a thousand sets. A product of choices says the same in twenty lines. Nothing is added or left
//! out by that.

use std::collections::{BTreeMap, BTreeSet};

use super::crux::Change;

/// Changes that all are needed, and choices besides: of each group one alternative, whichever was
/// chosen of the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The changes, sorted.
    pub all: Vec<Change>,
    /// Groups of two alternatives or more.
    pub groups: Vec<Vec<Choice>>,
}

impl Choice {
    /// Sets of one size as a product of choices; if there are none, nothing is to be chosen.
    #[must_use]
    pub fn of(sets: &[Vec<Change>]) -> Self {
        let Some((first, others)) = sets.split_first() else { return Self::default() };
        let mut all = first.clone();
        all.retain(|change| others.iter().all(|set| set.binary_search(change).is_ok()));
        if others.is_empty() {
            return Self { all, groups: Vec::new() };
        }
        let rest = sets.iter().map(|set| without(set, &all)).collect();
        let groups = independent(rest).into_iter().map(alternatives).collect();
        Self { all, groups }
    }

    /// One of the sets that it stands for: of each group the first.
    #[must_use]
    pub fn first(&self) -> Vec<Change> {
        let firsts = self.groups.iter().filter_map(|group| group.first());
        self.all.iter().copied().chain(firsts.flat_map(Self::first)).collect()
    }

    /// How many sets it stands for; no more than a number can say.
    #[must_use]
    pub fn count(&self) -> usize {
        let of_group =
            |group: &Vec<Self>| group.iter().map(Self::count).fold(0, usize::saturating_add);
        self.groups.iter().map(of_group).fold(1, usize::saturating_mul)
    }
}

fn without(set: &[Change], left_out: &[Change]) -> Vec<Change> {
    set.iter().filter(|change| !left_out.contains(change)).copied().collect()
}

/// The alternatives of sets that are no product and have nothing in common: those that share no change
/// with each other apart; where all hang together, the ones with the change that most have come first.
fn alternatives(sets: Vec<Vec<Change>>) -> Vec<Choice> {
    let changes = Changes::of(&sets);
    let mut joined = Joined::new(changes.0.len());
    for set in &sets {
        let mut places = changes.places(set);
        if let Some(first) = places.next() {
            places.for_each(|other| joined.join(first, other));
        }
    }
    let root = |set: &Vec<Change>| changes.places(set).next().map_or(0, |own| joined.root(own));
    let mut parts: BTreeMap<usize, Vec<Vec<Change>>> = BTreeMap::new();
    for set in &sets {
        parts.entry(root(set)).or_default().push(set.clone());
    }
    let mut parts: Vec<_> = parts.into_values().collect();
    if parts.len() == 1 {
        let times = |change: &&Change| sets.iter().filter(|set| set.contains(change)).count();
        // Of those that are as frequent the first, so that the order is always the same.
        let most = changes.0.iter().rev().max_by_key(times).copied();
        let has_it = |set: &Vec<Change>| most.is_some_and(|most| set.contains(&most));
        let (with, rest): (Vec<_>, Vec<_>) = sets.into_iter().partition(has_it);
        parts = vec![with, rest];
    }
    let mut found = Vec::new();
    for sets in parts.iter().filter(|sets| !sets.is_empty()) {
        let mut choice = Choice::of(sets);
        match choice.groups.pop() {
            // A single choice is no step of its own.
            Some(only) if choice.all.is_empty() && choice.groups.is_empty() => found.extend(only),
            last => {
                choice.groups.extend(last);
                found.push(choice);
            }
        }
    }
    found
}

/// Splits sets into the factors of which they are the product, as far as those are found: what each
/// factor has is part of each set, and each combination is one of the sets.
///
/// In a product, how often two changes of different factors meet is the product of how often each
/// occurs. So changes for which that does not hold belong to one factor. That this is enough is then
/// counted: a part of all sets is a factor if its variants times those of the rest are as many.
fn independent(sets: Vec<Vec<Change>>) -> Vec<Vec<Vec<Change>>> {
    let changes = Changes::of(&sets);
    let count = changes.0.len();
    let mut meets = vec![0_u64; count * count];
    for set in &sets {
        for one in changes.places(set) {
            for other in changes.places(set) {
                if let Some(times) = meets.get_mut(one * count + other) {
                    *times += 1;
                }
            }
        }
    }
    let times = |one: usize, other: usize| meets.get(one * count + other).copied().unwrap_or(0);
    let mut joined = Joined::new(count);
    for one in 0..count {
        for other in 0..one {
            if times(one, other) * sets.len() as u64 != times(one, one) * times(other, other) {
                joined.join(one, other);
            }
        }
    }
    let variants = |is_within: &dyn Fn(usize) -> bool| -> BTreeSet<Vec<Change>> {
        let part = |set: &Vec<Change>| {
            let own = set.iter().zip(changes.places(set)).filter(|(_, place)| is_within(*place));
            own.map(|(change, _)| *change).collect()
        };
        sets.iter().map(part).collect()
    };
    let roots: BTreeSet<usize> = (0..count).map(|place| joined.root(place)).collect();
    let (mut factors, mut left) = (Vec::new(), roots.clone());
    for root in roots {
        let own = variants(&|place| joined.root(place) == root);
        let rest = variants(&|place| joined.root(place) != root);
        if own.len() * rest.len() == sets.len() {
            left.remove(&root);
            factors.push(own.into_iter().collect());
        }
    }
    if !left.is_empty() {
        let rest = variants(&|place| left.contains(&joined.root(place)));
        factors.push(rest.into_iter().collect());
    }
    factors
}

/// All changes that some sets have, in order.
struct Changes(Vec<Change>);

impl Changes {
    fn of(sets: &[Vec<Change>]) -> Self {
        let all: BTreeSet<Change> = sets.iter().flatten().copied().collect();
        Self(all.into_iter().collect())
    }

    /// The places of a set's changes among them.
    fn places(&self, set: &[Change]) -> impl Iterator<Item = usize> {
        set.iter().filter_map(|change| self.0.binary_search(change).ok())
    }
}

/// Which of some things belong together.
struct Joined(Vec<usize>);

impl Joined {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn root(&self, mut of: usize) -> usize {
        while let Some(outer) = self.0.get(of).filter(|outer| **outer != of) {
            of = *outer;
        }
        of
    }

    /// The root is the first of what belongs together.
    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(outer) = self.0.get_mut(one.max(other)) {
            *outer = one.min(other);
        }
    }
}
