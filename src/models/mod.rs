//! Models to play with: the place of one, on its own page and in lessons.
//!
//! What a model shows is written by `concord-models`, for the prerenderer alone: without scripts readers see its question and
//! a still picture. In the browser the place is empty until a program of its own (`crates/play`) fills it, so the guide's
//! program knows nothing of models but their names.

mod place;
#[cfg(feature = "ssr")]
mod still;

pub(crate) use self::place::place;
