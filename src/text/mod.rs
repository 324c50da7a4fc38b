//! Text as HTML, written by plain functions: the pieces that several pages share.

mod control;
mod copy;
mod critique;
#[cfg(feature = "ssr")]
mod fold;
mod links;
#[cfg(feature = "ssr")]
mod rewrite;
mod scope;

use concord_engine::reading;
use concord_model::{
    Address, Checked, Forms, Html, Id, Lesson, OwnerMark, Route, Source, StatementKind, fill, html,
    talk::Panel,
};
use maud::Render;

pub(crate) use self::{
    control::Control,
    copy::{COPIED, copied, field},
    critique::{critique, questions},
    links::{href, link, place_of},
    scope::Scope,
};
use crate::{Site, ids::TITLE};
#[cfg(feature = "ssr")]
pub use fold::fold;
#[cfg(feature = "ssr")]
pub(crate) use rewrite::{for_frame, for_whole, whole_id};

/// The title of a page with a line above it.
pub(crate) fn page_title(above: &Html, title: &dyn Render) -> Html {
    html! {
        header.title {
            @if !above.is_empty() { p.small { (above) } }
            h1 id=(TITLE) tabindex="-1" { (title) }
        }
    }
}

/// A sentence about a number, which stands where it has `{name}`.
pub(crate) fn counted(site: Site, forms: &Forms, name: &str, count: usize, total: usize) -> String {
    let number = u32::try_from(count).unwrap_or(u32::MAX);
    let form = forms.form(&site.guide.plural, number);
    fill(form, &[(name, &count.to_string()), ("total", &total.to_string())])
}

/// A sentence that has a piece of HTML where it says `{name}`.
#[cfg(feature = "ssr")]
pub(crate) fn filled(sentence: &str, name: &str, piece: &Html) -> Html {
    let (before, after) = sentence.split_once(&format!("{{{name}}}")).unwrap_or((sentence, ""));
    html! { (before) (piece) (after) }
}

/// How long a lesson takes, its questions included.
pub(crate) fn reading_time(site: Site, lesson: &Lesson) -> String {
    let minutes = reading::of_lesson(lesson) as usize;
    counted(site, site.words().reading_time(), "minutes", minutes, 0)
}

/// A section of the interface, named after its class.
pub(crate) fn section(scope: Scope<'_>, class: &str, title: &str, inner: &Html) -> Html {
    let id = format!("_{class}");
    html! {
        section class=(class) aria-labelledby=[scope.named_by(&id)] {
            (scope.heading(2, &id, &title)) (inner)
        }
    }
}

/// Links to lessons and terms, after a word such as "Used in".
pub(crate) fn used_in(site: Site, lessons: &[Id], terms: &[Id]) -> Html {
    listed_in(site, site.words().used_in(), lessons, terms)
}

/// The same after another label.
pub(crate) fn listed_in(site: Site, label: &str, lessons: &[Id], terms: &[Id]) -> Html {
    let lessons = lessons
        .iter()
        .filter_map(|id| site.guide.lesson(id))
        .map(|(_, lesson)| link(Route::Lesson(lesson.id.clone()), &lesson.title));
    let terms = terms
        .iter()
        .filter_map(|id| site.guide.term(id))
        .map(|term| link(Address::new(Route::Glossary, term.id.as_str()), &term.title));
    line("used-in", label, lessons.chain(terms))
}

/// The sources of a statement or a term, each with its mark if nobody compared it.
pub(crate) fn cited(site: Site, sources: &[Id]) -> Html {
    let links = sources.iter().filter_map(|id| site.guide.source(id)).map(|source| {
        html! {
            (source_link(source))
            @if source.checked == Checked::Unverified {
                " " span.unverified { (site.words().unverified()) }
            }
        }
    });
    line("cited", site.words().source_prefix(), links)
}

/// A link to the record of a source.
pub(crate) fn source_link(source: &Source) -> Html {
    link(Address::new(Route::Sources, source.id.as_str()), &source.title)
}

/// A label and a list in one line; nothing at all if the list is empty.
pub(crate) fn line(class: &str, label: &str, entries: impl Iterator<Item = Html>) -> Html {
    let entries = listed(entries);
    if entries.is_empty() {
        return entries;
    }
    html! { div class=(class) { span { (label) } ul { (entries) } } }
}

/// Each as an entry of a list.
pub(crate) fn listed(entries: impl Iterator<Item = Html>) -> Html {
    html! { @for entry in entries { li { (entry) } } }
}

/// What a part of the argument does to what it speaks to; conclusions speak to nothing.
pub(crate) fn verb(site: Site, kind: StatementKind) -> &'static str {
    let words = site.words();
    match kind {
        StatementKind::Claim | StatementKind::Premise => words.supports(),
        StatementKind::Objection => words.attacks(),
        StatementKind::Undercut => words.undercuts(),
        StatementKind::Reply => words.answers(),
        StatementKind::Conclusion => "",
    }
}

/// The shape of an owner's mark, in a square of 12.
pub(crate) fn mark_shape(mark: OwnerMark) -> &'static str {
    match mark {
        OwnerMark::Disc => "M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z",
        OwnerMark::Square => "M1.5 1.5h9v9h-9z",
        OwnerMark::Triangle => "M6 1l5.5 10h-11z",
        OwnerMark::Diamond => "M6 .5l5.5 5.5l-5.5 5.5l-5.5-5.5z",
        OwnerMark::Ring => {
            "M6 .5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11zM6 3.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5z"
        }
        OwnerMark::Cross => "M4.5 .5h3v4h4v3h-4v4h-3v-4h-4v-3h4z",
    }
}

/// The mark of an owner: a shape, and by its class a colour. The owner's name always stands beside
/// it, so it says nothing to screen readers.
pub(crate) fn mark(mark: OwnerMark) -> Html {
    html! {
        svg class={ "mark by-" (mark.name()) } viewBox="0 0 12 12" aria-hidden="true" {
            path d=(mark_shape(mark)) {}
        }
    }
}

/// A place for what follows from the reader's stance.
pub(crate) fn panel(panel: Panel) -> Html {
    html! { div.live data-panel=(panel) {} }
}
