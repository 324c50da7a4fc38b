//! What pages and programs say to each other: the names of attributes, what buttons ask for, and the
//! messages between a page and its worker. Each word is written and read here alone, on whichever side.
//!
//! A name that is not here is none: [`data!`](crate::data!) does not compile with it, `read` gives nothing,
//! and whoever got it does nothing. `xtask/tests/talk.rs` holds that no such word stands elsewhere, and that
//! scripts, stylesheets and journeys use no others.

#[macro_use]
mod attributes;
mod argument;
mod events;
mod map;
mod message;
mod names;
mod play;
mod questions;
mod record;
mod results;
mod value;

pub use argument::{ArgumentAction, Label, Panel, Verdict};
pub use attributes::ATTRIBUTES;
pub use events::{GONE, SHOWN, STANCE};
pub use map::{AtlasAction, AtlasChoice, Drawing};
pub use message::{Answer, Asked, Fact, Request, WorkerState};
pub use play::{Pace, PlayAction};
pub use questions::{QuizAction, RebuildAction};
pub use record::RecordAction;
pub use results::{ResultsAction, ResultsEntry};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Each name is read as itself, and what is nearly one is none.
    fn hold(names: &[&'static str], read: &dyn Fn(&str) -> Option<usize>) {
        for (place, name) in names.iter().enumerate() {
            assert_eq!(read(name), Some(place), "{name}");
            for other in
                [format!("{name} "), name.to_uppercase(), format!("{name}s"), name[1..].to_owned()]
            {
                // What is left of one word may be another.
                if !names.contains(&other.as_str()) {
                    assert_eq!(read(&other), None, "{other}");
                }
            }
        }
        assert_eq!(read(""), None);
    }

    macro_rules! hold_all {
        ($($name:ident),+) => {$(
            hold(&$name::ALL.map($name::name), &|word| {
                $name::ALL.into_iter().position(|own| Some(own) == $name::read(word))
            });
        )+};
    }

    #[test]
    fn names_are_read_as_they_are_written_and_no_others_are() {
        hold_all!(ArgumentAction, QuizAction, RecordAction, AtlasAction, AtlasChoice);
        hold_all!(RebuildAction, ResultsAction, ResultsEntry);
        hold_all!(PlayAction, Pace, Drawing, Label, Panel, Verdict, WorkerState);
    }

    #[test]
    fn no_button_is_meant_by_two_features() {
        let actions = [
            ArgumentAction::ALL.map(ArgumentAction::name).as_slice(),
            QuizAction::ALL.map(QuizAction::name).as_slice(),
            RebuildAction::ALL.map(RebuildAction::name).as_slice(),
            RecordAction::ALL.map(RecordAction::name).as_slice(),
            AtlasAction::ALL.map(AtlasAction::name).as_slice(),
            PlayAction::ALL.map(PlayAction::name).as_slice(),
            ResultsAction::ALL.map(ResultsAction::name).as_slice(),
        ]
        .concat();
        assert_eq!(actions.iter().collect::<BTreeSet<_>>().len(), actions.len());
        assert_eq!(ATTRIBUTES.iter().collect::<BTreeSet<_>>().len(), ATTRIBUTES.len());
    }
}
