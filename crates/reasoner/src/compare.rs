//! Two stances side by side, and where exactly they part.

use concord_engine::argument::{Bound, Graph, Labelling, Verdict};

use crate::{
    crux::{self, Found},
    sentences::{ROW, Room, Voice, button, filled, part, sign, word},
};

/// How many rows of each table are shown at first.
const MOST_ROWS: usize = 20;
/// How many rows a table may have before it is folded away.
const MOST_OPEN: usize = 8;

/// Two stances, each with what follows from it.
pub(crate) struct Sides<'s> {
    pub(crate) voice: &'s Voice,
    pub(crate) graph: &'s Graph,
    pub(crate) own: &'s Labelling,
    pub(crate) theirs: &'s Labelling,
}

impl Sides<'_> {
    /// The panel of a comparison, with a place for where exactly they part.
    pub(crate) fn panel(&self) -> String {
        let words = &self.voice.words;
        let intro = format!("<p>{}</p>", word(words.compare_what()));
        let buttons = format!(
            "<p class=\"buttons\">{}{}</p>",
            button("take", words.compare_take()),
            button("close", words.compare_close())
        );
        let leaves = self.leaves();
        if leaves.is_empty() {
            return format!("{intro}<p>{}</p>{buttons}", word(words.compare_same()));
        }
        let premises = self.voice.counted(words.compare_leaves(), leaves.len());
        let others = self.others();
        let follows = match others.len() {
            0 => String::new(),
            count => {
                let caption = self.voice.counted(words.compare_follows(), count);
                self.table(&caption, "follows", &others)
            }
        };
        format!(
            "{intro}<div data-panel=\"parting\"></div>{}{follows}{buttons}",
            self.table(&premises, "leaves", &leaves)
        )
    }

    /// The leaves with different verdicts.
    fn leaves(&self) -> Vec<u32> {
        let (own, theirs) = (self.own.stance(), self.theirs.stance());
        let leaves = (0..self.graph.statements()).filter(|leaf| self.graph.is_leaf(*leaf));
        leaves.filter(|leaf| own.verdict(*leaf) != theirs.verdict(*leaf)).collect()
    }

    /// All statements that come out differently, leaves as well: one with the same verdict may be
    /// attacked by what differs.
    fn others(&self) -> Vec<u32> {
        let all = 0..self.graph.statements();
        all.filter(|place| self.own.of(*place) != self.theirs.of(*place)).collect()
    }

    /// Statements with what each side says of them.
    fn table(&self, caption: &str, name: &str, statements: &[u32]) -> String {
        let words = &self.voice.words;
        let open = if statements.len() > MOST_OPEN { "" } else { " open" };
        format!(
            "<details class=\"table\"{open}><summary>{caption}</summary>\
             <table class=\"sides\"><thead><tr><th scope=\"col\">{}</th>\
             <th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>{}</tbody></table></details>",
            word(words.compare_statement()),
            word(words.compare_yours()),
            word(words.compare_theirs()),
            self.rows(name, statements, 0),
        )
    }

    /// The next rows of a table.
    pub(crate) fn more(&self, name: &str, from: usize) -> String {
        let statements = if name == "leaves" { self.leaves() } else { self.others() };
        self.rows(name, &statements, from)
    }

    fn rows(&self, name: &str, statements: &[u32], from: usize) -> String {
        let verdict = |verdict: Verdict| word(self.voice.verdict(verdict));
        let label = |labelling: &Labelling, statement: u32| {
            let label = labelling.of(statement);
            sign(label, self.voice.label(label))
        };
        let mut rows = statements.iter().map(|statement| {
            let (yours, theirs) = match name {
                "leaves" => (
                    verdict(self.own.stance().verdict(*statement)),
                    verdict(self.theirs.stance().verdict(*statement)),
                ),
                _ => (label(self.own, *statement), label(self.theirs, *statement)),
            };
            let link = self.voice.link(*statement);
            format!("<th scope=\"row\">{link}</th><td>{yours}</td><td>{theirs}</td>")
        });
        let mut room = Room::new();
        part(self.voice, room.for_entries(MOST_ROWS), ROW, (name, from), &mut rows)
    }

    /// Where exactly they part on each conclusion, as far as it was found yet.
    pub(crate) fn parting(&self, conclusions: &[u32], found: &[(u32, Found)]) -> String {
        let words = &self.voice.words;
        let mut room = Room::new();
        let mut said = String::new();
        for conclusion in self.parted(conclusions) {
            let found = found.iter().find(|(own, _)| *own == conclusion).map(|(_, found)| found);
            let key = format!("parting {}", self.voice.id(conclusion));
            let (sentence, sets) = match found {
                Some(found) if found.bound == Bound::Exact && found.size > 0 => {
                    let list = crux::list(self.voice, &mut room, &found.choice, &key);
                    (words.compare_crux(), list)
                }
                Some(found) => {
                    (words.compare_part(), crux::sets(self.voice, &mut room, found, &key))
                }
                None => (words.compare_part(), format!("<p>{}</p>", word(words.searching()))),
            };
            let values = [
                ("statement", &*self.voice.link(conclusion)),
                ("yours", &self.voice.sign(self.own.of(conclusion))),
                ("theirs", &self.voice.sign(self.theirs.of(conclusion))),
            ];
            said += &format!("<p>{}</p>{sets}", filled(sentence, &values));
        }
        if said.is_empty() {
            said = format!("<p>{}</p>", word(words.compare_agree()));
        }
        let leaves = self.leaves();
        for conclusion in conclusions.iter().filter(|own| !self.parts(**own)) {
            let below = self.graph.upstream(*conclusion);
            if leaves.iter().any(|leaf| below.get(*leaf as usize) == Some(&true)) {
                let link = self.voice.link(*conclusion);
                let otherwise = filled(words.compare_otherwise(), &[("statement", &link)]);
                said += &format!("<p>{otherwise}</p>");
            }
        }
        said
    }

    fn parts(&self, conclusion: u32) -> bool {
        self.own.of(conclusion) != self.theirs.of(conclusion)
    }

    /// The conclusions that come out differently.
    pub(crate) fn parted<'c>(&'c self, conclusions: &'c [u32]) -> impl Iterator<Item = u32> + 'c {
        conclusions.iter().copied().filter(|own| self.parts(*own))
    }
}
