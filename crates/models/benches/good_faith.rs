//! How long a tournament and a generation of neighbours take. `good_faith_wasm.mjs` measures the same in wasm and beside a
//! plain loop in JavaScript.

#![allow(missing_docs, reason = "the macros of a benchmark write functions without any")]

use std::hint::black_box;

use concord_models::{
    good_faith::{Field, KINDS, Noise, Rules, Slip, Strategy, Tournament},
    random::Random,
};
use criterion::{Criterion, criterion_group, criterion_main};

fn good_faith(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("good_faith");
    group.sample_size(20);
    let crowd = Strategy::ALL.get(..20).unwrap_or_default();
    let rules = Rules { turns: 200, noise: Noise::new(Slip::Act, 0.05) };
    group.bench_function("tournament_of_20_by_200_turns_20_times", |bencher| {
        bencher.iter(|| {
            let (mut tournament, mut random) = (Tournament::new(crowd), Random::new(1));
            for _ in 0..20 {
                tournament.repeat(rules, &mut random);
            }
            black_box(tournament.score(0))
        });
    });
    let mut field = Field::new((4, 256), [1; KINDS.len()], (Slip::Act, 0.05), 10, 1);
    group.bench_function("generation_of_256_by_256_neighbours", |bencher| {
        bencher.iter(|| field.step());
    });
    group.finish();
}

criterion_group!(benches, good_faith);
criterion_main!(benches);
