//! What an alarm is worth: how likely an attack is once it has sounded (Bayes), and what striking, looking again and
//! waiting cost on average.
//!
//! Shares are from 0 to 1; harm is in units of the reader's own, of which only the proportions count. What is assumed: an
//! event is an attack or an accident; whether an alarm sounds depends on that alone; a second look is as sharp as the
//! first, and errs independently of it; a strike on the right one prevents a fixed part of the harm, less if it comes after
//! a second look.

use super::count::counted;

/// What is known before an alarm sounds, and what each mistake costs. Made by [`Situation::new`], so always within limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Situation {
    /// The share of events that are attacks: the base rate.
    pub(super) base: f64,
    /// The share of attacks for which the alarm sounds.
    pub(super) detection: f64,
    /// The share of accidents for which it sounds all the same.
    pub(super) false_alarms: f64,
    /// The harm of an attack that nobody answers.
    pub(super) harm: f64,
    /// The part of it that a strike at once prevents.
    pub(super) prevented: f64,
    /// The part of that which is lost by looking a second time.
    pub(super) lost: f64,
    /// The harm of striking somebody who did not attack.
    pub(super) wrong: f64,
}

/// The largest harm, in the reader's units.
pub const MOST_HARM: f64 = 1_000_000.0;

/// What a state does once an alarm has sounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It strikes at once.
    Strike,
    /// It looks a second time, and strikes if the alarm sounds again.
    Look,
    /// It does not strike.
    Wait,
}

impl Answer {
    /// All three, from the rashest on.
    pub const ALL: [Self; 3] = [Self::Strike, Self::Look, Self::Wait];
}

/// How many of some alarms were what, under one answer. The four add up to all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Attacks that were struck.
    pub hit: u32,
    /// Attacks that were not struck.
    pub missed: u32,
    /// Accidents at which somebody was struck.
    pub wronged: u32,
    /// Accidents at which nobody was struck.
    pub spared: u32,
}

impl Counted {
    /// All attacks among them.
    #[must_use]
    pub fn attacks(self) -> u32 {
        self.hit + self.missed
    }
}

impl Situation {
    /// Brings each number within its limits; what is no number counts as 0.
    #[must_use]
    pub fn new(base: f64, detection: f64, false_alarms: f64) -> Self {
        let share = |number| within(number, 1.0);
        let [base, detection, false_alarms] = [base, detection, false_alarms].map(share);
        Self { base, detection, false_alarms, harm: 0.0, prevented: 0.0, lost: 0.0, wrong: 0.0 }
    }

    /// The same with its costs: the harm of an attack that nobody answers, the share of it that a strike at once prevents,
    /// the share of that which a second look loses, and the harm of striking wrongly.
    #[must_use]
    pub fn costing(self, harm: f64, prevented: f64, lost: f64, wrong: f64) -> Self {
        Self {
            harm: within(harm, MOST_HARM),
            prevented: within(prevented, 1.0),
            lost: within(lost, 1.0),
            wrong: within(wrong, MOST_HARM),
            ..self
        }
    }

    /// The probability that an alarm sounds at an event.
    #[must_use]
    pub fn alarm(&self) -> f64 {
        self.base * self.detection + (1.0 - self.base) * self.false_alarms
    }

    /// The probability of an attack once the alarm has sounded; nothing if it never sounds.
    #[must_use]
    pub fn posterior(&self) -> Option<f64> {
        posterior(self.base, self.detection, self.false_alarms)
    }

    /// The same once it has sounded a second time.
    #[must_use]
    pub fn posterior_of_two(&self) -> Option<f64> {
        posterior(self.posterior()?, self.detection, self.false_alarms)
    }

    /// The probability of an attack if the alarm stays silent; nothing if it always sounds.
    #[must_use]
    pub fn posterior_of_silence(&self) -> Option<f64> {
        posterior(self.base, 1.0 - self.detection, 1.0 - self.false_alarms)
    }

    /// The harm that a strike at once prevents, if it meets an attack.
    #[must_use]
    pub fn gain(&self) -> f64 {
        self.harm * self.prevented
    }

    /// The probability of an attack from which on a strike at once costs less than waiting; nothing if neither an attack nor
    /// a wrong strike costs anything. 1 if a strike prevents nothing.
    #[must_use]
    pub fn break_even(&self) -> Option<f64> {
        let both = self.wrong + self.gain();
        (both > 0.0).then(|| self.wrong / both)
    }

    /// The harm that an answer to an alarm does on average; nothing if the alarm never sounds.
    #[must_use]
    pub fn cost(&self, answer: Answer) -> Option<f64> {
        let attack = self.posterior()?;
        let accident = 1.0 - attack;
        Some(match answer {
            Answer::Strike => attack * (self.harm - self.gain()) + accident * self.wrong,
            Answer::Look => {
                let late = self.harm - self.gain() * (1.0 - self.lost);
                let found = self.detection * late + (1.0 - self.detection) * self.harm;
                attack * found + accident * self.false_alarms * self.wrong
            }
            Answer::Wait => attack * self.harm,
        })
    }

    /// The answer that does least harm on average; where two are equal, the more patient one. Nothing if the alarm never
    /// sounds.
    #[must_use]
    pub fn best(&self) -> Option<Answer> {
        let mut best: Option<(Answer, f64)> = None;
        for answer in Answer::ALL {
            let cost = self.cost(answer)?;
            if best.is_none_or(|(_, least)| cost <= least) {
                best = Some((answer, cost));
            }
        }
        best.map(|(answer, _)| answer)
    }

    /// So many alarms, counted. First attacks and accidents, then what became of each, both by the largest remainder; so
    /// the number of attacks is the same under each answer. All are 0 if the alarm never sounds.
    #[must_use]
    pub fn counted(&self, alarms: u32, answer: Answer) -> Counted {
        let Some(attack) = self.posterior() else { return Counted::default() };
        let [attacks, accidents] = counted([attack, 1.0 - attack], alarms);
        let [struck, wronged] = match answer {
            Answer::Strike => [1.0, 1.0],
            Answer::Look => [self.detection, self.false_alarms],
            Answer::Wait => [0.0, 0.0],
        };
        let [hit, missed] = counted([struck, 1.0 - struck], attacks);
        let [wronged, spared] = counted([wronged, 1.0 - wronged], accidents);
        Counted { hit, missed, wronged, spared }
    }
}

/// Bayes' rule for two cases; nothing if the sign is impossible in both.
fn posterior(base: f64, if_attack: f64, if_accident: f64) -> Option<f64> {
    let attack = base * if_attack;
    let all = attack + (1.0 - base) * if_accident;
    (all > 0.0).then(|| attack / all)
}

/// The number between 0 and `most`; 0 for what is no number.
fn within(number: f64, most: f64) -> f64 {
    if number.is_nan() { 0.0 } else { number.clamp(0.0, most) }
}
