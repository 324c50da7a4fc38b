//! What the page that is open shows.

use std::cell::RefCell;

use web_sys::Element;

use super::{drawing::Drawings, shown::Shown};

/// A page with the argument, or some of it.
pub(super) struct View {
    pub(super) root: Element,
    pub(super) shown: Shown,
    pub(super) drawings: Drawings,
    /// The statement that is selected in outline and drawings.
    pub(super) selected: Option<String>,
    /// What had the focus last, outside of what answers replace.
    pub(super) focused: Option<Element>,
}

thread_local! {
    static VIEW: RefCell<Option<View>> = const { RefCell::new(None) };
}

/// Does something with what is shown, if anything is, and if it is not being changed already: giving
/// something the focus there is heard here.
pub(super) fn with<T>(act: impl FnOnce(&mut View) -> Option<T>) -> Option<T> {
    VIEW.with(|view| act(view.try_borrow_mut().ok()?.as_mut()?))
}

/// Shows what a page holds, in place of the page before.
pub(super) fn show(root: Option<Element>) {
    VIEW.set(root.map(|root| View {
        shown: Shown::of(&root),
        drawings: Drawings::of(&root),
        root,
        selected: None,
        focused: None,
    }));
}
