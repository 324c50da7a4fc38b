//! Sources: works and instruments that can be cited.

use serde::{Deserialize, Serialize};

use crate::Id;

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
    /// Where it can be read, beginning with `https://` or `http://`.
    pub url: Option<String>,
    /// What it says or supports, in the guide's words.
    pub note: String,
    /// Whether the guide's makers saw the text itself.
    pub checked: Checked,
    /// Lessons that cite it, in reading order.
    pub used_in: Vec<Id>,
    /// Terms whose definition rests on it, in the order of the glossary.
    pub terms: Vec<Id>,
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
