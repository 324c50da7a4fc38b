//! The community of states: its pages, which only the prerenderer writes, the file from which the map
//! is drawn, and the place of the drawing.
//!
//! Each layer is written as CSV, too. The file for the map, which is loaded when a map is first seen, has the marks of five
//! drawings, classes as letters, and the outlines as SVG that is put into the page as it is. Labels, counts and facts are
//! read from the text around the map, whose place is text as well: no control, a program of its own (`crates/atlas`). So the
//! browser needs the classes alone, and what the map says is what the page says.

#[cfg(feature = "ssr")]
mod cases;
#[cfg(feature = "ssr")]
mod compared;
#[cfg(feature = "ssr")]
mod csv;
#[cfg(feature = "ssr")]
mod drawing;
#[cfg(feature = "ssr")]
mod institutions;
#[cfg(feature = "ssr")]
mod legend;
#[cfg(feature = "ssr")]
mod like;
#[cfg(feature = "ssr")]
mod mentions;
#[cfg(feature = "ssr")]
mod network;
#[cfg(feature = "ssr")]
mod page;
mod place;
#[cfg(feature = "ssr")]
mod state;
#[cfg(feature = "ssr")]
mod table;

pub(crate) use self::place::place;
#[cfg(feature = "ssr")]
pub(crate) use self::{
    cases::{entries as case_entries, text as cases},
    compared::text as compared,
    institutions::text as institutions,
    page::{in_frame, text},
    state::text as state,
};
#[cfg(feature = "ssr")]
pub use self::{csv::table as csv, drawing::file};
