//! Good faith under noise: the iterated prisoner's dilemma.

mod play;

pub use play::GoodFaith;
