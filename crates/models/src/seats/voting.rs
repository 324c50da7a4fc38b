//! A count of power: how far it is, and what is said of it.

use super::power::{Count, Power};
use super::voters::{Voter, Voters};
use super::weights::{Rounding, least, quota};
use crate::Table;
use crate::svg::percent;
use concord_model::{SeatsWords, fill};

/// A count of power under way, or done.
pub(super) struct Voting {
    pub(super) voters: Vec<Voter>,
    /// How many votes a decision needs, and how many there are.
    pub(super) quota: u32,
    pub(super) votes: u32,
    /// The count, while it goes on; none if nothing can be counted.
    pub(super) count: Option<Count>,
    /// What each has, once it is counted, in the order of the voters.
    pub(super) power: Vec<Power>,
    pub(super) rounding: Option<Rounding>,
    pub(super) all_agree: bool,
    /// The least part of all people that can stand behind a decision.
    pub(super) share: Option<f64>,
    pub(super) steps: u32,
}

impl Voting {
    pub(super) fn new(
        voters: Voters,
        rule: Option<[u32; 2]>,
        rounding: Option<Rounding>,
        all_agree: bool,
    ) -> Self {
        let Voters(voters) = voters;
        let weights: Vec<u32> = voters.iter().map(|voter| voter.votes).collect();
        let votes = weights.iter().sum();
        let quota = quota(votes, rule.unwrap_or([1, 1]));
        let people: Vec<u64> = voters.iter().map(|voter| voter.people).collect();
        let all: u64 = people.iter().sum();
        let least = least(&weights, &people, quota).filter(|_| all > 0);
        Self {
            count: Count::new(&weights, quota).ok(),
            share: least.map(|least| least as f64 / all as f64),
            voters,
            quota,
            votes,
            power: Vec::new(),
            rounding,
            all_agree,
            steps: 0,
        }
    }

    /// How many voters with the most votes are enough for a decision.
    pub(super) fn fewest(&self) -> usize {
        let mut votes = 0;
        let before = self.voters.iter().take_while(|voter| {
            votes += voter.votes;
            votes < self.quota
        });
        before.count() + 1
    }
}

impl Voting {
    pub(super) fn sentence(&self, words: &SeatsWords) -> String {
        if self.votes == 0 {
            return words.seats_nothing().to_owned();
        }
        let all = self.voters.len().to_string();
        if self.power.is_empty() {
            return fill(
                words.seats_counting(),
                &[("done", &self.steps.to_string()), ("all", &all)],
            );
        }
        let needs = fill(
            words.seats_needs(),
            &[("quota", &self.quota.to_string()), ("votes", &self.votes.to_string())],
        );
        let passes = self.share.map(|share| {
            fill(
                words.seats_passes(),
                &[("voters", &self.fewest().to_string()), ("share", &percent(share))],
            )
        });
        let blockers =
            self.voters.iter().filter(|voter| voter.votes > self.votes - self.quota).count();
        let veto = fill(words.seats_veto(), &[("count", &blockers.to_string()), ("all", &all)]);
        let most = self.voters.first().zip(self.power.first()).map(|(voter, power)| {
            let power = percent(power.shapley);
            if self.voters.last().is_some_and(|last| last.votes == voter.votes) {
                return fill(words.seats_same(), &[("all", &all), ("power", &power)]);
            }
            let votes = percent(f64::from(voter.votes) / f64::from(self.votes));
            let values = [("name", voter.name(words)), ("votes", &votes), ("power", &power)];
            fill(words.seats_power(), &values)
        });
        let rounding = self.rounding.map(|rounding| {
            let largest = format!("{:.3}", rounding.largest * 100.0);
            fill(
                words.seats_rounding(),
                &[
                    ("count", &rounding.without.to_string()),
                    ("share", &percent(rounding.without_share)),
                    ("largest", &largest),
                ],
            )
        });
        let agree = self.all_agree.then(|| words.seats_no_weights().to_owned());
        [Some(needs), passes, Some(veto), most, agree, rounding]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }

    pub(super) fn table(&self, words: &SeatsWords) -> Table {
        let share = |share: f64| fill(words.seats_share(), &[("n", &percent(share))]);
        let rows = self.voters.iter().zip(&self.power).map(|(voter, power)| {
            vec![
                voter.name(words).to_owned(),
                voter.votes.to_string(),
                share(f64::from(voter.votes) / f64::from(self.votes)),
                share(power.shapley),
                share(power.banzhaf),
            ]
        });
        Table {
            caption: words.seats_table().to_owned(),
            head: [
                words.seats_voter(),
                words.seats_votes(),
                words.seats_votes_share(),
                words.seats_shapley(),
                words.seats_banzhaf(),
            ]
            .map(str::to_owned)
            .to_vec(),
            rows: rows.collect(),
        }
    }
}
