//! All effects on the browser, one capability a file. Nothing here runs while prerendering.

mod navigation;
pub(crate) mod page;
mod reading;
mod scroll;
pub(crate) mod storage;
mod theme;

/// Starts all that goes on while the page is open, after it was hydrated.
pub(crate) fn start(site: crate::Site) {
    site.store.load();
    site.store.follow_other_tabs();
    theme::follow(site);
    navigation::start(site);
    reading::follow(site);
    page::set_live();
}
