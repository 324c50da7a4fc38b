//! Good faith under noise: the iterated prisoner's dilemma.
//!
//! Two players meet for many turns. In each, both cooperate or defect at once, for [5, 3, 1 or 0 points](points). Some acts go
//! wrong or are misread ([`Noise`]): then good faith looks like bad faith. [`Contest`] is one match, [`Tournament`] a round
//! robin, [`Ecology`] what grows over generations, [`Field`] what spreads among neighbours.

mod act;
mod contest;
mod crowd;
mod ecology;
mod lattice;
mod named;
mod pair;
mod planes;
mod play;
mod strategy;
mod tournament;

pub use act::{Act, points};
pub use contest::{Contest, Noise, Slip, Turn};
pub use ecology::Ecology;
pub use lattice::{Field, KINDS, MOST_TURNS};
pub use play::GoodFaith;
pub use strategy::{Manner, Strategy, generosity};
pub use tournament::{Rules, Tournament};
