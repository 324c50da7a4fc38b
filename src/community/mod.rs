//! The community of states: its pages, which only the prerenderer writes, the file from which the map
//! is drawn, and the control that draws it.

#[cfg(feature = "ssr")]
mod csv;
#[cfg(feature = "ssr")]
mod drawing;
#[cfg(feature = "ssr")]
mod institutions;
#[cfg(feature = "ssr")]
mod legend;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod state;
#[cfg(feature = "ssr")]
mod table;

use leptos::prelude::*;

#[cfg(feature = "ssr")]
pub use self::{csv::table as csv, drawing::file};
#[cfg(feature = "ssr")]
pub(crate) use self::{institutions::text as institutions, page::text, state::text as state};
use crate::{Site, browser::map};

/// The place of the drawing. It loads when it is seen, and what it answers with stands around it, in
/// the text of the page.
pub(crate) fn drawing(site: Site) -> AnyView {
    Effect::new(move || map::start(site));
    view! { <div class="drawing" role="img" tabindex="0" aria-label=site.atlas().community()></div> }.into_any()
}
