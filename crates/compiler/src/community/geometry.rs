//! Reads where states stand in the drawings, `community/places.csv` and `tiles.csv`, and the outlines
//! of land, `outlines.topojson`: borders that two states share stand in it once.

use concord_model::{Outlines, Spot};
use serde_json::Value;

use super::{reader::Reader, states::state_id};
use crate::{sheet::Sheet, source_file::Text};

const PLACES: &str = "community/places.csv";
const TILES: &str = "community/tiles.csv";
const OUTLINES: &str = "community/outlines.topojson";

const COLUMNS: [&str; 12] = [
    "iso3",
    "x",
    "y",
    "one_x",
    "one_y",
    "one_r",
    "population_x",
    "population_y",
    "population_r",
    "users_x",
    "users_y",
    "users_r",
];

/// The places of all states and the outlines; a pack may go without both.
pub(super) fn read(reader: &mut Reader<'_, '_>) -> (Vec<Spot>, Option<Outlines>) {
    let (places, tiles) = (reader.find(PLACES), reader.find(TILES));
    let outlines = reader.find(OUTLINES).and_then(|file| outlines(reader, file));
    let Some((outlines, unit)) = outlines else { return (Vec::new(), None) };
    let places = places.map(|file| numbers::<11>(reader, file, &COLUMNS));
    let tiles = tiles.map(|file| numbers::<2>(reader, file, &["iso3", "column", "row"]));
    let (Some(places), Some(tiles)) = (places, tiles) else { return (Vec::new(), None) };
    let spot = |(place, tile): (Option<[i32; 11]>, Option<[i32; 2]>)| {
        let [x, y, a, b, c, d, e, f, g, h, i] = place?.map(|number| number.saturating_mul(unit));
        let [column, row] = tile?;
        Some(Spot { map: (x, y), tile: (column, row), circles: [(a, b, c), (d, e, f), (g, h, i)] })
    };
    let spots: Option<Vec<Spot>> = places.into_iter().zip(tiles).map(spot).collect();
    let spots = spots.unwrap_or_default();
    // Marks may reach further than land does.
    let size = spots.iter().fold(outlines.size, |(width, height), spot| {
        let dot = (spot.map.0, spot.map.1, width / 200);
        let marks = spot.circles.iter().chain([&dot]);
        marks.fold((width, height), |(width, height), (x, y, r)| {
            (width.max(x + r), height.max(y + r))
        })
    });
    (spots, Some(Outlines { size, ..outlines }))
}

/// The numbers of each state in a table; a state without a row is a fault.
fn numbers<const N: usize>(
    reader: &mut Reader<'_, '_>,
    file: Text<'_>,
    columns: &[&'static str],
) -> Vec<Option<[i32; N]>> {
    let sheet = Sheet::read(file, columns, &[], reader.faults);
    let mut all = vec![None; reader.states.len()];
    for row in &sheet.rows {
        let Some((code, span)) = sheet.required(row, "iso3", reader.faults) else { continue };
        let state = reader.state(file, code, span);
        let mut numbers = [0; N];
        for (slot, column) in numbers.iter_mut().zip(columns.iter().skip(1)) {
            let Some((text, span)) = sheet.required(row, column, reader.faults) else { continue };
            match text.parse() {
                Ok(number) if (-20_000..=20_000).contains(&number) => *slot = number,
                _ => {
                    let message = format!("`{text}` is no whole number of the map");
                    let hint =
                        "write whole numbers from -20000 to 20000, as geometry/README.md says";
                    reader.faults.error(file.path, span, message).hint(hint);
                }
            }
        }
        if let Some(slot) = state.and_then(|state| all.get_mut(state)) {
            *slot = Some(numbers);
        }
    }
    let missing = reader.states.iter().zip(&all).find(|(_, numbers)| numbers.is_none());
    if let Some((state, _)) = missing {
        let fault =
            reader.faults.error(file.path, 0..0, format!("`{}` has no row here", state.code()));
        fault.hint("every state has its place in every drawing");
    }
    all
}

/// The outlines as paths, in steps of the file, and how many such steps a unit of the map has.
fn outlines(reader: &mut Reader<'_, '_>, file: Text<'_>) -> Option<(Outlines, i32)> {
    let read = serde_json::from_str(file.text).ok().and_then(|value: Value| {
        let step = value.pointer("/transform/scale/0")?.as_f64()?;
        let unit = (1.0 / step).round();
        let arcs = value.get("arcs")?.as_array()?.iter().map(arc).collect::<Option<Vec<_>>>()?;
        let land = value.pointer("/objects/land/geometries")?.as_array()?;
        let mut other = String::new();
        let mut states = vec![String::new(); reader.states.len()];
        for geometry in land {
            let path = path(geometry, &arcs)?;
            match geometry.get("id").and_then(Value::as_str) {
                None => other += &path,
                Some(code) => {
                    let id = state_id(code)?;
                    let place = reader.states.iter().position(|state| state.id == id)?;
                    states.get_mut(place)?.push_str(&path);
                }
            }
        }
        let points = || arcs.iter().flatten();
        let size = (points().map(|point| point.0).max()?, points().map(|point| point.1).max()?);
        let unit = [1, 2, 4, 5, 8, 10, 20].into_iter().find(|known| f64::from(*known) == unit)?;
        Some((Outlines { size, other, states }, unit))
    });
    let Some((outlines, unit)) = read else {
        let fault = reader.faults.error(file.path, 0..0, "these are no outlines of the states");
        fault.hint("geometry/README.md says how they are made");
        return None;
    };
    let missing = reader.states.iter().zip(&outlines.states).find(|(_, path)| path.is_empty());
    if let Some((state, _)) = missing {
        let message = format!("`{}` has no outline", state.code());
        let hint = "make the outlines anew from the table of states, as geometry/README.md says";
        reader.faults.error(file.path, 0..0, message).hint(hint);
    }
    Some((outlines, unit))
}

type Point = (i32, i32);

/// The points of an arc, whose steps are relative.
fn arc(arc: &Value) -> Option<Vec<Point>> {
    let number = |step: &Value, at: usize| i32::try_from(step.get(at)?.as_i64()?).ok();
    let (mut x, mut y) = (0_i32, 0_i32);
    let step = |step: &Value| {
        x = x.checked_add(number(step, 0)?)?;
        y = y.checked_add(number(step, 1)?)?;
        Some((x, y))
    };
    arc.as_array()?.iter().map(step).collect()
}

/// The rings of a geometry as a path with relative steps.
fn path(geometry: &Value, arcs: &[Vec<Point>]) -> Option<String> {
    let list = geometry.get("arcs")?.as_array()?;
    let polygons: Vec<&Value> = match geometry.get("type")?.as_str()? {
        "Polygon" => vec![geometry.get("arcs")?],
        _ => list.iter().collect(),
    };
    let mut path = String::new();
    for polygon in polygons {
        for ring in polygon.as_array()? {
            let mut points: Vec<Point> = Vec::new();
            for index in ring.as_array()? {
                let index = index.as_i64()?;
                let forward = usize::try_from(if index < 0 { !index } else { index }).ok()?;
                let mut next = arcs.get(forward)?.clone();
                if index < 0 {
                    next.reverse();
                }
                points.extend(next.into_iter().skip(usize::from(!points.is_empty())));
            }
            points.pop();
            write_ring(&points, &mut path);
        }
    }
    Some(path)
}

fn write_ring(points: &[Point], path: &mut String) {
    let Some((first, rest)) = points.split_first() else { return };
    path.push_str(&format!("M{} {}l", first.0, first.1));
    let (mut at, mut begun) = (*first, false);
    for point in rest {
        for step in [point.0 - at.0, point.1 - at.1] {
            // A minus parts numbers as well as a space does.
            if begun && step >= 0 {
                path.push(' ');
            }
            path.push_str(&step.to_string());
            begun = true;
        }
        at = *point;
    }
    path.push('z');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_borders_are_read_in_both_directions() {
        let arcs = [vec![(0, 0), (4, 0), (4, 4)], vec![(0, 0), (0, 4), (4, 4)]];
        let geometry = |arcs: &str| {
            serde_json::from_str::<Value>(&format!("{{\"type\":\"Polygon\",\"arcs\":[{arcs}]}}"))
        };
        assert_eq!(path(&geometry("[0,-2]").unwrap(), &arcs).unwrap(), "M0 0l4 0 0 4-4 0z");
        assert_eq!(path(&geometry("[1,-1]").unwrap(), &arcs).unwrap(), "M0 0l0 4 4 0 0-4z");
        assert_eq!(path(&geometry("[7]").unwrap(), &arcs), None);
    }
}
