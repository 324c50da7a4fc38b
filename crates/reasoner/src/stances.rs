//! The reader's stance with what follows from it, the one it is compared with, and the ones before it.

use concord_engine::argument::{Graph, Labelling, Stance, Verdict, label};

use crate::{argument::Argument, compare::Sides};

/// How many changes can be undone.
const MOST_UNDONE: usize = 100;

/// All stances that are known.
pub(crate) struct Stances {
    pub(crate) own: Labelling,
    pub(crate) theirs: Option<Labelling>,
    /// The reader's stances before the last changes.
    before: Vec<Stance>,
}

impl Stances {
    pub(crate) fn new(graph: &Graph, own: &Stance) -> Self {
        Self { own: label(graph, own), theirs: None, before: Vec::new() }
    }

    /// Begins anew with a stance, of which nothing can be undone.
    pub(crate) fn begin(&mut self, graph: &Graph, own: &Stance) {
        self.own = label(graph, own);
        self.before.clear();
    }

    /// Judges leaves alike, which is one change.
    pub(crate) fn judge(&mut self, graph: &Graph, leaves: &[u32], verdict: Verdict) {
        let before = self.own.stance().clone();
        leaves.iter().for_each(|leaf| self.own.change(graph, *leaf, verdict));
        self.note(before);
    }

    /// Puts another stance in place of the reader's.
    pub(crate) fn adopt(&mut self, graph: &Graph, stance: &Stance) {
        let before = std::mem::replace(&mut self.own, label(graph, stance));
        self.note(before.stance().clone());
    }

    /// Takes the last change back; nothing if there is none.
    pub(crate) fn undo(&mut self, graph: &Graph) -> Option<()> {
        self.own = label(graph, &self.before.pop()?);
        Some(())
    }

    pub(crate) fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Notes what a change can be taken back to, if it was one.
    fn note(&mut self, before: Stance) {
        if before != *self.own.stance() {
            if self.before.len() == MOST_UNDONE {
                self.before.remove(0);
            }
            self.before.push(before);
        }
    }

    /// The reader's stance beside the other, if there is one.
    pub(crate) fn sides<'s>(&'s self, argument: &'s Argument) -> Option<Sides<'s>> {
        let theirs = self.theirs.as_ref()?;
        Some(Sides { voice: &argument.voice, graph: &argument.graph, own: &self.own, theirs })
    }
}
