//! The guide's app. Its pages are text, written by plain functions for the prerenderer and for the
//! browser alike; what answers the reader stands in that text as a [`control`](controls).

mod app;
mod argument;
mod browser;
mod community;
mod controls;
#[cfg(feature = "ssr")]
mod fold;
#[cfg(feature = "ssr")]
mod map;
mod pages;
mod quiz;
#[cfg(feature = "ssr")]
mod rewrite;
mod scope;
mod search;
mod site;
mod standing;
mod text;

pub use app::start;
#[cfg(feature = "ssr")]
pub use community::{csv, file as community_file};
#[cfg(feature = "ssr")]
pub use fold::fold;
#[cfg(feature = "ssr")]
pub use map::{ARGDOWN, DrawingFile, JSON, drawing_files};
pub use pages::{APP_ELEMENT, STATUS_ELEMENT, description, html, title};
pub use site::Site;
