//! What a map of states answers: who is in which class when, how many, who is in two classes at once,
//! who votes like whom, and whose mark a finger means. The pages and the map in the browser ask the
//! same functions.

mod agreement;
mod column;
mod compared;
mod format;
mod pair;
mod said;
mod spot;

pub use agreement::{Agreement, agreement, furthest, nearest};
pub use column::{Cell, Column, columns};
pub use compared::Compared;
pub use format::{parse, whole, write};
pub use pair::{Apart, Cast, casts, least_like, most_apart, most_moved, moves};
pub use said::Said;
pub use spot::{Mark, beside, hit};
