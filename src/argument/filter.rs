//! Whose statements are shown: a checkbox for each owner who speaks in a lesson.

use concord_model::{Block, Html, Id, Owner, OwnerMark, Statement, html};
use leptos::prelude::*;

use crate::{
    Site,
    browser::{
        page,
        view::{self, Event, heard},
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
    let ways = html! {
        details {
            summary { (words.filter()) }
            @for owner in &owners {
                label {
                    input type="checkbox" value=(owner.mark.name()) checked;
                    span { (mark(owner.mark)) " " (owner.name) }
                }
            }
            button.plain type="button" { (words.filter_all()) }
        }
    };
    let total = marks.len();
    let all = move |event: &Event| {
        if page::closest(event, "button").is_none() {
            return;
        }
        // The button hides, so the focus goes to what is beside it.
        page::focus_first(event, "details", "input");
        site.hidden.set(Vec::new());
        let count = counted(site, words.filter_shown(), "count", total, total);
        page::announce(&count);
    };
    let toggle = move |event: &Event| {
        let name = event_target_value(event);
        let Some(own) = owners.iter().map(|owner| owner.mark).find(|mark| mark.name() == name)
        else {
            return;
        };
        site.hidden.update(|hidden| match hidden.iter().position(|mark| *mark == own) {
            Some(place) => drop(hidden.remove(place)),
            None => hidden.push(own),
        });
    };
    let told = view::status("p", "small", move || shown_of_all(site, &marks));
    let heard = vec![heard("click", all), heard("change", toggle)];
    view::group("div", "filter live", vec![view::still(ways), told], heard)
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
