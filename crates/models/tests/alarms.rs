//! Alarms against closed forms, against each other and at their limits.

#![cfg(test)]

use concord_models::alarms::count::counted;
use concord_models::alarms::decision::{Answer, Situation};
use concord_models::alarms::normal::{above, density, threshold};
use concord_models::alarms::threshold::{Best, Instrument, harm_of_event};
use proptest::prelude::*;

fn near(value: f64, expected: f64) {
    assert!(
        (value - expected).abs() <= 1e-12 * expected.abs().max(1.0),
        "{value} is not {expected}"
    );
}

#[test]
fn the_lesson_counts_as_the_model_does() {
    // Lesson 10: of 1,000 events ten are attacks; the alarm sounds for nine of them and for 99 of the others.
    let lesson = Situation::new(0.01, 0.9, 0.1);
    near(lesson.alarm() * 1000.0, 108.0);
    near(lesson.posterior().unwrap(), 9.0 / 108.0);
    near(lesson.posterior_of_silence().unwrap(), 1.0 / 892.0);
    assert_eq!(lesson.counted(1000, Answer::Wait).attacks(), 83);
    // With 500 real events, 450 of 500 alarms are real.
    near(Situation::new(0.5, 0.9, 0.1).posterior().unwrap(), 0.9);
}

#[test]
fn two_alarms_are_one_with_squared_rates() {
    let situation = Situation::new(0.03, 0.8, 0.2);
    near(
        situation.posterior_of_two().unwrap(),
        Situation::new(0.03, 0.64, 0.04).posterior().unwrap(),
    );
}

#[test]
fn costs_are_those_of_the_tree() {
    let situation = Situation::new(0.2, 0.75, 0.25).costing(100.0, 0.5, 0.4, 60.0);
    // 0.15 of 0.35 alarms are attacks: 3 in 7.
    near(situation.cost(Answer::Strike).unwrap(), 3.0 / 7.0 * 50.0 + 4.0 / 7.0 * 60.0);
    near(
        situation.cost(Answer::Look).unwrap(),
        3.0 / 7.0 * (0.75 * 70.0 + 0.25 * 100.0) + 4.0 / 7.0 * 0.25 * 60.0,
    );
    near(situation.cost(Answer::Wait).unwrap(), 3.0 / 7.0 * 100.0);
    near(situation.break_even().unwrap(), 60.0 / 110.0);
    assert_eq!(situation.best(), Some(Answer::Look));
}

#[test]
fn the_normal_distribution_is_as_tabulated() {
    for (x, probability) in [
        (0.0, 0.5),
        (1.0, 0.158_655_253_931_457_05),
        (-1.959_963_984_540_054, 0.975),
        (3.0, 0.001_349_898_031_630_094_5),
    ] {
        near(above(x), probability);
        assert!((threshold(probability).unwrap() - x).abs() < 1e-12);
    }
    near(density(0.0), 0.398_942_280_401_432_7);
    near(density(1.0), 0.241_970_724_519_143_37);
    for none in [0.0, 1.0, -0.1, 1.1, f64::NAN, f64::INFINITY] {
        assert_eq!(threshold(none), None);
    }
}

#[test]
fn what_is_impossible_has_no_number() {
    let never = Situation::new(0.0, 0.9, 0.0).costing(1.0, 1.0, 1.0, 1.0);
    assert_eq!([never.posterior(), never.posterior_of_two(), never.cost(Answer::Wait)], [None; 3]);
    assert_eq!(never.best(), None);
    assert_eq!(never.counted(1000, Answer::Strike).spared, 0);
    assert_eq!(Situation::new(0.5, 1.0, 1.0).posterior_of_silence(), None);
    assert_eq!(Situation::new(0.5, 1.0, 0.1).costing(0.0, 0.0, 0.0, 0.0).break_even(), None);
    assert_eq!(Instrument::of(&Situation::new(0.5, 1.0, 0.1)), None);
}

#[test]
fn an_instrument_that_tells_nothing_leaves_the_ends() {
    let even = |base: f64, harm, wrong| {
        let situation = Situation::new(base, 0.3, 0.3).costing(harm, 1.0, 0.0, wrong);
        Instrument::of(&situation).unwrap().best(&situation)
    };
    assert_eq!(
        [even(0.5, 10.0, 1.0), even(0.5, 1.0, 10.0), even(0.5, 5.0, 5.0)],
        [Best::Always, Best::Never, Best::Any]
    );
}

/// Numbers as a hostile caller has them.
fn any() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => 0.0..=1.0, 1 => -10.0..1e9, 1 => Just(0.0), 1 => Just(1.0), 1 => Just(f64::NAN), 1 => Just(f64::INFINITY),
        1 => Just(f64::NEG_INFINITY), 1 => Just(f64::MIN_POSITIVE),
    ]
}

fn situation() -> impl Strategy<Value = Situation> {
    (any(), any(), any(), any(), any(), any(), any()).prop_map(
        |(a, b, c, harm, prevented, lost, wrong)| {
            Situation::new(a, b, c).costing(harm * 1000.0, prevented, lost, wrong * 1000.0)
        },
    )
}

proptest! {
    #[test]
    fn counts_add_up(shares in prop::array::uniform4(any()), all in 0_u32..=5000) {
        let parts = counted(shares, all);
        let none = shares.iter().all(|share| !share.is_finite() || *share <= 0.0);
        prop_assert_eq!(parts.iter().sum::<u32>(), if none { 0 } else { all });
    }

    #[test]
    fn nothing_is_beyond_its_limits(situation in situation(), alarms in 0_u32..=2000) {
        let share = |value: Option<f64>| value.is_none_or(|value| (0.0..=1.0).contains(&value));
        prop_assert!(share(situation.posterior()) && share(situation.posterior_of_two()));
        prop_assert!(share(situation.posterior_of_silence()) && share(situation.break_even()));
        let attacks = situation.counted(alarms, Answer::Wait).attacks();
        for answer in Answer::ALL {
            // A sum of shares may be larger than one by a rounding.
            let most = 1e6 * (1.0 + 4.0 * f64::EPSILON);
            prop_assert!(situation.cost(answer).is_none_or(|cost| (0.0..=most).contains(&cost)));
            let counted = situation.counted(alarms, answer);
            prop_assert_eq!(counted.attacks(), attacks);
            let all = counted.hit + counted.missed + counted.wronged + counted.spared;
            prop_assert_eq!(all, if situation.posterior().is_some() { alarms } else { 0 });
        }
        if let Some(instrument) = Instrument::of(&situation) {
            prop_assert!(instrument.apart.is_finite() && instrument.threshold.is_finite());
            if let Best::At(best) = instrument.best(&situation) {
                prop_assert!(!best.is_nan());
            }
        }
    }

    #[test]
    fn a_strike_pays_from_the_break_even_on(base in 0.001..0.999, detection in 0.01..1.0, false_alarms in 0.01..1.0,
        harm in 1.0..1000.0, prevented in 0.01..1.0, wrong in 1.0..1000.0) {
        let situation = Situation::new(base, detection, false_alarms).costing(harm, prevented, 1.0, wrong);
        let posterior = situation.posterior().unwrap();
        let break_even = situation.break_even().unwrap();
        prop_assume!((posterior - break_even).abs() > 1e-9);
        let strike = situation.cost(Answer::Strike).unwrap();
        prop_assert_eq!(strike < situation.cost(Answer::Wait).unwrap(), posterior > break_even);
        // Where a second look loses all, striking after it saves nothing.
        prop_assert!(situation.cost(Answer::Look).unwrap() >= situation.cost(Answer::Wait).unwrap());
    }

    #[test]
    fn no_threshold_is_better_than_the_best(base in 0.001..0.999, detection in 0.05..0.99, false_alarms in 0.01..0.95,
        harm in 1.0..1000.0, prevented in 0.01..1.0, wrong in 1.0..1000.0) {
        let situation = Situation::new(base, detection, false_alarms).costing(harm, prevented, 0.0, wrong);
        let instrument = Instrument::of(&situation).unwrap();
        let cost = |threshold| harm_of_event(&situation, instrument.rates(threshold));
        // The threshold that the rates came from gives them back.
        let [hit, wrongly] = instrument.rates(instrument.threshold);
        prop_assert!((hit - detection).abs() < 1e-12 && (wrongly - false_alarms).abs() < 1e-12);
        let least = match instrument.best(&situation) {
            Best::At(best) => {
                // There, what one more strike saves and costs is alike.
                let saved = base * situation.gain() * density(best - instrument.apart);
                let spent = (1.0 - base) * wrong * density(best);
                // Far out, both are too small for numbers to tell them apart.
                prop_assert!((saved - spent).abs() <= 1e-9 * saved.max(spent) + 1e-300);
                cost(best)
            }
            Best::Always => cost(-40.0),
            Best::Never | Best::Any => cost(40.0),
        };
        for step in -80..=80 {
            prop_assert!(least <= cost(f64::from(step) / 10.0) + 1e-9 * least.max(1.0));
        }
    }
}
