//! Who was a member on a layer's date, and whether the layer's tallies are those of its rows.

use concord_model::Entry;

use super::{day, draft::Draft, reader::Reader};
use crate::{diagnostic::Faults, source_file::Text};

/// Marks states that were no members on the date of a layer; one of them that has a row is a fault.
pub(super) fn mark_outsiders(reader: &mut Reader<'_, '_>, file: Text<'_>, drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        let Some(draft) = drafts.get(at) else { continue };
        let Some((members, span)) = draft.members.clone() else { continue };
        let Some(membership) = drafts.iter().find(|other| other.layer.id == members) else {
            let hint = crate::symbols::nearest(
                members.as_str(),
                drafts.iter().map(|draft| &draft.layer.id),
            );
            reader
                .faults
                .error(file.path, span, format!("there is no layer `{members}`"))
                .hint_if(hint);
            continue;
        };
        let year = draft.layer.date.as_deref().and_then(day::year).unwrap_or(u16::MAX);
        let is_member: Vec<bool> =
            membership.layer.rows.iter().map(|entry| is_member(membership, entry, year)).collect();
        if let Some(draft) = drafts.get_mut(at) {
            mark(reader, file, draft, &is_member);
        }
    }
}

fn is_member(membership: &Draft, entry: &Entry, year: u16) -> bool {
    entry.fact().is_some_and(|fact| {
        let outside = membership.classes.get(fact.class).is_some_and(|class| class.outside);
        let since = fact.since.as_deref().and_then(day::year);
        !outside && since.is_none_or(|since| since <= year)
    })
}

fn mark(reader: &mut Reader<'_, '_>, file: Text<'_>, draft: &mut Draft, is_member: &[bool]) {
    let states = reader.states.iter().zip(is_member).filter(|(_, is_member)| !**is_member);
    let outsiders: Vec<String> = states.map(|(state, _)| state.code()).collect();
    let Draft { layer, span, .. } = draft;
    for (entry, code) in layer
        .rows
        .iter_mut()
        .zip(is_member)
        .filter(|(_, is_member)| !**is_member)
        .map(|(entry, _)| entry)
        .zip(outsiders)
    {
        if *entry == Entry::Absent {
            *entry = Entry::Outside;
        } else {
            let message =
                format!("in the layer `{}`, `{code}` has a row and was no member", layer.id);
            let fault = reader.faults.error(file.path, span.clone(), message);
            fault.hint("take its row out, or mend the layer's `date` or the year of membership");
        }
    }
}

/// Compares each tally with the rows.
pub(super) fn check(file: Text<'_>, draft: &Draft, faults: &mut Faults) {
    for (place, (class, declared)) in draft.layer.classes.iter().zip(&draft.classes).enumerate() {
        let is_in = |entry: &&Entry| entry.fact().is_some_and(|fact| fact.class == place);
        let rows = draft.layer.rows.iter().filter(is_in).count();
        if rows != class.tally as usize {
            let message =
                format!("states in `{}`: {rows} by the table, not {}", class.id, class.tally);
            faults
                .error(file.path, declared.span.clone(), message)
                .hint("`tally` is what the table has; `official` says another count");
        }
    }
}
