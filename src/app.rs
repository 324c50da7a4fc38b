//! Brings a prerendered page to life.

use concord_model::{AttachedError, open};
use leptos::prelude::Owner;

use crate::{Site, browser};

/// Starts what answers the reader, in the page that is open; its text stays untouched. `section` is
/// what is attached to the program.
///
/// # Errors
/// If the section holds no guide that this program can read.
pub fn start(section: &[u8]) -> Result<(), AttachedError> {
    // The guide and what is made here last as long as the page, so nobody takes them down again.
    let guide = Box::leak(Box::new(open(section)?));
    let owner = Owner::new();
    owner.set();
    let site = Site::new(guide, browser::page::route());
    browser::start(site);
    std::mem::forget(owner);
    Ok(())
}
