//! The worker: takes the file of the argument once, then answers texts with texts.

use std::cell::RefCell;

use concord_reasoner::Reasoner;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Said when the worker listens.
pub(crate) const READY: &str = "ready";
/// Said when it has the argument.
pub(crate) const LOADED: &str = "loaded";
/// Said when it cannot have it.
pub(crate) const OFF: &str = "off";

pub(crate) fn start(scope: DedicatedWorkerGlobalScope) {
    let reasoner = RefCell::new(None::<Reasoner>);
    let own = scope.clone();
    let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        let data = message.data();
        let said = match data.dyn_ref::<ArrayBuffer>() {
            Some(bytes) => {
                reasoner.replace(Reasoner::new(&Uint8Array::new(bytes).to_vec()));
                let said = if reasoner.borrow().is_some() { LOADED } else { OFF };
                Some(said.to_owned())
            }
            None => data.as_string().and_then(|request| {
                reasoner.borrow_mut().as_mut().and_then(|reasoner| reasoner.answer(&request))
            }),
        };
        if let Some(said) = said {
            let _ = own.post_message(&JsValue::from_str(&said));
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    // It listens as long as it lives.
    listen.forget();
    let _ = scope.post_message(&JsValue::from_str(READY));
}
