//! Where to set the alarm: signal detection theory. What is assumed: each event gives off a signal; signals of accidents are
//! normal around 0, those of attacks normal around `d`, both with a standard deviation of 1; the alarm sounds above a
//! threshold, and then a strike follows at once.
//!
//! A detection rate and a rate of false alarms fix both `d` and the threshold. A threshold that is moved changes both
//! rates together: the same instrument, set more or less sensitively. The best one is where one more strike costs as much
//! as it saves, that is where the ratio of the two densities is (1 - base) × wrong : base × gain.

use super::decision::Situation;
use super::normal::{above, threshold};

/// An instrument: how far apart signals of attacks and accidents are, and where the alarm is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Instrument {
    /// The distance between the two, in standard deviations; below 0 if the alarm sounds at accidents rather than at
    /// attacks.
    pub apart: f64,
    /// The signal above which the alarm sounds, in standard deviations above the middle of accidents.
    pub threshold: f64,
}

/// The threshold at which harm is least.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Best {
    /// This one.
    At(f64),
    /// As low as possible: strike at every event.
    Always,
    /// As high as possible: strike at none.
    Never,
    /// All are alike.
    Any,
}

impl Instrument {
    /// The instrument of a detection rate and a rate of false alarms; nothing if one of them is 0 or 1, which no threshold
    /// gives.
    #[must_use]
    pub fn of(situation: &Situation) -> Option<Self> {
        let set = threshold(situation.false_alarms)?;
        Some(Self { apart: set - threshold(situation.detection)?, threshold: set })
    }

    /// The rates of detection and of false alarms at a threshold.
    #[must_use]
    pub fn rates(&self, threshold: f64) -> [f64; 2] {
        [above(threshold - self.apart), above(threshold)]
    }

    /// The threshold at which a strike at each alarm does least harm, missed attacks included.
    #[must_use]
    pub fn best(&self, situation: &Situation) -> Best {
        let saved = situation.base * situation.gain();
        let spent = (1.0 - situation.base) * situation.wrong;
        if self.apart > 0.0 && saved > 0.0 && spent > 0.0 {
            return Best::At(self.apart / 2.0 + libm::log(spent / saved) / self.apart);
        }
        // Without a signal, or with one that misleads, one of the two ends is best.
        match saved.partial_cmp(&spent) {
            Some(std::cmp::Ordering::Greater) => Best::Always,
            Some(std::cmp::Ordering::Less) => Best::Never,
            _ => Best::Any,
        }
    }
}

/// The harm of an event on average, if a strike follows each alarm and the rates are these.
#[must_use]
pub fn harm_of_event(situation: &Situation, [detection, false_alarms]: [f64; 2]) -> f64 {
    let attack = situation.harm - detection * situation.gain();
    situation.base * attack + (1.0 - situation.base) * false_alarms * situation.wrong
}
