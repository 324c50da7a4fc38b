//! The file from which the map is drawn: where each state stands in each drawing, what it is in each
//! layer, and the outlines. It is loaded when a map is first seen.

use std::cmp::Reverse;

use concord_engine::community::{columns, write};
use concord_model::{Community, Outlines, Spot};

/// Half the width of the dot of each state on the map, in hundredths of a percent of its width.
const DOT: i32 = 42;

/// The file: five lines of marks, the layers, and the drawing, with empty lines between them. Nothing
/// without geometry.
pub fn file(community: &Community) -> Option<String> {
    let outlines = community.outlines.as_ref()?;
    Some(format!(
        "{}\n{}\n{}",
        marks(&community.spots, outlines),
        write(&columns(community)),
        svg(community, outlines)
    ))
}

/// A line for each drawing: the middle and half the width of each mark, in the order of the states.
fn marks(spots: &[Spot], outlines: &Outlines) -> String {
    let (width, height) = outlines.size;
    let columns = spots.iter().map(|spot| spot.tile.0 + 1).max().unwrap_or(1);
    let rows = spots.iter().map(|spot| spot.tile.1 + 1).max().unwrap_or(1);
    let tile = (width / columns).min(height / rows);
    let (left, top) = ((width - tile * columns) / 2, (height - tile * rows) / 2);
    let dot = width * DOT / 10_000;
    let map = |spot: &Spot| (spot.map.0, spot.map.1, dot);
    let tiles = |spot: &Spot| {
        let at = |place: i32, start: i32| start + place * tile + tile / 2;
        (at(spot.tile.0, left), at(spot.tile.1, top), tile * 46 / 100)
    };
    let line = |mark: &dyn Fn(&Spot) -> (i32, i32, i32)| {
        let marks: Vec<String> = spots
            .iter()
            .map(|spot| {
                let (x, y, r) = mark(spot);
                format!("{x},{y},{r}")
            })
            .collect();
        marks.join(" ") + "\n"
    };
    let circles =
        (0..3_usize).map(|at| line(&|spot| spot.circles.get(at).copied().unwrap_or_default()));
    [line(&map), line(&tiles)].into_iter().chain(circles).collect()
}

/// The drawing. Small states come last, so that no neighbour lies on them.
fn svg(community: &Community, outlines: &Outlines) -> String {
    let mut states: Vec<(usize, &String)> = outlines.states.iter().enumerate().collect();
    states.sort_by_key(|(at, path)| (Reverse(path.len()), *at));
    let states: String = states
        .into_iter()
        .filter(|(at, _)| *at < community.spots.len())
        .map(|(at, path)| {
            format!("<g data-at=\"{at}\"><path d=\"{path}\"></path><rect></rect></g>")
        })
        .collect();
    let (width, height) = outlines.size;
    format!(
        "<svg viewBox=\"0 0 {width} {height}\"><defs>{}</defs><path class=\"land\" d=\"{}\"></path>{states}</svg>",
        patterns(),
        outlines.other
    )
}

/// A pattern for each look, so that classes can be told apart without colour.
fn patterns() -> String {
    // Lines and dots in a square of 60 by 60.
    const KINDS: [&str; 6] = [
        "",
        "M-15 15L15-15M0 60L60 0M45 75L75 45",
        "M30 18a12 12 0 1 0 .1 0z",
        "M0 30H60M30 0V60",
        "M0 15H60M0 45H60",
        "M15 0V60M45 0V60",
    ];
    let pattern = |name: &str, path: &str| {
        format!(
            "<pattern id=\"_{name}\" width=\"60\" height=\"60\" patternUnits=\"userSpaceOnUse\">\
             <rect fill=\"var(--{name})\" width=\"60\" height=\"60\"></rect><path d=\"{path}\"></path></pattern>"
        )
    };
    // Steps: the more, the closer the lines.
    const STEPS: [&str; 6] = [
        "",
        "M30 24a6 6 0 1 0 .1 0z",
        "M15 9a6 6 0 1 0 .1 0zM45 39a6 6 0 1 0 .1 0z",
        "M0 30H60",
        "M0 15H60M0 45H60",
        "",
    ];
    let named = |kind: char, paths: [&str; 6]| -> String {
        let drawn = (0..).zip(paths).filter(|(_, path)| !path.is_empty());
        drawn.map(|(at, path)| pattern(&format!("{kind}{at}"), path)).collect()
    };
    named('k', KINDS) + &named('s', STEPS) + &pattern("none", KINDS[1])
}
