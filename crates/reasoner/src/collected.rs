//! Stances that others hand in, for the program that collects them: links are written and read here alone.

use concord_engine::argument::{Graph, Stance, stance_code};
use concord_model::{Html, MapStatement, decode};

use crate::argument::Argument;

/// The argument, as far as it takes to read stances on it and to tell what they have in common.
pub struct Stances(Argument);

impl Stances {
    /// Takes the argument from its file; `None` if the bytes are no such file of this version.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        Argument::of(decode(bytes).ok()?, &[]).map(Self)
    }

    /// The statements by number.
    #[must_use]
    pub fn statements(&self) -> &[MapStatement] {
        &self.0.voice.statements
    }

    /// What follows from what.
    #[must_use]
    pub fn graph(&self) -> &Graph {
        &self.0.graph
    }

    /// The code of a stance that a reader's browser keeps; nothing if it cannot be read.
    #[must_use]
    pub fn code(&self, kept: &str) -> Option<String> {
        let stance = self.0.read(kept, false, &mut Html::default())?;
        let link = self.0.link(&stance);
        stance_code::find(&link).map(str::to_owned)
    }

    /// The stance of a code; nothing if it is damaged.
    #[must_use]
    pub fn stance(&self, code: &str) -> Option<Stance> {
        self.0.read_link(&[stance_code::KEY, "=", code].concat(), &mut Html::default())
    }
}
