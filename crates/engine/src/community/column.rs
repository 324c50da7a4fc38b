//! A layer as the drawings need it: for each state a class, from when on, and a rank.

use concord_model::{Community, Entry, Further, Layer, class_in};

/// A layer without its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// The layer's id.
    pub id: String,
    /// Whether its classes are steps of a scale.
    pub is_scale: bool,
    /// Whether states are compared by it.
    pub compared: bool,
    /// How many classes it declares. After them come the [further](Further) ones.
    pub declared: usize,
    /// The first and the last year by which it can be stepped.
    pub years: Option<(u16, u16)>,
    /// What each state is, in the order of the states.
    pub cells: Vec<Cell>,
}

/// What a state is in a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its class in the end.
    pub class: usize,
    /// From which year on; 0 if nobody says.
    pub since: u16,
    /// Its place among the states by its number; 0 without one.
    pub rank: u16,
}

impl Column {
    /// The place of a class that every layer has.
    #[must_use]
    pub fn further(&self, class: Further) -> usize {
        class.place(self.declared)
    }

    /// The class of a state in a year; without a year, in the end.
    #[must_use]
    pub fn class(&self, state: usize, year: Option<u16>) -> usize {
        let Some(cell) = self.cells.get(state) else { return self.further(Further::Absent) };
        if cell.class >= self.declared {
            return cell.class;
        }
        let since = Some(cell.since).filter(|since| *since > 0);
        class_in(year, self.years, cell.class, since)
            .unwrap_or_else(|| self.further(Further::Before))
    }

    /// How many states are in each class.
    #[must_use]
    pub fn tally(&self, year: Option<u16>) -> Vec<usize> {
        let mut tally = vec![0; self.declared + Further::ALL.len()];
        for state in 0..self.cells.len() {
            if let Some(count) = tally.get_mut(self.class(state, year)) {
                *count += 1;
            }
        }
        tally
    }

    /// The states in a class, in their order.
    pub fn states(&self, class: usize, year: Option<u16>) -> impl Iterator<Item = usize> {
        (0..self.cells.len()).filter(move |state| self.class(*state, year) == class)
    }

    /// By what states are sorted: their number, or their class and then their year.
    #[must_use]
    pub fn key(&self, state: usize) -> usize {
        let cell = self.cells.get(state).copied().unwrap_or_default();
        match cell.rank {
            0 => (cell.class + 1) << 12 | usize::from(cell.since),
            rank => usize::from(rank),
        }
    }
}

/// The layers of a community without their words.
#[must_use]
pub fn columns(community: &Community) -> Vec<Column> {
    community.layers.iter().map(column).collect()
}

fn column(layer: &Layer) -> Column {
    let mut numbers: Vec<i64> = if layer.unit.is_some() {
        layer.rows.iter().filter_map(|row| Some(row.fact()?.hundredths)).collect()
    } else {
        Vec::new()
    };
    // The largest comes first, as the first class does.
    numbers.sort_unstable_by(|a, b| b.cmp(a));
    numbers.dedup();
    let further =
        |class: Further| Cell { class: class.place(layer.classes.len()), ..Cell::default() };
    let cell = |entry: &Entry| match entry {
        Entry::Absent => further(Further::Absent),
        Entry::Outside => further(Further::Outside),
        Entry::Known(fact) => Cell {
            class: fact.class,
            since: fact.since_year().unwrap_or_default(),
            rank: numbers
                .iter()
                .position(|number| *number == fact.hundredths)
                .and_then(|place| u16::try_from(place + 1).ok())
                .unwrap_or_default(),
        },
    };
    Column {
        id: layer.id.to_string(),
        is_scale: layer.is_scale,
        compared: layer.compared,
        declared: layer.classes.len(),
        years: layer.years,
        cells: layer.rows.iter().map(cell).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(class: usize, since: u16) -> Cell {
        Cell { class, since, rank: 0 }
    }

    #[test]
    fn a_row_holds_from_its_year_on_and_an_undated_one_in_the_last() {
        let column = Column {
            declared: 1,
            years: Some((1945, 2025)),
            cells: vec![cell(0, 1945), cell(0, 1999), cell(0, 0), cell(1, 0)],
            ..Column::default()
        };
        let classes = |year| (0..4).map(|state| column.class(state, year)).collect::<Vec<_>>();
        assert_eq!(classes(Some(1944)), [3, 3, 3, 1]);
        assert_eq!(classes(Some(1998)), [0, 3, 3, 1]);
        assert_eq!(classes(Some(1999)), [0, 0, 3, 1]);
        assert_eq!(classes(Some(2025)), [0, 0, 0, 1]);
        assert_eq!(classes(None), [0, 0, 0, 1]);
        assert_eq!(column.tally(Some(1998)), [1, 1, 0, 2]);
        assert_eq!(column.states(3, Some(1998)).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(column.class(99, None), column.further(Further::Absent));
    }
}
