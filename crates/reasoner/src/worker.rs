//! The worker: takes the file of the argument once, then answers texts with texts.

use std::cell::RefCell;

use concord_model::talk::WorkerState;
use concord_reasoner::Reasoner;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

pub(crate) fn start(scope: DedicatedWorkerGlobalScope) {
    let reasoner = RefCell::new(None::<Reasoner>);
    let own = scope.clone();
    let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        let data = message.data();
        let said = match data.dyn_ref::<ArrayBuffer>() {
            Some(bytes) => {
                reasoner.replace(Reasoner::new(&Uint8Array::new(bytes).to_vec()));
                let is_loaded = reasoner.borrow().is_some();
                let state = if is_loaded { WorkerState::Loaded } else { WorkerState::Off };
                Some(state.name().to_owned())
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
    let _ = scope.post_message(&JsValue::from_str(WorkerState::Ready.name()));
}
