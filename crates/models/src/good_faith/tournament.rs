//! A round robin: each strategy meets each, itself included, some times over.

use super::{Contest, Noise, Strategy};
use crate::random::Random;

/// The rules of a tournament.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// How many turns a match has, from 1 to 10,000.
    pub turns: u32,
    /// What goes wrong, and how often.
    pub noise: Noise,
}

/// What each strategy got against each, summed over repetitions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tournament {
    strategies: Vec<Strategy>,
    /// Points of the row's strategy against the column's, row by row.
    points: Vec<u64>,
    turns: u32,
    repetitions: u32,
}

impl Tournament {
    /// A tournament that is yet to be played.
    #[must_use]
    pub fn new(strategies: &[Strategy]) -> Self {
        let points = vec![0; strategies.len() * strategies.len()];
        Self { strategies: strategies.to_vec(), points, turns: 0, repetitions: 0 }
    }

    /// Plays all pairs once more. Against itself a strategy gets the mean of both sides, rounded down.
    pub fn repeat(&mut self, rules: Rules, random: &mut Random) {
        let count = self.strategies.len();
        for (row, first) in self.strategies.iter().enumerate() {
            for (column, second) in self.strategies.iter().enumerate().skip(row) {
                let mut contest = Contest::new([*first, *second], rules.noise);
                let [one, other] = contest.scores(rules.turns, random).map(u64::from);
                if row == column {
                    add(&mut self.points, row * count + row, (one + other) / 2);
                } else {
                    add(&mut self.points, row * count + column, one);
                    add(&mut self.points, column * count + row, other);
                }
            }
        }
        self.turns = rules.turns;
        self.repetitions += 1;
    }

    /// Who takes part.
    #[must_use]
    pub fn strategies(&self) -> &[Strategy] {
        &self.strategies
    }

    /// How often all pairs have met.
    #[must_use]
    pub fn repetitions(&self) -> u32 {
        self.repetitions
    }

    /// The points of a strategy against another in a turn, on average, from 0 to 5.
    #[must_use]
    pub fn mean(&self, row: usize, column: usize) -> f64 {
        let points = self.points.get(row * self.strategies.len() + column);
        let turns = u64::from(self.turns) * u64::from(self.repetitions);
        points.map_or(0.0, |points| *points as f64 / turns.max(1) as f64)
    }

    /// The points of a strategy in a turn, on average over all that it met, itself left out.
    #[must_use]
    pub fn score(&self, row: usize) -> f64 {
        let others = (0..self.strategies.len()).filter(|column| *column != row);
        let count = self.strategies.len().saturating_sub(1).max(1);
        others.map(|column| self.mean(row, column)).sum::<f64>() / count as f64
    }

    /// The places of all strategies, the best first; equal ones in their order.
    #[must_use]
    pub fn ranked(&self) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.strategies.len()).collect();
        places.sort_by(|one, other| self.score(*other).total_cmp(&self.score(*one)));
        places
    }
}

fn add(points: &mut [u64], place: usize, more: u64) {
    if let Some(points) = points.get_mut(place) {
        *points += more;
    }
}
