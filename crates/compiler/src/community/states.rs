//! Reads `community/states.csv`, the states that the guide speaks of.

use concord_model::{Id, State};

use crate::{
    diagnostic::Faults, ids::is_reserved, same::composed, sheet::Sheet, source_file::Text,
};

/// The states of a table, in its order.
pub(crate) fn states(file: Text<'_>, faults: &mut Faults) -> Vec<State> {
    let sheet = Sheet::read(file, &["code", "name"], &[], faults);
    let mut states: Vec<State> = Vec::new();
    for row in &sheet.rows {
        let code = sheet.required(row, "code", faults);
        let name = sheet.required(row, "name", faults);
        let (Some((code, span)), Some((name, name_span))) = (code, name) else { continue };
        let Some(id) = state_id(code) else {
            let fault = faults.error(file.path, span, format!("`{code}` is no code of a state"));
            fault.hint("a code is three capital letters, as in ISO 3166-1: `TUV`");
            continue;
        };
        if states.iter().any(|other| other.id == id) {
            let fault =
                faults.error(file.path, span, format!("the state `{code}` stands here twice"));
            fault.hint("a code is for one state; take one of the rows out");
            continue;
        }
        let name = composed(name);
        let same = |other: &&State| other.name.to_lowercase() == name.to_lowercase();
        if let Some(other) = states.iter().find(same) {
            let message = format!("`{}` is called `{name}`, too", other.code());
            let fault = faults.error(file.path, name_span, message);
            fault.hint("readers tell states apart by their names; give each its own");
        }
        states.push(State { id, name });
    }
    states
}

/// The id of the state with this code, if it has the shape of one.
pub(crate) fn state_id(code: &str) -> Option<Id> {
    let is_code = code.len() == 3
        && code.bytes().all(|byte| byte.is_ascii_uppercase())
        && !is_reserved(&code.to_ascii_lowercase());
    is_code.then(|| Id::new(&code.to_ascii_lowercase()).ok()).flatten()
}
