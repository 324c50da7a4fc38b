//! The guide's app. Its pages are text, written by plain functions for the prerenderer alone; what answers
//! the reader stands in that text as a [`control`](controls), written there and built anew in the browser. A reader who
//! goes on is shown the text of the next page, as the prerenderer wrote it, and the program stays.
//!
//! Folders are in an order, from [`ids`] and [`browser`] up to [`app`]: each uses those before it alone
//! (`xtask/tests/rooms`).

// What writes pages is the prerenderer's, and leaves the program by itself. Lints of the native build, which has
// both, find what nobody calls.
#![cfg_attr(not(feature = "ssr"), allow(dead_code, unused_imports))]

mod app;
mod argument;
#[cfg(feature = "ssr")]
mod argument_map;
mod browser;
mod community;
mod controls;
mod ids;
mod models;
#[cfg(feature = "ssr")]
mod pages;
mod quiz;
#[cfg(feature = "ssr")]
mod search;
mod site;
mod standing;
mod text;

pub use app::start;
#[cfg(feature = "ssr")]
pub use argument_map::{ARGDOWN, DrawingFile, JSON, drawing_files};
#[cfg(feature = "ssr")]
pub use community::{csv, file as community_file};
pub use ids::{APP_ELEMENT, START, STATUS_ELEMENT};
#[cfg(feature = "ssr")]
pub use pages::{description, html, title};
#[cfg(feature = "ssr")]
pub use search::search_file;
pub use site::Site;
#[cfg(feature = "ssr")]
pub use text::fold;
