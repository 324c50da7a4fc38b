//! Two states in all votes, and all states in two votes.

use std::cmp::Reverse;

use concord_model::Vote;

use super::{Agreement, Column, agreement};
use crate::ordered::put;

/// How far two states are apart in a vote, the furthest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Apart {
    /// On opposite sides.
    Opposite,
    /// One of them between the sides.
    Half,
    /// In the same class.
    Same,
    /// One of them, or both, in none that the vote declares.
    Unknown,
}

/// What two states did in a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cast {
    /// The place of the vote among all that are compared.
    pub vote: usize,
    /// The class of the one state.
    pub one: usize,
    /// The class of the other.
    pub other: usize,
    /// How far that is apart.
    pub apart: Apart,
}

/// What two states did in each vote, in the order of the votes.
#[must_use]
pub fn casts(columns: &[Column], votes: &[Vote], one: usize, other: usize) -> Vec<Cast> {
    let cast = |(place, vote): (usize, &Vote)| {
        let column = columns.get(vote.layer)?;
        let (one, other) = (column.class(one, None), column.class(other, None));
        let apart = if one >= column.declared || other >= column.declared {
            Apart::Unknown
        } else if one == other {
            Apart::Same
        } else if [Some(one), Some(other)].contains(&vote.between) {
            Apart::Half
        } else {
            Apart::Opposite
        };
        Some(Cast { vote: place, one, other, apart })
    };
    votes.iter().enumerate().filter_map(cast).collect()
}

/// The two states that agree least, among those for whom most votes record both; the first of several.
#[must_use]
pub fn most_apart(columns: &[Column]) -> Option<(usize, usize)> {
    let states = columns.first().map_or(0, |column| column.cells.len());
    let pairs = (0..states).flat_map(|one| (one + 1..states).map(move |other| (one, other)));
    pairs.min_by_key(|(one, other)| {
        let Agreement { same, of } = agreement(columns, *one, *other);
        (Reverse(of), same)
    })
}

/// Who agrees least with a state, among those who share at least half of its votes; the first of several.
#[must_use]
pub fn least_like(columns: &[Column], one: usize) -> Option<usize> {
    let states = columns.first().map_or(0, |column| column.cells.len());
    let own = agreement(columns, one, one).of;
    let others = (0..states)
        .filter(|other| *other != one)
        .map(|other| (other, agreement(columns, one, other)));
    let others = others.filter(|(_, shared)| shared.of > 0 && shared.of * 2 >= own);
    others.min_by(|(_, a), (_, b)| a.by_share(*b)).map(|(other, _)| other)
}

/// Who is where in two columns: each two classes with the states that are in both, the most first.
#[must_use]
pub fn moves(one: &Column, other: &Column) -> Vec<(usize, usize, Vec<usize>)> {
    let mut moves: Vec<(usize, usize, Vec<usize>)> = Vec::new();
    for state in 0..one.cells.len() {
        let (from, to) = (one.class(state, None), other.class(state, None));
        match moves.iter_mut().find(|known| (known.0, known.1) == (from, to)) {
            Some((_, _, states)) => states.push(state),
            None => moves.push((from, to, vec![state])),
        }
    }
    let mut ordered = Vec::new();
    for own in moves {
        let count = own.2.len();
        put(&mut ordered, usize::MAX, own, |other| other.2.len() >= count);
    }
    ordered
}

/// The two votes between which most states went over from one side to another; the first of several.
#[must_use]
pub fn most_moved(columns: &[Column], votes: &[Vote]) -> Option<(usize, usize)> {
    let pairs = (0..votes.len()).flat_map(|one| (one + 1..votes.len()).map(move |two| (one, two)));
    pairs.min_by_key(|(one, two)| {
        let column =
            |place: usize| Some((votes.get(place)?, columns.get(votes.get(place)?.layer)?));
        let (Some((vote, from)), Some((_, to))) = (column(*one), column(*two)) else {
            return Reverse(0);
        };
        let is_side = |class: usize| class < from.declared && Some(class) != vote.between;
        let changed = (0..from.cells.len()).filter(|state| {
            let (a, b) = (from.class(*state, None), to.class(*state, None));
            a != b && is_side(a) && is_side(b)
        });
        Reverse(changed.count())
    })
}

#[cfg(test)]
mod tests {
    use super::{super::Cell, *};

    /// Votes of `y`, `n` and `a`, which lies between them; `-` is nothing.
    fn votes(all: &[&str]) -> (Vec<Column>, Vec<Vote>) {
        let cell = |vote: char| Cell { class: "yna-".find(vote).unwrap(), ..Cell::default() };
        let columns = all.iter().map(|votes| Column {
            compared: true,
            declared: 3,
            cells: votes.chars().map(cell).collect(),
            ..Column::default()
        });
        let votes = (0..all.len())
            .map(|layer| Vote { layer, between: Some(2), ..Vote::default() })
            .collect();
        (columns.collect(), votes)
    }

    #[test]
    fn an_abstention_is_half_apart_and_no_record_is_no_position() {
        let (columns, votes) = votes(&["yy", "yn", "ya", "an", "aa", "y-", "--"]);
        let apart: Vec<Apart> =
            casts(&columns, &votes, 0, 1).iter().map(|cast| cast.apart).collect();
        use Apart::{Half, Opposite, Same, Unknown};
        assert_eq!(apart, [Same, Opposite, Half, Half, Same, Unknown, Unknown]);
    }

    #[test]
    fn the_two_most_apart_are_recorded_in_most_votes() {
        let (columns, _) = votes(&["yny-", "yyyn", "yna-"]);
        assert_eq!(most_apart(&columns), Some((0, 1)));
    }

    #[test]
    fn who_went_the_same_way_stands_together_the_most_first() {
        let (columns, votes) = votes(&["yyyn-y", "ynnnya", "yyynny"]);
        let expected = [
            (0, 1, vec![1, 2]),
            (0, 0, vec![0]),
            (1, 1, vec![3]),
            (3, 0, vec![4]),
            (0, 2, vec![5]),
        ];
        assert_eq!(moves(&columns[0], &columns[1]), expected);
        assert_eq!(most_moved(&columns, &votes), Some((1, 2)));
    }

    #[test]
    fn the_one_least_like_a_state_shares_half_of_its_votes() {
        let (columns, _) = votes(&["yyn-", "ynn-", "yn--", "yn-n"]);
        assert_eq!(least_like(&columns, 0), Some(2));
        assert_eq!(least_like(&columns, 3), Some(0));
        let (columns, _) = votes(&["-y"]);
        assert_eq!(least_like(&columns, 0), None);
    }
}
