//! The way to the worker: numbered requests, answered in their order.

use concord_dom::program;
use concord_model::{Program, Route};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageEvent, WorkerOptions, WorkerType};

use super::{WORKER, dom, off, show};
use crate::worker::{LOADED, OFF, READY};

/// The request that opens a page.
pub(super) const OPEN: &str = "open\n";

/// The worker and what was asked of it.
#[derive(Default)]
pub(super) struct Worker {
    worker: Option<web_sys::Worker>,
    is_loaded: bool,
    /// The number of the last request.
    asked: u32,
    /// The number of the request that opened the page; what was asked before it was about another.
    opened: u32,
    /// The number of the last answer that is shown.
    shown: u32,
    /// The requests that wait for the argument: the last that opens a page, and those after it.
    waiting: Vec<String>,
    is_off: bool,
}

/// Starts the worker, from the same script that started the page's side.
pub(super) fn start() {
    if start_worker().is_none() {
        give_up();
    }
}

fn start_worker() -> Option<()> {
    let script = program::files(Program::Reasoner)?.script;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = web_sys::Worker::new_with_options(&dom::absolute(&script)?, &options).ok()?;
    dom::listen(&worker, "message", |message: &MessageEvent| {
        heard(&message.data().as_string().unwrap_or_default());
    });
    let failed = Closure::<dyn FnMut()>::new(give_up);
    worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
    failed.forget();
    WORKER.with_borrow_mut(|own| own.worker = Some(worker));
    Some(())
}

fn give_up() {
    WORKER.with_borrow_mut(|own| own.is_off = true);
    off();
}

fn heard(said: &str) {
    match said {
        READY => spawn_local(async {
            if load().await.is_none() {
                give_up();
            }
        }),
        LOADED => {
            let waiting = WORKER.with_borrow_mut(|own| {
                own.is_loaded = true;
                std::mem::take(&mut own.waiting)
            });
            waiting.iter().for_each(|request| ask(request));
        }
        OFF => give_up(),
        answer => {
            let number = answer.split('\n').next().and_then(|number| number.parse::<u32>().ok());
            let is_of_page = WORKER.with_borrow_mut(|own| {
                let number = number.filter(|number| *number >= own.opened);
                own.shown = number.unwrap_or(own.shown);
                number.is_some()
            });
            if is_of_page {
                show(answer);
            }
        }
    }
}

/// Gives the worker the file of the argument.
async fn load() -> Option<()> {
    let bytes = program::data(Program::Reasoner).await?;
    WORKER.with_borrow(|own| {
        own.worker.as_ref()?.post_message_with_transfer(&bytes, &Array::of1(&bytes)).ok()
    })
}

/// Whether the answer that is shown is the one to the last request.
pub(super) fn is_latest() -> bool {
    WORKER.with_borrow(|own| own.asked == own.shown)
}

/// Asks something. Before the argument is there, what is asked waits.
pub(super) fn ask(request: &str) {
    let is_off = WORKER.with_borrow_mut(|own| {
        let opens = request.starts_with(OPEN);
        if !own.is_loaded {
            if opens {
                own.waiting.clear();
            }
            own.waiting.push(request.to_owned());
            return own.is_off;
        }
        own.asked += 1;
        if opens {
            own.opened = own.asked;
        }
        let text = format!("{}\n{}\n{request}", own.asked, own.shown);
        if let Some(worker) = &own.worker {
            let _ = worker.post_message(&JsValue::from_str(&text));
        }
        false
    });
    if is_off {
        off();
    }
}

/// Leaves the stance of the address, so that loading the page anew does not compare with it again.
pub(super) fn leave_stance() {
    let leave = |window: web_sys::Window| {
        let path = window.location().pathname().ok()?;
        let history = window.history().ok()?;
        // Where an address may not be replaced, it stays.
        history.replace_state_with_url(&history.state().ok()?, "", Some(&path)).ok()
    };
    let _ = dom::window().and_then(leave);
}

/// The whole address of a stance, in the form that this host answers.
pub(super) fn address(stance: &str) -> String {
    dom::absolute(&Route::stance(stance, dom::form())).unwrap_or_default()
}
