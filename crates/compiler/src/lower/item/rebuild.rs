//! Questions that ask to rebuild the argument: which statements are to be placed. Where they belong is said once all are known
//! (`lower/rebuild.rs`).

use concord_model::{Id, Interaction, Places, StatementKind};

use crate::{html::Writer, kind::SectionKind, outline::Section};

/// The statements of the question's lesson but conclusions, or all claims of the guide, in the order of their files.
pub(super) fn rebuild(section: &Section<'_>, writer: &mut Writer<'_, '_>) -> Option<Interaction> {
    let whole = is_of_whole(section, writer);
    let here = &writer.symbols.nodes.get(section.id.as_ref()?)?.route;
    let nodes = writer.symbols.nodes.iter().filter(|(_, node)| match node.kind {
        SectionKind::Statement(StatementKind::Claim) => whole || node.route == *here,
        SectionKind::Statement(kind) => {
            kind != StatementKind::Conclusion && !whole && node.route == *here
        }
        _ => false,
    });
    let mut found: Vec<_> =
        nodes.map(|(id, node)| (&node.place.path, node.span.start, id)).collect();
    found.sort();
    let pieces: Vec<Id> = found.into_iter().map(|(.., id)| id.clone()).collect();
    Some(Interaction::Rebuild { pieces, all: Places { things: Vec::new(), places: Vec::new() } })
}

fn is_of_whole(section: &Section<'_>, writer: &mut Writer<'_, '_>) -> bool {
    let Some((of, span)) = section.attributes.value("of") else { return false };
    if of != "whole" {
        let message =
            format!("an argument is rebuilt of the `whole` guide or of its lesson, not of `{of}`");
        let hint = "write `of=whole`, or leave it out for the statements of this lesson";
        writer.faults.error(writer.file.path, span, message).hint(hint);
    }
    of == "whole"
}
