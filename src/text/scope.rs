//! Where a piece of text is written: on its own page, on the page that holds the whole guide, or
//! alone in another site's frame. The words are the same; levels, ids and links fit the place.
//!
//! A lesson stands on its own page, on the page of the whole guide and, in pieces, in frames on other sites. [`Scope`] sets
//! the levels of headings and says whether places can be linked and controls answer; `rewrite.rs` then moves ids and links
//! to their new place. Only the prerenderer writes pages, so they cost the program nothing; the
//! browser loads the last two like any document. In a frame the app builds the piece's controls and
//! starts nothing else: no storage, no navigation; `<base target="_blank">` opens links beside the host's page.

use concord_model::{Address, Html, Route, fill, html};
use maud::Render;

use super::links::href;
use crate::Site;

/// The place that text is written for.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'r> {
    pub(crate) site: Site,
    /// How much deeper (or, if negative, less deep) headings stand here than in the lesson.
    shift: i8,
    /// The text's own page, whose headings can be linked; none where it is shown elsewhere.
    page: Option<&'r Route>,
    /// Whether controls answer here.
    pub(crate) live: bool,
}

impl<'r> Scope<'r> {
    /// Whether the text stands on this page, its own.
    pub(crate) fn is_of(&self, page: &Route) -> bool {
        self.page == Some(page)
    }

    /// The page that the text belongs to.
    pub(crate) fn page(site: Site, page: &'r Route) -> Self {
        Self { site, shift: 0, page: Some(page), live: true }
    }

    /// The page that holds the whole guide, where lessons stand one level deeper.
    #[cfg(feature = "ssr")]
    pub(crate) fn whole(site: Site) -> Self {
        Self { site, shift: 1, page: None, live: false }
    }

    /// A frame in another site, where a heading of `level` becomes the title.
    #[cfg(feature = "ssr")]
    pub(crate) fn frame(site: Site, level: u8) -> Self {
        Self { site, shift: 1 - i8::try_from(level).unwrap_or(1), page: None, live: true }
    }

    /// Whether this is the text's own page.
    pub(crate) fn is_page(self) -> bool {
        self.page.is_some()
    }

    /// A heading that can be reached by its fragment, and takes the focus when it is.
    pub(crate) fn heading(self, level: u8, id: &str, title: &dyn Render) -> Html {
        Html::heading(level.saturating_add_signed(self.shift), id, title)
    }

    /// The heading that names a part. On the page that holds everything, names would not be unique, and
    /// headings alone do better.
    pub(crate) fn named_by(self, id: &str) -> Option<&str> {
        (self.page.is_some() || self.live).then_some(id)
    }

    /// The link to a place on this page, to copy or to follow; `title` says what stands there.
    pub(crate) fn to_here(self, id: &str, title: &str) -> Html {
        let Some(page) = self.page else { return Html::default() };
        let name = fill(self.site.words().link_to(), &[("title", title)]);
        let href = href(Address::new(page.clone(), id));
        html! { a.to-here href=(href) aria-label=(name) { "#" } }
    }
}
