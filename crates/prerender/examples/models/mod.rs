//! What models come to under many settings: a line each, with a mark of all its bits. A link restores a run exactly, on any
//! machine, only if these lines are the same natively and as wasm.

use std::fmt::Write as _;

use concord_compiler::{SourceFile, compile};
use concord_model::ModelName;
use concord_models::{
    World,
    alarms::{
        decision::{Answer, Situation},
        normal,
        threshold::{Best, Instrument},
    },
    good_faith::{Contest, Ecology, Field, KINDS, Noise, Rules, Slip, Strategy, Tournament},
    model, parse,
    random::Random,
    seats::{
        power::{Count, MOST_VOTES},
        weights::{quota, scaled},
    },
    written,
};

/// Settings of which runs are gone through, beside all presets.
const LINKS: [(ModelName, &str); 22] = [
    (ModelName::GoodFaith, "seed=9999&turns=200"),
    (ModelName::GoodFaith, "first=random&second=joss&noise=50&slip=act"),
    (ModelName::GoodFaith, "first=pre-emptor&second=contrite-tit-for-tat&noise=1.5"),
    (ModelName::GoodFaith, "scene=tournament&crowd=all&noise=5&rounds=5&seed=7"),
    (ModelName::GoodFaith, "scene=tournament&noise=0"),
    (ModelName::GoodFaith, "scene=generations&crowd=all&noise=3.5&seed=0"),
    (ModelName::GoodFaith, "scene=generations&strikers=95&noise=50&slip=act"),
    (ModelName::GoodFaith, "scene=neighbours&size=64&noise=12&seed=42"),
    (ModelName::GoodFaith, "scene=neighbours&size=256&short=16&slip=act"),
    (ModelName::Alarms, "base=1&detection=99.9&false=0.1"),
    (ModelName::Alarms, "base=0"),
    (ModelName::Alarms, "base=1000&answer=wait"),
    (ModelName::Alarms, "base=333&detection=33.3&false=66.6&answer=look&seed=5"),
    (ModelName::Alarms, "harm=0&wrong=0"),
    (ModelName::Seats, "votes=people&rule=two-thirds"),
    (ModelName::Seats, "votes=online&rule=nine-tenths"),
    (ModelName::Seats, "votes=people&groups=1"),
    (ModelName::Seats, "votes=online&bloc=fra-deu&rival=chn-ind"),
    (ModelName::Data, "encrypted=1"),
    (ModelName::Data, "tap=1&order=1&help=1"),
    (ModelName::Data, "court=1&block=1"),
    (ModelName::Data, "ranked=1&minimal=1&local=1"),
];

/// The steps of a run after which it is looked at; runs that are over before are looked at where they ended.
const LOOKED_AT: [u32; 5] = [0, 1, 7, 40, 200];

/// All lines, of the models on the words and tables of this pack.
pub(crate) fn numbers(pack: &[SourceFile]) -> Option<String> {
    let compiled = compile(pack);
    let guide = compiled.guide?;
    let world = World::of(&guide, &compiled.community);
    let mut text = String::new();
    let mut line = |name: &str, bits: Bits| {
        let _ = writeln!(text, "{name} {:016x}", bits.0);
    };
    let presets = ModelName::ALL
        .into_iter()
        .flat_map(|name| model(name).presets().iter().map(move |preset| (name, preset.settings)));
    for (name, link) in presets.chain(LINKS) {
        let model = model(name);
        let settings = parse(model, &world, link).settings;
        let mut run = model.start(&settings, &world);
        let mut bits = Bits::default();
        for until in LOOKED_AT {
            while run.steps() < until && run.step() {}
            bits.text(&format!("{:?}", run.shown(&guide.models)));
        }
        line(&format!("{}?{}", name.name(), written(model, &world, &settings, None)), bits);
    }
    for seed in [0, 1, 9_999, u64::MAX] {
        for (slip, rate) in [(Slip::Act, 0.0), (Slip::Act, 0.05), (Slip::Sight, 0.125)] {
            let of = format!("{slip:?} {rate} seed {seed}");
            let noise = Noise::new(slip, rate);
            line(&format!("matches {of}"), matches(noise, seed));
            line(&format!("generations {of}"), generations(noise, seed));
            line(&format!("neighbours {of}"), neighbours((slip, rate), seed));
        }
    }
    for base in [0.0001, 0.01, 1.0 / 3.0, 0.5, 0.999] {
        line(&format!("alarms {base}"), alarms(base));
    }
    let people: Vec<u64> = world.members.iter().map(|member| member.people).collect();
    let online: Vec<u64> = world.members.iter().map(|member| member.online).collect();
    for (name, votes) in [
        ("people", scaled(&people, MOST_VOTES)),
        ("online", scaled(&online, MOST_VOTES)),
        ("states", vec![1; world.members.len()]),
        ("people, few votes", scaled(&people, 500)),
    ] {
        for part in [[1, 2], [2, 3], [9, 10], [1, 1]] {
            line(&format!("seats {name} {part:?}"), seats(&votes, part));
        }
    }
    Some(text)
}

/// A mark of all bits that went into it, one after the other: FNV-1a.
#[derive(Clone, Copy)]
struct Bits(u64);

impl Default for Bits {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Bits {
    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }

    fn text(&mut self, text: &str) {
        text.bytes().for_each(|byte| self.byte(byte));
    }

    fn whole(&mut self, number: u64) {
        number.to_le_bytes().into_iter().for_each(|byte| self.byte(byte));
    }

    fn number(&mut self, number: f64) {
        self.whole(number.to_bits());
    }

    /// A number that there may not be.
    fn perhaps(&mut self, number: Option<f64>) {
        self.byte(u8::from(number.is_some()));
        self.number(number.unwrap_or_default());
    }
}

/// Each strategy against each.
fn matches(noise: Noise, seed: u64) -> Bits {
    let (mut bits, mut random) = (Bits::default(), Random::new(seed));
    for first in Strategy::ALL {
        for second in Strategy::ALL {
            let scores = Contest::new([*first, *second], noise).scores(60, &mut random);
            scores.into_iter().for_each(|score| bits.whole(score.into()));
        }
    }
    bits.number(random.unit());
    bits
}

/// A tournament, and what grows from it.
fn generations(noise: Noise, seed: u64) -> Bits {
    let (mut bits, mut random) = (Bits::default(), Random::new(seed));
    let mut tournament = Tournament::new(Strategy::ALL);
    for _ in 0..2 {
        tournament.repeat(Rules { turns: 100, noise }, &mut random);
    }
    tournament.ranked().into_iter().for_each(|place| bits.number(tournament.score(place)));
    let mut ecology = Ecology::new(&tournament, &[]);
    for _ in 0..100 {
        ecology.step();
        bits.number(ecology.mean());
    }
    ecology.shares().iter().for_each(|share| bits.number(*share));
    bits
}

fn neighbours(noise: (Slip, f64), seed: u64) -> Bits {
    let mut bits = Bits::default();
    let mut field = Field::new((1, 64), [1; KINDS.len()], noise, 10, seed);
    for _ in 0..20 {
        field.step();
    }
    field.cells().into_iter().for_each(|kind| bits.byte(kind));
    field.points().into_iter().for_each(|points| bits.whole(points.into()));
    bits
}

/// What follows from a base rate, under instruments of all kinds.
fn alarms(base: f64) -> Bits {
    let mut bits = Bits::default();
    let rates = (1..40).map(|place| f64::from(place) / 40.0);
    for detection in rates.clone() {
        for false_alarms in rates.clone() {
            let situation =
                Situation::new(base, detection, false_alarms).costing(90.0, 0.7, 0.3, 60.0);
            bits.number(situation.alarm());
            bits.perhaps(situation.posterior());
            bits.perhaps(situation.posterior_of_two());
            bits.perhaps(situation.posterior_of_silence());
            bits.perhaps(situation.break_even());
            Answer::ALL.into_iter().for_each(|answer| bits.perhaps(situation.cost(answer)));
            let Some(instrument) = Instrument::of(&situation) else { continue };
            bits.number(instrument.apart);
            instrument.rates(0.5).into_iter().for_each(|rate| bits.number(rate));
            if let Best::At(threshold) = instrument.best(&situation) {
                bits.number(threshold);
                bits.number(normal::density(threshold));
            }
        }
    }
    bits
}

fn seats(votes: &[u32], part: [u32; 2]) -> Bits {
    let mut bits = Bits::default();
    let count = Count::new(votes, quota(votes.iter().sum(), part));
    for power in count.map(Count::finish).unwrap_or_default() {
        bits.number(power.decisive);
        bits.number(power.banzhaf);
        bits.number(power.shapley);
    }
    bits
}
