//! Models to play with: good faith under noise, attack or accident, equal seats, the life of data.
//!
//! Each folder holds one: its engine, which knows numbers alone, and in `play.rs` what readers are shown of it. All of it
//! is pure and seeded: the same settings and the same seed give the same numbers to the bit, natively and as wasm, so that
//! a link restores what it was copied from. What follows from that: chance comes from [`random`] alone, roots and
//! exponentials from `libm`, and nothing here panics, whatever the settings.
//!
//! A model presents itself by [`Model`]: its [parameters](Parameter), its [presets](Preset), and a [`Run`], which goes on in
//! steps and is [shown](Shown) as a sentence, a table and a drawing of the same numbers.

pub mod alarms;
mod all;
pub mod data;
mod file;
pub mod good_faith;
mod link;
mod model;
mod page;
pub mod random;
pub mod seats;
mod shown;
mod svg;
mod world;

pub use all::model;
pub use file::ModelsFile;
pub use link::{Link, check, parse, written};
pub use model::{Choice, Kind, Label, Model, Parameter, Preset, Run, Settings, Value};
pub use page::{Play, drawn, kinds, table};
pub use shown::{Drawing, Lattice, Shown, Table};
pub use world::{Member, Rule, World};
