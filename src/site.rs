//! What every view knows: the guide, where the reader is, and what the browser remembers.

use concord_model::{Block, Guide, Html, Id, Route, Words};
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
}

impl Site {
    /// The app's state at its first page.
    #[must_use]
    pub fn new(guide: &'static Guide, route: Route) -> Self {
        Self { guide, route: StoredValue::new(route), store: Store::new() }
    }

    /// The words of the interface.
    #[must_use]
    pub fn words(self) -> &'static Words {
        &self.guide.words
    }

    /// The sentence of a statement and the page it stands on.
    #[must_use]
    pub fn statement(self, id: &Id) -> Option<(Route, &'static Html)> {
        let home = (Route::Home, &self.guide.welcome);
        let lessons = self
            .guide
            .lessons
            .iter()
            .map(|lesson| (Route::Lesson(lesson.id.clone()), &lesson.blocks));
        std::iter::once(home)
            .chain(lessons)
            .find_map(|(route, blocks)| Some((route, sentence(blocks, id)?)))
    }
}

fn sentence<'g>(blocks: &'g [Block], id: &Id) -> Option<&'g Html> {
    blocks.iter().find_map(|block| match block {
        Block::Statement(statement) if statement.id == *id => Some(&statement.title),
        Block::Statement(statement) => sentence(&statement.blocks, id),
        _ => None,
    })
}
