//! Questions in the formats of question banks, with their feedback. What a format cannot say is told
//! ([`LeftOut`]) and never dropped in silence.
//!
//! Each format is a file: [`gift`], [`moodle`], [`qti`]. They share one look at a question (`asked.rs`) and one
//! way to write the guide's HTML for others (`text.rs`).

mod asked;
mod gift;
mod left_out;
mod moodle;
mod qti;
mod text;

use concord_model::{Guide, Id};

pub use left_out::LeftOut;

pub(crate) use moodle::DECLARATION;
pub(crate) use text::plain;

use crate::Entry;
use asked::Asked;
use left_out::Notes;
use text::Texts;

/// A format of question banks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Moodle's GIFT, which others read, too.
    Gift,
    /// Moodle's own XML.
    Moodle,
    /// 1EdTech's QTI 2.1, as a package of items.
    Qti,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 3] = [Self::Gift, Self::Moodle, Self::Qti];

    /// Its name in commands.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Gift => "gift",
            Self::Moodle => "moodle-xml",
            Self::Qti => "qti",
        }
    }

    /// The format of that name.
    #[must_use]
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// A bank of questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bank {
    /// Its files: one text, or the files of a package.
    pub files: Vec<Entry>,
    /// How many questions are in it.
    pub questions: usize,
    /// What its format could not say, in the order in which it came up.
    pub left_out: Vec<LeftOut>,
}

/// The questions of a guide, or of one lesson, in a format. `site` is the address of the guide, ending with `/`,
/// to which links lead; without one they are left out and their text stays.
#[must_use]
pub fn bank(guide: &Guide, lesson: Option<&Id>, site: Option<&str>, format: Format) -> Bank {
    let mut notes = Notes::default();
    let asked: Vec<Asked> = guide
        .items()
        .filter(|(of, _)| lesson.is_none_or(|lesson| of.id == *lesson))
        .map(|(lesson, item)| Asked::of(guide, lesson, item))
        .collect();
    let mut texts = Texts::new(site, &mut notes);
    let files = match format {
        Format::Gift => gift::written(guide, &asked, &mut texts),
        Format::Moodle => moodle::written(guide, &asked, &mut texts),
        Format::Qti => qti::written(guide, &asked, &mut texts),
    };
    Bank { files, questions: asked.len(), left_out: notes.told() }
}
