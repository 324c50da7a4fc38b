//! How a memory grows and fades, by FSRS-6 with its published parameters
//! ([the formulas](https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm)).
//!
//! These are the formulas alone. The crate of its authors, which also fits parameters to a reader,
//! was 13 kB of the program, most of it for powers of any number and for printing fractions. It is what
//! the tests compare with.

/// The published parameters `w0` to `w20`.
const W: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];
const STABILITY: (f64, f64) = (0.001, 36_500.0);
const DIFFICULTY: (f64, f64) = (1.0, 10.0);
/// The share of questions that is still known after as many days as a memory is stable.
const KNOWN: f64 = 0.9;

/// What is known of a memory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct State {
    /// Days until the chance to know it falls to 90 %, and so until it comes back.
    pub(crate) stability: f64,
    /// From 1 to 10.
    pub(crate) difficulty: f64,
}

impl State {
    /// After the first answer; `rating` is 1 for a wrong one to 4 for an easy one.
    pub(crate) fn first(rating: usize) -> Self {
        let [again, hard, good, easy, ..] = W;
        let stability = match rating {
            1 => again,
            2 => hard,
            3 => good,
            _ => easy,
        };
        Self { stability, difficulty: within(first_difficulty(rating), DIFFICULTY) }
    }

    /// After another answer, `days` later.
    pub(crate) fn next(self, days: u32, rating: usize) -> Self {
        let s = within(self.stability, STABILITY);
        let d = within(self.difficulty, DIFFICULTY);
        let from_good = rating as f64 - 3.0;
        let stability = if days == 0 {
            let growth = exp(W[17] * (from_good + W[18])) * power(s, -W[19]);
            s * if rating > 1 { growth.max(1.0) } else { growth }
        } else {
            let fading = exp(ln(KNOWN) / -W[20]) - 1.0;
            let known = power(f64::from(days) / s * fading + 1.0, -W[20]);
            if rating == 1 {
                let left = W[11] * power(d, -W[12]) * (power(s + 1.0, W[13]) - 1.0);
                (left * exp((1.0 - known) * W[14])).min(s / exp(W[17] * W[18]))
            } else {
                let by_rating = match rating {
                    2 => W[15],
                    4 => W[16],
                    _ => 1.0,
                };
                let growth = exp(W[8]) * (11.0 - d) * power(s, -W[9]);
                s * (growth * (exp((1.0 - known) * W[10]) - 1.0) * by_rating + 1.0)
            }
        };
        let moved = d - (10.0 - d) * W[6] * from_good / 9.0;
        let difficulty = W[7] * (first_difficulty(4) - moved) + moved;
        Self { stability: within(stability, STABILITY), difficulty: within(difficulty, DIFFICULTY) }
    }
}

fn first_difficulty(rating: usize) -> f64 {
    W[4] - exp(W[5] * (rating as f64 - 1.0)) + 1.0
}

/// What [`f64::clamp`] does, without its panic, which prints fractions.
fn within(value: f64, (least, most): (f64, f64)) -> f64 {
    value.max(least).min(most)
}

fn power(base: f64, exponent: f64) -> f64 {
    exp(exponent * ln(base))
}

/// The exponential function, to eight digits for numbers that occur here: its series for a 1024th of the
/// number, squared ten times.
fn exp(x: f64) -> f64 {
    let y = x / 1024.0;
    let mut power = 1.0 + y * (1.0 + y / 2.0 * (1.0 + y / 3.0 * (1.0 + y / 4.0 * (1.0 + y / 5.0))));
    for _ in 0..10 {
        power *= power;
    }
    power
}

/// The natural logarithm of a number above 0: halved or doubled until it is near 1, then by its series.
fn ln(mut x: f64) -> f64 {
    let mut twos = 0.0;
    while x > 1.5 {
        x /= 2.0;
        twos += 1.0;
    }
    while x < 0.75 {
        x *= 2.0;
        twos -= 1.0;
    }
    let z = (x - 1.0) / (x + 1.0);
    let (mut term, mut sum, mut odd) = (z, 0.0, 1.0);
    for _ in 0..10 {
        sum += term / odd;
        term *= z * z;
        odd += 2.0;
    }
    twos * std::f64::consts::LN_2 + 2.0 * sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::fsrs::{DEFAULT_PARAMETERS, FSRS, MemoryState};
    use proptest::prelude::*;

    fn of_authors(before: Option<State>, days: u32) -> [(f32, f32); 4] {
        let before = before.map(|state| MemoryState {
            stability: state.stability as f32,
            difficulty: state.difficulty as f32,
        });
        let scheduler = FSRS::new(&DEFAULT_PARAMETERS).unwrap();
        let next = scheduler.next_states(before, 0.9, days).unwrap();
        [next.again, next.hard, next.good, next.easy].map(|next| {
            // A memory comes back when it is as old as it is stable.
            assert!((next.interval / next.memory.stability - 1.0).abs() < 1e-4);
            (next.memory.stability, next.memory.difficulty)
        })
    }

    fn is_near(own: f64, theirs: f32) -> bool {
        // Their numbers are single ones, ours are double.
        (own - f64::from(theirs)).abs() <= 2e-4 * own.abs().max(0.01)
    }

    #[test]
    fn parameters_are_the_published_ones() {
        assert!(W.iter().zip(DEFAULT_PARAMETERS).all(|(own, theirs)| *own as f32 == theirs));
    }

    #[test]
    fn the_first_answer_is_judged_as_by_the_authors() {
        for (rating, (stability, difficulty)) in (1..).zip(of_authors(None, 0)) {
            let own = State::first(rating);
            assert!(is_near(own.stability, stability) && is_near(own.difficulty, difficulty));
        }
    }

    #[test]
    fn exponentials_and_logarithms_are_those_of_the_library() {
        for step in -400..400 {
            let x = f64::from(step) / 20.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-8, "{x}");
            assert!((ln(x.exp()) - x).abs() < 1e-8, "{x}");
        }
    }

    proptest! {
        #[test]
        fn further_answers_are_judged_as_by_the_authors(
            hundredths in 1_u32..4_000_000, difficulty in 100_u32..=1_000, days in 0_u32..5_000
        ) {
            let before = State {
                stability: f64::from(hundredths) / 100.0,
                difficulty: f64::from(difficulty) / 100.0,
            };
            for (rating, (stability, difficulty)) in (1..).zip(of_authors(Some(before), days)) {
                let own = before.next(days, rating);
                prop_assert!(is_near(own.stability, stability), "{own:?} {stability}");
                prop_assert!(is_near(own.difficulty, difficulty), "{own:?} {difficulty}");
            }
        }
    }
}
