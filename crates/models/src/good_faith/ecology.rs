//! Generations: who gets more than the mean has more followers in the next one.
//!
//! The share of a strategy is multiplied by what it gets against the present mix, and divided by what all get on average:
//! the discrete replicator equation (P. Taylor and L. Jonker, Mathematical Biosciences 40, 1978), as R. Axelrod ran it over
//! his tournament's table. Nobody invents a strategy, and none comes back: what has died out stays so.

use super::Tournament;

/// A share below which a strategy has died out: one in a million.
const EXTINCT: f64 = 1e-6;

/// A mix of strategies over generations.
#[derive(Clone, Debug, PartialEq)]
pub struct Ecology {
    /// Points of the row against the column in a turn.
    points: Vec<f64>,
    /// The share of each strategy; they add up to 1.
    shares: Vec<f64>,
}

impl Ecology {
    /// A mix at its start, in these shares, which are brought to add up to 1; equal ones if they cannot be.
    #[must_use]
    pub fn new(tournament: &Tournament, shares: &[f64]) -> Self {
        let count = tournament.strategies().len();
        let cells = (0..count).flat_map(|row| (0..count).map(move |column| (row, column)));
        let points = cells.map(|(row, column)| tournament.mean(row, column)).collect();
        let share = |place: usize| shares.get(place).copied().unwrap_or(0.0).max(0.0);
        let mut shares: Vec<f64> = (0..count).map(share).collect();
        if !shares.iter().sum::<f64>().is_normal() {
            shares = vec![1.0; count];
        }
        let mut ecology = Self { points, shares };
        ecology.normalise();
        ecology
    }

    /// The share of each strategy.
    #[must_use]
    pub fn shares(&self) -> &[f64] {
        &self.shares
    }

    /// What all get in a turn, on average.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.fitness().iter().zip(&self.shares).map(|(points, share)| points * share).sum()
    }

    /// What each gets against the mix.
    fn fitness(&self) -> Vec<f64> {
        let rows = self.points.chunks(self.shares.len().max(1));
        let against = |row: &[f64]| row.iter().zip(&self.shares).map(|(a, b)| a * b).sum();
        rows.map(against).collect()
    }

    /// Goes on by a generation; `false` if nothing changes any more.
    pub fn step(&mut self) -> bool {
        let before = self.shares.clone();
        let fitness = self.fitness();
        for (share, points) in self.shares.iter_mut().zip(fitness) {
            *share *= points;
        }
        self.normalise();
        self.shares.iter().zip(&before).any(|(now, before)| (now - before).abs() > 1e-9)
    }

    fn normalise(&mut self) {
        let mut total = self.shares.iter().sum::<f64>();
        if !total.is_normal() {
            // Everybody got nothing at all: then nobody has more than another.
            self.shares.fill(1.0);
            total = self.shares.len().max(1) as f64;
        }
        for share in &mut self.shares {
            *share /= total;
            if *share < EXTINCT {
                *share = 0.0;
            }
        }
        let left = self.shares.iter().sum::<f64>();
        for share in &mut self.shares {
            *share /= left;
        }
    }
}
