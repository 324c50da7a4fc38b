//! Pure logic of a guide. It knows neither Leptos nor the browser, so all of it is tested natively.

pub mod argdown;
pub mod argument;
pub mod community;
pub mod filling;
mod fsrs;
pub mod layout;
pub mod ordered;
pub mod own;
pub mod reading;
pub mod rebuild;
pub mod record;
pub mod results;
pub mod review;
pub mod scoring;
pub mod search;
pub mod selection;
pub mod standing;
mod theme;
pub mod two_records;
