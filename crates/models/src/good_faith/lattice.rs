//! Neighbours: players on a torus of cells, who meet those around them and then do as the most successful of them did.
//!
//! Each cell plays a match against each of its eight neighbours and adds up its points; then all cells at once take over the
//! strategy of whoever has most among themselves and their neighbours. Who has as much as the best keeps its own. This is the
//! rule of M. Nowak and R. May (Nature 359, 1992), with matches in place of single turns.
//!
//! A lattice is planes of bits, 64 cells a word: acts, what was seen, points and comparisons are done for 64 matches at once,
//! with no cell ever looked at by itself. So a generation of 65,536 cells is 262,144 matches in about two milliseconds, and a
//! picture waits for none. The price: sides are multiples of 64, a match has at most [`MOST_TURNS`], there are [`KINDS`], and
//! the rate of noise is rounded to 1 in 4,096.

use super::planes::{Plane, add, bits, chosen, is_more, put, read};
use super::{Slip, Strategy};
use crate::random::Random;

/// The strategies that live here, by the numbers of their colours.
pub const KINDS: [Strategy; 6] = [
    Strategy::Cooperator,
    Strategy::Generous,
    Strategy::TitForTat,
    Strategy::Grudger,
    Strategy::PreEmptor,
    Strategy::Defector,
];

/// The most turns that a match may have, so that points fit into their planes.
pub const MOST_TURNS: u32 = 16;

/// Planes for the points of a match (at most 5 × 16 = 80) and of a cell (8 matches: 640).
const MATCH: usize = 7;
const CELL: usize = 10;
/// Planes for the number of a kind.
const KIND: usize = 3;
/// The neighbours whom each cell meets first; their opposites are met from the other side.
const HALF: [(isize, isize); 4] = [(1, 0), (-1, 1), (0, 1), (1, 1)];

/// Cells that play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Words in a row.
    words: usize,
    rows: usize,
    kinds: [Plane; KIND],
    /// The points of the last generation.
    points: [Plane; CELL],
    noise: u32,
    slip: Slip,
    turns: u32,
    random: Random,
}

impl Field {
    /// A field of 64 × `words` by `rows` cells, each of a kind drawn with these weights.
    ///
    /// At least one word and one row; the rate of noise is from 0 to 1, turns from 1 to [`MOST_TURNS`].
    #[must_use]
    pub fn new(
        (words, rows): (usize, usize),
        weights: [u32; KINDS.len()],
        (slip, rate): (Slip, f64),
        turns: u32,
        seed: u64,
    ) -> Self {
        let (words, rows) = (words.max(1), rows.max(1));
        let plane = || vec![0_u64; words * rows];
        let mut random = Random::new(seed);
        let mut kinds: [Plane; KIND] = std::array::from_fn(|_| plane());
        let total = weights.iter().fold(0_u32, |sum, weight| sum.saturating_add(*weight));
        for place in 0..words * rows * 64 {
            let mut drawn = random.below(total);
            let kind = weights.iter().position(|weight| {
                let is_here = drawn < *weight;
                drawn = drawn.saturating_sub(*weight);
                is_here
            });
            let kind = kind.unwrap_or(0);
            for (bit, plane) in kinds.iter_mut().enumerate() {
                if let Some(word) = plane.get_mut(place / 64) {
                    *word |= ((kind >> bit & 1) as u64) << (place % 64);
                }
            }
        }
        let noise = libm::round(rate.clamp(0.0, 1.0) * f64::from(CASES)) as u32;
        let points = std::array::from_fn(|_| plane());
        Self { words, rows, kinds, points, noise, slip, turns: turns.clamp(1, MOST_TURNS), random }
    }

    /// Cells in a row.
    #[must_use]
    pub fn width(&self) -> usize {
        self.words * 64
    }

    /// The kind of each cell, row by row.
    #[must_use]
    pub fn cells(&self) -> Vec<u8> {
        read(&self.kinds).into_iter().map(|kind| kind as u8).collect()
    }

    /// The points of each cell in the last generation.
    #[must_use]
    pub fn points(&self) -> Vec<u16> {
        read(&self.points)
    }

    /// How many cells there are of each kind.
    #[must_use]
    pub fn counts(&self) -> [u32; KINDS.len()] {
        let [a, b, c] = &self.kinds;
        let mut counts = [0; KINDS.len()];
        for ((a, b), c) in a.iter().zip(b).zip(c) {
            for (count, is) in counts.iter_mut().zip(masks([*a, *b, *c])) {
                *count += is.count_ones();
            }
        }
        counts
    }

    /// Goes on by a generation.
    pub fn step(&mut self) {
        let mut points: [Plane; CELL] = std::array::from_fn(|_| vec![0; self.words * self.rows]);
        for (dx, dy) in HALF {
            let others: [Plane; KIND] =
                std::array::from_fn(|bit| self.moved(self.kinds.get(bit), dx, dy));
            let (own, their) = self.matches(&others);
            add(&mut points, &own);
            let their = their.map(|plane| self.moved(Some(&plane), -dx, -dy));
            add(&mut points, &their);
        }
        self.points = points;
        self.adopt();
    }

    /// The points of each cell, and of its neighbour of these kinds, in one match.
    fn matches(&mut self, others: &[Plane; KIND]) -> ([Plane; MATCH], [Plane; MATCH]) {
        let plane = || vec![0_u64; self.words * self.rows];
        let mut own: [Plane; MATCH] = std::array::from_fn(|_| plane());
        let mut their: [Plane; MATCH] = std::array::from_fn(|_| plane());
        for word in 0..self.words * self.rows {
            let (one, other) = (bits(&self.kinds, word), bits(others, word));
            let noise = (self.slip, self.noise);
            let points = contest(one, other, noise, self.turns, &mut self.random);
            put(&mut own, word, points.0);
            put(&mut their, word, points.1);
        }
        (own, their)
    }

    /// All cells at once do as the best of their neighbours.
    fn adopt(&mut self) {
        let mut best = self.points.clone();
        let mut kinds = self.kinds.clone();
        for (dx, dy) in HALF.into_iter().flat_map(|(dx, dy)| [(dx, dy), (-dx, -dy)]) {
            let points: [Plane; CELL] =
                std::array::from_fn(|bit| self.moved(self.points.get(bit), dx, dy));
            let others: [Plane; KIND] =
                std::array::from_fn(|bit| self.moved(self.kinds.get(bit), dx, dy));
            for word in 0..self.words * self.rows {
                let (now, new) = (bits(&best, word), bits(&points, word));
                let more = is_more(&new, &now);
                put(&mut best, word, chosen(more, new, now));
                let kind = chosen(more, bits(&others, word), bits(&kinds, word));
                put(&mut kinds, word, kind);
            }
        }
        self.kinds = kinds;
    }

    /// What each cell finds at a neighbour, `dx` to the right and `dy` below; the torus has no edge.
    fn moved(&self, plane: Option<&Plane>, dx: isize, dy: isize) -> Plane {
        let Some(plane) = plane else { return Plane::new() };
        let mut moved = Plane::with_capacity(plane.len());
        for row in 0..self.rows {
            let from = (row as isize + dy).rem_euclid(self.rows as isize) as usize;
            let cells = plane.get(from * self.words..(from + 1) * self.words).unwrap_or_default();
            for (place, word) in cells.iter().enumerate() {
                let next = |by: usize| cells.get((place + by) % self.words).copied().unwrap_or(0);
                moved.push(match dx {
                    1 => word >> 1 | next(1) << 63,
                    -1 => word << 1 | next(self.words - 1) >> 63,
                    _ => *word,
                });
            }
        }
        moved
    }
}

/// In how many cases noise is counted.
const CASES: u32 = 4096;

/// 64 draws at once, each of which happens in so many of [`CASES`].
#[inline]
fn draws(cases: u32, random: &mut Random) -> u64 {
    if cases == 0 {
        return 0;
    }
    if cases >= CASES {
        return u64::MAX;
    }
    // From the lowest digit of the share on: a digit 1 halves what is missing, a digit 0 what is there.
    let mut drawn = 0;
    for digit in cases.trailing_zeros()..CASES.trailing_zeros() {
        let coins = random.bits();
        drawn = if cases >> digit & 1 == 1 { drawn | coins } else { drawn & coins };
    }
    drawn
}

/// Which of 64 cells are of each kind.
#[inline]
fn masks([a, b, c]: [u64; KIND]) -> [u64; KINDS.len()] {
    [!c & !b & !a, !c & !b & a, !c & b & !a, !c & b & a, c & !b & !a, c & !b & a]
}

/// 64 players, as [`KINDS`] has them.
struct Side {
    generous: u64,
    tit_for_tat: u64,
    grudger: u64,
    pre_emptor: u64,
    defector: u64,
    /// What they saw in the last three turns.
    seen: [u64; 3],
    /// Whether they ever saw a defection.
    ever: u64,
    /// Their points, digit by digit.
    points: [u64; MATCH],
}

impl Side {
    #[inline]
    fn new(kinds: [u64; KIND]) -> Self {
        let [_, generous, tit_for_tat, grudger, pre_emptor, defector] = masks(kinds);
        // Nobody has shown good faith before the first turn, and only the pre-emptor minds.
        let seen = [pre_emptor; 3];
        let (ever, points) = (0, [0; MATCH]);
        Self { generous, tit_for_tat, grudger, pre_emptor, defector, seen, ever, points }
    }

    /// Who means to defect.
    #[inline]
    fn meant(&self, random: &mut Random) -> u64 {
        let [last, before, third] = self.seen;
        let mut unforgiven = self.generous & last;
        if unforgiven != 0 {
            unforgiven &= !draws(GENEROSITY, random);
        }
        unforgiven
            | self.tit_for_tat & last
            | self.grudger & self.ever
            | self.pre_emptor & (last | before | third)
            | self.defector
    }

    /// Sees the others' acts, and gets its points: 101 for defecting alone, 011, 001 and 0.
    #[inline]
    fn keep(&mut self, own: u64, others: u64, seen: u64) {
        let [last, before, _] = self.seen;
        self.seen = [seen, last, before];
        self.ever |= seen;
        let digits = [own | !others, !own & !others, own & !others];
        let mut carry = 0;
        for (place, sum) in self.points.iter_mut().enumerate() {
            let digit = digits.get(place).copied().unwrap_or(0);
            let half = *sum ^ digit;
            let next = *sum & digit | half & carry;
            *sum = half ^ carry;
            carry = next;
        }
    }
}

/// One in three, in [`CASES`].
const GENEROSITY: u32 = 1365;

/// 64 matches at once.
#[inline]
fn contest(
    one: [u64; KIND],
    other: [u64; KIND],
    (slip, noise): (Slip, u32),
    turns: u32,
    random: &mut Random,
) -> ([u64; MATCH], [u64; MATCH]) {
    let (mut one, mut other) = (Side::new(one), Side::new(other));
    for _ in 0..turns {
        let (mine, theirs) = (one.meant(random), other.meant(random));
        let wrong = (mine ^ draws(noise, random), theirs ^ draws(noise, random));
        let acts = if slip == Slip::Act { wrong } else { (mine, theirs) };
        one.keep(acts.0, acts.1, wrong.1);
        other.keep(acts.1, acts.0, wrong.0);
    }
    (one.points, other.points)
}
