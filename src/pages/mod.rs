//! The pages: one file each. A page is text with places for controls, a function of the guide. The prerenderer
//! writes them all; the browser is given their text (`src/app/stage.rs`), so it costs the program nothing.

mod about;
mod argument;
mod class;
mod embed;
mod glossary;
mod home;
mod lesson;
#[cfg(feature = "ssr")]
mod models;
mod not_found;
mod quiz;
mod search;
mod sources;
mod standing;
#[cfg(feature = "ssr")]
mod teach;
mod titles;
mod whole;

use concord_model::{Address, Html, Route, html};

pub use self::titles::{description, title};
use crate::{
    Site, community, controls,
    ids::{ADDRESSES, MAIN, MENU},
    text::{Control, href, source_link},
};

/// A whole page as the prerenderer writes it, with its controls in their places.
#[must_use]
pub fn html(site: Site, route: &Route) -> Html {
    controls::prerendered(site, &text(site, route))
}

/// The text of a page: what all pages share, and the page of the route.
fn text(site: Site, route: &Route) -> Html {
    let words = site.words();
    if let Route::Embed(piece) = route {
        return embed::text(site, piece);
    }
    let page = match route {
        Route::Home => home::text(site),
        Route::Lesson(id) => match site.guide.lesson(id) {
            Some((place, lesson)) => lesson::text(site, place, lesson),
            None => not_found::text(site),
        },
        Route::Glossary => glossary::text(site),
        Route::Sources => sources::text(site),
        Route::About => match &site.guide.about {
            Some(about) => about::text(site, about),
            None => not_found::text(site),
        },
        Route::Standing => standing::text(site),
        Route::Quiz => quiz::text(site),
        Route::Class => class::text(site),
        Route::Search => search::text(site),
        Route::Cases => community::cases(site),
        Route::Whole => whole::text(site),
        Route::Argument => argument::text(site),
        Route::Models => models::list(site),
        Route::Model(name) => match site.guide.model_page(*name) {
            Some(page) => models::text(site, page),
            None => not_found::text(site),
        },
        Route::Teach => teach::text(site),
        Route::Plan(id) | Route::Worksheet(id) => match site.guide.lesson(id) {
            Some((place, lesson)) if matches!(route, Route::Plan(_)) => {
                teach::plan(site, place, lesson)
            }
            Some((place, lesson)) => teach::worksheet(site, place, lesson),
            None => not_found::text(site),
        },
        Route::Community => community::text(site),
        Route::Institutions => community::institutions(site),
        Route::Compared => community::compared(site),
        Route::State(id) => {
            let at = site.guide.states.iter().position(|state| state.id == *id);
            match at.and_then(|at| Some((at, site.guide.states.get(at)?))) {
                Some((at, state)) => community::state(site, at, state),
                None => not_found::text(site),
            }
        }
        _ => not_found::text(site),
    };
    html! {
        a.skip href=(href(Address::new(route.clone(), MAIN))) { (words.skip_to_content()) }
        header.site { (navigation(site, route)) }
        main #(MAIN) tabindex="-1" { (page) }
        footer.site {
            (footer(site))
            div.kept role="status" { (Control::Kept.place()) }
        }
    }
}

/// The guide's name, the search, and links to the other main pages, which a button opens where there is no room for
/// them; the page that is shown is marked.
fn navigation(site: Site, here: &Route) -> Html {
    let words = site.words();
    let about = site
        .guide
        .about
        .as_ref()
        .map(|about| (Route::About, about.title.as_str(), words.key_about()));
    let pages = [
        (Route::Argument, words.argument_map(), words.key_argument()),
        (Route::Glossary, words.glossary(), words.key_glossary()),
        (Route::Sources, words.sources(), words.key_sources()),
    ];
    let community = site.guide.has_state_pages.then_some((
        Route::Community,
        words.community(),
        words.key_community(),
    ));
    let cases = site.guide.has_cases.then_some((Route::Cases, words.cases(), words.key_cases()));
    let models = (!site.guide.model_pages.is_empty()).then_some((
        Route::Models,
        words.models(),
        words.key_models(),
    ));
    let teach = &site.guide.teach;
    let teach = (Route::Teach, teach.teach(), teach.key_teach());
    let standing = (Route::Standing, words.standing(), words.key_standing());
    let pages = pages
        .into_iter()
        .chain(community)
        .chain(cases)
        .chain(models)
        .chain(about)
        .chain([teach, standing]);
    let to = |route: Route, name: &str, key: &str| {
        let current = (route == *here).then_some("page");
        html! { a href=(href(route)) aria-keyshortcuts=(key) aria-current=[current] { (name) } }
    };
    html! {
        (to(Route::Home, &site.guide.title, words.key_home()))
        (to(Route::Search, words.search(), words.key_search()))
        button .plain.menu type="button" popovertarget=(MENU) { (words.menu()) }
        nav #(MENU) popover aria-label=(words.site_navigation()) {
            ul { @for (route, name, key) in pages { li { (to(route, name, key)) } } }
            (Control::Theme.place())
        }
    }
}

fn footer(site: Site) -> Html {
    let words = site.words();
    html! {
        p { (words.about_work()) }
        @if let Some(work) = site.guide.source(&site.guide.work.source) {
            p { (source_link(work)) " " (work.by) ", " (words.readable(&work.date)) }
        }
        p.addresses #(ADDRESSES) {}
        button .plain.live type="button" aria-keyshortcuts="?" { (words.shortcuts()) }
    }
}
