//! A match of two players, turn by turn, with noise.

use super::{
    act::{Act, Memory, points},
    strategy::{Chances, Strategy, next},
};
use crate::random::{Probability, Random};

/// What goes wrong where there is noise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// The act: whoever meant one thing does the other, and both know. This is what `axelrod` calls noise.
    Act,
    /// What is seen: an act is taken for its opposite by the other player alone. Points are for what was done.
    Sight,
}

/// Noise: what goes wrong, and how often. Each act of each player goes wrong by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noise {
    /// What goes wrong.
    pub slip: Slip,
    /// The share of acts with which that happens, from 0 to 1.
    pub rate: Probability,
}

impl Noise {
    /// None.
    pub const NONE: Self = Self { slip: Slip::Act, rate: Probability::NEVER };

    /// Noise at a rate from 0 to 1; what is beyond is brought within.
    #[must_use]
    pub fn new(slip: Slip, rate: f64) -> Self {
        Self { slip, rate: Probability::new(rate) }
    }
}

/// A match that goes on turn by turn.
#[derive(Clone, Debug)]
pub struct Contest {
    strategies: [Strategy; 2],
    memories: [Memory; 2],
    noise: Noise,
    chances: Chances,
}

/// One turn, from both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// What each did.
    pub acts: [Act; 2],
    /// What each saw the other do.
    pub seen: [Act; 2],
    /// Whose act went wrong, in one way or the other.
    pub wrong: [bool; 2],
}

impl Contest {
    /// A match of two strategies.
    #[must_use]
    pub fn new(strategies: [Strategy; 2], noise: Noise) -> Self {
        Self { strategies, memories: [Memory::default(); 2], noise, chances: Chances::default() }
    }

    /// Plays a turn.
    #[inline]
    pub fn turn(&mut self, random: &mut Random) -> Turn {
        let [first, second] = self.strategies;
        let [a, b] = &mut self.memories;
        let meant = [next(first, a, &self.chances, random), next(second, b, &self.chances, random)];
        let mut wrong = [false; 2];
        if self.noise.rate.is_possible() {
            wrong = [random.happens(self.noise.rate), random.happens(self.noise.rate)];
        }
        let [one, other] = meant;
        let flip = |act: Act, wrong: bool| if wrong { act.flipped() } else { act };
        let flipped = [flip(one, wrong[0]), flip(other, wrong[1])];
        let (acts, told) = match self.noise.slip {
            Slip::Act => (flipped, flipped),
            Slip::Sight => (meant, flipped),
        };
        let seen = [told[1], told[0]];
        a.keep(meant[0], acts[0], seen[0]);
        b.keep(meant[1], acts[1], seen[1]);
        Turn { acts, seen, wrong }
    }

    /// Plays so many turns; the points of both.
    #[inline]
    pub fn scores(&mut self, turns: u32, random: &mut Random) -> [u32; 2] {
        (0..turns).fold([0, 0], |[one, other], _| {
            let [a, b] = self.turn(random).acts;
            [one + points(a, b), other + points(b, a)]
        })
    }
}
