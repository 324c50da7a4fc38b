//! What the worker answers: it holds a stance on the argument, and says what follows from it, in
//! the words of the guide, as pieces of HTML that the page inserts.
//!
//! What page and worker say to each other is [`concord_model::talk`].
//!
//! # How it runs
//!
//! Its script starts one small wasm file twice, in the page and in a worker, and `main.rs` looks where it is. The worker
//! (`reasoner.rs`) has the argument, its words and the reader's stance. An answer holds labels and verdicts, and says that
//! there is more; the page paints those and asks for the next panel, which is HTML with all sentences, until there is none. A
//! search for cruxes takes as many such turns as it needs, so a click never waits for it. No answer has more than 60 entries
//! or 40 kB; a list goes on by a button, in its place. Smallest sets that are independent choices multiply (rejecting all
//! premises of the guide gave 13,487), so they are told as what all have and as lists of which each gives a line. The page
//! shows only the answer to its latest request, and says which one it showed last, so that "3 statements changed" is right
//! even when answers were skipped. `data-about` has it tell of some statements alone, as a lesson asks for its own claims.
//!
//! The page (`view`) knows markup, not arguments. Outline and drawings have the same attributes, so every label, selection
//! and filter reaches both in one step. What a verdict changed stays at the upper edge of the window, since the reader may be
//! far from all it changed, and the statement that is selected in a drawing at the lower one.

mod argument;
mod collected;
mod compare;
mod crux;
mod extended;
mod lists;
mod own;
mod page;
mod queue;
mod reasoner;
mod sentences;
mod so_far;
mod stances;
mod why;
mod written;

pub use collected::Stances;
pub use reasoner::Reasoner;
