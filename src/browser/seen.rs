//! Waits until something is seen, so that nobody pays for what they do not come to.

use gloo::utils::window;
use js_sys::Array;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// Acts once, when a part of the element is seen; at once where the browser cannot tell.
pub(crate) fn when_seen(element: &Element, act: impl Fn() + 'static) {
    if !js_sys::Reflect::has(&window(), &"IntersectionObserver".into()).unwrap_or(false) {
        return act();
    }
    let seen = move |entries: Array, observer: IntersectionObserver| {
        let is_seen = |entry: &IntersectionObserverEntry| entry.is_intersecting();
        if entries.iter().any(|entry| is_seen(entry.unchecked_ref())) {
            observer.disconnect();
            act();
        }
    };
    let seen = Closure::<dyn FnMut(Array, IntersectionObserver)>::new(seen).into_js_value();
    if let Ok(observer) = IntersectionObserver::new(seen.unchecked_ref()) {
        observer.observe(element);
    }
}
