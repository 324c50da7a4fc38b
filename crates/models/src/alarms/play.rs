//! What readers see of attack or accident: 1,000 alarms that sound one after another.

use concord_model::{AlarmsWords, ModelWords, fill};

use super::decision::{Answer, Counted, Situation};
use super::drawing::drawing;
use super::threshold::{Best, Instrument};
use crate::random::Random;
use crate::svg::percent;
use crate::{Choice, Kind, Label, Model, Parameter, Preset, Run, Settings, Shown, Table, World};

/// How many alarms there are.
pub(super) const ALARMS: u32 = 1000;
/// How many sound in a step.
pub(super) const A_STEP: u32 = 20;

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

/// What became of an alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Became {
    /// An attack that was struck.
    Hit,
    /// An attack that was not.
    Missed,
    /// An accident at which somebody was struck.
    Wronged,
    /// One at which nobody was.
    Spared,
}

impl Became {
    /// All four.
    pub(super) const ALL: [Self; 4] = [Self::Hit, Self::Missed, Self::Wronged, Self::Spared];

    /// Its name for readers.
    pub(super) fn name(self, words: &AlarmsWords) -> &str {
        match self {
            Self::Hit => words.alarms_hit(),
            Self::Missed => words.alarms_unanswered(),
            Self::Wronged => words.alarms_wronged(),
            Self::Spared => words.alarms_spared(),
        }
    }
}

/// The counted alarms in an order of chance (Fisher and Yates).
fn order(counted: Counted, seed: u32) -> Vec<Became> {
    let kinds =
        Became::ALL.into_iter().zip([counted.hit, counted.missed, counted.wronged, counted.spared]);
    let mut alarms: Vec<Became> =
        kinds.flat_map(|(kind, count)| std::iter::repeat_n(kind, count as usize)).collect();
    let mut random = Random::new(u64::from(seed));
    for place in (1..alarms.len()).rev() {
        alarms.swap(place, random.below(place as u32 + 1) as usize);
    }
    alarms
}

/// Alarms that sound.
pub(super) struct Alarming {
    pub(super) situation: Situation,
    answer: Answer,
    /// What becomes of each; empty if none can sound.
    alarms: Vec<Became>,
    steps: u32,
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

/// The name of an answer.
fn answer(words: &AlarmsWords, answer: Answer) -> &str {
    match answer {
        Answer::Strike => words.alarms_strike(),
        Answer::Look => words.alarms_look(),
        Answer::Wait => words.alarms_wait(),
    }
}

/// Harm with one decimal, which is enough to compare.
fn harm(harm: f64) -> String {
    format!("{harm:.1}")
}

impl Alarming {
    /// The alarms that have sounded.
    pub(super) fn sounded(&self) -> &[Became] {
        let end = ((self.steps * A_STEP) as usize).min(self.alarms.len());
        self.alarms.get(..end).unwrap_or_default()
    }

    /// How many of them became that.
    fn count(&self, kind: Became) -> usize {
        self.sounded().iter().filter(|alarm| **alarm == kind).count()
    }

    fn sentence(&self, words: &AlarmsWords) -> String {
        if self.alarms.is_empty() {
            return words.alarms_none().to_owned();
        }
        let [hit, missed, wronged, spared] = Became::ALL.map(|kind| self.count(kind));
        let text = |count: usize| count.to_string();
        let opened = fill(
            words.alarms_opened(),
            &[("attacks", &text(hit + missed)), ("accidents", &text(wronged + spared))],
        );
        let struck = (self.answer != Answer::Wait).then(|| {
            fill(words.alarms_struck(), &[("hit", &text(hit)), ("wronged", &text(wronged))])
        });
        let unanswered = (self.answer != Answer::Strike)
            .then(|| fill(words.alarms_missed(), &[("missed", &text(missed))]));
        let best = self.situation.best().map(|best| {
            let cost = harm(self.situation.cost(best).unwrap_or_default());
            fill(words.alarms_best(), &[("answer", answer(words, best)), ("harm", &cost)])
        });
        [Some(opened), struck, unanswered, best].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn table(&self, words: &AlarmsWords) -> Table {
        let share = |share: f64| fill(words.alarms_share(), &[("n", &percent(share))]);
        let situation = &self.situation;
        let mut rows: Vec<Vec<String>> = Vec::new();
        for kind in Became::ALL {
            let name = fill(words.alarms_row_of(), &[("kind", kind.name(words))]);
            rows.push(vec![name, self.count(kind).to_string()]);
        }
        for (when, likely) in [
            (words.alarms_after_one(), situation.posterior()),
            (words.alarms_after_two(), situation.posterior_of_two()),
            (words.alarms_after_silence(), situation.posterior_of_silence()),
        ] {
            let Some(likely) = likely else { continue };
            rows.push(vec![fill(words.alarms_row_sure(), &[("when", when)]), share(likely)]);
        }
        if let Some(even) = situation.break_even() {
            rows.push(vec![words.alarms_row_pays().to_owned(), share(even)]);
        }
        for choice in Answer::ALL {
            let Some(cost) = situation.cost(choice) else { continue };
            let name = fill(words.alarms_row_cost(), &[("answer", answer(words, choice))]);
            rows.push(vec![name, harm(cost)]);
        }
        if let Some(instrument) = Instrument::of(situation) {
            let best = match instrument.best(situation) {
                Best::At(threshold) => {
                    let [attacks, accidents] = instrument.rates(threshold).map(percent);
                    fill(
                        words.alarms_row_best_pair(),
                        &[("attacks", &attacks), ("accidents", &accidents)],
                    )
                }
                Best::Always => words.alarms_row_always().to_owned(),
                Best::Never => words.alarms_row_never().to_owned(),
                Best::Any => words.alarms_row_any().to_owned(),
            };
            rows.push(vec![words.alarms_row_best().to_owned(), best]);
        }
        Table {
            caption: words.alarms_table().to_owned(),
            head: vec![words.alarms_what().to_owned(), words.alarms_number().to_owned()],
            rows,
        }
    }
}
