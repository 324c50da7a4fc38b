//! What readers see of attack or accident: 1,000 alarms that sound one after another.

use concord_model::ModelWords;

use super::alarming::{A_STEP, ALARMS, Alarming, Became, order};
use super::decision::{Answer, Situation};
use super::drawing::drawing;
use crate::{Choice, Kind, Label, Model, Parameter, Preset, Run, Settings, Shown, World};

/// Attack or accident?
#[derive(Clone, Copy, Debug)]
pub struct Alarms;

/// A number that readers can set.
const fn number(
    name: &'static str,
    label: Label,
    unit: Label,
    [most, step, default]: [f64; 3],
) -> Parameter {
    Parameter {
        name,
        label,
        unit: Some(unit),
        kind: Kind::Number { least: 0.0, most, step, default },
    }
}

const PERCENT: Label = |words| words.alarms.alarms_percent();
const UNITS: Label = |words| words.alarms.alarms_units();

const PARAMETERS: [Parameter; 9] = [
    number(
        "base",
        |w| w.alarms.alarms_base(),
        |w| w.alarms.alarms_per_thousand(),
        [1000.0, 1.0, 10.0],
    ),
    number("detection", |w| w.alarms.alarms_detection(), PERCENT, [100.0, 1.0, 90.0]),
    number("false", |w| w.alarms.alarms_false(), PERCENT, [100.0, 0.5, 10.0]),
    Parameter {
        name: "answer",
        label: |w| w.alarms.alarms_answer(),
        unit: None,
        kind: Kind::Choice {
            options: &[
                Choice { name: "strike", label: |w| w.alarms.alarms_strike() },
                Choice { name: "look", label: |w| w.alarms.alarms_look() },
                Choice { name: "wait", label: |w| w.alarms.alarms_wait() },
            ],
            default: 0,
        },
    },
    number("harm", |w| w.alarms.alarms_harm(), UNITS, [1000.0, 10.0, 100.0]),
    number("prevented", |w| w.alarms.alarms_prevented(), PERCENT, [100.0, 5.0, 80.0]),
    number("lost", |w| w.alarms.alarms_lost(), PERCENT, [100.0, 5.0, 50.0]),
    number("wrong", |w| w.alarms.alarms_wrong(), UNITS, [1000.0, 10.0, 100.0]),
    Parameter {
        name: "seed",
        label: |w| w.alarms.alarms_seed(),
        unit: None,
        kind: Kind::Number { least: 0.0, most: 9999.0, step: 1.0, default: 1.0 },
    },
];

const PRESETS: [Preset; 4] = [
    Preset { name: "lesson", label: |w| w.alarms.alarms_preset_lesson(), settings: "" },
    // Attacks cannot be foreseen, may be grave, and waiting may be too late.
    Preset {
        name: "article",
        label: |w| w.alarms.alarms_preset_article(),
        settings: "base=300&false=5.0&harm=500&prevented=90&lost=100&wrong=50",
    },
    // First suspicions are often wrong, and a blow that meets the wrong one makes a war.
    Preset {
        name: "critics",
        label: |w| w.alarms.alarms_preset_critics(),
        settings: "base=5&false=15.0&prevented=50&lost=20&wrong=500",
    },
    Preset { name: "even", label: |w| w.alarms.alarms_preset_even(), settings: "base=500" },
];

impl Model for Alarms {
    fn parameters(&self) -> &'static [Parameter] {
        &PARAMETERS
    }

    fn presets(&self) -> &'static [Preset] {
        &PRESETS
    }

    fn title<'w>(&self, words: &'w ModelWords) -> &'w str {
        words.alarms.alarms_title()
    }

    fn question<'w>(&self, _settings: &Settings, words: &'w ModelWords) -> &'w str {
        words.alarms.alarms_question()
    }

    fn predictions(&self, _settings: &Settings) -> &'static [Label] {
        &[
            |w| w.alarms.alarms_expect_few(),
            |w| w.alarms.alarms_expect_some(),
            |w| w.alarms.alarms_expect_many(),
            |w| w.alarms.alarms_expect_most(),
        ]
    }

    fn first_steps(&self, settings: &Settings) -> u32 {
        self.last_step(settings)
    }

    fn last_step(&self, _settings: &Settings) -> u32 {
        ALARMS / A_STEP
    }

    fn start(&self, settings: &Settings, _world: &World) -> Box<dyn Run> {
        let share = |name| settings.number(name) / 100.0;
        let situation =
            Situation::new(settings.number("base") / 1000.0, share("detection"), share("false"))
                .costing(
                    settings.number("harm"),
                    share("prevented"),
                    share("lost"),
                    settings.number("wrong"),
                );
        let answer = Answer::ALL.get(settings.choice("answer")).copied().unwrap_or(Answer::Strike);
        let alarms = order(situation.counted(ALARMS, answer), settings.whole("seed"));
        Box::new(Alarming { situation, answer, alarms, steps: 0 })
    }
}

impl Run for Alarming {
    fn step(&mut self) -> bool {
        let goes_on = self.steps < ALARMS / A_STEP;
        self.steps += u32::from(goes_on);
        goes_on
    }

    fn steps(&self) -> u32 {
        self.steps
    }

    fn shown(&self, words: &ModelWords) -> Shown {
        let words = &words.alarms;
        let ended = self.steps == ALARMS / A_STEP && !self.alarms.is_empty();
        let attacks = self
            .alarms
            .iter()
            .filter(|alarm| matches!(alarm, Became::Hit | Became::Missed))
            .count();
        let came = match attacks {
            0..100 => 0,
            100..=500 => 1,
            501..=900 => 2,
            _ => 3,
        };
        Shown {
            sentence: self.sentence(words),
            drawing: drawing(self, words),
            table: self.table(words),
            came: ended.then_some(came),
        }
    }
}
