//! Two players, turn by turn, as readers see them.

use concord_model::{Html, ModelWords, fill, html};

use super::{Act, Contest, Noise, Strategy, Turn, points};
use crate::{
    Drawing, Label, Run, Shown, Table,
    random::Random,
    shown::{decimal, percent},
};

/// What readers may expect of two.
pub(super) const PREDICTIONS: [Label; 3] = [
    |words| words.good_faith.faith_mostly(),
    |words| words.good_faith.faith_often(),
    |words| words.good_faith.faith_seldom(),
];

/// A match with all its turns.
pub(super) struct Pair {
    strategies: [Strategy; 2],
    contest: Contest,
    random: Random,
    turns: Vec<Turn>,
    last: u32,
}

impl Pair {
    pub(super) fn new(strategies: [Strategy; 2], noise: Noise, last: u32, seed: u64) -> Self {
        let contest = Contest::new(strategies, noise);
        Self { strategies, contest, random: Random::new(seed), turns: Vec::new(), last }
    }

    /// The points of both, turn by turn.
    fn points(&self) -> impl Iterator<Item = [u32; 2]> {
        self.turns.iter().map(|Turn { acts: [a, b], .. }| [points(*a, *b), points(*b, *a)])
    }

    fn mean(&self, side: usize) -> f64 {
        let total: u32 = self.points().filter_map(|both| both.get(side).copied()).sum();
        f64::from(total) / self.turns.len().max(1) as f64
    }

    /// In how many turns all acts so far are of a kind.
    fn count(&self, is: impl Fn(&Turn) -> bool) -> usize {
        self.turns.iter().filter(|turn| is(turn)).count()
    }

    /// The share of turns in which both cooperated.
    fn both(&self) -> f64 {
        let both = self.count(|turn| turn.acts == [Act::Cooperate; 2]);
        both as f64 / self.turns.len().max(1) as f64
    }

    fn drawing(&self, words: &ModelWords) -> Html {
        let own = &words.good_faith;
        let [first, second] = self.strategies.map(|strategy| strategy.label(own));
        let label = fill(own.faith_drawn_match(), &[("first", first), ("second", second)]);
        let wide = f64::from(WIDTH) / f64::from(self.last.max(1));
        let side = (wide * 0.85).clamp(1.5, 18.0);
        let cells = |top: f64, is: &dyn Fn(&Turn) -> bool| -> String {
            let turns = self.turns.iter().enumerate().filter(|(_, turn)| is(turn));
            let cell = |(place, _): (usize, &Turn)| {
                let left = f64::from(LEFT) + place as f64 * wide;
                format!("M{left:.1} {top:.0}h{side:.1}v{side:.1}h-{side:.1}z")
            };
            turns.map(cell).collect()
        };
        let acts = |player: usize, act: Act| {
            move |turn: &Turn| turn.acts.get(player).is_some_and(|own| *own == act)
        };
        let wrong =
            |player: usize| move |turn: &Turn| turn.wrong.get(player).is_some_and(|wrong| *wrong);
        let marks = |player: usize, top: f64| -> String {
            let turns = self.turns.iter().enumerate().filter(|(_, turn)| wrong(player)(turn));
            let mark = |(place, _): (usize, &Turn)| {
                let middle = f64::from(LEFT) + place as f64 * wide + side / 2.0;
                format!("M{:.1} {:.0}l3 6h-6z", middle, top)
            };
            turns.map(mark).collect()
        };
        let line = |player: usize| {
            let mut sum = 0;
            let points = self.points().enumerate().map(|(place, both)| {
                sum += both.get(player).copied().unwrap_or(0);
                let x = f64::from(LEFT) + (place as f64 + 0.5) * wide;
                let mean = f64::from(sum) / (place + 1) as f64;
                format!("{x:.1},{:.1}", BOTTOM - mean / 5.0 * HEIGHT)
            });
            points.collect::<Vec<_>>().join(" ")
        };
        html! {
            svg viewBox="0 0 640 300" role="img" aria-label=(label) {
                text .label x="0" y="20" { (first) }
                path .c0 d=(cells(40.0, &acts(0, Act::Cooperate))) {}
                path .c5 d=(cells(40.0, &acts(0, Act::Defect))) {}
                path .mark d=(marks(0, 29.0)) {}
                path .c0 d=(cells(76.0, &acts(1, Act::Cooperate))) {}
                path .c5 d=(cells(76.0, &acts(1, Act::Defect))) {}
                path .mark d=(marks(1, 97.0)) {}
                text .label x="0" y="124" { (second) }
                rect .c0 x="250" y="6" width="14" height="14" {}
                text .small x="270" y="19" { (own.faith_cooperates()) }
                rect .c5 x="385" y="6" width="14" height="14" {}
                text .small x="405" y="19" { (own.faith_defects()) }
                path .mark d="M500 7l6 12h-12z" {}
                text .small x="514" y="19" { (own.faith_gone_wrong()) }
                path .grid d="M24 154H640M24 206H640M24 258H640" {}
                text .small x="0" y="160" { "5" }
                text .small x="0" y="212" { "3" }
                text .small x="0" y="290" { (own.faith_points()) }
                polyline .l0 points=(line(0)) {}
                polyline .l1 points=(line(1)) {}
            }
        }
    }
}

const WIDTH: u32 = 612;
const LEFT: u32 = 24;
const BOTTOM: f64 = 284.0;
const HEIGHT: f64 = 130.0;

impl Run for Pair {
    fn step(&mut self) -> bool {
        if self.steps() >= self.last {
            return false;
        }
        self.turns.push(self.contest.turn(&mut self.random));
        true
    }

    fn steps(&self) -> u32 {
        u32::try_from(self.turns.len()).unwrap_or(u32::MAX)
    }

    fn shown(&self, words: &ModelWords) -> Shown {
        let own = &words.good_faith;
        let [first, second] = self.strategies.map(|strategy| strategy.label(own));
        let count = |number: usize| number.to_string();
        let wrong =
            |player: usize| self.count(|turn| turn.wrong.get(player).is_some_and(|wrong| *wrong));
        let values = [
            ("turns", count(self.turns.len())),
            ("both", percent(self.both())),
            ("first", first.to_owned()),
            ("one", decimal(self.mean(0))),
            ("second", second.to_owned()),
            ("other", decimal(self.mean(1))),
            ("wrong", count(wrong(0) + wrong(1))),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let sentence = if self.turns.is_empty() {
            own.faith_said_none().to_owned()
        } else {
            fill(own.faith_said_match(), &values)
        };
        let row = |player: usize, name: &str| {
            let cooperated = self.count(|turn| turn.acts.get(player) == Some(&Act::Cooperate));
            vec![
                name.to_owned(),
                decimal(self.mean(player)),
                count(cooperated),
                count(wrong(player)),
            ]
        };
        let head =
            [own.faith_strategy(), own.faith_points(), own.faith_cooperated(), own.faith_wrong()];
        let table = Table {
            caption: sentence.clone(),
            head: head.map(str::to_owned).to_vec(),
            rows: vec![row(0, first), row(1, second)],
        };
        let came = (self.steps() >= self.last).then(|| match self.both() {
            share if share >= 0.9 => 0,
            share if share >= 0.5 => 1,
            _ => 2,
        });
        Shown { sentence, drawing: Drawing::Svg(self.drawing(words)), table, came }
    }
}
