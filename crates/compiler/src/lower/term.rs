//! An entry of the glossary.

use concord_model::Term;

use super::named::cited;
use crate::{
    events::plain_text,
    html::Writer,
    outline::{Part, Section},
};

pub(super) fn lower<'a>(section: &Section<'a>, writer: &mut Writer<'_, 'a>) -> Option<Term> {
    let sources = cited(section, writer);
    let mut definition = None;
    for part in &section.parts {
        match part {
            Part::Prose(events) => definition = Some(writer.blocks(events)),
            Part::Section(inner) => {
                writer
                    .faults
                    .error(writer.file.path, inner.span.clone(), "a term holds no headings")
                    .hint("keep a definition to a few sentences");
            }
        }
    }
    if definition.is_none() {
        writer
            .faults
            .error(writer.file.path, section.span.clone(), "this term has no definition")
            .hint("write one or two sentences below it");
    }
    Some(Term {
        id: section.id.clone()?,
        title: plain_text(&section.title),
        definition: definition?,
        sources,
        used_in: Vec::new(),
    })
}
