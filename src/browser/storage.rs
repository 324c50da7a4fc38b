//! One versioned record in this browser's local storage. Where nothing can be kept, the record
//! lasts for the visit, and [`Kept`] says why.

use concord_engine::record::{Record, Stored, read};
use gloo::{
    events::EventListener,
    storage::{LocalStorage, Storage as _},
    utils::window,
};
use leptos::prelude::*;
use web_sys::Storage;

/// The key of the record. Guides on one origin would share it, so it carries the guide's path.
fn key() -> String {
    let base = gloo::utils::document().base_uri().ok().flatten().unwrap_or_default();
    let path = web_sys::Url::new(&base).map(|url| url.pathname()).unwrap_or_default();
    format!("concord:{path}")
}

/// Whether changes are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// They are, or nothing was asked of the browser yet.
    Safely,
    /// Nothing is kept in a frame, and nothing is said of it.
    Frame,
    /// The browser allows no storage here.
    Denied,
    /// There is a record of a newer version, which stays as it is.
    Newer,
    /// A damaged record was set aside; from here on changes are kept.
    SetAside,
    /// The browser has no room left.
    Full,
}

/// A handle to the record.
#[derive(Clone, Copy)]
pub struct Store {
    /// The record as it stands; the same for everyone until [`Store::load`], so that a
    /// page and its prerendered text cannot differ.
    pub(crate) record: RwSignal<Record>,
    /// Whether changes are kept.
    pub(crate) kept: RwSignal<Kept>,
}

impl Store {
    /// An empty record that is not yet connected to the browser.
    pub(crate) fn new() -> Self {
        Self { record: RwSignal::default(), kept: RwSignal::new(Kept::Safely) }
    }

    /// Keeps nothing from here on, as in a frame on another site.
    pub(crate) fn keep_nothing(self) {
        self.kept.set(Kept::Frame);
    }

    /// Takes what this browser remembers.
    pub(crate) fn load(self) {
        let Some(storage) = storage() else { return self.kept.set(Kept::Denied) };
        let key = key();
        let Some(text) = storage.get_item(&key).ok().flatten() else { return };
        match read(&text) {
            Stored::Record(record) => self.record.set(record),
            Stored::Newer => self.kept.set(Kept::Newer),
            Stored::Damaged => {
                let aside = storage.set_item(&format!("{key}:damaged"), &text);
                self.kept.set(if aside.is_ok() { Kept::SetAside } else { Kept::Full });
            }
        }
    }

    /// Changes the record and keeps it, as far as the browser allows. What another tab kept in the
    /// meantime is read first, so that the change is all that this one adds.
    pub(crate) fn update(self, change: impl FnOnce(&mut Record)) {
        let kept = self.kept.get_untracked();
        let storage = storage().filter(|_| matches!(kept, Kept::Safely | Kept::SetAside));
        let key = key();
        let latest = storage.as_ref().and_then(|storage| storage.get_item(&key).ok().flatten());
        let mut record = match latest.as_deref().map(read) {
            Some(Stored::Record(record)) => record,
            _ => self.record.get_untracked(),
        };
        change(&mut record);
        if let Some(storage) = storage
            && storage.set_item(&key, &record.to_text()).is_err()
        {
            self.kept.set(Kept::Full);
        }
        self.record.set(record);
    }

    /// Takes a record from elsewhere: into what is here, or in its place.
    pub(crate) fn bring_in(self, theirs: Record, merge: bool) {
        self.update(|record| {
            if merge {
                record.merge(theirs);
            } else {
                *record = theirs;
            }
        });
    }

    /// Forgets all, also what was set aside. What a newer version keeps stays its own.
    pub(crate) fn forget(self) {
        let may_write =
            matches!(self.kept.get_untracked(), Kept::Safely | Kept::SetAside | Kept::Full);
        if let Some(storage) = storage().filter(|_| may_write) {
            for key in [key(), format!("{}:damaged", key())] {
                let _ = storage.remove_item(&key);
            }
            self.kept.set(Kept::Safely);
        }
        self.record.set(Record::default());
    }

    /// Takes what other tabs keep, as soon as they do.
    pub(crate) fn follow_other_tabs(self) {
        EventListener::new(&window(), "storage", move |_| self.load()).forget();
    }
}

/// The browser's storage, if it gives us one. gloo's own accessor throws where it is denied, so
/// the question is asked first.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()?;
    Some(LocalStorage::raw())
}
