//! Questions: their text, the form that is answered, and what a reader is told. Scoring is the
//! engine's; a form is plain HTML, so that all kinds of questions share one control.

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
