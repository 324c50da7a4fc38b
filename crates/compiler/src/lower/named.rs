//! What attributes name: sources, statements and terms, each looked up, or a fault.

use concord_model::{Address, Form, Id, Route};

use crate::{
    html::Writer,
    outline::Section,
    symbols::{Space, nearest},
};

/// The sources of a section, which are cited with that.
pub(super) fn cited(section: &Section<'_>, writer: &mut Writer<'_, '_>) -> Vec<Id> {
    let mut ids = Vec::new();
    for (name, span) in section.attributes.list("source", writer.faults) {
        match writer.symbols.sources.get(name) {
            Some(id) => {
                writer.cite(id);
                ids.push(id.clone());
            }
            None => {
                let hint = nearest(name, writer.symbols.sources.iter());
                writer
                    .faults
                    .error(writer.file.path, span, format!("there is no source `{name}`"))
                    .hint_if(hint);
            }
        }
    }
    ids
}

/// The addresses of the statements and terms that an attribute names.
pub(super) fn tested(
    section: &Section<'_>,
    attribute: &str,
    writer: &mut Writer<'_, '_>,
) -> Vec<String> {
    let mut addresses = Vec::new();
    for (name, span) in section.attributes.list(attribute, writer.faults) {
        let symbols = writer.symbols;
        let name = writer.node_now(name, &span);
        let name = match symbols.statement(name) {
            Some(_) => name,
            None => symbols.now(Space::Term, name, (writer.file.path, span.clone()), writer.faults),
        };
        if let Some((id, node)) = symbols.statement(name) {
            addresses.push(node.address(id).href(Form::Folder));
        } else if symbols.terms.contains_key(name) {
            addresses.push(Address::new(Route::Glossary, name).href(Form::Folder));
        } else {
            let hint = nearest(name, symbols.statement_ids().chain(symbols.terms.keys()));
            let message = format!("there is no statement or term `{name}`");
            writer.faults.error(writer.file.path, span, message).hint_if(hint);
        }
    }
    addresses
}
