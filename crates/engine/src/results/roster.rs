//! Who has not handed in, against a list that the teacher pastes.

use std::collections::BTreeSet;

/// How many lines of a list are read.
const MOST_LINES: usize = 2_000;

/// What a list and names have not in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Lines of the list that nobody has handed in for, as they are written there.
    pub absent: Vec<String>,
    /// Names that do not stand in the list, by their places.
    pub unknown: Vec<usize>,
}

/// A name by its words, without signs, in whatever order: "Lovelace, Ada" is "ada lovelace".
pub(super) fn folded(name: &str) -> String {
    let lower = name.to_lowercase();
    let is_part = |c: char| c.is_alphanumeric() || c == '\'' || c == '’';
    let mut words: Vec<&str> =
        lower.split(|c| !is_part(c)).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// Whether two names are the same but for case, signs and the order of their words.
#[must_use]
pub fn same_name(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

/// Compares a list with the names of those who handed in: a name stands in a line that is it, or in one of its cells,
/// which tabs or semicolons part as spreadsheets do.
#[must_use]
pub fn missing(list: &str, names: &[&str]) -> Missing {
    let names: Vec<String> = names.iter().map(|name| folded(name)).collect();
    let mut found = BTreeSet::new();
    let mut absent = Vec::new();
    for line in list.lines().take(MOST_LINES).filter(|line| !folded(line).is_empty()) {
        let cells = std::iter::once(line).chain(line.split(['\t', ';']));
        let mut is_there = false;
        for cell in cells.map(folded).filter(|cell| !cell.is_empty()) {
            let own = names.iter().enumerate().filter(|(_, name)| **name == cell);
            let before = found.len();
            found.extend(own.map(|(place, _)| place));
            is_there |= found.len() > before || names.contains(&cell);
        }
        if !is_there {
            absent.push(line.trim().to_owned());
        }
    }
    let unknown = (0..names.len()).filter(|place| !found.contains(place)).collect();
    Missing { absent, unknown }
}
