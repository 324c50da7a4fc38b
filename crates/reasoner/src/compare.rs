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

/// How many rows of each group of the table are shown at first, and by each "more".
const MOST_ROWS: [usize; 2] = [6, 20];

/// Two stances, each with what follows from it.
pub(crate) struct Sides<'s> {
    pub(crate) voice: &'s Voice,
    pub(crate) graph: &'s Graph,
    pub(crate) own: &'s Labelling,
    pub(crate) theirs: &'s Labelling,
}

impl Sides<'_> {
    /// The panel of a comparison: one table of what each side says. Where exactly they part comes first in it.
    pub(crate) fn panel(&self) -> Html {
        let words = &self.voice.words;
        html! {
            p { (words.compare_what()) }
            @if self.leaves().is_empty() {
                p { (words.compare_same()) }
            } @else {
                table.sides {
                    thead {
                        tr {
                            @for head in
                                [words.compare_statement(), words.compare_yours(), words.compare_theirs()] {
                                th scope="col" { (head) }
                            }
                        }
                    }
                    tbody data-panel=(Panel::Parting) {}
                    (self.group(List::Leaves, words.compare_leaves()))
                    (self.group(List::Follows, words.compare_follows()))
                }
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
    fn group(&self, list: List<'_>, heading: &Forms) -> Html {
        let count = self.listed(list).len();
        html! {
            @if count > 0 {
                tbody {
                    (headed(&Html::escaped(&self.voice.counted(heading, count))))
                    (self.rows(list, 0))
                }
            }
        }
    }

    fn listed(&self, list: List<'_>) -> Vec<u32> {
        if list == List::Leaves { self.leaves() } else { self.follows() }
    }

    /// The rows of a group from one of them on.
    pub(crate) fn rows(&self, list: List<'_>, from: usize) -> Html {
        let statements = self.listed(list);
        let mut rows = statements.iter().map(|statement| match list {
            List::Leaves => self.verdicts(*statement),
            _ => self.labels(*statement),
        });
        let [first, more] = MOST_ROWS;
        let most = if from == 0 { first } else { more };
        part(self.voice, Room::new().for_entries(most), (list, from), &mut rows)
    }

    /// The cells of a row: a statement, and the verdicts on it.
    fn verdicts(&self, leaf: u32) -> Html {
        let says =
            |side: &Labelling| Html::escaped(self.voice.verdict(side.stance().verdict(leaf)));
        self.row(leaf, says)
    }

    /// The same with what becomes of it.
    fn labels(&self, statement: u32) -> Html {
        self.row(statement, |side| self.voice.signed(side.of(statement)))
    }

    fn row(&self, statement: u32, says: impl Fn(&Labelling) -> Html) -> Html {
        html! {
            th scope="row" { (self.voice.link(statement)) }
            td { (says(self.own)) }
            td { (says(self.theirs)) }
        }
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
            @if parted.is_empty() { (across(&Html::escaped(self.voice.words.compare_agree()))) }
            (parted)
            (self.otherwise(conclusions))
        }
    }

    /// What makes them part on a conclusion, once that was found, and the conclusion.
    fn parting_on(&self, conclusion: u32, found: Option<&Found>, room: &mut Room) -> Html {
        let words = &self.voice.words;
        let list = List::Parting(self.voice.id(conclusion));
        let link = [("statement", &self.voice.link(conclusion))];
        let apart = html! { tr { (self.labels(conclusion)) } };
        match found {
            Some(found) if found.bound == Bound::Exact && found.size > 0 => html! {
                (headed(&Html::filled(self.voice.form(words.compare_crux(), found.size), &link)))
                @for (leaf, _) in found.choice.first() { tr.crux { (self.verdicts(leaf)) } }
                @let others = crux::others(self.voice, room, &found.choice, list);
                @if !others.is_empty() { (across(&others)) }
                (apart)
            },
            found => html! {
                (headed(&Html::filled(words.compare_part(), &link)))
                (apart)
                (across(&match found {
                    Some(found) => crux::sets(self.voice, room, found, list),
                    None => Html::escaped(words.searching()),
                }))
            },
        }
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
                (across(&Html::filled(self.voice.words.compare_otherwise(), &values)))
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

/// A row that heads those below it.
fn headed(heading: &Html) -> Html {
    html! { tr { th scope="rowgroup" colspan="3" { (heading) } } }
}

/// A row that says something across all columns.
fn across(said: &Html) -> Html {
    html! { tr { td colspan="3" { (said) } } }
}
