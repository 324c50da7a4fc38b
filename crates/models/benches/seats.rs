//! How long it takes to count the power of 50, 100 and 193 states: by population, where votes differ most; with
//! nearly equal votes, where the table is fullest; and with one vote each.

#![allow(missing_docs, reason = "the macros of a benchmark write functions without any")]

use std::hint::black_box;
use std::path::Path;

use concord_compiler::{Compiled, compile, read_pack};
use concord_models::World;
use concord_models::seats::power::{Count, MOST_VOTES};
use concord_models::seats::weights::{quota, scaled};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

fn people() -> Vec<u64> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let Ok(files) = read_pack(&root) else { return Vec::new() };
    let Compiled { guide, community, .. } = compile(&files);
    let world = guide.map(|guide| World::of(&guide, &community)).unwrap_or_default();
    world.members.iter().map(|member| member.people).collect()
}

fn growth(criterion: &mut Criterion) {
    let people = people();
    let mut group = criterion.benchmark_group("seats");
    group.sample_size(20);
    for states in [50, 100, 193] {
        let counts = people.get(..states).unwrap_or_default();
        let alike: Vec<u64> = (0..states as u64).map(|state| 1_000 + state).collect();
        let games = [
            ("by_population", scaled(counts, MOST_VOTES)),
            ("nearly_equal", scaled(&alike, MOST_VOTES)),
            ("one_vote_each", vec![1; states]),
        ];
        for (name, votes) in games {
            let needed = quota(votes.iter().sum(), [1, 2]);
            group.bench_function(BenchmarkId::new(name, states), |bencher| {
                bencher.iter(|| Count::new(black_box(&votes), needed).map(Count::finish));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, growth);
criterion_main!(benches);
