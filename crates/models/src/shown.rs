//! What readers are shown of a run: a sentence, a drawing, and a table of the same numbers.

use concord_model::Html;

/// What is shown of a run after a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// What is seen, in a sentence or two of the pack's words; screen readers are told it, too.
    pub sentence: String,
    /// What people would rather look at.
    pub drawing: Drawing,
    /// The same numbers.
    pub table: Table,
    /// Which of the model's predictions came true; nothing while that is open.
    pub came: Option<usize>,
}

/// A drawing. Classes of the stylesheet give it its colours: `c0` to `c5` are six kinds, each with its own colour and
/// lightness; `axis`, `grid`, `label`, `strong`, `soft` and `line` are as in figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    /// A whole `svg` element, with `viewBox`, `role="img"` and `aria-label`.
    Svg(Html),
    /// Cells, which are painted on a canvas in the browser, and written as SVG elsewhere.
    Lattice(Lattice),
}

/// Cells in rows from the top, each of a kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Lattice {
    /// How many cells a row has.
    pub width: usize,
    /// The kind of each cell: the number of its colour.
    pub cells: Vec<u8>,
    /// What each kind is called.
    pub kinds: Vec<String>,
    /// What the drawing shows, for those who do not see it.
    pub label: String,
}

/// A table. The first cell of each row names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The name of each column.
    pub head: Vec<String>,
    /// The rows; each has as many cells as the head.
    pub rows: Vec<Vec<String>>,
}

/// A share as readers see it: `12.5%`, without a decimal from ten per cent on.
#[must_use]
pub(crate) fn percent(share: f64) -> String {
    let hundredths = share * 100.0;
    let places = usize::from(hundredths > 0.0 && hundredths < 9.95);
    format!("{hundredths:.places$}%")
}

/// A number with two decimals.
#[must_use]
pub(crate) fn decimal(number: f64) -> String {
    format!("{number:.2}")
}
