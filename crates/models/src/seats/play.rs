//! What readers see of equal seats: a majority that comes together for the fewest people, and who can turn a vote.

use std::borrow::Cow;

use concord_model::ModelWords;

use super::drawing::drawing;
use super::power::MOST_VOTES;
use super::voters::Voters;
use super::voting::Voting;
use super::weights::{players, rounding, scaled, together};
use crate::{Choice, Label, Model, Parameter, Preset, Run, Settings, Shown, World};

/// Equal seats.
#[derive(Clone, Copy, Debug)]
pub struct Seats;

/// The parts of the votes that a decision can need, in the order of the options; the last is all of them.
const RULES: [[u32; 2]; 5] = [[1, 2], [2, 3], [3, 4], [9, 10], [1, 1]];

/// No run has more steps: a table of 196 players, 196 sizes and 5,000 votes has cells for 480 of them.
const LAST_STEP: u32 = 500;

const PARAMETERS: [Parameter; 5] = [
    Parameter::choice(
        "votes",
        |w| w.seats.seats_weights(),
        &[
            Choice::new("state", |w| w.seats.seats_by_state()),
            Choice::new("people", |w| w.seats.seats_by_people()),
            Choice::new("online", |w| w.seats.seats_by_online()),
        ],
        0,
    ),
    Parameter::choice(
        "rule",
        |w| w.seats.seats_rule(),
        &[
            Choice::new("half", |w| w.seats.seats_half()),
            Choice::new("two-thirds", |w| w.seats.seats_two_thirds()),
            Choice::new("three-quarters", |w| w.seats.seats_three_quarters()),
            Choice::new("nine-tenths", |w| w.seats.seats_nine_tenths()),
            Choice::new("all", |w| w.seats.seats_all()),
        ],
        0,
    ),
    Parameter::toggle("groups", |w| w.seats.seats_groups()),
    Parameter::members("bloc", |w| w.seats.seats_bloc()),
    Parameter::members("rival", |w| w.seats.seats_rival()),
];

const PRESETS: [Preset; 5] = [
    Preset::new("assembly", |w| w.seats.seats_preset_assembly(), ""),
    Preset::new("article", |w| w.seats.seats_preset_article(), "rule=all"),
    Preset::new("critics", |w| w.seats.seats_preset_critics(), "votes=people"),
    Preset::new("blocs", |w| w.seats.seats_preset_blocs(), "groups=1"),
    Preset::new("two-thirds", |w| w.seats.seats_preset_two_thirds(), "rule=two-thirds"),
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

    fn question<'w>(&self, _settings: &Settings, words: &'w ModelWords) -> Cow<'w, str> {
        words.seats.seats_question().into()
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
        LAST_STEP
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

impl Run for Voting {
    fn step(&mut self) -> bool {
        self.go_on()
    }

    fn steps(&self) -> u32 {
        self.steps
    }

    fn shown(&self, words: &ModelWords) -> Shown {
        let words = &words.seats;
        let came = self.share.filter(|_| self.is_over()).map(|share| match share {
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
