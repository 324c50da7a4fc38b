//! Indices of power against published values, against counting one by one, and against whole numbers of any length.

#![cfg(test)]

use concord_models::seats::power::{A_STEP, Count, Fault, MOST_PLAYERS, MOST_VOTES, Power};
use concord_models::seats::weights::{cheapest, players, quota, rounding, scaled, together};
use num_bigint::BigUint;
use proptest::prelude::*;

fn power(weights: &[u32], quota: u32) -> Vec<Power> {
    Count::new(weights, quota).expect("a game").finish()
}

fn near(value: f64, expected: f64) {
    assert!(
        (value - expected).abs() <= 1e-12 * expected.abs().max(1e-3),
        "{value} is not {expected}"
    );
}

/// All three numbers of each player, coalition by coalition, in whole numbers up to the last division.
fn one_by_one(weights: &[u32], quota: u32) -> Vec<Power> {
    let players = weights.len();
    let factorial = |n: usize| (1..=n as u128).product::<u128>();
    let orders: Vec<u128> =
        (0..players).map(|size| factorial(size) * factorial(players - 1 - size)).collect();
    let mut all = vec![[0_u128; 2]; players];
    for coalition in 0_u32..1 << players {
        let inside = |player: usize| coalition >> player & 1 == 1;
        let votes: u32 =
            (0..players).filter(|player| inside(*player)).map(|player| weights[player]).sum();
        for player in (0..players).filter(|player| !inside(*player)) {
            if votes < quota && votes + weights[player] >= quota {
                all[player][0] += 1;
                all[player][1] += orders[coalition.count_ones() as usize];
            }
        }
    }
    let swings: u128 = all.iter().map(|[swings, _]| swings).sum();
    let power = |[decisive, orders]: &[u128; 2]| Power {
        decisive: *decisive as f64 / (1_u64 << (players - 1)) as f64,
        banzhaf: *decisive as f64 / swings as f64,
        shapley: *orders as f64 / factorial(players) as f64,
    };
    all.iter().map(power).collect()
}

fn agree(weights: &[u32], quota: u32) {
    for (got, expected) in power(weights, quota).iter().zip(one_by_one(weights, quota)) {
        near(got.decisive, expected.decisive);
        near(got.banzhaf, expected.banzhaf);
        near(got.shapley, expected.shapley);
    }
}

#[test]
fn the_security_council_is_as_published() {
    // Five permanent members with a veto, ten others, nine votes to pass: 39 of 5 × 7 + 10 × 1.
    let weights: Vec<u32> = [vec![7; 5], vec![1; 10]].concat();
    let all = power(&weights, 39);
    // Shapley and Shubik for the Council of today: 421/2145 and 4/2145; Banzhaf: 848 and 84 of 5,080 swings.
    near(all[0].shapley, 421.0 / 2145.0);
    near(all[14].shapley, 4.0 / 2145.0);
    near(all[0].banzhaf, 848.0 / 5080.0);
    near(all[14].banzhaf, 84.0 / 5080.0);
    assert_eq!(
        format!("{:.4} {:.5} {:.4}", all[0].shapley, all[14].shapley, all[0].banzhaf),
        "0.1963 0.00186 0.1669"
    );
}

#[test]
fn the_first_six_of_europe_are_as_published() {
    // 1958: Germany, France and Italy 4, Belgium and the Netherlands 2, Luxembourg 1; 12 of 17 to pass. Luxembourg
    // never decided anything.
    let all = power(&[4, 4, 4, 2, 2, 1], 12);
    for (power, [shapley, banzhaf]) in
        all.iter().zip([[14.0, 5.0], [14.0, 5.0], [14.0, 5.0], [9.0, 3.0], [9.0, 3.0], [0.0, 0.0]])
    {
        near(power.shapley, shapley / 60.0);
        near(power.banzhaf, banzhaf / 21.0);
    }
}

#[test]
fn the_nine_of_europe_are_as_published() {
    // 1973: four with 10, two with 5, two with 3, one with 2; 41 of 58 to pass.
    let all = power(&[10, 10, 10, 10, 5, 5, 3, 3, 2], 41);
    let rounded: Vec<String> = all.iter().map(|power| format!("{:.4}", power.shapley)).collect();
    assert_eq!(
        rounded,
        ["0.1786", "0.1786", "0.1786", "0.1786", "0.0810", "0.0810", "0.0571", "0.0571", "0.0095"]
    );
}

#[test]
fn equal_votes_are_equal_power() {
    for players in [1, 2, 50, 193, MOST_PLAYERS] {
        for quota in [players / 2 + 1, players * 2 / 3 + 1, players] {
            for power in power(&vec![1; players], quota.min(players) as u32) {
                near(power.shapley, 1.0 / players as f64);
                near(power.banzhaf, 1.0 / players as f64);
            }
        }
    }
}

#[test]
fn twenty_players_are_counted_one_by_one() {
    let weights = [31, 27, 21, 17, 17, 13, 11, 11, 9, 8, 7, 6, 5, 5, 4, 3, 2, 2, 1, 0];
    for quota in [101, 143] {
        agree(&weights, quota);
    }
}

/// What a player swings of coalitions of each size, by a table without that player in whole numbers of any length.
fn swings(weights: &[u32], quota: usize, player: usize) -> Vec<BigUint> {
    let weight = weights[player] as usize;
    let mut table = vec![vec![BigUint::ZERO; quota]; weights.len()];
    table[0][0] += 1_u32;
    for (place, other) in weights.iter().enumerate().filter(|(place, _)| *place != player) {
        for size in (0..=place.min(weights.len() - 2)).rev() {
            for votes in (0..quota.saturating_sub(*other as usize)).rev() {
                let from = table[size][votes].clone();
                table[size + 1][votes + *other as usize] += from;
            }
        }
    }
    table.iter().map(|row| row[quota.saturating_sub(weight)..].iter().sum()).collect()
}

/// A quotient of whole numbers, to a few parts in 2^53.
fn quotient(a: &BigUint, b: &BigUint) -> f64 {
    let digits = ((a << 200_u32) / b).to_u64_digits();
    digits.iter().rev().fold(0.0, |number, digit| number * 2_f64.powi(64) + *digit as f64)
        / 2_f64.powi(200)
}

#[test]
fn the_whole_assembly_is_exact() {
    // 193 unequal players: the largest number of coalitions of one size that the program counts.
    let weights: Vec<u32> =
        (0..193).map(|place| 1 + place % 3 + 20 * u32::from(place % 48 == 7)).collect();
    let votes: u32 = weights.iter().sum();
    let quota = votes / 2 + 1;
    let all = power(&weights, quota);
    for player in [0, 2, 7] {
        let swings = swings(&weights, quota as usize, player);
        let shapley: f64 = swings
            .iter()
            .enumerate()
            .map(|(size, swings)| {
                let choices =
                    (0..size).fold(BigUint::from(1_u32), |all, k| all * (192 - k) / (k + 1));
                quotient(swings, &choices) / 193.0
            })
            .sum();
        let decisive = quotient(&swings.iter().sum(), &(BigUint::from(1_u32) << 192_u32));
        for (value, expected) in [(all[player].shapley, shapley), (all[player].decisive, decisive)]
        {
            assert!((value / expected - 1.0).abs() < 1e-13, "{value} is not {expected}");
        }
    }
}

#[test]
fn what_cannot_be_counted_is_refused() {
    let fault = |weights: &[u32], quota| Count::new(weights, quota).err();
    assert_eq!(fault(&[], 1), Some(Fault::NoVotes));
    assert_eq!(fault(&[0, 0], 0), Some(Fault::NoVotes));
    assert_eq!(fault(&[1; MOST_PLAYERS + 1], 9), Some(Fault::TooManyPlayers));
    assert_eq!(fault(&[MOST_VOTES, 1], 9), Some(Fault::TooManyVotes));
    assert_eq!(fault(&[u32::MAX, u32::MAX], 9), Some(Fault::TooManyVotes));
    assert_eq!(fault(&[1, 1], 0), Some(Fault::Quota));
    assert_eq!(fault(&[1, 1], 3), Some(Fault::Quota));
}

#[test]
fn a_count_goes_on_in_steps_that_cost_alike() {
    // As unequal as populations, so that the table is as large as it gets.
    let counts: Vec<u64> = (1..=MOST_PLAYERS as u64).map(|place| 4_000_000 / place).collect();
    let weights = scaled(&counts, MOST_VOTES);
    let quota = MOST_VOTES / 2 + 1;
    let mut count = Count::new(&weights, quota).expect("a game");
    assert_eq!(count.done(), 0.0);
    let mut steps = 0;
    let mut before = 0;
    while count.step() {
        // What is begun is finished: a row of the table, or what one weight swings.
        let longest = (quota as usize).max(MOST_PLAYERS * MOST_PLAYERS);
        assert!(count.cells() - before <= A_STEP + longest, "{}", count.cells() - before);
        before = count.cells();
        steps += 1;
    }
    assert!(steps > 20, "{steps}");
    assert_eq!(count.done(), 1.0);
    assert_eq!(count.cells(), before);
    assert_eq!(count.finish(), power(&weights, quota));
}

#[test]
fn quotas_run_from_more_than_half_to_all() {
    let of = |votes| {
        [[0, 1], [1, 2], [2, 3], [9, 10], [1, 1], [3, 2], [1, 0]].map(|part| quota(votes, part))
    };
    assert_eq!(of(193), [97, 97, 129, 174, 193, 193, 193]);
    assert_eq!(of(192), [97, 97, 128, 173, 192, 192, 192]);
    assert_eq!(of(10_000), [5_001, 5_001, 6_667, 9_000, 10_000, 10_000, 10_000]);
    assert_eq!(of(1), [1; 7]);
}

#[test]
fn the_least_people_are_found() {
    // Three of five votes: the two cheap ones together cost 7, the one with three alone 8.
    assert_eq!(cheapest(&[3, 2, 1, 0], &[8, 4, 3, 1], 3), Some((7, vec![2, 1])));
    assert_eq!(cheapest(&[3, 2, 1, 0], &[5, 4, 3, 1], 3), Some((5, vec![0])));
    assert_eq!(cheapest(&[3, 2], &[8, 4], 6), None);
    assert_eq!(cheapest(&[], &[], 0), Some((0, vec![])));
}

#[test]
fn states_are_in_one_bloc() {
    let all = players(5, &[&[3, 1, 9], &[1, 4, 4], &[7]]);
    let states: Vec<&[usize]> = all.iter().map(|player| player.states.as_slice()).collect();
    assert_eq!(states, [&[3, 1][..], &[4], &[0], &[2]]);
    assert_eq!(together(&all, &[1, 10, 100, 1_000, 10_000]), [1_010, 10_000, 1, 100]);
}

#[test]
fn few_votes_leave_small_states_without_any() {
    let counts = [1_000_000, 30, 20, 0];
    let votes = scaled(&counts, 100);
    assert_eq!(votes, [100, 0, 0, 0]);
    let rounding = rounding(&counts, &votes);
    assert_eq!(rounding.without, 2);
    near(rounding.without_share, 50.0 / 1_000_050.0);
    near(rounding.largest, 50.0 / 1_000_050.0);
}

fn game() -> impl Strategy<Value = (Vec<u32>, u32)> {
    prop::collection::vec(0_u32..60, 1..=11)
        .prop_filter("votes", |weights| weights.iter().sum::<u32>() > 0)
        .prop_flat_map(|weights| {
            let votes = weights.iter().sum::<u32>();
            (Just(weights), 1..=votes)
        })
}

proptest! {
    #[test]
    fn any_game_is_counted_as_one_by_one((weights, quota) in game()) {
        agree(&weights, quota);
    }

    #[test]
    fn all_power_is_given_out_and_more_votes_are_no_less(weights in prop::collection::vec(0_u32..12, 2..=190), share in 0.0..1.0) {
        let votes: u32 = weights.iter().sum();
        prop_assume!(votes > 0);
        let quota = 1 + (share * f64::from(votes - 1)) as u32;
        let all = power(&weights, quota);
        let sum = |of: fn(&Power) -> f64| all.iter().map(of).sum::<f64>();
        prop_assert!((sum(|power| power.shapley) - 1.0).abs() < 1e-12);
        prop_assert!((sum(|power| power.banzhaf) - 1.0).abs() < 1e-12);
        for (a, weight) in all.iter().zip(&weights) {
            for (b, other) in all.iter().zip(&weights) {
                prop_assert!(weight > other || a.shapley <= b.shapley && a.decisive <= b.decisive);
            }
        }
    }

    #[test]
    fn votes_are_given_out_in_proportion(counts in prop::collection::vec(0_u64..3_000_000_000, 1..60), votes in 1_u32..=10_000) {
        let given = scaled(&counts, votes);
        let all: u64 = counts.iter().sum();
        prop_assert_eq!(given.iter().sum::<u32>(), if all == 0 { 0 } else { votes });
        for (count, mine) in counts.iter().zip(&given) {
            let due = *count as f64 * f64::from(votes) / all.max(1) as f64;
            prop_assert!((f64::from(*mine) - due).abs() < 1.0 + 1e-9);
            for (other, votes) in counts.iter().zip(&given) {
                prop_assert!(count < other || mine >= votes || count == other && *votes == mine + 1);
            }
        }
    }
}
