//! What inputs meet: a small pack, a small argument, and the guide itself.

use std::{path::Path, sync::OnceLock};

use concord_compiler::{SourceFile, compile, read_pack, report};
use concord_engine::{
    community::{Column, columns},
    results::Bank,
    search::{Index, Searcher, documents},
};
use concord_model::{ArgumentMap, Guide, ReasonerFile, Vote, encode};
use concord_models::World;
use concord_reasoner::Stances;

/// The pack of the compiler's tests.
pub(crate) const PACK: &str = include_str!("../../crates/compiler/tests/base.pack");

const WORDS: &str = include_str!("../../content/en/words.toml");

/// The files that stand in a text, each after a line `-- path --`, as in the tests of the compiler; what stands before the
/// first such line, and below what its report should be, belongs to none.
pub(crate) fn split(text: &str) -> Vec<SourceFile> {
    let mut files: Vec<SourceFile> = Vec::new();
    for line in text.split_inclusive('\n') {
        let path = line.trim_end().strip_prefix("-- ").and_then(|line| line.strip_suffix(" --"));
        match (path, files.last_mut()) {
            (Some("expected"), _) => break,
            (Some(path), _) => files.push(SourceFile { path: path.to_owned(), bytes: Vec::new() }),
            (None, Some(file)) => file.bytes.extend(line.bytes()),
            (None, None) => {}
        }
    }
    files
}

/// The small pack, with some files in the place of its own.
pub(crate) fn with(changes: Vec<SourceFile>) -> Vec<SourceFile> {
    let mut files = split(PACK);
    files.push(SourceFile { path: "en/words.toml".to_owned(), bytes: WORDS.as_bytes().to_vec() });
    for change in changes {
        files.retain(|file| file.path != change.path);
        files.push(change);
    }
    files
}

/// The guide of the project, whose names stand in the corpus, and what its pages have of it.
pub(crate) struct Known {
    pub(crate) guide: Guide,
    pub(crate) world: World,
    pub(crate) columns: Vec<Column>,
    pub(crate) votes: Vec<Vote>,
    pub(crate) search: Searcher,
    pub(crate) bank: Bank,
}

pub(crate) fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
        let compiled = compile(&read_pack(&pack).unwrap());
        let (guide, community) = (compiled.guide.unwrap(), compiled.community);
        let documents = documents(&guide);
        let index = Index::build(&documents, str::to_lowercase);
        Known {
            world: World::of(&guide, &community),
            columns: columns(&community),
            votes: Vote::all(&community, &guide.words),
            search: Searcher { documents, index },
            bank: Bank::new(guide.items().map(|(_, item)| item.clone()).collect()),
            guide,
        }
    })
}

/// A small argument, as the worker has it.
pub(crate) fn argument() -> &'static [u8] {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    FILE.get_or_init(|| {
        let files = with(split(include_str!("argument.pack")));
        let compiled = compile(&files);
        let told = report("content", &files, &compiled.diagnostics, false);
        let guide = compiled.guide.unwrap_or_else(|| panic!("{told}"));
        encode(&ReasonerFile::of(&guide, ArgumentMap::of(&guide))).unwrap()
    })
}

/// The same, to read stances on it.
pub(crate) fn stances() -> &'static Stances {
    static STANCES: OnceLock<Stances> = OnceLock::new();
    STANCES.get_or_init(|| Stances::decode(argument()).unwrap())
}
