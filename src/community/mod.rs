//! The community of states: its pages, which only the prerenderer writes, the file from which the map
//! is drawn, and the place of the drawing.

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
#[cfg(feature = "ssr")]
mod state;
#[cfg(feature = "ssr")]
mod table;

#[cfg(feature = "ssr")]
pub use self::{csv::table as csv, drawing::file};
#[cfg(feature = "ssr")]
pub(crate) use self::{institutions::text as institutions, page::text, state::text as state};
use concord_model::{Html, html};

use crate::{Site, argument::panel};

/// The place of the drawing, in the text of any page. A program draws it when what has its name
/// ([`Program::Atlas`](concord_model::Program)) is seen, and what it answers with stands around it.
pub(crate) fn place(site: Site) -> Html {
    html! {
        div.drawing role="img" tabindex="0" aria-label=(site.words().community()) {}
        (panel("notice"))
    }
}
