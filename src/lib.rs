//! The guide's app. Its pages are text, written by plain functions for the prerenderer and for the
//! browser alike; what answers the reader stands in that text as a [`control`](controls).

mod app;
mod argument;
#[cfg(feature = "ssr")]
mod argument_fixture;
mod browser;
mod content;
mod controls;
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
pub use argument_fixture::map as argument_map;
pub use content::guide;
pub use pages::{APP_ELEMENT, STATUS_ELEMENT, description, html, title};
pub use site::Site;
