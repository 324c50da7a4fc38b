//! What readers can set of good faith under noise, and what they are asked.

use std::borrow::Cow;

use concord_model::ModelWords;

use super::{Noise, Slip, Strategy, crowd, lattice::KINDS, named, pair};
use crate::{Choice, Label, Model, Parameter, Preset, Run, Settings, World};

/// Good faith under noise.
#[derive(Clone, Copy, Debug)]
pub struct GoodFaith;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scene {
    Match,
    Tournament,
    Generations,
    Neighbours,
}

impl Scene {
    const ALL: [Self; 4] = [Self::Match, Self::Tournament, Self::Generations, Self::Neighbours];

    fn of(settings: &Settings) -> Self {
        Self::ALL.get(settings.choice("scene")).copied().unwrap_or(Self::Match)
    }
}

/// The place of tit for tat among all strategies.
const TIT_FOR_TAT: usize = Strategy::TitForTat as usize;

const PARAMETERS: &[Parameter] = &[
    Parameter::choice(
        "scene",
        |words| words.good_faith.faith_scene(),
        &[
            Choice::new("match", |words| words.good_faith.faith_match()),
            Choice::new("tournament", |words| words.good_faith.faith_tournament()),
            Choice::new("generations", |words| words.good_faith.faith_generations()),
            Choice::new("neighbours", |words| words.good_faith.faith_neighbours()),
        ],
        0,
    ),
    Parameter::choice("first", |words| words.good_faith.faith_first(), named::CHOICES, TIT_FOR_TAT),
    Parameter::choice(
        "second",
        |words| words.good_faith.faith_second(),
        named::CHOICES,
        TIT_FOR_TAT,
    ),
    Parameter::number(
        "noise",
        |words| words.good_faith.faith_noise(),
        Some(|words| words.good_faith.faith_percent()),
        [0.0, 50.0, 0.5, 5.0],
    ),
    Parameter::choice(
        "slip",
        |words| words.good_faith.faith_slip(),
        &[
            Choice::new("sight", |words| words.good_faith.faith_sight()),
            Choice::new("act", |words| words.good_faith.faith_act()),
        ],
        0,
    ),
    Parameter::choice(
        "crowd",
        |words| words.good_faith.faith_crowd(),
        &[
            Choice::new("six", |words| words.good_faith.faith_six()),
            Choice::new("all", |words| words.good_faith.faith_all()),
        ],
        0,
    ),
    Parameter::number(
        "strikers",
        |words| words.good_faith.faith_strikers(),
        Some(|words| words.good_faith.faith_percent()),
        [0.0, 95.0, 1.0, 15.0],
    ),
    Parameter::number(
        "turns",
        |words| words.good_faith.faith_turns(),
        None,
        [10.0, 200.0, 10.0, 100.0],
    ),
    Parameter::number(
        "short",
        |words| words.good_faith.faith_short(),
        None,
        [1.0, 16.0, 1.0, 10.0],
    ),
    Parameter::number(
        "rounds",
        |words| words.good_faith.faith_rounds(),
        None,
        [1.0, 100.0, 1.0, 20.0],
    ),
    Parameter::choice(
        "size",
        |words| words.good_faith.faith_size(),
        &[
            Choice::new("64", |words| words.good_faith.faith_size_64()),
            Choice::new("128", |words| words.good_faith.faith_size_128()),
            Choice::new("256", |words| words.good_faith.faith_size_256()),
        ],
        1,
    ),
    Parameter::number("seed", |words| words.good_faith.faith_seed(), None, [0.0, 9999.0, 1.0, 3.0]),
];

const PRESETS: &[Preset] = &[
    Preset::new("quarrel", |words| words.good_faith.faith_preset_quarrel(), ""),
    Preset::new(
        "forgive",
        |words| words.good_faith.faith_preset_forgive(),
        "first=generous-tit-for-tat&second=generous-tit-for-tat",
    ),
    Preset::new(
        "article",
        |words| words.good_faith.faith_preset_article(),
        "scene=generations&noise=0.0&strikers=5",
    ),
    Preset::new(
        "critics",
        |words| words.good_faith.faith_preset_critics(),
        "scene=generations&noise=10.0&strikers=40",
    ),
    Preset::new(
        "neighbours",
        |words| words.good_faith.faith_preset_neighbours(),
        "scene=neighbours",
    ),
];

impl Model for GoodFaith {
    fn parameters(&self) -> &'static [Parameter] {
        PARAMETERS
    }

    fn presets(&self) -> &'static [Preset] {
        PRESETS
    }

    fn applies(&self, parameter: &Parameter, settings: &Settings) -> bool {
        use Scene::{Generations, Match, Neighbours, Tournament};
        let scene = Scene::of(settings);
        match parameter.name {
            "first" | "second" => scene == Match,
            "crowd" => matches!(scene, Tournament | Generations),
            "strikers" => matches!(scene, Generations | Neighbours),
            "turns" => scene != Neighbours,
            "short" | "size" => scene == Neighbours,
            "rounds" => scene == Tournament,
            _ => true,
        }
    }

    fn title<'w>(&self, words: &'w ModelWords) -> &'w str {
        words.good_faith.faith_title()
    }

    fn question<'w>(&self, settings: &Settings, words: &'w ModelWords) -> Cow<'w, str> {
        match Scene::of(settings) {
            Scene::Match => words.good_faith.faith_ask_match().into(),
            _ => words.good_faith.faith_ask_crowd().into(),
        }
    }

    fn predictions(&self, settings: &Settings) -> &'static [Label] {
        match Scene::of(settings) {
            Scene::Match => &pair::PREDICTIONS,
            _ => &named::CROWD,
        }
    }

    fn first_steps(&self, settings: &Settings) -> u32 {
        match Scene::of(settings) {
            Scene::Match => 8,
            Scene::Tournament => 1,
            Scene::Generations | Scene::Neighbours => 0,
        }
    }

    fn last_step(&self, settings: &Settings) -> u32 {
        match Scene::of(settings) {
            Scene::Match => settings.whole("turns"),
            Scene::Tournament => settings.whole("rounds"),
            Scene::Generations => 200,
            Scene::Neighbours => 2_000,
        }
    }

    fn start(&self, settings: &Settings, _world: &World) -> Box<dyn Run> {
        let slip = if settings.choice("slip") == 0 { Slip::Sight } else { Slip::Act };
        let rate = settings.number("noise") / 100.0;
        let (noise, seed) = (Noise::new(slip, rate), u64::from(settings.whole("seed")));
        let chosen = |name| {
            let strategy = Strategy::ALL.get(settings.choice(name));
            strategy.copied().unwrap_or(Strategy::TitForTat)
        };
        let crowd: &[Strategy] = if settings.choice("crowd") == 0 { &KINDS } else { Strategy::ALL };
        let (turns, last) = (settings.whole("turns"), self.last_step(settings));
        let strikers = settings.number("strikers") / 100.0;
        match Scene::of(settings) {
            Scene::Match => {
                Box::new(pair::Pair::new([chosen("first"), chosen("second")], noise, turns, seed))
            }
            Scene::Tournament => Box::new(crowd::All::new(crowd, noise, turns, last, seed)),
            Scene::Generations => {
                Box::new(crowd::Generations::new(crowd, noise, turns, strikers, last, seed))
            }
            Scene::Neighbours => {
                let side = 64 << settings.choice("size").min(2);
                let short = settings.whole("short");
                Box::new(crowd::Neighbours::new(side, strikers, (slip, rate), short, last, seed))
            }
        }
    }
}
