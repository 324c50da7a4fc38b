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

use crate::{Case, Checked, Class, Further, Id, LifeRule, class_in};

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
    /// What two layers say together, in the order of the file.
    pub findings: Vec<Finding>,
    /// The institutions, in the order of their table.
    pub institutions: Vec<Institution>,
    /// Who does what to whom, in the order of its table.
    pub links: Vec<InstitutionLink>,
    /// Other names by which readers find the states.
    pub names: Vec<OtherName>,
    /// The rules of the life of data, in the order of their table.
    pub life: Vec<LifeRule>,
    /// Where each state stands in each drawing, in the order of the states; empty without geometry.
    pub spots: Vec<Spot>,
    /// The outlines of land; none without geometry.
    pub outlines: Option<Outlines>,
    /// What happened in the world, as lessons tell it, by date.
    pub cases: Vec<Case>,
}

impl Community {
    /// The states that a finding speaks of, and those of them that are what it says.
    #[must_use]
    pub fn found(&self, finding: &Finding) -> (Vec<usize>, Vec<usize>) {
        let is_in = |state: usize, (layer, class): (usize, usize)| {
            self.layers.get(layer).is_some_and(|layer| layer.class(state, None) == class)
        };
        let states = self.layers.first().map_or(0, |layer| layer.rows.len());
        let of: Vec<usize> = (0..states).filter(|state| is_in(*state, finding.of)).collect();
        let are = of.iter().copied().filter(|state| is_in(*state, finding.are)).collect();
        (of, are)
    }

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
    /// The question that it answers, as plain text, with which its map is headed; the title, if it has none.
    pub question: String,
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
    /// What it is about, by which those are grouped that are compared, as plain text.
    pub subject: Option<String>,
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

/// How many states of one class are in another one, too, as a sentence. Both numbers are counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The sentence, with `{count}` and `{total}`.
    pub text: String,
    /// Of whom it speaks: the place of a layer, and that of a class in it.
    pub of: (usize, usize),
    /// What it says of them.
    pub are: (usize, usize),
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
