//! Attack or accident? An alarm sounds: how likely is an attack, and what does each answer cost?
//!
//! Sources: Bayes' rule; signal detection with two normal distributions of equal width, as in D. M. Green and J. A. Swets,
//! “Signal Detection Theory and Psychophysics” (1966).

mod alarming;
pub mod count;
pub mod decision;
mod drawing;
pub mod normal;
mod play;
pub mod threshold;

pub use play::Alarms;
