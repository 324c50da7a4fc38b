//! All effects on the browser, one capability a file. Nothing here runs while prerendering.

mod navigation;
pub(crate) mod page;
mod reading;
mod scroll;
mod stage;
pub(crate) mod storage;
mod theme;

use crate::Site;

/// Starts all that goes on while the page is open.
pub(crate) fn start(site: Site) {
    let Some(stage) = stage::Stage::new(site) else { return };
    stage.mount();
    site.store.load();
    site.store.follow_other_tabs();
    theme::follow(site);
    navigation::start(stage);
    reading::follow(site);
    page::set_live();
}
