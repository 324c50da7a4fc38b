//! Questions. One file for each type of item; scoring is the engine's.

mod choice;

pub(crate) use choice::choice;
