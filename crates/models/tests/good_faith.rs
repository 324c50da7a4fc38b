//! Good faith against `axelrod`, whose tables stand in `oracles`, and against closed forms.

#![cfg(test)]

use concord_models::{
    good_faith::{
        Act, Contest, Ecology, Field, KINDS, Noise, Rules, Slip, Strategy, Tournament, points,
    },
    random::Random,
};

fn named(name: &str) -> Strategy {
    let found = Strategy::ALL.iter().find(|strategy| strategy.field_name() == name);
    *found.unwrap_or_else(|| panic!("no strategy is called {name}"))
}

/// The rows of a table, without its head.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).map(|line| line.split(',').collect())
}

#[test]
fn all_pairs_without_noise_score_what_axelrod_says() {
    let mut cells = 0;
    for row in rows(include_str!("oracles/all_pairs.csv")) {
        let [one, other] = [named(row[0]), named(row[1])];
        let expected = [row[2].parse().unwrap(), row[3].parse().unwrap()];
        let scores = Contest::new([one, other], Noise::NONE).scores(200, &mut Random::new(1));
        assert_eq!(scores, expected, "{} against {}", row[0], row[1]);
        cells += 1;
    }
    let fixed = Strategy::ALL.iter().filter(|strategy| !strategy.is_stochastic()).count();
    assert_eq!(cells, fixed * (fixed + 1) / 2, "each pair stands in the table once");
    assert!(fixed >= 13);
}

/// The mean score of the first in a turn, and the standard error of that mean.
fn measured(pair: [Strategy; 2], noise: Noise, matches: u32, turns: u32) -> (f64, f64) {
    let mut random = Random::new(7);
    let means: Vec<f64> = (0..matches)
        .map(|_| Contest::new(pair, noise).scores(turns, &mut random)[0] as f64 / f64::from(turns))
        .collect();
    let mean = means.iter().sum::<f64>() / f64::from(matches);
    let spread = means.iter().map(|one| (one - mean).powi(2)).sum::<f64>();
    (mean, (spread / f64::from(matches - 1) / f64::from(matches)).sqrt())
}

/// Of about a thousand cells, one is expected beyond 3.3 standard errors by chance, and none beyond 5.
#[test]
fn all_pairs_with_noise_agree_with_axelrod() {
    let noise = Noise::new(Slip::Act, 0.05);
    let (mut cells, mut far) = (0, 0);
    for row in rows(include_str!("oracles/with_noise.csv")) {
        let (mean, error) = measured([named(row[0]), named(row[1])], noise, 400, 200);
        let (theirs, their_error): (f64, f64) = (row[2].parse().unwrap(), row[3].parse().unwrap());
        let error = error.hypot(their_error).max(1e-4);
        let away = (mean - theirs).abs() / error;
        assert!(away < 5.0, "{} against {}: {mean}, not {theirs} ± {error}", row[0], row[1]);
        far += usize::from(away > 3.0);
        cells += 1;
    }
    assert_eq!(cells, Strategy::ALL.len().pow(2));
    // 0.27 % of cells lie beyond three standard errors if both draw from the same distribution.
    assert!(far <= cells / 100, "{far} of {cells} cells are more than three standard errors off");
}

/// Two who repay in kind forget who began: with any noise, in the long run all four outcomes are as likely.
#[test]
fn two_who_repay_get_two_and_a_quarter_in_the_long_run() {
    for slip in [Slip::Act, Slip::Sight] {
        let noise = Noise::new(slip, 0.05);
        let (mean, error) = measured([Strategy::TitForTat; 2], noise, 100, 5_000);
        assert!((mean - 2.25).abs() < 5.0 * error + 0.005, "{slip:?}: {mean} ± {error}");
    }
}

/// The long-run mean of two strategies of memory one, from the chain of their four states: an oracle of its own.
fn chain(pair: [fn(bool, bool) -> f64; 2], slip: Slip, rate: f64) -> f64 {
    // What each did, and what each saw: 16 states.
    let mut weights = [1.0 / 16.0; 16];
    for _ in 0..3_000 {
        let mut next = [0.0; 16];
        for (state, weight) in weights.iter().enumerate() {
            let bit = |place: usize| state >> place & 1 == 1;
            let meant = [pair[0](bit(0), bit(2)), pair[1](bit(1), bit(3))];
            for outcome in 0..16_usize {
                let is = |place: usize| outcome >> place & 1 == 1;
                let (defects, wrong) = ([is(0), is(1)], [is(2), is(3)]);
                let mut share = *weight;
                for side in 0..2 {
                    share *= if defects[side] { meant[side] } else { 1.0 - meant[side] };
                    share *= if wrong[side] { rate } else { 1.0 - rate };
                }
                let told = [defects[0] ^ wrong[0], defects[1] ^ wrong[1]];
                let acts = if slip == Slip::Act { told } else { defects };
                let to = usize::from(acts[0])
                    | usize::from(acts[1]) << 1
                    | usize::from(told[1]) << 2
                    | usize::from(told[0]) << 3;
                next[to] += share;
            }
        }
        weights = next;
    }
    let act = |defects: bool| if defects { Act::Defect } else { Act::Cooperate };
    let state = |state: usize| points(act(state & 1 == 1), act(state >> 1 & 1 == 1));
    weights.iter().enumerate().map(|(place, weight)| weight * f64::from(state(place))).sum()
}

#[test]
fn both_kinds_of_noise_agree_with_the_chain_of_states() {
    type Next = fn(bool, bool) -> f64;
    let generous: Next = |_, seen| if seen { 2.0 / 3.0 } else { 0.0 };
    let shifting: Next = |own, seen| f64::from(u8::from(own != seen));
    let repaying: Next = |_, seen| f64::from(u8::from(seen));
    let cooperating: Next = |_, _| 0.0;
    let known = [
        (Strategy::Generous, generous),
        (Strategy::WinStayLoseShift, shifting),
        (Strategy::TitForTat, repaying),
        (Strategy::Cooperator, cooperating),
    ];
    for slip in [Slip::Act, Slip::Sight] {
        for (one, first) in known {
            for (other, second) in known {
                let expected = chain([first, second], slip, 0.08);
                let noise = Noise::new(slip, 0.08);
                let (mean, error) = measured([one, other], noise, 100, 5_000);
                let away = (mean - expected).abs();
                assert!(
                    away < 4.5 * error + 0.004,
                    "{slip:?} {one:?} {other:?}: {mean}, {expected}"
                );
            }
        }
    }
}

#[test]
fn a_round_robin_is_the_sum_of_its_matches_and_a_seed_repeats_it() {
    let rules = Rules { turns: 200, noise: Noise::NONE };
    let strategies = [Strategy::TitForTat, Strategy::Defector, Strategy::Cooperator];
    let mut tournament = Tournament::new(&strategies);
    tournament.repeat(rules, &mut Random::new(1));
    assert_eq!(tournament.mean(1, 2), 5.0);
    assert_eq!(tournament.mean(2, 1), 0.0);
    assert_eq!(tournament.mean(0, 1), 199.0 / 200.0);
    assert_eq!(tournament.ranked(), [1, 0, 2]);
    let noisy = Rules { turns: 50, noise: Noise::new(Slip::Sight, 0.1) };
    let played = |seed: u64| {
        let (mut tournament, mut random) = (Tournament::new(Strategy::ALL), Random::new(seed));
        tournament.repeat(noisy, &mut random);
        tournament.repeat(noisy, &mut random);
        tournament
    };
    assert_eq!(played(3), played(3));
    assert_ne!(played(3), played(4));
}

#[test]
fn generations_keep_to_one_whole_and_follow_the_better() {
    let mut tournament = Tournament::new(&[Strategy::Cooperator, Strategy::Defector]);
    tournament.repeat(Rules { turns: 10, noise: Noise::NONE }, &mut Random::new(1));
    // Half and half: cooperators get 1.5 and defectors 3, so of the next generation a third cooperates.
    let mut ecology = Ecology::new(&tournament, &[1.0, 1.0]);
    assert!(ecology.step());
    assert!((ecology.shares()[0] - 1.0 / 3.0).abs() < 1e-12);
    for _ in 0..200 {
        ecology.step();
        assert!((ecology.shares().iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }
    assert_eq!(ecology.shares(), [0.0, 1.0], "who has died out does not come back");
    assert!(!ecology.step(), "and then nothing changes");
    // Shares that are none are equal ones.
    let odd = Ecology::new(&tournament, &[f64::NAN, -1.0]);
    assert_eq!(odd.shares(), [0.5, 0.5]);
}

/// One generation by the plain rule, cell by cell, with matches of the scalar engine.
fn plain(field: &Field, width: usize, rows: usize, turns: u32) -> (Vec<u16>, Vec<u8>) {
    let cells = field.cells();
    let around = |place: usize| {
        let (x, y) = (place % width, place / width);
        [(1, 0), (-1, 0), (-1, 1), (1, -1), (0, 1), (0, -1), (1, 1), (-1, -1)].map(|(dx, dy)| {
            let wrap =
                |at: usize, by: i32, size: usize| (at as i32 + by).rem_euclid(size as i32) as usize;
            wrap(y, dy, rows) * width + wrap(x, dx, width)
        })
    };
    let strategy = |place: usize| KINDS[usize::from(cells[place])];
    let points: Vec<u16> = (0..cells.len())
        .map(|place| {
            let others = around(place).into_iter();
            let each = others.map(|other| {
                let pair = [strategy(place), strategy(other)];
                Contest::new(pair, Noise::NONE).scores(turns, &mut Random::new(1))[0]
            });
            each.sum::<u32>() as u16
        })
        .collect();
    let kinds = (0..cells.len()).map(|place| {
        let best = around(place)
            .into_iter()
            .fold(place, |best, other| if points[other] > points[best] { other } else { best });
        cells[best]
    });
    (points.clone(), kinds.collect())
}

#[test]
fn without_noise_a_lattice_is_what_the_plain_rule_makes_cell_by_cell() {
    // The generous one draws lots, so it is left out.
    let mut field = Field::new((2, 48), [3, 0, 2, 2, 2, 3], (Slip::Act, 0.0), 9, 11);
    for generation in 0..6 {
        let (points, kinds) = plain(&field, 128, 48, 9);
        field.step();
        assert!(field.points() == points, "points of generation {generation}");
        assert!(field.cells() == kinds, "kinds of generation {generation}");
    }
}

#[test]
fn with_noise_a_lattice_scores_what_single_matches_do() {
    for (kind, strategy) in KINDS.iter().enumerate() {
        for slip in [Slip::Act, Slip::Sight] {
            let mut weights = [0; KINDS.len()];
            weights[kind] = 1;
            let mut field = Field::new((4, 256), weights, (slip, 0.05), 10, 5);
            field.step();
            let total: f64 = field.points().iter().map(|points| f64::from(*points)).sum();
            let mean = total / (256.0 * 256.0 * 8.0 * 10.0);
            let (expected, error) = measured([*strategy; 2], Noise::new(slip, 0.05), 60_000, 10);
            let away = (mean - expected).abs();
            // A field of 262,144 matches has an error of its own, half of that of the measured ones.
            assert!(
                away < 5.0 * error + 0.001,
                "{strategy:?} {slip:?}: {mean}, {expected} ± {error}"
            );
        }
    }
}

#[test]
fn counts_add_up_and_odd_settings_do_no_harm() {
    let mut field = Field::new((0, 0), [0; KINDS.len()], (Slip::Sight, f64::NAN), 0, 0);
    field.step();
    assert_eq!(field.counts().iter().sum::<u32>(), 64);
    let mut field = Field::new((1, 3), [u32::MAX; KINDS.len()], (Slip::Act, 9.0), 99, u64::MAX);
    field.step();
    assert_eq!(field.counts().iter().sum::<u32>(), 192);
    assert_eq!(field.cells().len(), 192);
}
