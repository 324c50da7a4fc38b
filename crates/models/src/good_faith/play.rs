//! What readers can set of good faith under noise, and what they are asked.

use concord_model::ModelWords;

use super::{Noise, Slip, Strategy, crowd, lattice::KINDS, named, pair};
use crate::{Choice, Kind, Label, Model, Parameter, Preset, Run, Settings, World};

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
    Parameter {
        name: "scene",
        label: |words| words.good_faith.faith_scene(),
        unit: None,
        kind: Kind::Choice {
            options: &[
                Choice { name: "match", label: |words| words.good_faith.faith_match() },
                Choice { name: "tournament", label: |words| words.good_faith.faith_tournament() },
                Choice { name: "generations", label: |words| words.good_faith.faith_generations() },
                Choice { name: "neighbours", label: |words| words.good_faith.faith_neighbours() },
            ],
            default: 0,
        },
    },
    Parameter {
        name: "first",
        label: |words| words.good_faith.faith_first(),
        unit: None,
        kind: Kind::Choice { options: named::CHOICES, default: TIT_FOR_TAT },
    },
    Parameter {
        name: "second",
        label: |words| words.good_faith.faith_second(),
        unit: None,
        kind: Kind::Choice { options: named::CHOICES, default: TIT_FOR_TAT },
    },
    Parameter {
        name: "noise",
        label: |words| words.good_faith.faith_noise(),
        unit: Some(|words| words.good_faith.faith_percent()),
        kind: Kind::Number { least: 0.0, most: 50.0, step: 0.5, default: 5.0 },
    },
    Parameter {
        name: "slip",
        label: |words| words.good_faith.faith_slip(),
        unit: None,
        kind: Kind::Choice {
            options: &[
                Choice { name: "sight", label: |words| words.good_faith.faith_sight() },
                Choice { name: "act", label: |words| words.good_faith.faith_act() },
            ],
            default: 0,
        },
    },
    Parameter {
        name: "crowd",
        label: |words| words.good_faith.faith_crowd(),
        unit: None,
        kind: Kind::Choice {
            options: &[
                Choice { name: "six", label: |words| words.good_faith.faith_six() },
                Choice { name: "all", label: |words| words.good_faith.faith_all() },
            ],
            default: 0,
        },
    },
    Parameter {
        name: "strikers",
        label: |words| words.good_faith.faith_strikers(),
        unit: Some(|words| words.good_faith.faith_percent()),
        kind: Kind::Number { least: 0.0, most: 95.0, step: 1.0, default: 15.0 },
    },
    Parameter {
        name: "turns",
        label: |words| words.good_faith.faith_turns(),
        unit: None,
        kind: Kind::Number { least: 10.0, most: 200.0, step: 10.0, default: 100.0 },
    },
    Parameter {
        name: "short",
        label: |words| words.good_faith.faith_short(),
        unit: None,
        kind: Kind::Number { least: 1.0, most: 16.0, step: 1.0, default: 10.0 },
    },
    Parameter {
        name: "rounds",
        label: |words| words.good_faith.faith_rounds(),
        unit: None,
        kind: Kind::Number { least: 1.0, most: 100.0, step: 1.0, default: 20.0 },
    },
    Parameter {
        name: "size",
        label: |words| words.good_faith.faith_size(),
        unit: None,
        kind: Kind::Choice {
            options: &[
                Choice { name: "64", label: |words| words.good_faith.faith_size_64() },
                Choice { name: "128", label: |words| words.good_faith.faith_size_128() },
                Choice { name: "256", label: |words| words.good_faith.faith_size_256() },
            ],
            default: 1,
        },
    },
    Parameter {
        name: "seed",
        label: |words| words.good_faith.faith_seed(),
        unit: None,
        kind: Kind::Number { least: 0.0, most: 9999.0, step: 1.0, default: 3.0 },
    },
];

const PRESETS: &[Preset] = &[
    Preset {
        name: "quarrel",
        label: |words| words.good_faith.faith_preset_quarrel(),
        settings: "",
    },
    Preset {
        name: "forgive",
        label: |words| words.good_faith.faith_preset_forgive(),
        settings: "first=generous-tit-for-tat&second=generous-tit-for-tat",
    },
    Preset {
        name: "article",
        label: |words| words.good_faith.faith_preset_article(),
        settings: "scene=generations&noise=0.0&strikers=5",
    },
    Preset {
        name: "critics",
        label: |words| words.good_faith.faith_preset_critics(),
        settings: "scene=generations&noise=10.0&strikers=40",
    },
    Preset {
        name: "neighbours",
        label: |words| words.good_faith.faith_preset_neighbours(),
        settings: "scene=neighbours",
    },
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

    fn question<'w>(&self, settings: &Settings, words: &'w ModelWords) -> &'w str {
        match Scene::of(settings) {
            Scene::Match => words.good_faith.faith_ask_match(),
            _ => words.good_faith.faith_ask_crowd(),
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
