//! Questions that ask where a statement belongs in the argument.

use concord_model::{Answer, Html, Id, Interaction, Place, StatementKind};

use super::answers::{Found, answers, one_key};
use crate::{
    events::Events,
    html::{Placement, Writer},
    lower::statement::{fits, with_article},
    outline::Section,
    suggest,
    symbols::nearest,
};

/// Answers such as `premise:some-claim`: what the statement named by `place=` would be there.
pub(super) fn build<'a>(
    section: &Section<'a>,
    list: Events<'_, 'a>,
    writer: &mut Writer<'_, 'a>,
) -> Option<Interaction> {
    let Some((name, span)) = section.attributes.value("place") else {
        let hint = "add `place=` and the id of the statement to be placed";
        writer.refuse(
            &section.span,
            "this question does not say which statement is to be placed",
            hint,
        );
        return None;
    };
    let symbols = writer.symbols;
    let name = writer.node_now(name, &span);
    let Some((statement, node)) = symbols.statement(name) else {
        let hint = nearest(name, symbols.statement_ids());
        let message = format!("there is no statement `{name}`");
        writer.faults.error(writer.file.path, span, message).hint_if(hint);
        return None;
    };
    let answers = answers(list, writer)?;
    one_key(&answers, writer);
    let mut places: Vec<(Place, Id)> = Vec::new();
    for found in answers {
        let Some((place, target)) = place(section, statement, &found, writer) else { continue };
        let is_same = |(other, id): &(Place, Id)| other.part == place.part && *id == target;
        if places.iter().any(is_same) {
            found.fault(writer, "this place stands here twice", "take one of them out");
        }
        places.push((place, target));
    }
    let places = places.into_iter().map(|(place, _)| place).collect();
    Some(Interaction::Build { statement: Html::escaped(&node.title), places })
}

fn place(
    section: &Section<'_>,
    statement: &Id,
    found: &Found,
    writer: &mut Writer<'_, '_>,
) -> Option<(Place, Id)> {
    let answer = &found.answer;
    let text = answer.text.text();
    let Some((part, name)) = text.split_once(':') else {
        let message = format!("`{text}` names no place in the argument");
        let hint = "write the part, a colon and the id of a statement: `premise:some-claim`";
        found.fault(writer, message, hint);
        return None;
    };
    let kinds = || StatementKind::ALL.into_iter();
    let Some(part) = kinds().find(|kind| kind.name() == part.trim()) else {
        let hint = suggest::did_you_mean(part.trim(), kinds().map(StatementKind::name));
        let message = format!("there is no part `{}` of an argument", part.trim());
        found.fault(writer, message, hint.as_deref().unwrap_or_default());
        return None;
    };
    let symbols = writer.symbols;
    let name = name.trim();
    let source = writer.file.text.get(found.span.clone()).unwrap_or_default();
    let at = found.span.start + source.find(name).unwrap_or_default();
    let name = writer.node_now(name, &(at..at + name.len()));
    let Some((target, node)) = symbols.statement(name) else {
        let hint = nearest(name, symbols.statement_ids());
        let hint = hint.unwrap_or_else(|| "write the id of a statement after the colon".to_owned());
        found.fault(writer, format!("there is no statement `{name}`"), &hint);
        return None;
    };
    if !fits(part, node.kind) {
        let message = format!(
            "{} cannot speak to {}, which `{target}` is",
            with_article(part.name()),
            with_article(node.kind.name())
        );
        found.fault(writer, message, "name a place that the argument could have");
        return None;
    }
    if answer.key {
        writer.placements.push(Placement {
            path: writer.file.path.to_owned(),
            span: section.span.clone(),
            statement: statement.clone(),
            part,
            target: target.clone(),
        });
    }
    let answer = Answer { text: Html::escaped(&node.title), ..answer.clone() };
    Some((Place { part, answer }, target.clone()))
}
