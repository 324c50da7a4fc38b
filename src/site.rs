//! What every view knows: the guide, where the reader is, and what the browser remembers.

#[cfg(feature = "ssr")]
use concord_model::{AtlasWords, Community};
use concord_model::{Guide, OwnerMark, Route, Words};
use leptos::prelude::*;

use crate::browser::storage::Store;

/// The state of the app. Everyone gets it by value; all of it is a handle.
#[derive(Clone, Copy)]
pub struct Site {
    /// The guide, which never changes.
    pub guide: &'static Guide,
    /// The page that is shown.
    pub route: StoredValue<Route>,
    /// What this browser remembers of the reader.
    pub store: Store,
    /// Owners whose statements are hidden, by their marks; for this visit only, so that nobody
    /// comes back to a lesson with holes.
    pub(crate) hidden: RwSignal<Vec<OwnerMark>>,
    /// What is known of the states, which only the prerenderer writes.
    #[cfg(feature = "ssr")]
    pub community: &'static Community,
    /// The address of the guide, where that is known; only the prerenderer writes it.
    #[cfg(feature = "ssr")]
    pub address: StoredValue<Option<String>>,
}

impl Site {
    /// The app's state at its first page.
    #[must_use]
    pub fn new(guide: &'static Guide, route: Route) -> Self {
        Self {
            guide,
            route: StoredValue::new(route),
            store: Store::new(guide),
            hidden: RwSignal::default(),
            #[cfg(feature = "ssr")]
            address: StoredValue::default(),
            #[cfg(feature = "ssr")]
            community: {
                static NONE: std::sync::OnceLock<Community> = std::sync::OnceLock::new();
                NONE.get_or_init(Community::default)
            },
        }
    }

    /// The same with what is known of the states.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn with_community(self, community: &'static Community) -> Self {
        Self { community, ..self }
    }

    /// The words of the pages about states, which only the prerenderer writes.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn atlas(self) -> &'static AtlasWords {
        &self.guide.atlas
    }

    /// The words of the interface.
    #[must_use]
    pub fn words(self) -> &'static Words {
        &self.guide.words
    }
}
