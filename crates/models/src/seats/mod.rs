//! Equal seats: who has how much power where votes are counted, for up to 196 players and 10,000 votes.
//!
//! Sources: L. S. Shapley and M. Shubik (American Political Science Review 48, 1954); J. F. Banzhaf (Rutgers Law
//! Review 19, 1965); L. S. Penrose (Journal of the Royal Statistical Society 109, 1946).

mod drawing;
mod play;
pub mod power;
mod voters;
mod voting;
pub mod weights;
pub mod wide;

pub use play::Seats;
