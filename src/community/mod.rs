//! The community of states: its pages, which only the prerenderer writes, the file from which the map
//! is drawn, and the place of the drawing.

#[cfg(feature = "ssr")]
mod cases;
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
    institutions::text as institutions,
    page::text,
    state::text as state,
};
#[cfg(feature = "ssr")]
pub use self::{csv::table as csv, drawing::file};
