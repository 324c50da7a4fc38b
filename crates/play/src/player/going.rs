//! How a run goes on: step by step with the pictures, or a long way in slices.

use std::rc::Rc;

use concord_dom::{before_next_picture, say, window};
use js_sys::Date;

use concord_models::Run;

use super::{Going, Player, State};

/// How long a long way is gone at once, of the 16 milliseconds between two pictures.
const SLICE_MILLISECONDS: f64 = 8.0;
/// How long at once in a press, which has much else to do.
const PRESS_MILLISECONDS: f64 = 2.0;
/// Runs of fewer steps than this go slower, so that readers see each of them.
const FEW: f64 = 40.0;
/// How many steps a press of "run" goes where less motion is asked for.
const AT_ONCE: u32 = 100;

impl Player {
    pub(super) fn run_or_rest(self: &Rc<Self>) {
        if matches!(self.state.borrow().going, Going::Shown | Going::To(_)) {
            return self.rest(|_| {});
        }
        let mut state = self.state.borrow_mut();
        let last = self.play().model().last_step(&state.settings);
        self.step(&mut state);
        state.stepped = Date::now();
        state.going = match wants_less_motion() {
            true => Going::To(state.run.steps().saturating_add(AT_ONCE).min(last)),
            false => Going::Shown,
        };
        drop(state);
        self.show(false);
        self.wait();
    }

    /// A run of these settings at its start.
    pub(super) fn anew(&self, state: &State) -> Box<dyn Run> {
        self.play().model().start(&state.settings, &self.file.world)
    }

    /// Goes on by a step; a run that is over begins anew, so that no press is in vain.
    pub(super) fn step(&self, state: &mut State) {
        let last = self.play().model().last_step(&state.settings);
        if state.run.steps() >= last || !state.run.step() {
            state.run = self.anew(state);
            state.run.step();
        }
    }

    /// Begins to go a long way, as far as a press has the time.
    pub(super) fn set_out(&self, state: &mut State) {
        self.go_far(state, PRESS_MILLISECONDS);
    }

    /// Goes a slice of a long way; `true` at its end.
    fn go_far(&self, state: &mut State, slice: f64) -> bool {
        let model = self.play().model();
        let aim = match state.going {
            Going::Begins => model.begins(&state.settings),
            Going::To(step) => step,
            Going::Rests | Going::Shown => return false,
        };
        let now = Date::now();
        if state.run.steps() > aim {
            state.run = self.anew(state);
        }
        // Some runs are over before their last step.
        let mut is_over = false;
        while !is_over && state.run.steps() < aim && Date::now() - now < slice {
            is_over = !state.run.step();
        }
        let is_there = is_over || state.run.steps() >= model.last_step(&state.settings).min(aim);
        if is_there && state.going == Going::Begins {
            (state.begins, state.going) = (state.run.steps(), state.then);
        } else if is_there {
            state.going = Going::Rests;
        }
        is_there
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
                let last = self.play().model().last_step(&state.settings).max(1);
                let slower = (FEW / f64::from(last)).max(1.0);
                if now - state.stepped >= state.pace.milliseconds() * slower {
                    state.stepped = now;
                    is_new = true;
                    if !state.run.step() {
                        state.going = Going::Rests;
                    }
                }
            }
            Going::Begins | Going::To(_) => is_new = self.go_far(&mut state, SLICE_MILLISECONDS),
        }
        let rests = state.going == Going::Rests;
        drop(state);
        if is_new {
            let seen = self.show(rests);
            if rests && !self.state.borrow().waits {
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
