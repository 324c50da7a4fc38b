//! One versioned record in this browser's local storage. Where nothing can be kept, the record
//! lasts for the visit, and [`Kept`] says why.
//!
//! Browsers tell one tab late what another keeps, so each puts back what it changed in its last seconds and another has
//! overwritten without having seen it. A damaged record is set aside, a newer one left alone, a denied or full storage said in the footer. The key
//! holds the guide's `id` and the site's root, so that guides on one origin do not share it and languages of one guide do: a
//! French pack in `fr/` has the same id and says `root = "../"`. What was kept under the path of the pages, as in earlier
//! versions, is moved there once. The theme stands under a key of its own besides, as the script that reads it before the
//! first paint must not read a whole record.

use concord_engine::{
    record::{AnswerRecord, Record, Stored, read},
    two_records::changed_again,
};
use concord_model::{Guide, Id};
use gloo::{
    events::EventListener,
    storage::{LocalStorage, Storage as _},
    utils::window,
};
use js_sys::Date;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

/// The key under which the record was kept before guides had names, by the path of the pages.
fn earlier_key() -> String {
    format!("concord:{}", path("./"))
}

/// The path that a way from the guide's pages leads to.
fn path(way: &str) -> String {
    let base = gloo::utils::document().base_uri().ok().flatten().unwrap_or_default();
    web_sys::Url::new_with_base(way, &base).map(|url| url.pathname()).unwrap_or_default()
}

/// What the key of a damaged record ends with.
const DAMAGED: &str = ":damaged";

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
    /// What the record is about.
    guide: &'static Guide,
    /// The record as it stands; the same for everyone until [`Store::load`], so that a
    /// page and its prerendered text cannot differ.
    pub(crate) record: RwSignal<Record>,
    /// Whether changes are kept.
    pub(crate) kept: RwSignal<Kept>,
    /// The day that it is; none while prerendering.
    pub(crate) today: RwSignal<u32>,
    /// The changes of the last seconds: when, and the record before and after.
    latest: StoredValue<Vec<(f64, String, String)>>,
}

/// How long a change may be lost to another tab that has not seen it: far longer than browsers take to
/// tell one tab what another keeps.
const UNSURE_MILLISECONDS: f64 = 5_000.0;

impl Store {
    /// An empty record that is not yet connected to the browser.
    pub(crate) fn new(guide: &'static Guide) -> Self {
        Self {
            guide,
            record: RwSignal::default(),
            kept: RwSignal::new(Kept::Safely),
            today: RwSignal::default(),
            latest: StoredValue::default(),
        }
    }

    /// Keeps nothing from here on, as in a frame on another site.
    pub(crate) fn keep_nothing(self) {
        self.kept.set(Kept::Frame);
    }

    /// The key of the record. Guides on one origin would share it, so it has the guide's name and the
    /// path of the site, which is the same for all languages of the guide.
    fn key(self) -> String {
        format!("concord:{}:{}", self.guide.id, path(&self.guide.root))
    }

    /// Takes what this browser remembers. What could not be kept is only here, and stays.
    pub(crate) fn load(self) {
        let Some(storage) = storage() else { return self.kept.set(Kept::Denied) };
        self.take_over(&storage, "");
        self.take_over(&storage, DAMAGED);
        let record = self.stored(&storage);
        if let Some(record) = &record {
            self.keep_theme(&storage, record);
        }
        if self.kept.get_untracked() != Kept::Full
            && let Some(record) = record
        {
            self.record.set(record);
        }
    }

    /// Puts what stands under the earlier key under the key of today. A program of before, in a tab
    /// that is still open, may add to it again; then both are one.
    fn take_over(self, storage: &Storage, end: &str) -> Option<()> {
        let (old, new) = (earlier_key() + end, self.key() + end);
        let earlier = storage.get_item(&old).ok()??;
        let text = match storage.get_item(&new).ok()? {
            None => earlier.clone(),
            Some(own) if end == DAMAGED => own + &earlier,
            Some(own) => match (read(&own), read(&earlier)) {
                (Stored::Record(mut own), Stored::Record(theirs)) => {
                    own.merge(theirs);
                    own.to_text()
                }
                // One of them is not ours to change.
                _ => return None,
            },
        };
        if storage.set_item(&new, &text).is_err() {
            // There may be room for one of them, but not for both.
            storage.remove_item(&old).ok()?;
            if storage.set_item(&new, &text).is_err() {
                let _ = storage.set_item(&old, &earlier);
            }
            return None;
        }
        storage.remove_item(&old).ok()
    }

    /// Keeps the theme apart, too, where a small script reads it before the first paint.
    fn keep_theme(self, storage: &Storage, record: &Record) {
        let (key, theme) = (self.key() + ":theme", record.theme.name());
        if storage.get_item(&key).ok().flatten().as_deref() != Some(theme) {
            let _ = storage.set_item(&key, theme);
        }
    }

    /// The record that is stored now, what this page knows if nothing is; none if there is something that
    /// cannot be used. It says what that is, and sets aside what is damaged.
    fn stored(self, storage: &Storage) -> Option<Record> {
        let get = |key: String| storage.get_item(&key).ok().flatten();
        // Where there is no room to move it, what was kept earlier still counts.
        let text = get(self.key()).or_else(|| get(earlier_key()));
        match text.as_deref().map(read) {
            Some(Stored::Newer) => {
                self.kept.set(Kept::Newer);
                None
            }
            Some(Stored::Damaged) => {
                let aside = set_aside(storage, self.key() + DAMAGED, &text.unwrap_or_default());
                self.kept.set(if aside { Kept::SetAside } else { Kept::Full });
                None
            }
            found => {
                // Another tab may have brought in a record of this version.
                if self.kept.get_untracked() == Kept::Newer {
                    self.kept.set(Kept::Safely);
                }
                match found {
                    Some(Stored::Record(mut record)) => {
                        record.follow(&self.guide.former);
                        Some(record)
                    }
                    // Whoever forgets all leaves an empty record. Where there is none, somebody else has emptied the
                    // storage, and what this page knows is put back.
                    _ => Some(self.record.get_untracked()),
                }
            }
        }
    }

    /// Changes the record and keeps it, as far as the browser allows. What another tab kept in the
    /// meantime is read first, so that the change is all that this one adds; and if another tab has
    /// forgotten all, nothing of it comes back.
    pub(crate) fn update(self, change: impl FnOnce(&mut Record)) {
        let mut change = Some(change);
        // One function for all changes, as there are many.
        self.keep(&mut |record| {
            if let Some(change) = change.take() {
                change(record);
            }
        });
    }

    fn keep(self, change: &mut dyn FnMut(&mut Record)) {
        let before = self.kept.get_untracked();
        let storage = storage().filter(|_| !matches!(before, Kept::Denied | Kept::Frame));
        let mut record = self.record.get_untracked();
        if let Some(latest) = storage.as_ref().and_then(|storage| self.stored(storage)) {
            match before {
                // What could not be kept is only here.
                Kept::Full | Kept::Newer => record.merge(latest),
                _ => record = latest,
            }
        }
        let earlier = record.to_text();
        change(&mut record);
        let may_write = self.kept.get_untracked() != Kept::Newer;
        if let Some(storage) = storage.filter(|_| may_write) {
            self.keep_theme(&storage, &record);
            let text = record.to_text();
            match storage.set_item(&self.key(), &text) {
                Err(_) => self.kept.set(Kept::Full),
                Ok(()) if before == Kept::Full => self.kept.set(Kept::Safely),
                Ok(()) => {}
            }
            let now = Date::now();
            self.latest.update_value(|latest| {
                latest.retain(|(at, ..)| now - at < UNSURE_MILLISECONDS);
                latest.push((now, earlier, text));
            });
        }
        self.record.set(record);
    }

    /// Keeps an answer.
    pub(crate) fn answer(self, answer: impl FnOnce(&Record) -> (Id, AnswerRecord, u32)) {
        self.update(|record| {
            let (id, answer, second) = answer(record);
            record.set_answer(&id, answer, second);
        });
    }

    /// Takes a record from elsewhere: into what is here, or in its place.
    pub(crate) fn bring_in(self, mut theirs: Record, merge: bool) {
        theirs.follow(&self.guide.former);
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
            for end in [DAMAGED, ":theme"] {
                let _ = storage.remove_item(&(self.key() + end));
            }
            let _ = storage.set_item(&self.key(), &Record::default().to_text());
            let _ = storage.remove_item(&earlier_key());
            self.kept.set(Kept::Safely);
        }
        self.record.set(Record::default());
    }

    /// Takes what other tabs keep, as soon as they do.
    pub(crate) fn follow_other_tabs(self) {
        EventListener::new(&window(), "storage", move |event| {
            // Other guides and sites may share the storage; without a key, all of it was cleared.
            let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
            if event.key().is_none_or(|key| key == self.key() || key == earlier_key()) {
                self.load();
                match event.new_value() {
                    None => self.update(|_| {}),
                    Some(_) => self.change_again(),
                }
            }
        })
        .forget();
    }

    /// Changes again what another tab has just overwritten without having seen it. What it has forgotten is
    /// not put back.
    fn change_again(self) {
        let theirs = self.record.with_untracked(Record::to_text);
        if theirs == Record::default().to_text() {
            return self.latest.set_value(Vec::new());
        }
        let now = Date::now();
        let mut both = theirs.clone();
        let latest = self.latest.get_value();
        for (_, before, after) in latest.iter().filter(|(at, ..)| now - at < UNSURE_MILLISECONDS) {
            both = changed_again(&both, before, after);
        }
        if both != theirs
            && let Stored::Record(both) = read(&both)
        {
            self.update(|record| *record = both);
            self.latest.set_value(latest);
        }
    }
}

/// Keeps a damaged text beside the record, after those that were set aside before.
fn set_aside(storage: &Storage, place: String, text: &str) -> bool {
    let before = storage.get_item(&place).ok().flatten().unwrap_or_default();
    let is_there = !text.is_empty() && before.contains(text);
    is_there || storage.set_item(&place, &(before + text)).is_ok()
}

/// The browser's storage, if it gives us one. gloo's own accessor throws where it is denied, so
/// the question is asked first.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()?;
    Some(LocalStorage::raw())
}
