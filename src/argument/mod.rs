//! Statements of the argument: their part, whose they are, what they speak to, and their sources.

mod filter;

use concord_model::{Address, Block, Lesson, Route, Statement, StatementKind, fill};

use crate::{
    Site,
    scope::Scope,
    text::{cited, href, link, mark, part, section, verb, word},
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
         <p class=\"tag\">{sign}<span class=\"part\">{part}</span> <span class=\"owner\">{name}</span>{to_here}{on_map}</p>\
         {heading}{relation}{own}{cited}{nested}</section>",
        kind = statement.kind.name(),
        named = scope.named_by(statement.id.as_str()),
        part = word(part),
        heading = scope.heading(statement.level, statement.id.as_str(), &statement.title),
        to_here = scope.to_here(statement.id.as_str(), &statement.title),
        on_map = on_map(scope, statement),
        relation = relation.unwrap_or_default(),
        cited = cited(site, sources),
    )
}

/// The link to the statement's place on the argument map.
fn on_map(scope: Scope<'_>, statement: &Statement) -> String {
    if !scope.is_page() {
        return String::new();
    }
    let words = scope.site.words();
    let name = fill(words.argument_on_map_long(), &[("title", &statement.title.text())]);
    format!(
        "<a class=\"on-map\" href=\"{}\" aria-label=\"{}\">{}</a>",
        href(Address::new(Route::Argument, statement.id.as_str())),
        word(&name),
        word(words.argument_on_map())
    )
}

/// A place for what follows from the reader's stance.
pub(crate) fn panel(name: &str) -> String {
    format!("<div class=\"live\" data-panel=\"{name}\"></div>")
}

/// Stands for the words that what follows puts around a claim's title, and is at least as long.
const WORDS_AROUND: &str = " oo oo oo oo oo oo oo oo oo oo oo oo oo oo oo oo oo oo\n";

/// A lesson's part of the argument map, drawn, and the way there; nothing if it argues nothing. The
/// drawing is a file until the program that reasons takes it into the page.
pub(crate) fn of_lesson(scope: Scope<'_>, lesson: &Lesson) -> String {
    use StatementKind::{Claim, Conclusion};
    let (mut claims, mut room) = (String::new(), String::new());
    for block in &lesson.blocks {
        if let Block::Statement(own) = block
            && matches!(own.kind, Claim | Conclusion)
        {
            claims = claims + " " + own.id.as_str();
            room = room + &own.title.text() + WORDS_AROUND;
        }
    }
    if claims.is_empty() {
        return claims;
    }
    let words = scope.site.words();
    let name = word(&fill(words.argument_drawing(), &[("title", &lesson.title)]));
    let part = format!(
        "<p class=\"small\">{}</p>{}<section class=\"part\" data-part=\"{id}\">\
         <section class=\"canvas\" tabindex=\"0\" aria-label=\"{name}\">\
         <img src=\"{}\" alt=\"{name}\" loading=\"lazy\"></section></section>\
         <div class=\"room\" data-room=\"{}\">{}</div>",
        link(
            Address::new(Route::Argument, &format!("_part-{}", lesson.id)),
            &word(words.argument_of_lesson_map())
        ),
        panel("notice") + &panel("changed"),
        Route::Argument.beside(&format!("{}.svg", lesson.id)),
        word(&room),
        panel("result"),
        id = lesson.id,
    );
    format!(
        "<div class=\"lesson-map\" data-argument data-about=\"{}\">{}</div>",
        claims.trim_start(),
        section(scope, "argument", words.argument_of_lesson(), &part)
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
