//! Statements of the argument: their part, whose they are, what they speak to, and their sources.

mod browser;
mod filter;
mod twice;

use concord_model::{
    Address, Block, Html, Interaction, Lesson, Program, Route, Statement, StatementKind, fill,
    html, talk::Panel,
};

pub(crate) use self::{
    browser::{apply, follow},
    filter::filter,
};
use crate::{
    Site,
    text::{Scope, cited, critique, href, link, mark, panel, section, verb},
};

/// A statement: `own` is its explanation, `nested` the statements below it, and `within` the one
/// around it, whose target and sources it need not repeat.
pub(crate) fn statement(
    scope: Scope<'_>,
    statement: &Statement,
    within: Option<&Statement>,
    own: &Html,
    nested: &Html,
) -> Html {
    let (site, id) = (scope.site, statement.id.as_str());
    let owner = site.guide.owner(&statement.owner);
    let (sign, name, by) = owner
        .map(|owner| (mark(owner.mark), owner.name.as_str(), owner.mark.name()))
        .unwrap_or_default();
    let repeats_target = within.is_some_and(|outer| statement.target.as_ref() == Some(&outer.id));
    let repeats_sources = within.is_some_and(|outer| statement.sources == outer.sources);
    html! {
        section class={ "statement " (statement.kind.name()) " by-" (by) }
            aria-labelledby=[scope.named_by(id)] {
            p.tag {
                (sign)
                span.part { (site.words().part(statement.kind)) } " "
                span.owner { (name) }
                (scope.to_here(id, &statement.title.text()))
                (on_map(scope, statement))
            }
            (scope.heading(statement.level, id, &statement.title))
            @if !repeats_target { (relation(site, statement)) }
            (derived(site, statement))
            (own)
            @if !scope.is_of(&Route::Home) { (critique(site, &statement.id)) }
            (twice::twice(scope, statement))
            @if !repeats_sources { (cited(site, &statement.sources)) }
            (nested)
        }
    }
}

/// The link to the statement's place on the argument map.
fn on_map(scope: Scope<'_>, statement: &Statement) -> Html {
    if !scope.is_page() {
        return Html::default();
    }
    let words = scope.site.words();
    let name = fill(words.argument_on_map_long(), &[("title", &statement.title.text())]);
    let href = href(Address::new(Route::Argument, statement.id.as_str()));
    html! { a.on-map href=(href) aria-label=(name) { (words.argument_on_map()) } }
}

/// Stands for the words that what follows puts around a claim's title, and is at least as long.
const WORDS_AROUND: &str = " oo oo oo oo oo oo oo oo oo oo oo oo oo oo oo oo oo oo\n";

/// A lesson's part of the argument map, drawn, and the way there; nothing if it argues nothing. The
/// drawing is a file until the program that reasons takes it into the page.
pub(crate) fn of_lesson(scope: Scope<'_>, lesson: &Lesson) -> Html {
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
        return Html::default();
    }
    let words = scope.site.words();
    let name = fill(words.argument_drawing(), &[("title", &lesson.title)]);
    let (id, part) = (lesson.id.as_str(), format!("_part-{}", lesson.id));
    let image = Route::Argument.beside(&format!("{id}.svg"));
    // The drawing shows where all belong that is to be rebuilt; the stylesheet hides it meanwhile.
    let is_rebuilt = |block: &Block| match block {
        Block::Item(item) => matches!(item.interaction, Interaction::Rebuild { .. }),
        _ => false,
    };
    let inner = html! {
        @if scope.live && lesson.blocks.iter().any(is_rebuilt) { p.meanwhile hidden { (words.rebuild_meanwhile()) } }
        p.small { (link(Address::new(Route::Argument, &part), &words.argument_of_lesson_map())) }
        (panel(Panel::Notice)) (panel(Panel::Changed))
        section.part data-part=(id) {
            section.canvas tabindex="0" aria-label=(name) {
                img src=(image) alt=(name) loading="lazy";
            }
        }
        div.room data-room=(room) { (panel(Panel::Result)) }
    };
    html! {
        div.lesson-map data-argument data-program=(Program::Reasoner.name())
            data-off=(words.argument_off()) data-about=(claims.trim_start()) {
            (section(scope, "argument", words.argument_of_lesson(), &inner))
        }
    }
}

/// What the statement follows from, with links there; nothing if it rests on premises of its own.
fn derived(site: Site, statement: &Statement) -> Html {
    let from = statement.from.iter().filter_map(|id| {
        let (route, other) = site.guide.statement(id)?;
        Some(link(Address::new(route, id.as_str()), &other.title))
    });
    let from = Html::joined(from, ", ");
    if from.is_empty() {
        return from;
    }
    html! { p.relation { span { (site.words().argument_from()) } " " (from) } }
}

/// What the statement speaks to, with a link there.
fn relation(site: Site, statement: &Statement) -> Html {
    let target = statement.target.as_ref();
    let other = target.and_then(|target| Some((target, site.guide.statement(target)?)));
    let Some((target, (route, other))) = other else { return Html::default() };
    html! {
        p.relation {
            span { (verb(site, statement.kind)) } " "
            (link(Address::new(route, target.as_str()), &other.title))
        }
    }
}
