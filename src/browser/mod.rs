//! All effects on the browser, one capability a file. Nothing here runs while prerendering.

mod clicks;
mod definitions;
mod filter;
mod navigation;
pub(crate) mod page;
mod paper;
mod popover;
mod reading;
mod scroll;
pub(crate) mod search;
mod share;
mod shortcuts;
mod stage;
pub(crate) mod storage;
mod theme;

use concord_model::Route;
use leptos::prelude::*;

use crate::Site;

/// Starts all that goes on while the page is open.
pub(crate) fn start(site: Site) {
    let Some(stage) = stage::Stage::new(site) else { return };
    stage.mount();
    definitions::follow(site);
    // A frame in another site shows one piece: it remembers nothing and leads nowhere by itself.
    if matches!(site.route.get_value(), Route::Embed(_)) {
        // Its controls last as long as the page does.
        std::mem::forget(stage);
    } else {
        site.store.load();
        site.store.follow_other_tabs();
        theme::follow(site);
        filter::follow(site);
        share::follow(site);
        shortcuts::follow(site);
        paper::follow(site);
        navigation::start(stage);
        reading::follow(site);
    }
    page::set_live();
}
