//! The events by which elements of a page tell that something is new.

/// A place of a program was seen, or its attributes were changed.
pub const SHOWN: &str = "concord-shown";
/// Nothing will answer in the place of a program.
pub const GONE: &str = "concord-off";
/// What holds the argument has another stance of the reader.
pub const STANCE: &str = "concord-stance";
