//! The way to the worker: numbered requests, answered in their order.

use std::cell::RefCell;

use concord_dom::program;
use concord_model::{
    Program,
    talk::{Answer, Asked, Fact, Request, Verdict, WorkerState},
};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageEvent, WorkerOptions, WorkerType};

use super::dom;

/// What shows an answer.
pub(super) type Show = fn(&mut dyn Iterator<Item = Fact<'_>>);

/// The worker and what was asked of it.
#[derive(Default)]
struct Worker {
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

thread_local! {
    static WORKER: RefCell<Worker> = RefCell::new(Worker::default());
}

/// Starts the worker, from the same script that started the page's side.
pub(super) fn start(show: Show) {
    if start_worker(show).is_none() {
        give_up();
    }
}

fn start_worker(show: Show) -> Option<()> {
    let script = program::files(Program::Reasoner)?.script;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = dom::worker(&dom::absolute(&script)?, &options)?;
    dom::listen(&worker, "message", move |message: &MessageEvent| {
        heard(&message.data().as_string().unwrap_or_default(), show);
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

/// Nothing will answer: the guide's own program says so.
fn off() {
    if let Some(root) = dom::root() {
        program::gone(&root);
    }
}

fn heard(said: &str, show: Show) {
    match WorkerState::read(said) {
        Some(WorkerState::Ready) => spawn_local(async {
            if load().await.is_none() {
                give_up();
            }
        }),
        Some(WorkerState::Loaded) => WORKER.with_borrow_mut(|own| {
            own.is_loaded = true;
            std::mem::take(&mut own.waiting).iter().for_each(|request| own.post(request));
        }),
        Some(WorkerState::Off) => give_up(),
        None => {
            let Some((number, mut facts)) = Answer::read(said) else { return };
            let is_of_page = WORKER.with_borrow_mut(|own| {
                let is_of_page = number >= own.opened;
                if is_of_page {
                    own.shown = number;
                }
                is_of_page
            });
            if is_of_page {
                show(&mut facts);
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

impl Worker {
    fn post(&self, request: &str) {
        if let Some(worker) = &self.worker {
            let _ = worker.post_message(&JsValue::from_str(request));
        }
    }

    /// Asks. Before the argument is there, what is asked waits.
    fn ask(&mut self, request: Request<'_>) {
        self.asked += 1;
        if matches!(request, Request::Open(..)) {
            self.opened = self.asked;
            self.waiting.clear();
        }
        let text = Asked { number: self.asked, shown: self.shown, request }.write();
        if self.is_loaded {
            self.post(&text);
        } else {
            self.waiting.push(text);
        }
    }
}

/// Whether the answer that is shown is the one to the last request.
pub(super) fn is_latest() -> bool {
    WORKER.with_borrow(|own| own.asked == own.shown)
}

/// Asks something.
pub(super) fn ask(request: Request<'_>) {
    let is_off = WORKER.with_borrow_mut(|own| {
        own.ask(request);
        own.is_off
    });
    if is_off {
        off();
    }
}

/// Asks what follows from a verdict on a leaf.
pub(super) fn judge(leaf: &str, verdict: Verdict) {
    ask(Request::Judge(leaf, verdict));
}
