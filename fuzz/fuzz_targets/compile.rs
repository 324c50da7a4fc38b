//! Any bytes, as any file of a pack: diagnostics, never a panic.
#![no_main]

use concord_compiler::{SourceFile, compile, report};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((which, bytes)) = data.split_first() else { return };
    let paths = ["guide.toml", "sources.toml", "en/words.toml", "en/home.md", "en/lessons/later.md", "en/figures/a.svg"];
    let path = paths[usize::from(*which) % paths.len()];
    let mut files: Vec<SourceFile> = base();
    files.retain(|file| file.path != path);
    files.push(SourceFile { path: path.to_owned(), bytes: bytes.to_vec() });
    let compiled = compile(&files);
    let _ = report("content", &files, &compiled.diagnostics, false);
});

/// A small sound pack, so that the fuzzed file is read to its end.
fn base() -> Vec<SourceFile> {
    concord_compiler::generated_pack(1)
}
