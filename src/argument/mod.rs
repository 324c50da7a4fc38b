//! Statements of the argument: their part, whose they are, what they speak to, and their sources.

mod filter;

use concord_model::{Address, Statement};

use crate::{
    Site,
    scope::Scope,
    text::{cited, link, mark, part, verb, word},
};
pub(crate) use filter::filter;

/// A statement: `own` is its explanation, `nested` the statements below it, and `within` the one
/// around it, whose target and sources it need not repeat.
pub(crate) fn statement(
    scope: Scope<'_>,
    statement: &Statement,
    within: Option<&Statement>,
    own: &str,
    nested: &str,
) -> String {
    let site = scope.site;
    let part = part(site, statement.kind);
    let owner = site.guide.owner(&statement.owner);
    let (sign, name, by) = owner
        .map(|owner| (mark(owner.mark), word(&owner.name), owner.mark.name()))
        .unwrap_or_default();
    let repeats_target = within.is_some_and(|outer| statement.target.as_ref() == Some(&outer.id));
    let repeats_sources = within.is_some_and(|outer| statement.sources == outer.sources);
    let relation = if repeats_target { None } else { relation(site, statement) };
    let sources = if repeats_sources { &[][..] } else { &statement.sources };
    format!(
        "<section class=\"statement {kind} by-{by}\"{named}>\
         <p class=\"tag\">{sign}<span class=\"part\">{part}</span> <span class=\"owner\">{name}</span>{to_here}</p>\
         {heading}{relation}{own}{cited}{nested}</section>",
        kind = statement.kind.name(),
        named = scope.named_by(statement.id.as_str()),
        part = word(part),
        heading = scope.heading(statement.level, statement.id.as_str(), &statement.title),
        to_here = scope.to_here(statement.id.as_str(), &statement.title),
        relation = relation.unwrap_or_default(),
        cited = cited(site, sources),
    )
}

/// What the statement speaks to, with a link there.
fn relation(site: Site, statement: &Statement) -> Option<String> {
    let verb = verb(site, statement.kind);
    let target = statement.target.as_ref()?;
    let (route, other) = site.guide.statement(target)?;
    let link = link(Address::new(route, target.as_str()), &other.title.0);
    Some(format!("<p class=\"relation\"><span>{}</span> {link}</p>", word(verb)))
}
