//! Follows a message through its steps, by rules: who can read it, who sees that it was sent, where copies lie, and
//! whether it arrives.
//!
//! Nothing here is counted or drawn by lot: a rule happens if the message gets to its step and what it needs is on or off.
//! Rules of a step happen in the order of the table; one that stops the message ends its life.

use std::collections::BTreeSet;

use concord_model::{LifeEffect, LifeParty, LifePlace, LifeRule, LifeStep, LifeSwitch};

/// What happened to a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Life {
    /// The places of the rules that happened, in their order.
    pub happened: Vec<usize>,
    /// The step at which it was stopped; nothing if it arrived.
    pub stopped: Option<LifeStep>,
}

/// Follows a message with these switches on.
#[must_use]
pub fn follow(rules: &[LifeRule], on: &BTreeSet<LifeSwitch>) -> Life {
    let mut life = Life::default();
    for step in LifeStep::ALL {
        for (place, rule) in rules.iter().enumerate().filter(|(_, rule)| rule.step == step) {
            if rule.needs.iter().any(|(switch, needed)| on.contains(switch) != *needed) {
                continue;
            }
            life.happened.push(place);
            if rule.effect == LifeEffect::Stops {
                life.stopped = Some(step);
                return life;
            }
        }
    }
    life
}

impl Life {
    /// The rules that happened up to a step.
    pub fn until<'r>(
        &self,
        rules: &'r [LifeRule],
        last: LifeStep,
    ) -> impl Iterator<Item = &'r LifeRule> {
        self.happened
            .iter()
            .filter_map(|place| rules.get(*place))
            .filter(move |rule| rule.step <= last)
    }
}

/// Whom an effect is about, and in whose state, each once.
pub fn parties<'r>(
    rules: impl Iterator<Item = &'r LifeRule>,
    effect: LifeEffect,
) -> BTreeSet<(LifeParty, LifePlace)> {
    rules.filter(|rule| rule.effect == effect).map(|rule| (rule.party, rule.place)).collect()
}

/// At how many steps somebody besides the two ends can read the content.
pub fn read_by_others<'r>(rules: impl Iterator<Item = &'r LifeRule>) -> usize {
    let ends = [LifeParty::Sender, LifeParty::Receiver];
    let read = rules.filter(|rule| rule.effect == LifeEffect::Reads && !ends.contains(&rule.party));
    read.map(|rule| rule.step).collect::<BTreeSet<_>>().len()
}
