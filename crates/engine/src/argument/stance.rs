//! What a reader accepts: a verdict on each leaf.
//!
//! Four stances are a tap away. The opening one accepts the work's own premises and leaves all else open, so its claims are
//! open, too: they need premises of others, and objections wait for a verdict. *Everything granted* accepts premises and
//! replies and rejects outside objections, so that all claims stand and a reader can take a premise away. *Nobody else heard*
//! leaves replies open: what then remains against the work is its own, and is told as its tensions (`tension.rs` follows
//! support from accepted leaves, so that claims which leave each other open are both held). The blank one is empty.

pub use concord_model::talk::Verdict;

/// The verdicts on all leaves. Verdicts on other statements are kept and mean nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stance {
    verdicts: Vec<Verdict>,
}

impl Stance {
    /// The blank stance on so many statements: nothing is decided.
    #[must_use]
    pub fn blank(statements: u32) -> Self {
        Self { verdicts: vec![Verdict::Undecided; statements as usize] }
    }

    /// The verdict on a statement; undecided for one that does not exist.
    #[must_use]
    pub fn verdict(&self, statement: u32) -> Verdict {
        self.verdicts.get(statement as usize).copied().unwrap_or_default()
    }

    /// Sets the verdict on a statement; nothing happens for one that does not exist.
    pub fn set(&mut self, statement: u32, verdict: Verdict) {
        if let Some(place) = self.verdicts.get_mut(statement as usize) {
            *place = verdict;
        }
    }

    /// On how many statements it is.
    pub(super) fn len(&self) -> usize {
        self.verdicts.len()
    }

    /// The same stance on so many statements.
    #[must_use]
    pub fn on(&self, statements: u32) -> Self {
        let mut verdicts = self.verdicts.clone();
        verdicts.resize(statements as usize, Verdict::Undecided);
        Self { verdicts }
    }
}
