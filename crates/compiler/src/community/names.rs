//! Reads `community/names.csv`, other names of states: readers find a state by them, and no page shows them.

use std::collections::BTreeMap;

use concord_model::{OtherName, State};

use super::reader::Reader;
use crate::{same::composed, sheet::Sheet};

const NAMES: &str = "community/names.csv";

/// The other names, in the order of their table; a pack may go without.
pub(super) fn read(reader: &mut Reader<'_, '_>) -> Vec<OtherName> {
    let Some(file) = reader.find(NAMES) else { return Vec::new() };
    let sheet = Sheet::read(file, &["code", "also", "use"], &[], reader.faults);
    let states = reader.states;
    let own = |(at, state): (usize, &State)| [(plain(&state.name), at), (plain(&state.code()), at)];
    let mut taken: BTreeMap<String, usize> = states.iter().enumerate().flat_map(own).collect();
    let mut names = Vec::new();
    for row in &sheet.rows {
        let code = sheet.required(row, "code", reader.faults);
        let name = sheet.required(row, "also", reader.faults);
        let kind = sheet.required(row, "use", reader.faults);
        let (Some((code, code_span)), Some((name, span)), Some((kind, kind_span))) =
            (code, name, kind)
        else {
            continue;
        };
        let is_language = kind.len() == 2 && kind.bytes().all(|byte| byte.is_ascii_lowercase());
        if !is_language && !matches!(kind, "official" | "usual") {
            let fault =
                reader.faults.error(file.path, kind_span, format!("`{kind}` is no use of a name"));
            fault.hint("write `official`, `usual` or a language by its two letters: `fr`");
        }
        let Some(state) = reader.state(file, code, code_span) else { continue };
        let key = plain(name);
        if key.is_empty() {
            let fault = reader.faults.error(file.path, span, format!("`{name}` has no letters"));
            fault.hint("readers find a state by the letters and digits of its names");
            continue;
        }
        let other = taken.get(&key).and_then(|other| states.get(*other));
        match other.map(|other| (other, other.code() == code)) {
            None => {}
            Some((_, true)) => {
                let message = format!("`{code}` is found by `{name}` already");
                let hint = "capitals, spaces and signs make no other name; leave this row out";
                reader.faults.error(file.path, span, message).hint(hint);
                continue;
            }
            Some((other, false)) => {
                let message = format!("`{name}` is `{}`, {}", other.code(), other.name);
                let hint = "a name or a code leads to one state: leave this row out";
                reader.faults.error(file.path, span, message).hint(hint);
                continue;
            }
        }
        taken.insert(key, state);
        names.push(OtherName { state, name: composed(name), is_foreign: is_language });
    }
    names
}

/// A name as it is compared: its letters and digits, in lower case.
fn plain(name: &str) -> String {
    composed(&name.to_lowercase()).chars().filter(|c| c.is_alphanumeric()).collect()
}
