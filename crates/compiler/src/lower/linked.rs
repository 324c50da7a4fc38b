//! Whether links to a stance can tell all statements apart: they know them by numbers of their names.

use std::collections::BTreeMap;

use concord_model::{Guide, Piece, link_bits, link_number};

use crate::{diagnostic::Faults, symbols::Symbols};

pub(super) fn check(guide: &Guide, symbols: &Symbols, faults: &mut Faults) {
    let now: Vec<&str> = guide.statements().map(|(_, own)| own.id.as_str()).collect();
    let bits = link_bits(now.len());
    let once = guide.former.iter().filter_map(|moved| match moved {
        (Piece::Statement(old), Piece::Statement(now)) => Some((old.as_str(), now.as_str())),
        _ => None,
    });
    let all = now.iter().map(|own| (*own, *own)).chain(once);
    let mut named: BTreeMap<u32, &str> = BTreeMap::new();
    for (name, own) in all {
        let Some(other) = named.insert(link_number(name, bits), name) else { continue };
        let Some(node) = symbols.nodes.get(own).filter(|_| other != name) else { continue };
        let message = format!("links to a reader’s stance cannot tell `{name}` from `{other}`");
        let is_free = |id: &String| !named.contains_key(&link_number(id, bits));
        let free = (2..).map(|number| format!("{name}-{number}")).find(is_free);
        let hint = format!(
            "both have the same number there; give the newer of the two another id, such as `{}`",
            free.unwrap_or_default()
        );
        faults.error(&node.place.path, node.span.clone(), message).hint(hint);
    }
}
