//! What the program reads in which an argument is rebuilt: its statements with the places that they have in it, and which of
//! them each question asks to put there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Guide, Id, Interaction, Plural, RebuildWords, Statement, StatementKind};

/// The file of that program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RebuildFile {
    /// All statements, in reading order.
    pub statements: Vec<RebuildStatement>,
    /// What each question asks to rebuild.
    pub puzzles: Vec<Puzzle>,
    /// The names of the parts, in the order of [`StatementKind::ALL`].
    pub parts: Vec<String>,
    /// The words that it answers in.
    pub words: RebuildWords,
    /// The plural rule of the language.
    pub plural: Plural,
}

/// What a question asks to rebuild.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Puzzle {
    /// The question's name.
    pub name: String,
    /// Its statements, by their places in [`RebuildFile::statements`].
    pub pieces: Vec<u32>,
    /// The place of each, as the question counts places.
    pub places: Vec<u32>,
}

/// A statement and its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RebuildStatement {
    /// A few words for it.
    pub short: String,
    /// Its part.
    pub kind: StatementKind,
    /// What it speaks to, by its place among all.
    pub target: Option<u32>,
    /// The number of its way among those to its target, from 0; of an undercut, of the way that it denies.
    pub way: Option<u32>,
}

impl RebuildFile {
    /// The file of a guide; nothing if no question asks for it.
    #[must_use]
    pub fn of(guide: &Guide) -> Option<Self> {
        let all: Vec<&Statement> = guide.statements().map(|(_, own)| own).collect();
        let places: BTreeMap<&Id, u32> = (0..).zip(&all).map(|(at, own)| (&own.id, at)).collect();
        let puzzles: Vec<Puzzle> = guide
            .items()
            .filter_map(|(_, item)| match &item.interaction {
                Interaction::Rebuild { pieces, all } => Some(Puzzle {
                    name: item.id.to_string(),
                    pieces: pieces.iter().filter_map(|id| places.get(id).copied()).collect(),
                    places: all.things.iter().map(|thing| thing.place).collect(),
                }),
                _ => None,
            })
            .collect();
        if puzzles.is_empty() {
            return None;
        }
        let statement = |own: &&Statement| RebuildStatement {
            short: own.label(),
            kind: own.kind,
            target: own.target.as_ref().and_then(|target| places.get(target).copied()),
            way: way(&all, own),
        };
        Some(Self {
            statements: all.iter().map(statement).collect(),
            puzzles,
            parts: StatementKind::ALL.map(|kind| guide.words.part(kind).to_owned()).to_vec(),
            words: guide.rebuild.clone(),
            plural: guide.plural.clone(),
        })
    }
}

/// The number, in reading order, of the way to its target that a statement is part of, or whose step it denies; nothing
/// where that is no way of statements which speak to the target themselves.
#[must_use]
pub fn way(all: &[&Statement], own: &Statement) -> Option<u32> {
    let mut ways: Vec<Option<&Id>> = Vec::new();
    for other in all.iter().filter(|other| other.kind.is_support() && other.target == own.target) {
        if !ways.contains(&other.way.as_ref()) {
            ways.push(other.way.as_ref());
        }
    }
    let mut place = ways.iter().position(|way| *way == own.way.as_ref());
    // As `ArgumentMap` has it: whoever names no way denies the only step.
    let target = all.iter().find(|other| Some(&other.id) == own.target.as_ref());
    if own.way.is_none() && ways.len() == 1 && target.is_some_and(|own| own.from.is_empty()) {
        place = Some(0);
    }
    place.and_then(|place| u32::try_from(place).ok())
}
