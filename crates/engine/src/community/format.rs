//! Columns as text, a line each, which is small to write and to read: no number takes a format.

use super::{Cell, Column};

/// Columns as text. Fields of a line are parted by spaces; a class is a letter.
#[must_use]
pub fn write(columns: &[Column]) -> String {
    let line = |column: &Column| {
        let scale = if column.is_scale { "s" } else { "k" };
        let compared = if column.compared { "v" } else { "-" };
        let (first, last) = column.years.unwrap_or_default();
        let classes: String = column.cells.iter().map(|cell| letter(cell.class)).collect();
        let since = numbers(column.cells.iter().map(|cell| cell.since));
        let ranks = numbers(column.cells.iter().map(|cell| cell.rank));
        let (id, declared) = (&column.id, column.declared);
        format!("{id} {scale}{compared} {declared} {first} {last} {classes} {since} {ranks}\n")
    };
    columns.iter().map(line).collect()
}

fn letter(class: usize) -> char {
    u8::try_from(class).map_or('z', |class| char::from(b'a'.saturating_add(class)))
}

/// Numbers with commas, zeros left out; nothing but a comma if all of them are.
fn numbers(all: impl Iterator<Item = u16>) -> String {
    let all: Vec<String> =
        all.map(|number| if number == 0 { String::new() } else { number.to_string() }).collect();
    if all.iter().all(String::is_empty) { ",".to_owned() } else { all.join(",") }
}

/// Reads what [`write`] wrote. A line that is none is left out.
#[must_use]
pub fn parse(text: &str) -> Vec<Column> {
    text.lines().filter_map(column).collect()
}

fn column(line: &str) -> Option<Column> {
    let mut fields = line.split(' ');
    let mut next = || fields.next();
    let (id, kind) = (next()?, next()?);
    let declared = whole(next()?)?;
    let (first, last) = (whole(next()?)? as u16, whole(next()?)? as u16);
    let classes = next()?.bytes();
    let mut since = next()?.split(',');
    let mut ranks = next()?.split(',');
    let number = |text: Option<&str>| text.and_then(whole).unwrap_or_default() as u16;
    let cells = classes.map(|class| Cell {
        class: usize::from(class.saturating_sub(b'a')),
        since: number(since.next()),
        rank: number(ranks.next()),
    });
    Some(Column {
        id: id.to_owned(),
        is_scale: kind.starts_with('s'),
        compared: kind.ends_with('v'),
        declared,
        years: (last > 0).then_some((first, last)),
        cells: cells.collect(),
    })
}

/// A whole number of the file. All are read by one function, which the program has anyway.
#[must_use]
pub fn whole(text: &str) -> Option<usize> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_column() -> impl Strategy<Value = Column> {
        let cell = (0..9_usize, 0..2030_u16, 0..200_u16).prop_map(|(class, since, rank)| Cell {
            class,
            since,
            rank,
        });
        let years = prop::option::of((1..2000_u16, 2000..2030_u16));
        ("[a-z0-9-]{1,12}", any::<bool>(), any::<bool>(), 0..7_usize, years).prop_flat_map(
            move |(id, is_scale, compared, declared, years)| {
                prop::collection::vec(cell.clone(), 1..9).prop_map(move |cells| Column {
                    id: id.clone(),
                    is_scale,
                    compared,
                    declared,
                    years,
                    cells,
                })
            },
        )
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(columns in prop::collection::vec(any_column(), 0..4)) {
            prop_assert_eq!(parse(&write(&columns)), columns);
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in any::<String>()) {
            let _ = parse(&text);
        }
    }
}
