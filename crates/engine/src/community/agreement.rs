//! Who votes like whom: how often two states are in the same class, among the columns by which states
//! are compared and that have a row for both.

use std::cmp::Ordering;

use super::Column;

/// How often two states agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// In how many columns they are in the same class.
    pub same: usize,
    /// How many columns have both; the share rests on these.
    pub of: usize,
}

impl Agreement {
    /// The share in whole percent, rounded to the nearest; none without a column that has both.
    #[must_use]
    pub fn percent(self) -> Option<usize> {
        (self.of > 0).then(|| (self.same * 200 + self.of) / (self.of * 2))
    }

    /// Which of two shares is the larger.
    #[must_use]
    pub fn by_share(self, other: Self) -> Ordering {
        // a/b is more than c/d if ad is more than cb.
        (self.same * other.of).cmp(&(other.same * self.of))
    }
}

/// How often two states agree.
#[must_use]
pub fn agreement(columns: &[Column], one: usize, other: usize) -> Agreement {
    let mut agreement = Agreement { same: 0, of: 0 };
    for column in columns.iter().filter(|column| column.compared) {
        let (a, b) = (column.class(one, None), column.class(other, None));
        if a < column.declared && b < column.declared {
            agreement.of += 1;
            agreement.same += usize::from(a == b);
        }
    }
    agreement
}

/// All others with how often they agree with `one`, best first: by share, then by how many columns
/// it rests on, then in the order of the states. Who shares fewer than half of the columns that
/// `one` is in is left out: a share of very few says little.
#[must_use]
pub fn nearest(columns: &[Column], one: usize) -> Vec<(usize, Agreement)> {
    let states = columns.first().map_or(0, |column| column.cells.len());
    let own = agreement(columns, one, one).of;
    let mut all: Vec<(usize, Agreement)> = (0..states)
        .filter(|other| *other != one)
        .map(|other| (other, agreement(columns, one, other)))
        .filter(|(_, agreement)| agreement.of > 0 && agreement.of * 2 >= own)
        .collect();
    all.sort_by(|(_, a), (_, b)| b.by_share(*a).then(b.of.cmp(&a.of)));
    all
}

/// The same states, worst first: by share, then by how many columns it rests on, then in the order
/// of the states. `nearest` is what [`nearest`] gives.
#[must_use]
pub fn furthest(nearest: &[(usize, Agreement)]) -> Vec<(usize, Agreement)> {
    let mut all = nearest.to_vec();
    all.sort_by(|(_, a), (_, b)| a.by_share(*b).then(b.of.cmp(&a.of)));
    all
}

#[cfg(test)]
mod tests {
    use super::{super::Cell, *};

    /// Columns of two classes: `-` is nothing.
    fn votes(columns: &[&str]) -> Vec<Column> {
        let cell = |vote: char| Cell {
            class: match vote {
                'y' => 0,
                'n' => 1,
                _ => 2,
            },
            ..Cell::default()
        };
        columns
            .iter()
            .map(|votes| Column {
                compared: true,
                declared: 2,
                cells: votes.chars().map(cell).collect(),
                ..Column::default()
            })
            .collect()
    }

    #[test]
    fn a_share_rests_on_the_votes_that_have_both() {
        let columns = votes(&["yyn-", "yny-", "y-yn", "nny-"]);
        assert_eq!(agreement(&columns, 0, 1), Agreement { same: 2, of: 3 });
        assert_eq!(agreement(&columns, 0, 1).percent(), Some(67));
        assert_eq!(agreement(&columns, 0, 2), Agreement { same: 2, of: 4 });
        assert_eq!(agreement(&columns, 1, 3).percent(), None);
        let nearest: Vec<usize> = nearest(&columns, 0).iter().map(|(state, _)| *state).collect();
        assert_eq!(nearest, [1, 2], "the last shares one of four votes");
        let furthest = furthest(&super::nearest(&columns, 0));
        assert_eq!(furthest.iter().map(|(state, _)| *state).collect::<Vec<_>>(), [2, 1]);
    }

    #[test]
    fn what_is_not_compared_does_not_count() {
        let mut columns = votes(&["yy", "yn"]);
        columns[1].compared = false;
        assert_eq!(agreement(&columns, 0, 1), Agreement { same: 1, of: 1 });
    }
}
