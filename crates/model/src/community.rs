//! The community of states that a guide speaks of, and what is known of each.
//!
//! The names of the states are a part of the [`Guide`](crate::Guide). All else is a [`Community`] of
//! its own, because only the pages of the community need it: they are written before the guide is
//! published, and the program never carries it.
//!
//! A layer is one table about the states: a vote, a treaty, a figure. All have one shape, a class for each state with a
//! date, a note and a mark if nobody compared the row, so legends, tables, files and the map need no case of their own. A
//! layer can be stepped by years only if each row says from when it holds; seats in expert groups have several beginnings,
//! so they have none.

use serde::{Deserialize, Serialize};

use crate::{Case, Checked, Id};

/// A member of the community. What is known of it stands in tables of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Its code in lower case, such as `tuv`, by which tables and addresses name it.
    pub id: Id,
    /// Its name in the guide's language, as plain text.
    pub name: String,
}

impl State {
    /// Its code as tables write it: `TUV`.
    #[must_use]
    pub fn code(&self) -> String {
        self.id.as_str().to_uppercase()
    }
}

/// What is known of the states and of the institutions that connect them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Community {
    /// Title of its page.
    pub title: String,
    /// What the page shows, in a few sentences.
    pub about: String,
    /// What the map does not say about borders.
    pub disclaimer: String,
    /// Sources of the names and of the outlines.
    pub sources: Vec<Id>,
    /// Title of the page of institutions.
    pub institutions_title: String,
    /// What that page shows.
    pub institutions_about: String,
    /// As of when what is known of the institutions holds, as plain text.
    pub institutions_as_of: String,
    /// What is known of the states, in the order in which it is offered.
    pub layers: Vec<Layer>,
    /// The institutions, in the order of their table.
    pub institutions: Vec<Institution>,
    /// Who does what to whom, in the order of its table.
    pub links: Vec<InstitutionLink>,
    /// Other names by which readers find the states.
    pub names: Vec<OtherName>,
    /// Where each state stands in each drawing, in the order of the states; empty without geometry.
    pub spots: Vec<Spot>,
    /// The outlines of land; none without geometry.
    pub outlines: Option<Outlines>,
    /// What happened in the world, as lessons tell it, by date.
    pub cases: Vec<Case>,
}

impl Community {
    /// The layer of that id.
    #[must_use]
    pub fn layer(&self, id: &str) -> Option<&Layer> {
        self.layers.iter().find(|layer| layer.id.as_str() == id)
    }
}

/// Another name of a state, by which it is found. No page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherName {
    /// The place of the state in the order of the states.
    pub state: usize,
    /// The name, as plain text.
    pub name: String,
    /// Whether it is of another language than the guide's.
    pub is_foreign: bool,
}

/// One thing that is known of the states, all from one table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layer {
    /// Its name in addresses, in links and in the names of files.
    pub id: Id,
    /// Its title, as plain text.
    pub title: String,
    /// What it shows, in a sentence.
    pub about: String,
    /// Whether its classes are steps of a scale; otherwise they are kinds.
    pub is_scale: bool,
    /// What its numbers count; none if it has no numbers.
    pub unit: Option<String>,
    /// The day on which it happened, as in ISO 8601.
    pub date: Option<String>,
    /// Whether states are compared by it: how often two are in the same class.
    pub compared: bool,
    /// Ids of its sources.
    pub sources: Vec<Id>,
    /// As of when, as plain text.
    pub as_of: String,
    /// Under what terms its table may be used.
    pub licence: String,
    /// Which states it has, and what may be missing.
    pub coverage: String,
    /// What a state is of which the table has nothing.
    pub absent: String,
    /// What a state is before its row holds; a layer that has this can be stepped by years.
    pub before: Option<String>,
    /// What a state is that was no member on the layer's date.
    pub outside: Option<String>,
    /// What a state can be, in order.
    pub classes: Vec<Class>,
    /// What each state is, in the order of the states.
    pub rows: Vec<Entry>,
    /// The first and the last year by which it can be stepped.
    pub years: Option<(u16, u16)>,
}

impl Layer {
    /// The place of a state's class in a year; without a year, in the end. After the declared classes
    /// come: absent, outside, and before its row holds.
    #[must_use]
    pub fn class(&self, state: usize, year: Option<u16>) -> usize {
        let declared = self.classes.len();
        match self.rows.get(state) {
            None | Some(Entry::Absent) => Further::Absent.place(declared),
            Some(Entry::Outside) => Further::Outside.place(declared),
            Some(Entry::Known(fact)) => {
                let since = year.is_some().then(|| fact.since_year()).flatten();
                class_in(year, self.years, fact.class, since)
                    .unwrap_or_else(|| Further::Before.place(declared))
            }
        }
    }

    /// The name of a class, also of the three that come after the declared ones.
    #[must_use]
    pub fn label(&self, class: usize) -> Option<&str> {
        match Further::at(class, self.classes.len()) {
            None => self.classes.get(class).map(|class| class.label.as_str()),
            Some(Further::Absent) => Some(&self.absent),
            Some(Further::Outside) => self.outside.as_deref(),
            Some(Further::Before) => self.before.as_deref(),
        }
    }
}

/// The class of what is known of a state, in a year or in the end; none before it holds. `years` are those
/// by which its layer can be stepped.
#[must_use]
pub fn class_in(
    year: Option<u16>,
    years: Option<(u16, u16)>,
    class: usize,
    since: Option<u16>,
) -> Option<usize> {
    // What nobody dated holds in the last year alone.
    let first = years.map(|(_, last)| since.unwrap_or(last));
    let is_before = year.zip(first).is_some_and(|(year, first)| year < first);
    (!is_before).then_some(class)
}

/// The class name by which a drawing colours a class: `k` for kinds or `s` for steps with the place
/// of the class, and a word for each of the [further](Further) ones.
#[must_use]
pub fn look(is_scale: bool, declared: usize, class: usize) -> &'static str {
    const LOOKS: [[&str; 8]; 2] = [
        ["k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7"],
        ["s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7"],
    ];
    match Further::at(class, declared) {
        None => {
            let looks = LOOKS.get(usize::from(is_scale));
            looks.and_then(|looks| looks.get(class)).copied().unwrap_or_default()
        }
        Some(Further::Absent) => "none",
        Some(Further::Outside) => "outside",
        Some(Further::Before) => "before",
    }
}

/// The classes that every layer has after those that it declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Further {
    /// Of states of which the table has nothing.
    Absent,
    /// Of states that were no members then.
    Outside,
    /// Of states whose row does not hold yet in a year.
    Before,
}

impl Further {
    /// All of them, in the order of their places.
    pub const ALL: [Self; 3] = [Self::Absent, Self::Outside, Self::Before];

    /// Its place among all classes of a layer that declares so many.
    #[must_use]
    pub fn place(self, declared: usize) -> usize {
        declared + self as usize
    }

    /// The one at a place, if a layer that declares so many classes has it there.
    #[must_use]
    pub fn at(class: usize, declared: usize) -> Option<Self> {
        Self::ALL.get(class.checked_sub(declared)?).copied()
    }
}

/// What a state can be in a layer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Class {
    /// Its name in tables, in addresses and in answers.
    pub id: Id,
    /// Its name for readers.
    pub label: String,
    /// How many states are in it.
    pub tally: u32,
    /// How many there are by the official count, where that differs.
    pub official: Option<u32>,
}

/// What one state is in one layer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    /// The table has nothing of it.
    Absent,
    /// It was no member on the layer's date.
    Outside,
    /// What its row says.
    Known(StateFact),
}

impl Entry {
    /// The row, if there is one.
    #[must_use]
    pub fn fact(&self) -> Option<&StateFact> {
        match self {
            Self::Known(fact) => Some(fact),
            Self::Absent | Self::Outside => None,
        }
    }
}

/// A row of a layer's table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateFact {
    /// The place of its class in the layer.
    pub class: usize,
    /// Its number, as the table writes it.
    pub value: Option<String>,
    /// The same in hundredths, to be compared.
    pub hundredths: i64,
    /// From when it holds: a year or a day, as in ISO 8601.
    pub since: Option<String>,
    /// The year that its number is of.
    pub year: Option<String>,
    /// What else is to be said, as plain text.
    pub note: Option<String>,
    /// Its source, where that is another than the layer's.
    pub source: Option<Id>,
    /// Whether it was compared with its source.
    pub checked: Checked,
}

impl StateFact {
    /// The year from which it holds.
    #[must_use]
    pub fn since_year(&self) -> Option<u16> {
        self.since.as_deref()?.get(..4)?.parse().ok()
    }
}

/// A body, a meeting or a text that states act by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Institution {
    /// Its name in addresses.
    pub id: Id,
    /// Its name where there is little room.
    pub short: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// Since when.
    pub since: Option<String>,
    /// How many members it has.
    pub members: Option<String>,
    /// Its column and row in the drawing, from 0; none if it is in the list alone.
    pub cell: Option<(u16, u16)>,
    /// Sources that are about it, or texts of its own: whoever cites them speaks of it.
    pub sources: Vec<Id>,
    /// Further sources of what is said of it here.
    pub records: Vec<Id>,
    /// Names by which the guide's text speaks of it.
    pub names: Vec<String>,
    /// Whether this was compared with a source.
    pub checked: Checked,
}

/// What one institution does to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstitutionLink {
    /// The place of the one that does it.
    pub from: usize,
    /// The place of the one that it is done to.
    pub to: usize,
    /// What it does: "reports to".
    pub relation: String,
    /// In which year.
    pub year: String,
    /// Sources of it.
    pub sources: Vec<Id>,
    /// Whether this was compared with a source.
    pub checked: Checked,
}

/// Where a state stands in the drawings, in whole units of the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// The middle of its mark on the map.
    pub map: (i32, i32),
    /// Its column and row among tiles of equal size.
    pub tile: (i32, i32),
    /// Circles that do not overlap, for each measure: the middle, and the radius.
    pub circles: [(i32, i32, i32); 3],
}

/// The outlines of land as paths of SVG.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outlines {
    /// Width and height of the map.
    pub size: (i32, i32),
    /// Land that is no state's.
    pub other: String,
    /// The land of each state, in the order of the states.
    pub states: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn further_classes_follow_those_that_a_layer_declares() {
        for declared in 0..4 {
            for class in 0..declared {
                assert_eq!(Further::at(class, declared), None);
            }
            for class in Further::ALL {
                assert_eq!(Further::at(class.place(declared), declared), Some(class));
            }
            assert_eq!(Further::at(declared + 3, declared), None);
        }
    }
}
