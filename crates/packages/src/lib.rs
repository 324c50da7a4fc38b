//! What systems for learning take from a guide: questions in the formats of their banks. Bytes in, bytes out: no
//! files, no clock.

mod archive;
pub mod questions;

pub use archive::{Entry, zipped};
