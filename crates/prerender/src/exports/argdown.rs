//! The argument as [Argdown](https://argdown.org/syntax/): statements by their ids, attacks below what
//! they attack, and each step as an argument with premises, a conclusion, what denies it, and its scheme as a tag.

use concord_engine::argdown;
use concord_model::{ArgumentMap, Guide, MapStatement};

pub(crate) fn argdown(guide: &Guide, map: &ArgumentMap) -> String {
    let mut out = format!("===\ntitle: {}\n===\n", quoted(&guide.title));
    for (number, own) in (0..).zip(&map.statements) {
        out += &format!("\n[{}]: {} #{}\n", own.id, sentence(own), own.kind.name());
        for (from, _) in map.attacks.iter().filter(|(_, attacked)| *attacked == number) {
            out += &format!("  - [{}]\n", name(map, *from));
        }
    }
    for (number, step) in (0..).zip(&map.inferences) {
        out += &format!("\n<step-{}>{}\n\n", number + 1, scheme(guide, map, number));
        for (place, premise) in (1..).zip(&step.premises) {
            out += &format!("({place}) [{}]\n", name(map, *premise));
        }
        out += "-----\n";
        for (from, _) in map.undercuts.iter().filter(|(_, denied)| *denied == number) {
            out += &format!("  <_ [{}]\n", name(map, *from));
        }
        let last = step.premises.len() + 1;
        out += &format!("({last}) [{}]\n", name(map, step.conclusion));
    }
    out
}

/// The scheme of a step, as the argument's text and tag; nothing if it says none.
fn scheme(guide: &Guide, map: &ArgumentMap, step: u32) -> String {
    guide.critique.at(map, step).map_or_else(String::new, |questioned| {
        let name = argdown::sentence(guide.schemes.name(questioned.scheme));
        format!(": {name} #{}", questioned.scheme.name())
    })
}

fn name(map: &ArgumentMap, number: u32) -> &str {
    map.statements.get(number as usize).map_or("", |own| own.id.as_str())
}

/// A sentence. Whose it is stands behind it.
fn sentence(own: &MapStatement) -> String {
    argdown::sentence(&format!("{} ({})", own.title.text(), own.owner))
}

/// A text as YAML.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
