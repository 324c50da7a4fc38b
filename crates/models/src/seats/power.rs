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
/// How many cells of the table a step goes through, but for the last row that it began. Counted and not timed, so that
/// steps are the same everywhere.
pub const A_STEP: usize = 400_000;

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
    /// The sums of the lightest of these, from none to all.
    lightest: Vec<usize>,
    /// The quota or its mirror image, the smaller of the two: sums below it are in the table.
    quota: usize,
    /// The most players whose votes can be below the quota.
    most: usize,
    /// Row `k`, column `s`: how many coalitions of `k` of the players added so far have `s` votes. A row is made when the
    /// first coalition of its size is.
    rows: Vec<Vec<Wide>>,
    next: Next,
    /// In how many ways players of each number can be chosen from the others, once the table is there.
    choices: Vec<Wide>,
    /// The power of each weight, from the lightest on.
    powers: Vec<(u32, Power)>,
    cells: usize,
}

/// What a count does next.
#[derive(Clone, Copy, Debug)]
enum Next {
    /// Adds a player to coalitions of that size: from the largest down, so that nobody joins one twice.
    Join {
        player: usize,
        size: usize,
    },
    /// Turns a row into sums from its beginning.
    Sum {
        row: usize,
    },
    /// Reads off the power of a player's weight.
    Read {
        player: usize,
    },
    Nothing,
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
        let mut lightest = vec![0];
        lightest.extend(sorted.iter().scan(0, |sum, weight| {
            *sum += *weight as usize;
            Some(*sum)
        }));
        let most = lightest.iter().skip(1).take_while(|sum| **sum < quota).count();
        let mut nobody = vec![Wide::ZERO; quota];
        if let Some(nothing) = nobody.first_mut() {
            *nothing = Wide::ONE;
        }
        Ok(Self {
            weights: weights.to_vec(),
            sorted,
            lightest,
            quota,
            most,
            rows: vec![nobody],
            next: Next::Join { player: 0, size: 0 },
            choices: Vec::new(),
            powers: Vec::new(),
            cells: 0,
        })
    }

    /// Goes on by about [`A_STEP`] cells of the table, which takes a millisecond or two; `false` if all was done.
    pub fn step(&mut self) -> bool {
        let end = self.cells + A_STEP;
        let goes_on = !self.is_over();
        while self.cells < end {
            self.next = match self.next {
                Next::Join { player, size } => self.join(player, size),
                Next::Sum { row } => self.sum(row),
                Next::Read { player } => self.read(player),
                Next::Nothing => break,
            };
        }
        goes_on
    }

    /// Whether all is done but for handing it out.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(self.next, Next::Nothing)
    }

    /// How many cells were gone through so far: what the count has cost, whoever runs it.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.cells
    }

    /// How much of the table is there, 0 to 1, by players.
    #[must_use]
    pub fn done(&self) -> f64 {
        match self.next {
            Next::Join { player, .. } => player as f64 / self.sorted.len() as f64,
            _ => 1.0,
        }
    }

    fn join(&mut self, player: usize, size: usize) -> Next {
        let Some(weight) = self.sorted.get(player).map(|weight| *weight as usize) else {
            return Next::Sum { row: 0 };
        };
        if self.rows.len() == size + 1 && size < self.most {
            self.rows.push(vec![Wide::ZERO; self.quota]);
        }
        // The lightest and the heaviest coalition of a size bound what can be in its row.
        let sum = |players: usize| self.lightest.get(players).copied().unwrap_or_default();
        let (start, heaviest) = (sum(size), sum(player) - sum(player - size));
        let end = (heaviest + 1).min(self.quota.saturating_sub(weight));
        let split = (size + 1).min(self.rows.len());
        let (with, without) = self.rows.split_at_mut(split);
        if let (Some(from), Some(to)) = (with.last(), without.first_mut()) {
            let from = from.get(start..end).unwrap_or_default();
            let to = to.get_mut(start + weight..).unwrap_or_default();
            for (to, from) in to.iter_mut().zip(from) {
                *to = to.plus(*from);
            }
            self.cells += from.len();
        }
        self.cells += 1;
        match size.checked_sub(1) {
            Some(size) => Next::Join { player, size },
            None => {
                let player = player + 1;
                Next::Join { player, size: player.min(self.most.saturating_sub(1)) }
            }
        }
    }

    fn sum(&mut self, row: usize) -> Next {
        let Some(cells) = self.rows.get_mut(row) else {
            self.choices = choices(self.sorted.len() - 1);
            self.cells += self.sorted.len() * self.sorted.len() / 2;
            return Next::Read { player: 0 };
        };
        let mut sum = Wide::ZERO;
        for cell in cells {
            sum = sum.plus(*cell);
            *cell = sum;
        }
        self.cells += self.quota;
        Next::Sum { row: row + 1 }
    }

    fn read(&mut self, player: usize) -> Next {
        let Some(weight) = self.sorted.get(player).copied() else { return Next::Nothing };
        if self.powers.last().is_none_or(|(last, _)| *last != weight) {
            self.powers.push((weight, self.power(weight as usize)));
            self.cells +=
                self.choices.len() * self.choices.len().min(self.quota / weight as usize + 1);
        }
        self.cells += 1;
        Next::Read { player: player + 1 }
    }

    /// The power of all players, in the order of the weights as given; finishes the count if it is not done.
    #[must_use]
    pub fn finish(mut self) -> Vec<Power> {
        while self.step() {}
        let power = |weight: &u32| {
            let place = self.powers.binary_search_by_key(weight, |(weight, _)| *weight).ok();
            let power = place.and_then(|place| self.powers.get(place));
            power.map_or_else(Power::default, |(_, power)| *power)
        };
        let mut all: Vec<Power> = self.weights.iter().map(power).collect();
        let decisive: f64 = self.sorted.iter().map(|weight| power(weight).decisive).sum();
        for power in &mut all {
            power.banzhaf = power.decisive / decisive;
        }
        all
    }

    /// The power of a player of that weight, not yet set beside the others'.
    fn power(&self, weight: usize) -> Power {
        let players = self.choices.len() as f64;
        let mut shapley = 0.0;
        let mut decisive = 0.0;
        for (size, all) in self.choices.iter().enumerate() {
            let swings = self.swings(weight, size).approximate();
            shapley += swings / all.approximate();
            decisive += swings;
        }
        // Halved once for each of the others, which is exact.
        let decisive = self.choices.iter().skip(1).fold(decisive, |share, _| share * 0.5);
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
