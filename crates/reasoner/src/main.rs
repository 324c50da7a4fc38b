//! The program that a page with the argument loads, and that runs once more in a worker of its own:
//! the worker reasons, the page shows.

mod view;
mod worker;

use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

fn main() {
    match js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        Ok(scope) => worker::start(scope),
        Err(_) => view::start(),
    }
}
