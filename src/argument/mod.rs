//! Statements of the argument: their part, whose they are, what they speak to, and their sources.

use concord_model::{Address, Checked, Html, Id, Mark, Route, Statement, StatementKind};
use leptos::prelude::*;

use crate::{Site, text::{heading, href}};

/// A statement with what stands below it.
pub(crate) fn statement(site: Site, statement: &'static Statement, inner: Vec<AnyView>) -> impl IntoView {
    let words = site.words();
    let part = match statement.kind {
        StatementKind::Claim => &words.claim,
        StatementKind::Conclusion => &words.conclusion,
        StatementKind::Premise => &words.premise,
        StatementKind::Objection => &words.objection,
        StatementKind::Reply => &words.reply,
    };
    let owner = site.guide.owner(&statement.owner);
    let class = format!(
        "statement {} by-{}",
        statement.kind.name(),
        owner.map_or("nobody", |owner| owner.mark.name())
    );
    view! {
        <section class=class aria-labelledby=statement.id.as_str()>
            <p class="tag">
                {owner.map(|owner| mark(owner.mark))}
                <span class="part">{part.as_str()}</span>
                {owner.map(|owner| view! { <span class="owner">{owner.name.as_str()}</span> })}
            </p>
            {heading(statement.level, statement.id.as_str(), &statement.title)}
            {relation(site, statement)}
            {inner}
            {cited(site, &statement.sources)}
        </section>
    }
}

/// What the statement speaks to, with a link there.
fn relation(site: Site, statement: &Statement) -> impl IntoView {
    let words = site.words();
    let verb = match statement.kind {
        StatementKind::Claim | StatementKind::Premise => &words.supports,
        StatementKind::Objection => &words.attacks,
        StatementKind::Reply => &words.answers,
        StatementKind::Conclusion => return None,
    };
    let target = statement.target.as_ref()?;
    let (route, Html(sentence)) = site.statement(target)?;
    let href = href(Address::new(route, target.as_str()));
    Some(view! {
        <p class="relation"><span>{verb.as_str()}</span>" "<a href=href inner_html=sentence.as_str()></a></p>
    })
}

/// The sources of a statement or a term, each with its mark if nobody compared it.
pub(crate) fn cited(site: Site, sources: &'static [Id]) -> impl IntoView {
    let words = site.words();
    let links = sources.iter().filter_map(|id| site.guide.source(id)).map(|source| {
        let href = href(Address::new(Route::Sources, source.id.as_str()));
        let unverified = (source.checked == Checked::Unverified)
            .then(|| view! { " "<span class="unverified">{words.unverified.as_str()}</span> });
        view! { <li><a href=href>{source.title.as_str()}</a>{unverified}</li> }
    });
    let links = links.collect_view();
    (!sources.is_empty()).then(|| {
        view! { <div class="cited"><span>{words.source_prefix.as_str()}</span><ul>{links}</ul></div> }
    })
}

/// The mark of an owner: a shape, and by its class a colour. The owner's name always stands beside
/// it, so it says nothing to screen readers.
pub(crate) fn mark(mark: Mark) -> impl IntoView {
    let shape = match mark {
        Mark::Disc => "M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z",
        Mark::Square => "M1.5 1.5h9v9h-9z",
        Mark::Triangle => "M6 1l5.5 10h-11z",
        Mark::Diamond => "M6 .5l5.5 5.5l-5.5 5.5l-5.5-5.5z",
        Mark::Ring => "M6 .5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11zM6 3.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5z",
        Mark::Cross => "M4.5 .5h3v4h4v3h-4v4h-3v-4h-4v-3h4z",
    };
    view! {
        <svg class=format!("mark by-{}", mark.name()) viewBox="0 0 12 12" aria-hidden="true"><path d=shape></path></svg>
    }
}
