//! How compiling a pack, and what it becomes, grow with its number of lessons.

#![allow(missing_docs, clippy::expect_used, reason = "a benchmark stops where it cannot go on")]

use std::{hint::black_box, io::Write, time::Instant};

use concord_compiler::{compile, generated_pack};
use concord_model::{Guide, decode, encode};
use criterion::{BenchmarkId, Criterion, Throughput};

const SIZES: [usize; 4] = [100, 200, 500, 1000];

fn main() {
    let mut criterion = Criterion::default().configure_from_args().sample_size(10);
    let mut group = criterion.benchmark_group("compile");
    for lessons in SIZES {
        let files = generated_pack(lessons);
        group.throughput(Throughput::Elements(lessons as u64));
        group.bench_with_input(BenchmarkId::from_parameter(lessons), &files, |bencher, files| {
            bencher.iter(|| compile(black_box(files)));
        });
    }
    group.finish();
    criterion.final_summary();
    print_ratios();
}

/// A line a size: the fastest of five runs, the blob, and both a lesson, side by side.
fn print_ratios() {
    println!("\nlessons  compile ms  decode ms  blob kB  brotli kB  ms/lesson  to first");
    let mut first = None;
    for lessons in SIZES {
        let files = generated_pack(lessons);
        let guide = compile(&files).guide.expect("the generated pack is sound");
        let blob = encode(&guide).expect("a guide can be written");
        let compiling = fastest(|| drop(compile(black_box(&files))));
        let decoding = fastest(|| drop(decode::<Guide>(black_box(&blob))));
        let each = compiling / lessons as f64;
        let ratio = each / *first.get_or_insert(each);
        let (size, small) = (blob.len() as f64 / 1000.0, brotli_size(&blob) as f64 / 1000.0);
        println!(
            "{lessons:7}  {compiling:10.1}  {decoding:9.2}  {size:7.0}  {small:9.0}  {each:9.3}  {ratio:8.2}"
        );
    }
}

/// Milliseconds of the fastest of five runs.
fn fastest(mut run: impl FnMut()) -> f64 {
    let mut time = || {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64() * 1000.0
    };
    (0..5).map(|_| time()).fold(f64::INFINITY, f64::min)
}

fn brotli_size(bytes: &[u8]) -> usize {
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 1 << 16, 9, 22);
    writer.write_all(bytes).expect("writing into memory");
    drop(writer);
    compressed.len()
}
