//! Many players, as readers see them: all against all, over generations, and as neighbours.

use concord_model::{Html, ModelWords, fill, html};

use super::{Ecology, Field, KINDS, Noise, Rules, Slip, Strategy, Tournament};
use crate::{
    Drawing, Lattice, Run, Shown, Table,
    random::Random,
    shown::{decimal, percent},
};

/// How often all meet all before generations begin, so that chance is averaged.
const MEETINGS: u32 = 20;
/// From when on it is decided who is ahead among neighbours.
const DECIDED: u32 = 100;

/// All against all.
pub(super) struct All {
    tournament: Tournament,
    rules: Rules,
    random: Random,
    last: u32,
}

impl All {
    pub(super) fn new(crowd: &[Strategy], noise: Noise, turns: u32, last: u32, seed: u64) -> Self {
        let rules = Rules { turns, noise };
        Self { tournament: Tournament::new(crowd), rules, random: Random::new(seed), last }
    }

    fn drawing(&self, words: &ModelWords, ranked: &[Entry]) -> Html {
        let own = &words.good_faith;
        let high = 24 * ranked.len() + 10;
        html! {
            svg viewBox={ "0 0 640 " (high) } role="img" aria-label=(own.faith_drawn_tournament()) {
                @for (place, Entry { strategy, value }) in ranked.iter().enumerate() {
                    @let top = 24 * place + 4;
                    text .small x="0" y=(top + 16) { (strategy.label(own)) }
                    rect class={ "c" (colour(*strategy)) } x="220" y=(top)
                        width=(format!("{:.1}", value / 5.0 * 420.0)) height="19" {}
                    text .small x="230" y=(top + 15) { tspan .on { (decimal(*value)) } }
                }
            }
        }
    }
}

/// A strategy and how much it has.
struct Entry {
    strategy: Strategy,
    value: f64,
}

/// The colour of a strategy: its own if it is one of the six, that of its manner's first one otherwise.
fn colour(strategy: Strategy) -> usize {
    let own = KINDS.iter().position(|kind| *kind == strategy);
    let alike = KINDS.iter().position(|kind| kind.manner() == strategy.manner());
    own.or(alike).unwrap_or(0)
}

impl Run for All {
    fn step(&mut self) -> bool {
        if self.steps() >= self.last {
            return false;
        }
        self.tournament.repeat(self.rules, &mut self.random);
        true
    }

    fn steps(&self) -> u32 {
        self.tournament.repetitions()
    }

    fn shown(&self, words: &ModelWords) -> Shown {
        let own = &words.good_faith;
        let strategies = self.tournament.strategies();
        let entry = |place: usize| {
            let strategy = *strategies.get(place)?;
            Some(Entry { strategy, value: self.tournament.score(place) })
        };
        let ranked: Vec<Entry> = self.tournament.ranked().into_iter().filter_map(entry).collect();
        let sentence = match (ranked.first(), ranked.last()) {
            (Some(best), Some(last)) if self.steps() > 0 => fill(
                own.faith_said_tournament(),
                &[
                    ("rounds", &self.steps().to_string()),
                    ("best", best.strategy.label(own)),
                    ("points", &decimal(best.value)),
                    ("last", last.strategy.label(own)),
                    ("least", &decimal(last.value)),
                ],
            ),
            _ => own.faith_said_none().to_owned(),
        };
        let rows = ranked.iter().map(|Entry { strategy, value }| {
            vec![
                strategy.label(own).to_owned(),
                strategy.manner().label(words).to_owned(),
                decimal(*value),
            ]
        });
        let head = [own.faith_strategy(), own.faith_manner(), own.faith_points()];
        let table = Table {
            caption: sentence.clone(),
            head: head.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        };
        let best = ranked.first().map(|best| best.strategy.manner().place());
        let came = best.filter(|_| self.steps() >= self.last);
        Shown { sentence, drawing: Drawing::Svg(self.drawing(words, &ranked)), table, came }
    }
}

/// Shares over generations.
pub(super) struct Generations {
    strategies: Vec<Strategy>,
    ecology: Ecology,
    /// The shares of each generation, the first one first.
    history: Vec<Vec<f64>>,
    last: u32,
}

impl Generations {
    pub(super) fn new(
        crowd: &[Strategy],
        noise: Noise,
        turns: u32,
        strikers: f64,
        last: u32,
        seed: u64,
    ) -> Self {
        let (mut tournament, mut random) = (Tournament::new(crowd), Random::new(seed));
        for _ in 0..MEETINGS {
            tournament.repeat(Rules { turns, noise }, &mut random);
        }
        let others = crowd.len().saturating_sub(1).max(1) as f64;
        let shares: Vec<f64> = crowd
            .iter()
            .map(|strategy| match strategy {
                Strategy::PreEmptor => strikers,
                _ => (1.0 - strikers) / others,
            })
            .collect();
        let ecology = Ecology::new(&tournament, &shares);
        let history = vec![ecology.shares().to_vec()];
        Self { strategies: crowd.to_vec(), ecology, history, last }
    }

    fn drawing(&self, words: &ModelWords) -> Html {
        let own = &words.good_faith;
        let wide = 470.0 / f64::from(self.last.max(1));
        // What lies below each strategy, in each generation.
        let mut below = vec![0.0; self.history.len()];
        let mut bands = Vec::new();
        for (place, strategy) in self.strategies.iter().enumerate() {
            let share = |shares: &Vec<f64>| shares.get(place).copied().unwrap_or(0.0);
            let above: Vec<f64> =
                below.iter().zip(&self.history).map(|(low, shares)| low + share(shares)).collect();
            let point = |(at, level): (usize, &f64)| {
                format!("{:.1} {:.1}", at as f64 * wide, 290.0 - level * 280.0)
            };
            let up = above.iter().enumerate().map(point);
            let down = below.iter().enumerate().rev().map(point);
            let path = format!("M{}z", up.chain(down).collect::<Vec<_>>().join("L"));
            let (low, high) = (below.last().copied(), above.last().copied());
            let (low, high) = (low.unwrap_or(0.0), high.unwrap_or(0.0));
            let name = (high - low > 0.06).then(|| {
                let middle = 295.0 - (low + high) * 140.0;
                (format!("{middle:.0}"), strategy.label(own))
            });
            bands.push((colour(*strategy), path, name));
            below = above;
        }
        let end = self.history.len().saturating_sub(1) as f64 * wide + 6.0;
        html! {
            svg viewBox="0 0 640 300" role="img" aria-label=(own.faith_drawn_generations()) {
                path .axis d="M0 290H470M0 10V290" {}
                @for (colour, path, name) in &bands {
                    path class={ "band c" (colour) } d=(path) {}
                    @if let Some((middle, name)) = name {
                        text .small x=(format!("{end:.0}")) y=(middle) { (name) }
                    }
                }
            }
        }
    }
}

impl Run for Generations {
    fn step(&mut self) -> bool {
        if self.steps() >= self.last {
            return false;
        }
        self.ecology.step();
        self.history.push(self.ecology.shares().to_vec());
        true
    }

    fn steps(&self) -> u32 {
        u32::try_from(self.history.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    fn shown(&self, words: &ModelWords) -> Shown {
        let own = &words.good_faith;
        let start = self.history.first();
        let both = self.ecology.shares().iter().zip(start.into_iter().flatten());
        let mut ranked: Vec<(Strategy, f64, f64)> = self
            .strategies
            .iter()
            .zip(both)
            .map(|(strategy, (share, start))| (*strategy, *share, *start))
            .collect();
        ranked.sort_by(|one, other| other.1.total_cmp(&one.1));
        let gone = ranked.iter().filter(|(_, share, _)| *share <= 0.0).count();
        let best = ranked.first();
        let sentence = best.map_or_else(String::new, |(strategy, share, _)| {
            fill(
                own.faith_said_generations(),
                &[
                    ("generation", &self.steps().to_string()),
                    ("best", strategy.label(own)),
                    ("share", &percent(*share)),
                    ("gone", &gone.to_string()),
                    ("all", &ranked.len().to_string()),
                    ("points", &decimal(self.ecology.mean())),
                ],
            )
        });
        let rows = ranked.iter().map(|(strategy, share, start)| {
            vec![
                strategy.label(own).to_owned(),
                strategy.manner().label(words).to_owned(),
                percent(*start),
                percent(*share),
            ]
        });
        let table = shares(words, &sentence, rows.collect());
        let came = best.map(|(strategy, ..)| strategy.manner().place());
        let came = came.filter(|_| self.steps() >= self.last);
        Shown { sentence, drawing: Drawing::Svg(self.drawing(words)), table, came }
    }
}

fn shares(words: &ModelWords, sentence: &str, rows: Vec<Vec<String>>) -> Table {
    let own = &words.good_faith;
    let head = [own.faith_strategy(), own.faith_manner(), own.faith_start(), own.faith_share()];
    Table { caption: sentence.to_owned(), head: head.map(str::to_owned).to_vec(), rows }
}

/// Neighbours on a grid.
pub(super) struct Neighbours {
    field: Field,
    start: [u32; KINDS.len()],
    steps: u32,
    last: u32,
}

impl Neighbours {
    pub(super) fn new(
        side: usize,
        strikers: f64,
        noise: (Slip, f64),
        turns: u32,
        last: u32,
        seed: u64,
    ) -> Self {
        let others = KINDS.len() as f64 - 1.0;
        let weight = |share: f64| libm::round(share * 1_000_000.0) as u32;
        let weights = KINDS.map(|kind| match kind {
            Strategy::PreEmptor => weight(strikers),
            _ => weight((1.0 - strikers) / others),
        });
        let field = Field::new((side / 64, side), weights, noise, turns, seed);
        let start = field.counts();
        Self { field, start, steps: 0, last }
    }
}

impl Run for Neighbours {
    fn step(&mut self) -> bool {
        if self.steps >= self.last {
            return false;
        }
        self.field.step();
        self.steps += 1;
        true
    }

    fn steps(&self) -> u32 {
        self.steps
    }

    fn shown(&self, words: &ModelWords) -> Shown {
        let own = &words.good_faith;
        let counts = self.field.counts();
        let cells = f64::from(counts.iter().sum::<u32>().max(1));
        let share = |count: u32| f64::from(count) / cells;
        let mut ranked: Vec<(Strategy, u32, u32)> = KINDS
            .into_iter()
            .zip(counts.into_iter().zip(self.start))
            .map(|(strategy, (now, start))| (strategy, now, start))
            .collect();
        let strikers = ranked.iter().find(|(kind, ..)| *kind == Strategy::PreEmptor);
        let strikers = strikers.map_or(0, |(_, count, _)| *count);
        ranked.sort_by_key(|(_, now, _)| std::cmp::Reverse(*now));
        let best = ranked.first();
        let sentence = best.map_or_else(String::new, |(strategy, count, _)| {
            fill(
                own.faith_said_neighbours(),
                &[
                    ("generation", &self.steps.to_string()),
                    ("best", strategy.label(own)),
                    ("share", &percent(share(*count))),
                    ("strikers", &percent(share(strikers))),
                ],
            )
        });
        let rows = ranked.iter().map(|(strategy, now, start)| {
            vec![
                strategy.label(own).to_owned(),
                strategy.manner().label(words).to_owned(),
                percent(share(*start)),
                percent(share(*now)),
            ]
        });
        let table = shares(words, &sentence, rows.collect());
        let came = best.map(|(strategy, ..)| strategy.manner().place());
        let came = came.filter(|_| self.steps >= DECIDED.min(self.last));
        let drawing = Drawing::Lattice(Lattice {
            width: self.field.width(),
            cells: self.field.cells(),
            kinds: KINDS.iter().map(|kind| kind.label(own).to_owned()).collect(),
            label: own.faith_drawn_neighbours().to_owned(),
        });
        Shown { sentence, drawing, table, came }
    }
}
