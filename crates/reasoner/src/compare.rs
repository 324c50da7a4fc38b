//! Two stances side by side, and where exactly they part.

use concord_engine::argument::{Bound, Graph, Labelling};
use concord_model::{
    Forms, Html, html,
    talk::{ArgumentAction, Panel},
};

use crate::{
    crux::{self, Found},
    lists::{List, Room, part},
    sentences::{Voice, button},
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
    pub(crate) fn panel(&self) -> Html {
        let words = &self.voice.words;
        html! {
            p { (words.compare_what()) }
            @if self.leaves().is_empty() {
                p { (words.compare_same()) }
            } @else {
                div data-panel=(Panel::Parting) {}
                (self.table(List::Leaves, words.compare_leaves()))
                (self.table(List::Follows, words.compare_follows()))
            }
            p.buttons {
                (button(ArgumentAction::Take, words.compare_take()))
                (button(ArgumentAction::Close, words.compare_close()))
            }
        }
    }

    /// The leaves with different verdicts.
    fn leaves(&self) -> Vec<u32> {
        let (own, theirs) = (self.own.stance(), self.theirs.stance());
        let leaves = (0..self.graph.statements()).filter(|leaf| self.graph.is_leaf(*leaf));
        leaves.filter(|leaf| own.verdict(*leaf) != theirs.verdict(*leaf)).collect()
    }

    /// All statements that come out differently, leaves as well: one with the same verdict may be
    /// attacked by what differs.
    fn follows(&self) -> Vec<u32> {
        (0..self.graph.statements()).filter(|own| self.parts(*own)).collect()
    }

    /// Statements with what each side says of them; nothing without any.
    fn table(&self, list: List<'_>, caption: &Forms) -> Html {
        let words = &self.voice.words;
        let count = self.listed(list).len();
        if count == 0 {
            return Html::default();
        }
        html! {
            details.table open[count <= MOST_OPEN] {
                summary { (self.voice.counted(caption, count)) }
                table.sides {
                    thead {
                        tr {
                            @for head in
                                [words.compare_statement(), words.compare_yours(), words.compare_theirs()] {
                                th scope="col" { (head) }
                            }
                        }
                    }
                    tbody { (self.rows(list, 0)) }
                }
            }
        }
    }

    fn listed(&self, list: List<'_>) -> Vec<u32> {
        if list == List::Leaves { self.leaves() } else { self.follows() }
    }

    /// The rows of a table from one of them on.
    pub(crate) fn rows(&self, list: List<'_>, from: usize) -> Html {
        let says = |side: &Labelling, statement: u32| match list {
            List::Leaves => Html::escaped(self.voice.verdict(side.stance().verdict(statement))),
            _ => self.voice.sign(side.of(statement)),
        };
        let statements = self.listed(list);
        let mut rows = statements.iter().map(|statement| {
            html! {
                th scope="row" { (self.voice.link(*statement)) }
                td { (says(self.own, *statement)) }
                td { (says(self.theirs, *statement)) }
            }
        });
        part(self.voice, Room::new().for_entries(MOST_ROWS), (list, from), &mut rows)
    }

    /// Where exactly they part on each conclusion, as far as it was found yet.
    pub(crate) fn parting(&self, conclusions: &[u32], found: &[(u32, Found)]) -> Html {
        let mut room = Room::new();
        let parted: Html = self
            .parted(conclusions)
            .map(|own| {
                let found = found.iter().find(|(other, _)| *other == own).map(|(_, found)| found);
                self.parting_on(own, found, &mut room)
            })
            .collect();
        html! {
            @if parted.is_empty() { p { (self.voice.words.compare_agree()) } }
            (parted)
            (self.otherwise(conclusions))
        }
    }

    /// That they part on a conclusion, and what makes them, once that was found.
    fn parting_on(&self, conclusion: u32, found: Option<&Found>, room: &mut Room) -> Html {
        let words = &self.voice.words;
        let list = List::Parting(self.voice.id(conclusion));
        let (sentence, sets) = match found {
            Some(found) if found.bound == Bound::Exact && found.size > 0 => {
                (words.compare_crux(), crux::list(self.voice, room, &found.choice, list))
            }
            Some(found) => (words.compare_part(), crux::sets(self.voice, room, found, list)),
            None => (words.compare_part(), html! { p { (words.searching()) } }),
        };
        let values = [
            ("statement", &self.voice.link(conclusion)),
            ("yours", &self.voice.signed(self.own.of(conclusion))),
            ("theirs", &self.voice.signed(self.theirs.of(conclusion))),
        ];
        html! { p { (Html::filled(sentence, &values)) } (sets) }
    }

    /// The conclusions that come out alike, though verdicts below them differ.
    fn otherwise(&self, conclusions: &[u32]) -> Html {
        let leaves = self.leaves();
        let alike = conclusions.iter().copied().filter(|own| {
            let below = self.graph.upstream(*own);
            let differ = leaves.iter().any(|leaf| below.get(*leaf as usize) == Some(&true));
            differ && !self.parts(*own)
        });
        html! {
            @for conclusion in alike {
                @let values = [("statement", &self.voice.link(conclusion))];
                p { (Html::filled(self.voice.words.compare_otherwise(), &values)) }
            }
        }
    }

    fn parts(&self, statement: u32) -> bool {
        self.own.of(statement) != self.theirs.of(statement)
    }

    /// The conclusions that come out differently.
    pub(crate) fn parted<'c>(&'c self, conclusions: &'c [u32]) -> impl Iterator<Item = u32> + 'c {
        conclusions.iter().copied().filter(|own| self.parts(*own))
    }
}
