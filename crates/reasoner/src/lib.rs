//! What the worker answers: it holds a stance on the argument, and says what follows from it, in
//! the words of the guide, as pieces of HTML that the page inserts.
//!
//! A request is a text of lines: its number, the number of the last answer that the page shows, what
//! is asked, and what that needs. An answer is a text of lines, too: the number of its request, then
//! facts, each a word, its values and tabs between them. No value has a tab or a line's end.

mod compare;
mod crux;
mod page;
mod reasoner;
mod sentences;
mod why;
mod wire;

pub use reasoner::Reasoner;
pub use wire::Fact;
