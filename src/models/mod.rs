//! Models to play with: the list of them, the page of each, and the place of one in a text.
//!
//! What a model shows is written by `concord-models`, for the prerenderer alone: without scripts readers see its question and
//! a still picture. In the browser the place is empty until a program of its own (`crates/play`) fills it, so the guide's
//! program knows nothing of models but their names.

#[cfg(feature = "ssr")]
mod page;
mod place;
#[cfg(feature = "ssr")]
mod still;

#[cfg(feature = "ssr")]
pub(crate) use self::page::{list, text};
pub(crate) use self::place::place;
