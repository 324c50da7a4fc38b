//! A guide as a whole: its owners, terms, sources and the work it explains.

use serde::{Deserialize, Serialize};

use crate::{Block, Html, Id, Lesson, Words};

/// Everything a reader can see, in reading order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// BCP 47 language tag of the text, such as `en`.
    pub language: String,
    /// Writing direction of that language.
    pub direction: Direction,
    /// Name of the guide.
    pub title: String,
    /// One line below the title.
    pub tagline: String,
    /// One or two sentences for search engines and link previews.
    pub description: String,
    /// The work whose arguments the guide explains.
    pub work: Work,
    /// What stands on the home page.
    pub welcome: Vec<Block>,
    /// Whose statements the guide reports, in the order of the legend.
    pub owners: Vec<Owner>,
    /// Lessons in reading order.
    pub lessons: Vec<Lesson>,
    /// The glossary, in the order of its files.
    pub terms: Vec<Term>,
    /// Sources that something in the guide cites or may cite, in the order of `sources.toml`.
    pub sources: Vec<Source>,
    /// The words of the interface.
    pub words: Words,
}

impl Guide {
    /// The lesson of that id and its place in the reading order, from 0.
    #[must_use]
    pub fn lesson(&self, id: &Id) -> Option<(usize, &Lesson)> {
        self.lessons.iter().enumerate().find(|(_, lesson)| lesson.id == *id)
    }

    /// The owner of that id and its place in the legend, from 0.
    #[must_use]
    pub fn owner(&self, id: &Id) -> Option<&Owner> {
        self.owners.iter().find(|owner| owner.id == *id)
    }

    /// The source of that id.
    #[must_use]
    pub fn source(&self, id: &Id) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }
}

/// Writing direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// The work a guide explains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// Its record among the sources.
    pub source: Id,
}

/// Somebody whose statements the guide reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// Name used in content.
    pub id: Id,
    /// Name shown to readers, as in "claimed by …".
    pub name: String,
    /// Shape and colour that stand for this owner everywhere.
    pub mark: Mark,
    /// Whether this is the guide's own voice, which may speak without citing a source.
    pub own_voice: bool,
}

/// The marks of owners: a shape and, in the stylesheet, a colour of its own.
///
/// The set is closed because each has to be told apart from all others without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mark {
    /// A filled circle.
    Disc,
    /// A filled square.
    Square,
    /// A filled triangle.
    Triangle,
    /// A filled diamond.
    Diamond,
    /// A circle that is open inside.
    Ring,
    /// A cross of two strokes.
    Cross,
}

impl Mark {
    /// All marks, in the order of the stylesheet.
    pub const ALL: [Self; 6] =
        [Self::Disc, Self::Square, Self::Triangle, Self::Diamond, Self::Ring, Self::Cross];

    /// The name used in `guide.toml` and in class names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Disc => "disc",
            Self::Square => "square",
            Self::Triangle => "triangle",
            Self::Diamond => "diamond",
            Self::Ring => "ring",
            Self::Cross => "cross",
        }
    }
}

/// An entry of the glossary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Its name in addresses and links.
    pub id: Id,
    /// The term itself, as plain text.
    pub title: String,
    /// Its definition.
    pub definition: Html,
    /// Sources of the definition.
    pub sources: Vec<Id>,
    /// Lessons that link to it, in reading order.
    pub used_in: Vec<Id>,
}

/// A work or instrument that can be cited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name in addresses and links.
    pub id: Id,
    /// What kind of work it is.
    pub kind: SourceKind,
    /// Title, with the article or paragraph meant.
    pub title: String,
    /// Body or author.
    pub by: String,
    /// A year, an ISO 8601 date, or words such as "date unknown".
    pub date: String,
    /// Document symbol, or volume and pages.
    pub symbol: Option<String>,
    /// What it says or supports, in the guide's words.
    pub note: String,
    /// Whether the guide's makers saw the text itself.
    pub checked: Checked,
    /// Lessons that cite it, in reading order.
    pub used_in: Vec<Id>,
}

/// Whether a record was compared with its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Checked {
    /// Compared with the text or with an official record.
    Verified,
    /// Written from general knowledge, shown as such.
    Unverified,
}

macro_rules! source_kinds {
    ($($kind:ident = $name:literal),+ $(,)?) => {
        /// What kind of work a source is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[allow(missing_docs, reason = "each kind is the everyday word for it")]
        pub enum SourceKind { $($kind),+ }

        impl SourceKind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The name used in `sources.toml` and in class names.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$kind => $name),+ }
            }
        }
    };
}

source_kinds! {
    Treaty = "treaty",
    Resolution = "resolution",
    Report = "report",
    Case = "case",
    Book = "book",
    Article = "article",
    Speech = "speech",
    Text = "text",
    Newspaper = "newspaper",
    Position = "position",
    Process = "process",
    Index = "index",
}
