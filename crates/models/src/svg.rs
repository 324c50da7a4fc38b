//! What drawings share: numbers as SVG has them, dots in rows, and numbers as readers have them.

use std::fmt::Write as _;

/// A coordinate with at most one decimal.
pub(crate) fn n(number: f64) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// Points as one path of strokes without length, which round ends make dots.
pub(crate) fn dots(points: impl IntoIterator<Item = (f64, f64)>) -> String {
    points.into_iter().fold(String::new(), |mut path, (x, y)| {
        let _ = write!(path, "M{} {}h0", n(x), n(y));
        path
    })
}

/// Points joined by lines.
pub(crate) fn line(points: impl IntoIterator<Item = (f64, f64)>) -> String {
    points.into_iter().fold(String::new(), |mut path, (x, y)| {
        let _ = write!(path, "{}{} {}", if path.is_empty() { 'M' } else { 'L' }, n(x), n(y));
        path
    })
}

/// A share as a percentage: 35.1, 3.46, 0.52, 0.039.
pub(crate) fn percent(share: f64) -> String {
    let percent = share * 100.0;
    let decimals = if percent >= 10.0 {
        1
    } else if percent >= 0.1 {
        2
    } else {
        3
    };
    format!("{percent:.decimals$}")
}
