//! Counts in how many coalitions a player turns a loss into a win, exactly, and gives the two indices that rest on it:
//! Banzhaf's (1965; all coalitions alike) and Shapley and Shubik's (1954; all orders of joining alike).
//!
//! One table serves both. Its row for size `k` says for each sum of votes how many coalitions of that size have it; a
//! player is added by one pass over the table. What a single player swings is then read off, without a table of its own:
//! if `c` counts with and `d` without a player of weight `w`, then `d[k][s] = c[k][s] - d[k-1][s-w]`, and so
//! `d[k][s] = c[k][s] - c[k-1][s-w] + c[k-2][s-2w] - …`. Summed over the sums of votes at which the player decides,
//! these are differences of sums of a row from its beginning. All of it is whole numbers modulo 2^192 ([`Wide`]), so
//! nothing is lost where signs change. Only the last step, the division of exact counts, is rounded: the relative error of
//! an index is below 10⁻¹³ (`tests/seats.rs` compares with whole numbers of any length).
//!
//! The time is that of the table, players × sizes × votes, and two things keep it small. A coalition of the others that
//! lacks few votes to win is the complement of one that has few: so sums up to the smaller of the quota and its
//! mirror image are enough. And players are added from the lightest on, so that most passes are over short rows.

use super::wide::Wide;

/// The most players: with more, the number of coalitions of one size would not fit into 192 bits.
pub const MOST_PLAYERS: usize = 196;
/// The most votes in all.
pub const MOST_VOTES: u32 = 10_000;

/// Why a game cannot be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nobody has a vote.
    NoVotes,
    /// More than [`MOST_PLAYERS`] have a vote.
    TooManyPlayers,
    /// More than [`MOST_VOTES`] votes.
    TooManyVotes,
    /// The quota is 0, or more than all votes.
    Quota,
}

/// A player's power.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Power {
    /// Of all coalitions of the others, the share that this player turns into a winning one, 0 to 1: Penrose's
    /// measure, Banzhaf's absolute index.
    pub decisive: f64,
    /// The same as a share of what all players have together, 0 to 1: Banzhaf's normalised index.
    pub banzhaf: f64,
    /// Of all orders in which players may join, the share in which this player is the one who wins it, 0 to 1.
    pub shapley: f64,
}

/// A count under way. It goes on by [`Count::step`], so that a page can do other things in between.
#[derive(Clone, Debug)]
pub struct Count {
    /// All weights, as given.
    weights: Vec<u32>,
    /// Those above 0, from the lightest on.
    sorted: Vec<u32>,
    /// The quota or its mirror image, the smaller of the two: sums below it are in the table.
    quota: usize,
    /// Row `k`, column `s`: how many coalitions of `k` of the players added so far have `s` votes.
    rows: Vec<Vec<Wide>>,
    /// How many players have been added.
    added: usize,
}

impl Count {
    /// Prepares to count a game in which those win who have at least `quota` votes together. A weight may be 0.
    ///
    /// # Errors
    ///
    /// What is beyond the stated limits, or cannot be won.
    pub fn new(weights: &[u32], quota: u32) -> Result<Self, Fault> {
        let mut sorted: Vec<u32> = weights.iter().copied().filter(|weight| *weight > 0).collect();
        sorted.sort_unstable();
        let votes = sorted.iter().try_fold(0_u32, |sum, weight| sum.checked_add(*weight));
        let votes = votes.filter(|votes| *votes <= MOST_VOTES).ok_or(Fault::TooManyVotes)?;
        if votes == 0 {
            return Err(Fault::NoVotes);
        }
        if sorted.len() > MOST_PLAYERS {
            return Err(Fault::TooManyPlayers);
        }
        if quota == 0 || quota > votes {
            return Err(Fault::Quota);
        }
        let quota = quota.min(votes - quota + 1) as usize;
        let mut lightest = 0;
        let sizes = sorted.iter().take_while(|weight| {
            lightest += **weight as usize;
            lightest < quota
        });
        let mut rows = vec![vec![Wide::ZERO; quota]; sizes.count() + 1];
        if let Some(nobody) = rows.first_mut().and_then(|row| row.first_mut()) {
            *nobody = Wide::ONE;
        }
        Ok(Self { weights: weights.to_vec(), sorted, quota, rows, added: 0 })
    }

    /// Adds one player to the table; `false` if all were there. Takes a few milliseconds at most.
    pub fn step(&mut self) -> bool {
        let Some(weight) = self.sorted.get(self.added).map(|weight| *weight as usize) else {
            return false;
        };
        let before = self.sorted.get(..self.added).unwrap_or_default();
        let sizes = self.added.min(self.rows.len().saturating_sub(2));
        // From the largest size down, so that the player joins no coalition twice. The lightest and the heaviest
        // coalition of a size bound what can be in its row.
        let mut lightest: usize = before.iter().take(sizes).map(|weight| *weight as usize).sum();
        let mut heaviest: usize =
            before.iter().rev().take(sizes).map(|weight| *weight as usize).sum();
        for size in (0..=sizes).rev() {
            let (with, without) = self.rows.split_at_mut(size + 1);
            if let (Some(from), Some(to)) = (with.last(), without.first_mut()) {
                let end = (heaviest + 1).min(self.quota.saturating_sub(weight));
                let from = from.get(lightest..end).unwrap_or_default();
                let to = to.get_mut(lightest + weight..).unwrap_or_default();
                for (to, from) in to.iter_mut().zip(from) {
                    *to = to.plus(*from);
                }
            }
            lightest -= size
                .checked_sub(1)
                .and_then(|last| before.get(last))
                .map_or(0, |weight| *weight as usize);
            heaviest -= before
                .len()
                .checked_sub(size)
                .and_then(|last| before.get(last))
                .map_or(0, |weight| *weight as usize);
        }
        self.added += 1;
        true
    }

    /// How much of the count is done, 0 to 1, by players.
    #[must_use]
    pub fn done(&self) -> f64 {
        self.added as f64 / self.sorted.len() as f64
    }

    /// The power of all players, in the order of the weights as given; finishes the count if it is not done.
    #[must_use]
    pub fn finish(mut self) -> Vec<Power> {
        while self.step() {}
        for row in &mut self.rows {
            let mut sum = Wide::ZERO;
            for cell in row {
                sum = sum.plus(*cell);
                *cell = sum;
            }
        }
        let mut powers: Vec<(u32, Power)> = Vec::new();
        let choices = choices(self.sorted.len() - 1);
        for weight in &self.sorted {
            if powers.last().is_none_or(|(last, _)| last != weight) {
                powers.push((*weight, self.power(*weight as usize, &choices)));
            }
        }
        let power = |weight: &u32| {
            let place = powers.binary_search_by_key(weight, |(weight, _)| *weight).ok();
            place
                .and_then(|place| powers.get(place))
                .map_or_else(Power::default, |(_, power)| *power)
        };
        let mut all: Vec<Power> = self.weights.iter().map(power).collect();
        let decisive: f64 = self.sorted.iter().map(|weight| power(weight).decisive).sum();
        for power in &mut all {
            power.banzhaf = power.decisive / decisive;
        }
        all
    }

    /// The power of a player of that weight, not yet set beside the others'.
    fn power(&self, weight: usize, choices: &[Wide]) -> Power {
        let players = choices.len() as f64;
        let mut shapley = 0.0;
        let mut decisive = 0.0;
        for (size, all) in choices.iter().enumerate() {
            let swings = self.swings(weight, size).approximate();
            shapley += swings / all.approximate();
            decisive += swings;
        }
        // Halved once for each of the others, which is exact.
        let decisive = choices.iter().skip(1).fold(decisive, |share, _| share * 0.5);
        Power { decisive, banzhaf: 0.0, shapley: shapley / players }
    }

    /// In how many coalitions of `size` others the player decides. The rows are sums from their beginning by now.
    fn swings(&self, weight: usize, size: usize) -> Wide {
        let mut swings = Wide::ZERO;
        let mut end = self.quota;
        for step in 0..=size {
            if let Some(row) = self.rows.get(size - step) {
                let below = |end: usize| {
                    end.checked_sub(1).and_then(|last| row.get(last)).copied().unwrap_or_default()
                };
                let part = below(end).minus(below(end.saturating_sub(weight)));
                swings = if step % 2 == 0 { swings.plus(part) } else { swings.minus(part) };
            }
            if end <= weight {
                break;
            }
            end -= weight;
        }
        swings
    }
}

/// How many coalitions there are of each size from 0 to `others`, of that many players.
fn choices(others: usize) -> Vec<Wide> {
    let mut row = vec![Wide::ONE];
    for _ in 0..others {
        let inner = row.iter().zip(row.iter().skip(1)).map(|(a, b)| a.plus(*b));
        row = std::iter::once(Wide::ONE).chain(inner).chain([Wide::ONE]).collect();
    }
    row
}
