//! Questions: their text, the form that is answered, and what a reader is told. Scoring is the
//! engine's; a form is plain HTML, so that all kinds of questions share one control.
//!
//! An item has one of eight interactions, a closed enum (`crates/model/src/item.rs`). `form.rs` writes its form for the
//! prerenderer and the browser alike, one small control listens to it (`question.rs`), `browser.rs` reads it into a
//! `Response`, and `crates/engine/src/scoring.rs`, pure and total, gives the `Outcome`. So a new kind is a variant, a shape
//! of form, a rule, and a file that lowers it; no new control. An answer goes into the reader's record under the item's id
//! and version (a fingerprint of stem and answers), with the day it comes back.
//!
//! Dragging (`drag.rs`) does what buttons and fields do, for those with a mouse. A quiz by link (`by_link.rs`) is a form that
//! browsers send by themselves, so that its address is the link.

mod browser;
mod by_link;
mod drag;
mod feedback;
mod form;
mod question;

pub(crate) use self::{
    by_link::by_link,
    drag::follow,
    question::{answering, asked, place},
};
#[cfg(feature = "ssr")]
pub(crate) use self::{
    by_link::form as quiz_form,
    question::{asked_and_told, on_paper},
};
