//! Results without a server: what a student hands in after a quiz by link, and what a teacher's page makes of many.
//!
//! A [`Sheet`] holds a name or number, the day, the first answer to each question and, where it was asked for, a stance. It is
//! written as bytes (`sheet.rs`), put into an envelope, open or sealed (`envelope.rs`), and that as letters that any text can
//! carry (`letters.rs`, `text.rs`): a file, a link, a mail, a code to photograph. A class (`class.rs`) sorts sheets, and says
//! why it sets some aside; from what counts come the table, the hardest questions (`hardest.rs`), who is missing
//! (`roster.rs`), a file for spreadsheets (`csv.rs`), and what divides the class about the argument (`division.rs`).
//!
//! The link to a quiz asks for a result by `ask=name`, `ask=number` and `ask=stance`, each of them or several; `seal=` has the
//! public key for which the result is to be sealed.
//!
//! A student's browser can lie: whoever writes a sheet by hand can claim any answer. What is found out is a sheet whose points
//! do not follow from its answers. This is for learning, not for exams.

mod answer;
mod class;
mod csv;
mod division;
mod envelope;
mod hardest;
mod letters;
mod roster;
mod sheet;
mod text;

pub use answer::{Given, told};
pub use class::{Aside, Bank, Sorted, quizzes, sort};
pub use csv::csv;
pub use division::{Divided, Division, division};
pub use envelope::{Body, Envelope, Fault, MAX_BODY, VERSION};
pub use hardest::{Hard, Wrong, hardest};
pub use letters::{from_letters, to_letters};
pub use roster::{Missing, missing, same_name};
pub use sheet::{Answered, MAX_ITEMS, MAX_NAME, MAX_STANCE, Sheet, mark, quiz};
pub use text::{KEY, find, most_letters};
