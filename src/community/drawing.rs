//! The file from which the map is drawn: where each state stands in each drawing, what it is in each
//! layer, and the outlines. It is loaded when a map is first seen.

use std::cmp::Reverse;

use concord_engine::community::{columns, write};
use concord_model::{
    AtlasFile, Community, Guide, Html, Outlines, Spot, State, Vote, html, talk::Drawing,
};

/// Half the width of the dot of each state on the map, in hundredths of a percent of its width.
const DOT: i32 = 42;

/// The file; nothing without geometry.
pub fn file(guide: &Guide, community: &Community) -> Option<AtlasFile> {
    let outlines = community.outlines.as_ref()?;
    let (dot, tiles) = (outlines.size.0 * DOT / 10_000, Tiles::of(&community.spots, outlines));
    Some(AtlasFile::of(
        guide,
        marks(&community.spots, dot, &tiles),
        write(&columns(community)),
        Vote::all(community, &guide.words),
        svg(&guide.states, community, outlines, dot, &tiles),
    ))
}

/// The grid of tiles, in the middle of the drawing.
struct Tiles {
    left: i32,
    top: i32,
    size: i32,
}

impl Tiles {
    fn of(spots: &[Spot], outlines: &Outlines) -> Self {
        let (width, height) = outlines.size;
        let columns = spots.iter().map(|spot| spot.tile.0 + 1).max().unwrap_or(1);
        let rows = spots.iter().map(|spot| spot.tile.1 + 1).max().unwrap_or(1);
        let size = (width / columns).min(height / rows);
        Self { left: (width - size * columns) / 2, top: (height - size * rows) / 2, size }
    }

    /// The middle of a state's tile.
    fn middle(&self, spot: &Spot) -> (i32, i32) {
        let at = |place: i32, start: i32| start + place * self.size + self.size / 2;
        (at(spot.tile.0, self.left), at(spot.tile.1, self.top))
    }
}

/// A line for each drawing: the middle and half the width of each mark, in the order of the states.
fn marks(spots: &[Spot], dot: i32, tiles: &Tiles) -> String {
    let line = |drawing| {
        let marks = spots.iter().map(|spot| {
            let (x, y, r) = mark(drawing, spot, dot, tiles);
            format!("{x},{y},{r}")
        });
        marks.collect::<Vec<_>>().join(" ") + "\n"
    };
    Drawing::ALL.into_iter().map(line).collect()
}

/// The mark of a state in a drawing.
fn mark(drawing: Drawing, spot: &Spot, dot: i32, tiles: &Tiles) -> (i32, i32, i32) {
    let [one, population, users] = spot.circles;
    match drawing {
        Drawing::Map => (spot.map.0, spot.map.1, dot),
        Drawing::Tiles => {
            let (x, y) = tiles.middle(spot);
            (x, y, tiles.size * 46 / 100)
        }
        Drawing::One => one,
        Drawing::Population => population,
        Drawing::Users => users,
    }
}

/// The drawing. On the map each state is one shape, its land with its dot, as each shape costs when
/// colours change; elsewhere it is a mark, on tiles with its code.
fn svg(
    states: &[State],
    community: &Community,
    outlines: &Outlines,
    dot: i32,
    tiles: &Tiles,
) -> Html {
    // Small states come last, so that no neighbour lies on them.
    let mut lands: Vec<_> = outlines.states.iter().zip(&community.spots).enumerate().collect();
    lands.sort_by_key(|(at, (path, _))| (Reverse(path.len()), *at));
    let (width, height) = outlines.size;
    html! {
        svg viewBox={ "0 0 " (width) " " (height) } {
            defs { (patterns()) }
            g.lands {
                path.land d=(outlines.other) {}
                @for (at, (path, spot)) in lands { path data-at=(at) d={ (path) (dot_at(spot, dot)) } {} }
            }
            g.marks { @for at in 0..community.spots.len() { rect data-at=(at) {} } }
            g.codes {
                @for (state, spot) in states.iter().zip(&community.spots) {
                    @let (x, y) = tiles.middle(spot);
                    text x=(x) y=(y) { (state.code()) }
                }
            }
            text.name {}
        }
    }
}

/// A dot on the map. It turns as outlines turn, or it were a hole in the land.
fn dot_at(spot: &Spot, dot: i32) -> String {
    let (x, y) = (spot.map.0 - dot, spot.map.1);
    format!("M{x} {y}a{dot} {dot} 0 1 1 {0} 0a{dot} {dot} 0 1 1-{0} 0z", dot * 2)
}

/// A pattern for each look, so that classes can be told apart without colour.
fn patterns() -> Html {
    // Lines and dots in a square of 60 by 60.
    const KINDS: [&str; 6] = [
        "",
        "M-15 15L15-15M0 60L60 0M45 75L75 45",
        "M30 18a12 12 0 1 0 .1 0z",
        "M0 30H60M30 0V60",
        "M0 15H60M0 45H60",
        "M15 0V60M45 0V60",
    ];
    // Steps: the more, the closer the lines.
    const STEPS: [&str; 6] = [
        "",
        "M30 24a6 6 0 1 0 .1 0z",
        "M15 9a6 6 0 1 0 .1 0zM45 39a6 6 0 1 0 .1 0z",
        "M0 30H60",
        "M0 15H60M0 45H60",
        "",
    ];
    let named = |kind: char, paths: [&'static str; 6]| {
        let drawn = (0..6_usize).zip(paths).filter(|(_, path)| !path.is_empty());
        drawn.map(move |(at, path)| (format!("{kind}{at}"), path))
    };
    let none = ("none".to_owned(), KINDS[1]);
    html! {
        @for (name, path) in named('k', KINDS).chain(named('s', STEPS)).chain([none]) {
            pattern #{ "_" (name) } width="60" height="60" patternUnits="userSpaceOnUse" {
                rect fill={ "var(--" (name) ")" } width="60" height="60" {}
                path d=(path) {}
            }
        }
    }
}
