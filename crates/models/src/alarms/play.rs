//! What readers see of attack or accident: 1,000 alarms that sound one after another.

use std::borrow::Cow;

use concord_model::{ModelWords, fill};

use super::alarming::{A_STEP, ALARMS, Alarming, Became, order};
use super::decision::{Answer, Situation};
use super::drawing::drawing;
use crate::{Choice, Label, Model, Parameter, Preset, Run, Settings, Shown, World};

/// Attack or accident?
#[derive(Clone, Copy, Debug)]
pub struct Alarms;

const PERCENT: Label = |words| words.alarms.alarms_percent();
const UNITS: Label = |words| words.alarms.alarms_units();

const PARAMETERS: [Parameter; 9] = [
    Parameter::number(
        "base",
        |w| w.alarms.alarms_base(),
        Some(|w| w.alarms.alarms_per_thousand()),
        [0.0, 1000.0, 1.0, 10.0],
    ),
    Parameter::number(
        "detection",
        |w| w.alarms.alarms_detection(),
        Some(PERCENT),
        [0.0, 100.0, 1.0, 90.0],
    ),
    Parameter::number("false", |w| w.alarms.alarms_false(), Some(PERCENT), [0.0, 100.0, 0.5, 10.0]),
    Parameter::choice(
        "answer",
        |w| w.alarms.alarms_answer(),
        &[
            Choice::new("strike", |w| w.alarms.alarms_strike()),
            Choice::new("look", |w| w.alarms.alarms_look()),
            Choice::new("wait", |w| w.alarms.alarms_wait()),
        ],
        0,
    ),
    Parameter::number("harm", |w| w.alarms.alarms_harm(), Some(UNITS), [0.0, 1000.0, 10.0, 100.0]),
    Parameter::number(
        "prevented",
        |w| w.alarms.alarms_prevented(),
        Some(PERCENT),
        [0.0, 100.0, 5.0, 80.0],
    ),
    Parameter::number("lost", |w| w.alarms.alarms_lost(), Some(PERCENT), [0.0, 100.0, 5.0, 50.0]),
    Parameter::number(
        "wrong",
        |w| w.alarms.alarms_wrong(),
        Some(UNITS),
        [0.0, 1000.0, 10.0, 100.0],
    ),
    Parameter::number("seed", |w| w.alarms.alarms_seed(), None, [0.0, 9999.0, 1.0, 1.0]),
];

const PRESETS: [Preset; 4] = [
    Preset::new("lesson", |w| w.alarms.alarms_preset_lesson(), ""),
    // Attacks cannot be foreseen, may be grave, and waiting may be too late.
    Preset::new(
        "article",
        |w| w.alarms.alarms_preset_article(),
        "base=300&false=5.0&harm=500&prevented=90&lost=100&wrong=50",
    ),
    // First suspicions are often wrong, and a blow that meets the wrong one makes a war.
    Preset::new(
        "critics",
        |w| w.alarms.alarms_preset_critics(),
        "base=5&false=15.0&prevented=50&lost=20&wrong=500",
    ),
    Preset::new("even", |w| w.alarms.alarms_preset_even(), "base=500"),
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

    fn question<'w>(&self, settings: &Settings, words: &'w ModelWords) -> Cow<'w, str> {
        let number = |name| {
            let number = settings.number(name);
            if number.fract() == 0.0 { format!("{number:.0}") } else { format!("{number:.1}") }
        };
        let [base, detection, alarmed] = ["base", "detection", "false"].map(number);
        let values = [("base", base.as_str()), ("detection", &detection), ("alarmed", &alarmed)];
        fill(words.alarms.alarms_question(), &values).into()
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
