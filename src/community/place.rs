//! The place of the map of states, in the text of any page.

use concord_model::{Html, html, talk::Panel};

use crate::{Site, text::panel};

/// The place of the drawing. A program draws it when what has its name
/// ([`Program::Atlas`](concord_model::Program)) is seen, and what it answers with stands around it.
pub(crate) fn place(site: Site) -> Html {
    html! {
        div.drawing role="img" tabindex="0" aria-label=(site.words().community()) {}
        (panel(Panel::Notice))
    }
}
