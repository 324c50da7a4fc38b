//! What is done a little later, so that the browser shows first what readers wait for.

use std::{cell::RefCell, rc::Rc};

use gloo::timers::callback::Timeout;

/// Something that waits to be done once. Asked for anew, it waits anew.
#[derive(Default)]
pub(crate) struct Later(RefCell<Option<Timeout>>);

impl Later {
    /// Whether it waits, or is done right now.
    pub(crate) fn is_waiting(&self) -> bool {
        self.0.borrow().is_some()
    }

    /// Does something with what may be gone by then.
    pub(crate) fn wait<T: 'static>(&self, with: &Rc<T>, milliseconds: u32, what: fn(&Rc<T>)) {
        let with = Rc::downgrade(with);
        let timeout = Timeout::new(milliseconds, move || {
            if let Some(with) = with.upgrade() {
                what(&with);
            }
        });
        self.0.replace(Some(timeout));
    }

    /// Waits no longer; whether it did.
    pub(crate) fn end(&self) -> bool {
        self.0.take().is_some()
    }
}
