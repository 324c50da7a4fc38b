//! What can be said only when all statements are known: whether questions about the argument agree
//! with it, and what speaks against what a question tests.

use std::collections::BTreeMap;

use concord_model::{Address, Block, Form, Guide, Id, StatementKind};

use crate::{diagnostic::Faults, html::Placement};

/// Compares the keys of questions that build the argument with the argument.
pub(super) fn check_placements(guide: &Guide, placements: &[Placement], faults: &mut Faults) {
    for placement in placements {
        let Placement { statement, part, target, .. } = placement;
        let Some((_, real)) = guide.statement(statement) else { continue };
        if real.kind != *part || real.target.as_ref() != Some(target) {
            let message = format!(
                "the argument has `{statement}` in another place than this question’s right answer"
            );
            let hint = match &real.target {
                Some(target) => format!("there it is `{}:{target}`", real.kind.name()),
                None => format!("there it is a {}", real.kind.name()),
            };
            faults.error(&placement.path, placement.span.clone(), message).hint(hint);
        }
    }
}

/// Gives each question the addresses of what speaks against the statements it tests: objections to
/// a claim, replies to an objection.
pub(super) fn add_counters(guide: &mut Guide) {
    let mut against: BTreeMap<Id, Vec<String>> = BTreeMap::new();
    for (route, statement) in guide.statements() {
        let speaks_against = matches!(
            statement.kind,
            StatementKind::Objection | StatementKind::Undercut | StatementKind::Reply
        );
        if let Some(target) = statement.target.clone().filter(|_| speaks_against) {
            let address = Address::new(route, statement.id.as_str()).href(Form::Folder);
            against.entry(target).or_default().push(address);
        }
    }
    for lesson in &mut guide.lessons {
        for block in &mut lesson.blocks {
            let Block::Item(item) = block else { continue };
            let tested = item.tests.iter().filter_map(|href| Address::parse(href).fragment);
            let counters = tested.filter_map(|id| against.get(id.as_str())).flatten();
            item.counters = counters.cloned().collect();
        }
    }
}
