//! Statements of the argument: their part, whose they are, what they speak to, and their sources.

use concord_model::{Address, Statement, StatementKind};

use crate::{
    Site,
    text::{cited, heading, link, mark, word},
};

/// A statement, with `inner` below it.
pub(crate) fn statement(site: Site, statement: &Statement, inner: &str) -> String {
    let words = site.words();
    let part = match statement.kind {
        StatementKind::Claim => &words.claim,
        StatementKind::Conclusion => &words.conclusion,
        StatementKind::Premise => &words.premise,
        StatementKind::Objection => &words.objection,
        StatementKind::Reply => &words.reply,
    };
    let owner = site.guide.owner(&statement.owner);
    let (sign, name, by) = owner
        .map(|owner| (mark(owner.mark), word(&owner.name), owner.mark.name()))
        .unwrap_or_default();
    format!(
        "<section class=\"statement {kind} by-{by}\" aria-labelledby=\"{id}\">\
         <p class=\"tag\">{sign}<span class=\"part\">{part}</span><span class=\"owner\">{name}</span></p>\
         {heading}{relation}{inner}{cited}</section>",
        kind = statement.kind.name(),
        id = statement.id,
        part = word(part),
        heading = heading(statement.level, statement.id.as_str(), &statement.title),
        relation = relation(site, statement).unwrap_or_default(),
        cited = cited(site, &statement.sources),
    )
}

/// What the statement speaks to, with a link there.
fn relation(site: Site, statement: &Statement) -> Option<String> {
    let words = site.words();
    let verb = match statement.kind {
        StatementKind::Claim | StatementKind::Premise => &words.supports,
        StatementKind::Objection => &words.attacks,
        StatementKind::Reply => &words.answers,
        StatementKind::Conclusion => return None,
    };
    let target = statement.target.as_ref()?;
    let (route, sentence) = site.statement(target)?;
    let link = link(Address::new(route, target.as_str()), &sentence.0);
    Some(format!("<p class=\"relation\"><span>{}</span> {link}</p>", word(verb)))
}
