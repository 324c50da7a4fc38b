//! A vote under way: who is in favour by now, how far the count of power is, and what is said of both.

use super::power::{Count, Power};
use super::voters::{Voter, Voters};
use super::weights::{Rounding, cheapest, quota};
use crate::Table;
use crate::svg::percent;
use concord_model::{SeatsWords, fill};

/// In how many steps a majority comes together, so that readers see it come and need not wait.
const STEPS: usize = 24;

/// A vote under way, or done.
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
    /// The places of those who can pass a decision for the fewest people, from the fewest on.
    pub(super) majority: Vec<usize>,
    /// How many of them are in favour by now.
    pub(super) joined: usize,
    /// All people.
    people: u64,
    /// The least part of them that can stand behind a decision.
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
        let (least, mut majority) = cheapest(&weights, &people, quota).unwrap_or_default();
        majority.sort_by_key(|place| people.get(*place).copied());
        Self {
            count: Count::new(&weights, quota).ok(),
            share: (all > 0 && votes > 0).then(|| least as f64 / all as f64),
            majority,
            joined: 0,
            people: all,
            voters,
            quota,
            votes,
            power: Vec::new(),
            rounding,
            all_agree,
            steps: 0,
        }
    }

    /// Goes on: some more are in favour, and a part of the count of power is done; `false` if all of that is over.
    pub(super) fn go_on(&mut self) -> bool {
        let more = self.majority.len().div_ceil(STEPS);
        let joined = (self.joined + more).min(self.majority.len());
        let has_joined = joined > self.joined;
        self.joined = joined;
        let has_counted = self.count.as_mut().is_some_and(Count::step);
        if let Some(count) = self.count.take_if(|count| count.is_over()) {
            self.power = count.finish();
        }
        self.steps += u32::from(has_joined || has_counted);
        has_joined || has_counted
    }

    /// Those in favour by now: how many, their votes, and the part of all people that they stand for.
    pub(super) fn in_favour(&self) -> (usize, u32, f64) {
        let voters = self.majority.iter().take(self.joined);
        let voters: Vec<_> = voters.filter_map(|place| self.voters.get(*place)).collect();
        let people: u64 = voters.iter().map(|voter| voter.people).sum();
        let votes = voters.iter().map(|voter| voter.votes).sum();
        (voters.len(), votes, people as f64 / self.people.max(1) as f64)
    }

    /// Whether a decision has passed, and the power behind it is counted.
    pub(super) fn is_over(&self) -> bool {
        self.joined == self.majority.len() && self.count.is_none()
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
        if self.joined < self.majority.len() {
            let (voters, votes, share) = self.in_favour();
            let [voters, votes, quota] =
                [voters.to_string(), votes.to_string(), self.quota.to_string()];
            return fill(
                words.seats_joining(),
                &[
                    ("voters", &voters),
                    ("votes", &votes),
                    ("quota", &quota),
                    ("share", &percent(share)),
                ],
            );
        }
        if let Some(count) = &self.count {
            let done = format!("{:.0}", count.done() * self.voters.len() as f64);
            return fill(words.seats_counting(), &[("done", &done), ("all", &all)]);
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
