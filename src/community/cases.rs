//! All cases that lessons tell, by date. Only the prerenderer writes them.

use concord_engine::standing::name_at;
use concord_model::{Address, Case, Html, Route, State, html};

use crate::{
    Site,
    text::{Scope, cited, line, link, listed, page_title},
};

pub(crate) fn text(site: Site) -> Html {
    let scope = Scope::page(site, &Route::Cases);
    html! {
        div.list {
            (page_title(&Html::default(), &site.words().cases()))
            p { (site.atlas().cases_about()) }
            (entries(scope, 2))
        }
    }
}

/// All cases, with their titles as headings of `level`.
pub(crate) fn entries(scope: Scope<'_>, level: u8) -> Html {
    scope.site.community.cases.iter().map(|case| entry(scope, level, case)).collect()
}

fn entry(scope: Scope<'_>, level: u8, case: &Case) -> Html {
    let site = scope.site;
    let (words, id) = (site.atlas(), case.id.as_str());
    let lesson = site.guide.lesson(&case.lesson);
    let lesson = lesson.map(|(_, lesson)| link(told_at(case), &lesson.title));
    let about = case.about.iter().filter_map(|href| {
        let name = name_at(site.guide, href)?;
        Some(link(Address::parse(href), &name))
    });
    let states = case.states.iter().filter_map(|id| site.guide.state(id));
    let states = states.map(|state| link(Route::State(state.id.clone()), &state.name));
    html! {
        section.entry {
            div.headed {
                (scope.heading(level, id, &case.title))
                (scope.to_here(id, &case.title.text()))
            }
            p.small { (date(site, case)) }
            p { (case.summary) }
            (line("used-in", words.case_lesson(), lesson.into_iter()))
            (line("used-in", words.case_bears_on(), about))
            (line("used-in", words.case_states(), states))
            (cited(site, &case.sources))
        }
    }
}

/// Where a case is told.
fn told_at(case: &Case) -> Address {
    Address::new(Route::Lesson(case.lesson.clone()), case.id.as_str())
}

fn date(site: Site, case: &Case) -> Html {
    html! { time datetime=(case.date) { (site.words().readable(&case.date)) } }
}

/// The cases about a state, as entries of a list: their dates and names.
pub(super) fn of_state(site: Site, state: &State) -> Html {
    let about = site.community.cases.iter().filter(|case| case.states.contains(&state.id));
    listed(about.map(|case| html! { (date(site, case)) " " (link(told_at(case), &case.title)) }))
}
