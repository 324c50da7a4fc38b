//! The types of a guide, as the compiler makes them and the views show them.
//!
//! A [`Guide`] is plain data without source positions: everything that can be wrong with it was
//! reported by the compiler, in front of its author. Prose is HTML already, so that no Markdown
//! parser ships to the reader.

#[macro_use]
pub mod talk;

mod address;
mod argument;
mod atlas;
mod attached;
mod blob;
mod case;
mod class;
mod community;
mod contents;
mod critique;
mod fingerprint;
mod guide;
mod html;
mod id;
mod item;
mod lesson;
mod life;
mod linked;
mod mapping;
mod model_name;
mod percent;
mod piece;
mod plan;
mod play;
mod plural;
pub mod program;
mod rebuild;
mod results;
mod route;
mod scheme;
mod source;
mod statement_kind;
mod vote;
mod words;
mod written;

pub use address::Address;
pub use argument::{ArgumentMap, MapInference, MapStatement, ReasonerFile};
pub use atlas::AtlasFile;
pub use attached::{AttachedError, SECTION, open, seal};
pub use blob::{BlobError, decode, encode};
pub use case::Case;
pub use class::{Class, Further, class_in, look};
pub use community::{
    Community, Entry, Finding, Institution, InstitutionLink, Layer, OtherName, Outlines, Spot,
    State, StateFact,
};
pub use critique::{meant, schemes};
pub use fingerprint::fingerprint;
pub use guide::{About, Direction, Guide, Owner, OwnerMark, Term, WhatIf, Work};
pub use html::{Html, unescaped};
pub use id::{Id, IdError, is_own_id};
pub use item::{
    Answer, Interaction, Item, ItemPart, Place, Places, Point, Pointed, Step, Thing, Written,
};
pub use lesson::{Block, Heading, Lesson, PlacedAtlas, PlacedModel, Statement};
pub use life::{LifeEffect, LifeParty, LifePlace, LifeRule, LifeStep, LifeSwitch};
pub use linked::{link_bits, link_number};
pub use model_name::ModelName;
pub use percent::{percent_decoded, percent_encoded};
pub use piece::Piece;
pub use plan::{Plan, PlanStep};
pub use play::ModelPage;
pub use plural::{Category, Forms, Plural};
pub use program::{Program, ProgramFiles};
pub use rebuild::{Puzzle, RebuildFile, RebuildStatement, way};
pub use results::ResultsFile;
pub use route::{Form, Route, root_of};
pub use scheme::{Asks, Critique, Questioned, Scheme};
pub use source::{Checked, Source, SourceKind};
pub use statement_kind::StatementKind;
pub use vote::Vote;
pub use words::{
    AlarmsWords, AtlasWords, DataWords, Declared, GoodFaithWords, ModelWords, PackageWords,
    PlayWords, ReadWords, ReasonerWords, RebuildWords, ResultsWords, SchemeWords, SeatsWords,
    TeachWords, TwiceWords, Word, Words, fill, listed,
};
pub use written::{compared, is_accent};
