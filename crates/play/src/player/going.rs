//! How a run goes on: step by step with the pictures, or a long way in slices.

use std::rc::Rc;

use concord_dom::{before_next_picture, say, window};
use js_sys::Date;

use super::{Going, Player};

/// How long a long way is gone at once, of the 16 milliseconds between two pictures.
const SLICE_MILLISECONDS: f64 = 8.0;
/// How many steps a press of "run" goes where less motion is asked for.
const AT_ONCE: u32 = 100;

impl Player {
    pub(super) fn run_or_rest(self: &Rc<Self>) {
        if self.state.borrow().going != Going::Rests {
            return self.rest(|_| {});
        }
        let mut state = self.state.borrow_mut();
        let last = self.play().model().last_step(&state.settings);
        if state.run.steps() >= last {
            state.run = self.play().model().start(&state.settings, &self.file.world);
        }
        state.going = match wants_less_motion() {
            true => Going::To(state.run.steps().saturating_add(AT_ONCE).min(last)),
            false => Going::Shown,
        };
        state.stepped = 0.0;
        drop(state);
        self.show(false);
        self.wait();
    }

    /// Goes on with the next picture, if there is anything to do.
    pub(super) fn wait(self: &Rc<Self>) {
        let mut state = self.state.borrow_mut();
        if state.going == Going::Rests || state.is_waiting {
            return;
        }
        state.is_waiting = true;
        let player = self.clone();
        before_next_picture(move || {
            player.state.borrow_mut().is_waiting = false;
            if player.root.is_connected() {
                player.go();
            }
        });
    }

    fn go(self: &Rc<Self>) {
        let now = Date::now();
        let mut state = self.state.borrow_mut();
        let mut is_new = false;
        match state.going {
            Going::Rests => return,
            Going::Shown => {
                if now - state.stepped >= state.pace.milliseconds() {
                    state.stepped = now;
                    is_new = true;
                    if !state.run.step() {
                        state.going = Going::Rests;
                    }
                }
            }
            Going::To(step) => {
                if state.run.steps() > step {
                    state.run = self.play().model().start(&state.settings, &self.file.world);
                }
                // Some runs are over before their last step.
                let mut is_over = false;
                while !is_over && state.run.steps() < step && Date::now() - now < SLICE_MILLISECONDS
                {
                    is_over = !state.run.step();
                }
                let last = self.play().model().last_step(&state.settings).min(step);
                if is_over || state.run.steps() >= last {
                    state.going = Going::Rests;
                    is_new = true;
                }
            }
        }
        let rests = state.going == Going::Rests;
        drop(state);
        if is_new {
            let seen = self.show(rests);
            if rests {
                say(&seen);
            }
        }
        self.wait();
    }
}

/// Whether the reader asked for less motion.
fn wants_less_motion() -> bool {
    let asked = window().and_then(|w| w.match_media("(prefers-reduced-motion: reduce)").ok()?);
    asked.is_some_and(|query| query.matches())
}
