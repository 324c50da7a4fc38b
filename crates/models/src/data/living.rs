//! A message under way: what has happened to it, and what is said of that.

use super::life::{Life, parties, read_by_others};
use crate::Table;
use concord_model::{
    Checked, DataWords, LifeEffect, LifeParty, LifePlace, LifeRule, LifeStep, fill,
};
use std::collections::BTreeSet;

/// A message on its way.
pub(super) struct Living {
    pub(super) rules: Vec<LifeRule>,
    /// What each rule rests on, as readers are told it.
    pub(super) rests_on: Vec<String>,
    pub(super) life: Life,
    pub(super) steps: u32,
}

/// The name of a step.
pub(super) fn step(words: &DataWords, step: LifeStep) -> &str {
    match step {
        LifeStep::Made => words.data_made(),
        LifeStep::Collected => words.data_collected(),
        LifeStep::Stored => words.data_stored(),
        LifeStep::Moved => words.data_moved(),
        LifeStep::Used => words.data_used(),
    }
}

/// The name of a party.
pub(super) fn party(words: &DataWords, party: LifeParty) -> &str {
    match party {
        LifeParty::Sender => words.data_sender(),
        LifeParty::Receiver => words.data_receiver(),
        LifeParty::Platform => words.data_platform(),
        LifeParty::Police => words.data_police(),
    }
}

/// The name of a place.
pub(super) fn place(words: &DataWords, place: LifePlace) -> &str {
    match place {
        LifePlace::Sender => words.data_in_sender(),
        LifePlace::Platform => words.data_in_platform(),
        LifePlace::Server => words.data_in_server(),
        LifePlace::Route => words.data_in_route(),
        LifePlace::Receiver => words.data_in_receiver(),
    }
}

impl Living {
    /// The step that the message has come to; nothing before the first.
    pub(super) fn last(&self) -> Option<LifeStep> {
        LifeStep::ALL.get((self.steps as usize).checked_sub(1)?).copied()
    }

    /// What has happened so far.
    pub(super) fn happened(&self) -> impl Iterator<Item = &LifeRule> {
        let last = self.last();
        let until = self.life.until(&self.rules, last.unwrap_or(LifeStep::Made));
        until.filter(move |_| last.is_some())
    }

    /// Whether it has arrived, or was stopped.
    pub(super) fn ended(&self) -> bool {
        let last = self.last();
        last == Some(LifeStep::Used) || last.is_some() && last == self.life.stopped
    }

    pub(super) fn sentence(&self, words: &DataWords) -> String {
        let read = read_by_others(self.happened());
        let names = |effect: LifeEffect| {
            let others = parties(self.happened(), effect).into_iter();
            let others =
                others.filter(|(who, _)| !matches!(who, LifeParty::Sender | LifeParty::Receiver));
            let name = |(who, at): (LifeParty, LifePlace)| match who {
                LifeParty::Police => fill(
                    words.data_who_where(),
                    &[("who", party(words, who)), ("where", place(words, at))],
                ),
                _ => party(words, who).to_owned(),
            };
            let names: BTreeSet<String> = others.map(name).collect();
            names.into_iter().collect::<Vec<_>>().join(", ")
        };
        let reading = if read == 0 {
            words.data_unread().to_owned()
        } else {
            let all = LifeStep::ALL.len().to_string();
            let values =
                [("count", read.to_string()), ("all", all), ("who", names(LifeEffect::Reads))];
            fill(words.data_read(), &values.each_ref().map(|(name, value)| (*name, value.as_str())))
        };
        let seeing = names(LifeEffect::Traces);
        let seeing = (!seeing.is_empty()).then(|| fill(words.data_traced(), &[("who", &seeing)]));
        let copies: BTreeSet<LifePlace> = self
            .happened()
            .filter(|rule| rule.effect == LifeEffect::Keeps && rule.party == LifeParty::Platform)
            .map(|rule| rule.place)
            .collect();
        let copies: Vec<&str> = copies.into_iter().map(|at| place(words, at)).collect();
        let copies = (!copies.is_empty())
            .then(|| fill(words.data_copies(), &[("where", &copies.join(", "))]));
        let end = match (self.ended(), self.life.stopped) {
            (false, _) => self
                .last()
                .map(|last| fill(words.data_on_its_way(), &[("step", step(words, last))])),
            (true, Some(at)) => Some(fill(words.data_stopped(), &[("step", step(words, at))])),
            (true, None) => Some(words.data_arrived().to_owned()),
        };
        let begun = self.last().is_some();
        let parts = [end, begun.then_some(reading), seeing, copies];
        let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        if begun { text } else { words.data_not_begun().to_owned() }
    }

    pub(super) fn table(&self, words: &DataWords) -> Table {
        let happened = self
            .life
            .happened
            .iter()
            .filter_map(|at| Some((self.rules.get(*at)?, self.rests_on.get(*at)?)));
        let last = self.last();
        let happened = happened.filter(|(rule, _)| last.is_some_and(|last| rule.step <= last));
        let rows = happened.map(|(rule, rests_on)| {
            let rests_on = match (rests_on.is_empty(), rule.checked) {
                (true, _) => words.data_own_step().to_owned(),
                (false, Checked::Verified) => rests_on.clone(),
                (false, Checked::Unverified) => {
                    fill(words.data_unchecked(), &[("source", rests_on)])
                }
            };
            vec![
                step(words, rule.step).to_owned(),
                place(words, rule.place).to_owned(),
                party(words, rule.party).to_owned(),
                rule.text.clone(),
                rests_on,
            ]
        });
        let head = [
            words.data_step(),
            words.data_where(),
            words.data_whom(),
            words.data_what(),
            words.data_rests_on(),
        ];
        Table {
            caption: words.data_table().to_owned(),
            head: head.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }
    }
}
