//! Prints on which days the questions of a record come back, and how many on each: `tests/packages/calendar.test.mjs` sets it
//! beside what the file for calendars says.

use std::{env, error::Error, fs, path::PathBuf};

use concord_compiler::{compile, read_pack};
use concord_engine::{
    record::{Stored, read},
    standing::standing,
};

/// How far it looks.
const DAYS: u32 = 4_000;

fn main() -> Result<(), Box<dyn Error>> {
    let values: Vec<String> = env::args().skip(1).collect();
    let [pack, record, today] = values.as_slice() else {
        return Err("name a pack, a record and a day".into());
    };
    let guide = compile(&read_pack(&PathBuf::from(pack))?).guide.ok_or("the pack has faults")?;
    let Stored::Record(record) = read(&fs::read_to_string(record)?) else {
        return Err("that is no record".into());
    };
    let today: u32 = today.parse()?;
    let mut before = 0;
    for day in today..today + DAYS {
        let due = standing(&guide, &record, day).due.len();
        if due > before {
            println!("{day} {}", due - before);
        }
        before = due;
    }
    Ok(())
}
