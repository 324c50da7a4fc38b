//! What a state can be in a layer: the classes that the layer declares, and those that every layer has.

use serde::{Deserialize, Serialize};

use crate::Id;

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
    /// Whether it lies between the others, as an abstention does: one state in it and one beside it are half apart.
    pub between: bool,
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
