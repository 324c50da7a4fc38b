//! Whose statements are shown: a checkbox for each owner who speaks in a lesson.

use concord_model::{Block, Html, Id, Owner, OwnerMark, Statement, html};
use leptos::{ev, prelude::*};

use crate::{
    Site,
    browser::{
        page,
        put::{following, shown},
    },
    text::{counted, mark},
};

pub(crate) fn filter(site: Site, lesson: &Id) -> AnyView {
    let Some((_, lesson)) = site.guide.lesson(lesson) else { return ().into_any() };
    let marks = marks(site, &lesson.blocks);
    let speaks = |owner: &&Owner| marks.contains(&owner.mark);
    let owners: Vec<_> = site.guide.owners.iter().filter(speaks).collect();
    if owners.len() < 2 {
        return ().into_any();
    }
    let words = site.words();
    let boxes: Vec<_> = owners.into_iter().map(|owner| checkbox(site, owner)).collect();
    let total = marks.len();
    let told = move || shown_of_all(site, &marks);
    let all = move |event: ev::MouseEvent| {
        // The button hides, so the focus goes to what is beside it.
        page::focus_first(&event, "details", "input");
        site.hidden.set(Vec::new());
        let count = counted(site, words.filter_shown(), "count", total, total);
        page::announce(&count);
    };
    let none_hidden = move || site.hidden.with(Vec::is_empty);
    view! {
        <div class="filter live">
            <details>
                <summary>{words.filter()}</summary>
                {boxes}
                <button type="button" class="plain" hidden=none_hidden on:click=all>{words.filter_all()}</button>
            </details>
            <p class="small" role="status" inner_html=following(told)></p>
        </div>
    }
    .into_any()
}

fn checkbox(site: Site, owner: &'static Owner) -> impl IntoView + use<> {
    let own = owner.mark;
    let is_shown = move || !site.hidden.with(|hidden| hidden.contains(&own));
    let toggle = move |_| {
        site.hidden.update(|hidden| match hidden.iter().position(|mark| *mark == own) {
            Some(place) => drop(hidden.remove(place)),
            None => hidden.push(own),
        });
    };
    let name = html! { (mark(own)) " " (owner.name) };
    view! {
        <label>
            <input type="checkbox" prop:checked=is_shown on:change=toggle/>
            <span inner_html=shown(name)></span>
        </label>
    }
}

/// How many statements are shown, once some are not.
fn shown_of_all(site: Site, marks: &[OwnerMark]) -> Html {
    site.hidden.with(|hidden| {
        let shown = marks.iter().filter(|mark| !hidden.contains(mark)).count();
        if shown == marks.len() {
            return Html::default();
        }
        Html::escaped(&counted(site, site.words().filter_shown(), "count", shown, marks.len()))
    })
}

/// The mark of the owner of each statement.
fn marks(site: Site, blocks: &[Block]) -> Vec<OwnerMark> {
    let mut marks = Vec::new();
    for block in blocks {
        if let Block::Statement(Statement { owner, blocks, .. }) = block {
            marks.extend(site.guide.owner(owner).map(|owner| owner.mark));
            marks.extend(self::marks(site, blocks));
        }
    }
    marks
}
