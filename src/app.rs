//! Brings a prerendered page to life.

use leptos::prelude::Owner;

use crate::{Site, browser, content};

/// Starts what answers the reader, in the page that is open. Its text stays untouched.
pub fn start() {
    let Ok(guide) = content::guide() else { return };
    // What is made here lasts as long as the page, so nobody takes it down again.
    let owner = Owner::new();
    owner.set();
    let site = Site::new(guide, browser::page::route());
    browser::start(site);
    std::mem::forget(owner);
}
