//! What readers may try on the argument with one press: statements that are rejected together.

use std::ops::Range;

use concord_model::{ArgumentMap, Guide, Id, WhatIf};

use crate::{diagnostic::Faults, settings::Tried, symbols::nearest};

/// What can be tried, if each of its statements is one that a reader judges.
pub(super) fn of(asked: Vec<Tried>, guide: &Guide, path: &str, faults: &mut Faults) -> Vec<WhatIf> {
    let map = ArgumentMap::of(guide);
    let mut is_judged = |(id, span): &(Id, Range<usize>)| {
        let place = map.statements.iter().position(|own| own.id == *id);
        let Some(place) = place else {
            let fault = faults.error(path, span.clone(), format!("there is no statement `{id}`"));
            fault.hint_if(nearest(id.as_str(), guide.statements().map(|(_, own)| &own.id)));
            return false;
        };
        let is_leaf = u32::try_from(place).is_ok_and(|place| map.is_leaf(place));
        if !is_leaf {
            let fault = "`reject` names a statement that follows from others";
            faults.error(path, span.clone(), fault).hint(format!(
                "name a premise that `{id}` rests on: readers judge what rests on nothing else"
            ));
        }
        is_leaf
    };
    let tried = asked.into_iter().map(|(ask, then, mut reject)| {
        reject.retain(&mut is_judged);
        WhatIf { ask, then, reject: reject.into_iter().map(|(id, _)| id).collect() }
    });
    tried.filter(|tried| !tried.reject.is_empty()).collect()
}
