//! The guide's app. Its pages are text, written by plain functions for the prerenderer and for the
//! browser alike; what answers the reader stands in that text as a [`control`](controls).
//!
//! Folders are in an order, from [`ids`] and [`browser`] up to [`app`]: each uses those before it alone
//! (`xtask/tests/rooms`).

mod app;
mod argument;
#[cfg(feature = "ssr")]
mod argument_map;
mod browser;
mod community;
mod controls;
mod ids;
mod models;
mod pages;
mod quiz;
mod search;
mod site;
mod standing;
mod text;

pub use app::start;
#[cfg(feature = "ssr")]
pub use argument_map::{ARGDOWN, DrawingFile, JSON, drawing_files};
#[cfg(feature = "ssr")]
pub use community::{csv, file as community_file};
pub use ids::{APP_ELEMENT, STATUS_ELEMENT};
#[cfg(feature = "ssr")]
pub use pages::html;
pub use pages::{description, title};
pub use site::Site;
#[cfg(feature = "ssr")]
pub use text::fold;
