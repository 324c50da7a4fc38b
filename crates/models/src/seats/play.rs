//! What readers see of equal seats: the votes of all states, what a decision needs, and who can turn it.

use concord_model::{ModelWords, SeatsWords, fill};

use super::drawing::drawing;
use super::power::{Count, MOST_PLAYERS, MOST_VOTES, Power};
use super::weights::{Player, Rounding, least, players, quota, rounding, scaled, together};
use crate::svg::percent;
use crate::{Choice, Kind, Label, Model, Parameter, Preset, Run, Settings, Shown, Table, World};

/// Equal seats.
#[derive(Clone, Copy, Debug)]
pub struct Seats;

/// The parts of the votes that a decision can need, in the order of the options; the last is all of them.
const RULES: [[u32; 2]; 5] = [[1, 2], [2, 3], [3, 4], [9, 10], [1, 1]];

const PARAMETERS: [Parameter; 5] = [
    Parameter {
        name: "votes",
        label: |w| w.seats.seats_weights(),
        unit: None,
        kind: Kind::Choice {
            options: &[
                Choice { name: "state", label: |w| w.seats.seats_by_state() },
                Choice { name: "people", label: |w| w.seats.seats_by_people() },
                Choice { name: "online", label: |w| w.seats.seats_by_online() },
            ],
            default: 0,
        },
    },
    Parameter {
        name: "rule",
        label: |w| w.seats.seats_rule(),
        unit: None,
        kind: Kind::Choice {
            options: &[
                Choice { name: "half", label: |w| w.seats.seats_half() },
                Choice { name: "two-thirds", label: |w| w.seats.seats_two_thirds() },
                Choice { name: "three-quarters", label: |w| w.seats.seats_three_quarters() },
                Choice { name: "nine-tenths", label: |w| w.seats.seats_nine_tenths() },
                Choice { name: "all", label: |w| w.seats.seats_all() },
            ],
            default: 0,
        },
    },
    Parameter {
        name: "groups",
        label: |w| w.seats.seats_groups(),
        unit: None,
        kind: Kind::Toggle { default: false },
    },
    Parameter { name: "bloc", label: |w| w.seats.seats_bloc(), unit: None, kind: Kind::Members },
    Parameter { name: "rival", label: |w| w.seats.seats_rival(), unit: None, kind: Kind::Members },
];

const PRESETS: [Preset; 5] = [
    Preset { name: "assembly", label: |w| w.seats.seats_preset_assembly(), settings: "" },
    Preset { name: "article", label: |w| w.seats.seats_preset_article(), settings: "rule=all" },
    Preset { name: "critics", label: |w| w.seats.seats_preset_critics(), settings: "votes=people" },
    Preset { name: "blocs", label: |w| w.seats.seats_preset_blocs(), settings: "groups=1" },
    Preset {
        name: "two-thirds",
        label: |w| w.seats.seats_preset_two_thirds(),
        settings: "rule=two-thirds",
    },
];

impl Model for Seats {
    fn parameters(&self) -> &'static [Parameter] {
        &PARAMETERS
    }

    fn presets(&self) -> &'static [Preset] {
        &PRESETS
    }

    fn applies(&self, parameter: &Parameter, settings: &Settings) -> bool {
        parameter.name != "votes" || settings.choice("rule") + 1 < RULES.len()
    }

    fn title<'w>(&self, words: &'w ModelWords) -> &'w str {
        words.seats.seats_title()
    }

    fn question<'w>(&self, _settings: &Settings, words: &'w ModelWords) -> &'w str {
        words.seats.seats_question()
    }

    fn predictions(&self, _settings: &Settings) -> &'static [Label] {
        &[
            |w| w.seats.seats_expect_tenth(),
            |w| w.seats.seats_expect_third(),
            |w| w.seats.seats_expect_half(),
            |w| w.seats.seats_expect_most(),
        ]
    }

    fn first_steps(&self, settings: &Settings) -> u32 {
        self.last_step(settings)
    }

    fn last_step(&self, _settings: &Settings) -> u32 {
        MOST_PLAYERS as u32
    }

    fn start(&self, settings: &Settings, world: &World) -> Box<dyn Run> {
        let rule = settings.choice("rule").min(RULES.len() - 1);
        let all_agree = rule + 1 == RULES.len();
        let counts: Vec<u64> = match settings.choice("votes") {
            1 if !all_agree => world.members.iter().map(|member| member.people).collect(),
            2 if !all_agree => world.members.iter().map(|member| member.online).collect(),
            _ => vec![1; world.members.len()],
        };
        let counted_by = settings.choice("votes") > 0 && !all_agree;
        let votes = if counted_by { scaled(&counts, MOST_VOTES) } else { vec![1; counts.len()] };
        let rounding = counted_by.then(|| rounding(&counts, &votes));
        let groups: Vec<Vec<usize>> = (0..world.groups.len())
            .map(|group| {
                let members = world.members.iter().enumerate();
                members
                    .filter(|(_, member)| member.group == group)
                    .map(|(place, _)| place)
                    .collect()
            })
            .collect();
        let mut blocs = vec![settings.members("bloc"), settings.members("rival")];
        if settings.is("groups") {
            blocs.extend(groups.iter().map(Vec::as_slice));
        }
        let players = players(world.members.len(), &blocs);
        let votes = together(&players, &votes);
        let people: Vec<u64> = world.members.iter().map(|member| member.people).collect();
        Box::new(Voting::new(
            Voters::named(players, votes, &people, world),
            RULES.get(rule).copied(),
            rounding,
            all_agree,
        ))
    }
}

/// Who votes, from the most votes to the least.
pub(super) struct Voters(pub(super) Vec<Voter>);

/// One who votes.
pub(super) struct Voter {
    /// The bloc, counted from 0: the reader's two, then the regional groups.
    pub(super) bloc: Option<usize>,
    /// The name of a state or of a regional group; empty for a bloc of the reader's.
    name: String,
    pub(super) votes: u32,
    people: u64,
}

impl Voter {
    /// Its name for readers.
    pub(super) fn name<'a>(&'a self, words: &'a SeatsWords) -> &'a str {
        match self.bloc {
            Some(0) => words.seats_bloc_name(),
            Some(1) => words.seats_rival_name(),
            _ => &self.name,
        }
    }
}

impl Voters {
    fn named(players: Vec<Player>, votes: Vec<u32>, people: &[u64], world: &World) -> Self {
        let name = |player: &Player| match (player.bloc, player.states.first()) {
            (None, Some(state)) => world.members.get(*state).map(|member| member.name.clone()),
            (Some(bloc), _) => {
                bloc.checked_sub(2).and_then(|group| world.groups.get(group).cloned())
            }
            (None, None) => None,
        };
        let mut voters: Vec<Voter> = players
            .iter()
            .zip(votes)
            .map(|(player, votes)| {
                let people = player.states.iter().filter_map(|state| people.get(*state)).sum();
                Voter { bloc: player.bloc, name: name(player).unwrap_or_default(), votes, people }
            })
            .collect();
        // Stable, so that equals stay in the order of their names.
        voters.sort_by_key(|voter| std::cmp::Reverse(voter.votes));
        Self(voters)
    }
}

/// A count of power under way, or done.
pub(super) struct Voting {
    pub(super) voters: Vec<Voter>,
    /// How many votes a decision needs, and how many there are.
    pub(super) quota: u32,
    pub(super) votes: u32,
    /// The count, while it goes on; none if nothing can be counted.
    count: Option<Count>,
    /// What each has, once it is counted, in the order of the voters.
    pub(super) power: Vec<Power>,
    rounding: Option<Rounding>,
    all_agree: bool,
    /// The least part of all people that can stand behind a decision.
    share: Option<f64>,
    steps: u32,
}

impl Voting {
    fn new(
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
    fn fewest(&self) -> usize {
        let mut votes = 0;
        let before = self.voters.iter().take_while(|voter| {
            votes += voter.votes;
            votes < self.quota
        });
        before.count() + 1
    }
}

impl Run for Voting {
    fn step(&mut self) -> bool {
        let Some(count) = &mut self.count else { return false };
        if count.step() {
            self.steps += 1;
            return true;
        }
        self.power = self.count.take().map(Count::finish).unwrap_or_default();
        false
    }

    fn steps(&self) -> u32 {
        self.steps
    }

    fn shown(&self, words: &ModelWords) -> Shown {
        let words = &words.seats;
        let came = self.share.filter(|_| !self.power.is_empty()).map(|share| match share {
            ..0.1 => 0,
            0.1..0.333 => 1,
            0.333..0.5 => 2,
            _ => 3,
        });
        Shown {
            sentence: self.sentence(words),
            drawing: drawing(self, words),
            table: self.table(words),
            came,
        }
    }
}

impl Voting {
    fn sentence(&self, words: &SeatsWords) -> String {
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

    fn table(&self, words: &SeatsWords) -> Table {
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
