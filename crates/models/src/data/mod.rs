//! The life of data: a message goes through its steps and through states, and readers switch on what each may do. The
//! rules are the pack's (`community/life-of-data.csv`), with the source of each.

mod drawing;
pub mod life;
mod living;
mod play;

pub use play::Data;
