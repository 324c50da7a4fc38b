//! Tells when scrolling has come to rest.

use std::{cell::RefCell, rc::Rc};

use gloo::{events::EventListener, timers::callback::Timeout, utils::window};

/// How long nothing has to move. `scrollend` would say it, but not in every browser.
const REST_MILLISECONDS: u32 = 150;

/// Calls `rested` each time scrolling has come to rest, for as long as the page is open.
pub(crate) fn on_rest(rested: impl Fn() + 'static) {
    let rested = Rc::new(rested);
    let waiting: Rc<RefCell<Option<Timeout>>> = Rc::default();
    EventListener::new(&window(), "scroll", move |_| {
        let rested = Rc::clone(&rested);
        // Replacing the timer drops the one before, which cancels it.
        *waiting.borrow_mut() = Some(Timeout::new(REST_MILLISECONDS, move || rested()));
    })
    .forget();
}
