//! Compiles a content pack, Markdown and TOML, into a [`Guide`].
//!
//! [`compile`] is a pure function: it reads no file, never stops at the first fault and never
//! panics, whatever the bytes. Each fault becomes a [`Diagnostic`] with its place, its cause and a
//! hint. The way of a paragraph: [`outline`] cuts a file into sections, [`symbols`] notes every
//! name in the pack, [`lower`] turns sections into the guide's types, and [`html`] writes prose.
//!
//! What the parser leaves in the text without a word, though it looks like mark-up, is looked at once more ([`near`]);
//! `tests/hints.rs` replaces what a message points at by what its hint shows, until nothing is left to tell. A TOML file that
//! cannot be parsed ends the run after syntax and structure, because every reference would seem to lead nowhere.
//!
//! What content called otherwise once keeps its way ([`former`]): the prerenderer writes a small page at each former address
//! and a place with the former name beside that of today; the record, stances and quizzes by link put names of today in their
//! place when they are read. Where a place moved to another page, the program leads there.

mod attributes;
mod community;
mod diagnostic;
mod drawing;
mod events;
mod figure;
mod foreign;
mod former;
mod generated;
mod html;
mod ids;
mod image;
mod kind;
mod lines;
mod links;
mod lower;
mod markdown;
mod near;
mod outline;
mod pack;
mod plural;
mod pseudo;
mod record;
mod report;
mod same;
mod settings;
mod sheet;
mod source_file;
mod sources;
mod suggest;
mod symbols;
mod table;
mod words;

use concord_model::{Community, Guide};

pub use diagnostic::{Diagnostic, Severity};
pub use generated::{generated_argument, generated_bank, generated_pack};
pub use pack::read_pack;
pub use pseudo::pseudo;
pub use report::report;
pub use source_file::{MAX_BYTES, SourceFile};

use diagnostic::Faults;

/// What a compilation gives: a guide if the pack has no error, and everything to tell its author.
#[derive(Debug)]
pub struct Compiled {
    /// The guide; `None` if any diagnostic is an error.
    pub guide: Option<Guide>,
    /// What is known of its states; empty where the pack says nothing of them.
    pub community: Community,
    /// Errors and warnings, ordered by file and place.
    pub diagnostics: Vec<Diagnostic>,
}

/// Compiles a pack. The order of `files` does not matter.
#[must_use]
pub fn compile(files: &[SourceFile]) -> Compiled {
    let mut faults = Faults::default();
    let texts = source_file::texts(files, &mut faults);
    let lowered = lower::guide(&texts, &mut faults);
    let diagnostics = faults.into_sorted();
    let sound = diagnostics.iter().all(|fault| fault.severity != Severity::Error);
    let (guide, community) = lowered.filter(|_| sound).unzip();
    Compiled { guide, community: community.unwrap_or_default(), diagnostics }
}
