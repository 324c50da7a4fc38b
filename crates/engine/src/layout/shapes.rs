//! What is laid out, and where it comes to stand.

/// A box to place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// A line to draw between two boxes, which are named by their places in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Where it begins.
    pub from: usize,
    /// Where it ends, to the left of its beginning.
    pub to: usize,
    /// How many columns it takes at least; 0 if it says nothing about columns and is drawn between
    /// the places that its ends have otherwise.
    pub length: usize,
}

/// Space that is left free.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gaps {
    /// Between columns.
    pub columns: f64,
    /// Between boxes in a column.
    pub boxes: f64,
}

/// A point of a drawing; `x` grows to the right and `y` downward, both from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}
