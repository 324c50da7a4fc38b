//! The argument in the formats of other tools.

mod argdown;
mod interchange;

pub(crate) use argdown::argdown;
pub(crate) use interchange::interchange;
