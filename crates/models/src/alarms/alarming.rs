//! The alarms of a run: what each was, and what is said of those that have sounded.

use super::decision::{Answer, Counted, Situation};
use super::threshold::{Best, Instrument};
use crate::Table;
use crate::random::Random;
use crate::svg::percent;
use concord_model::{AlarmsWords, fill};

/// How many alarms there are.
pub(super) const ALARMS: u32 = 1000;
/// How many sound in a step.
pub(super) const A_STEP: u32 = 20;

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
pub(super) fn order(counted: Counted, seed: u32) -> Vec<Became> {
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
    pub(super) answer: Answer,
    /// What becomes of each; empty if none can sound.
    pub(super) alarms: Vec<Became>,
    pub(super) steps: u32,
}

/// The name of an answer.
pub(super) fn answer(words: &AlarmsWords, answer: Answer) -> &str {
    match answer {
        Answer::Strike => words.alarms_strike(),
        Answer::Look => words.alarms_look(),
        Answer::Wait => words.alarms_wait(),
    }
}

/// Harm with one decimal, which is enough to compare.
pub(super) fn harm(harm: f64) -> String {
    format!("{harm:.1}")
}

impl Alarming {
    /// The alarms that have sounded.
    pub(super) fn sounded(&self) -> &[Became] {
        let end = ((self.steps * A_STEP) as usize).min(self.alarms.len());
        self.alarms.get(..end).unwrap_or_default()
    }

    /// How many of them became that.
    pub(super) fn count(&self, kind: Became) -> usize {
        self.sounded().iter().filter(|alarm| **alarm == kind).count()
    }

    pub(super) fn sentence(&self, words: &AlarmsWords) -> String {
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

    pub(super) fn table(&self, words: &AlarmsWords) -> Table {
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
