//! The argument as a graph: what the compiler makes of the statements of a guide, for drawings, for
//! other tools, and for reasoning with it.

use serde::{Deserialize, Serialize};

use crate::{Guide, Html, Id, OwnerMark, Piece, Plural, ReasonerWords, StatementKind};

/// All statements of a guide and what they do to one another. Statements are named by their places
/// in [`ArgumentMap::statements`], from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArgumentMap {
    /// In reading order.
    pub statements: Vec<MapStatement>,
    /// Steps from premises to a conclusion.
    pub inferences: Vec<MapInference>,
    /// What attacks a statement, and the statement that it attacks.
    pub attacks: Vec<(u32, u32)>,
    /// What attacks a step, and the place of that step in [`ArgumentMap::inferences`].
    pub undercuts: Vec<(u32, u32)>,
}

/// A statement in the graph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapStatement {
    /// Its name.
    pub id: Id,
    /// What it is in the argument.
    pub kind: StatementKind,
    /// Its sentence.
    pub title: Html,
    /// A few words for it.
    pub short: String,
    /// Its address in the guide.
    pub href: String,
    /// Its lesson, by its place in the reading order from 0; none on other pages.
    pub lesson: Option<u32>,
    /// The name of its owner.
    pub owner: String,
    /// The owner's mark.
    pub mark: OwnerMark,
    /// Whether it is the explained work's own, and accepted where a reader opens the map, if nothing
    /// supports it.
    pub of_work: bool,
}

/// A step: all premises together support the conclusion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapInference {
    /// What has to hold.
    pub premises: Vec<u32>,
    /// What then follows.
    pub conclusion: u32,
}

/// What a program that reasons over the argument reads: a file of its own beside the guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonerFile {
    /// The argument.
    pub map: ArgumentMap,
    /// Names that statements had once, and those that they have now.
    pub former: Vec<(Id, Id)>,
    /// The words that it answers in.
    pub words: ReasonerWords,
    /// The plural rule of the language.
    pub plural: Plural,
}

impl ReasonerFile {
    /// The file of a guide.
    #[must_use]
    pub fn of(guide: &Guide, mut map: ArgumentMap) -> Self {
        // Its sentences name statements by their few words.
        map.statements.iter_mut().for_each(|own| own.title = Html::default());
        let former = guide.former.iter().filter_map(|moved| match moved {
            (Piece::Statement(old), Piece::Statement(now)) => Some((old.clone(), now.clone())),
            _ => None,
        });
        Self {
            map,
            former: former.collect(),
            words: guide.reasoner_words.clone(),
            plural: guide.plural.clone(),
        }
    }
}
