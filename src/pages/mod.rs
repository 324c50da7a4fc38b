//! The pages: one file each. A page is text with places for controls, a function of the guide.

mod about;
#[cfg(feature = "ssr")]
mod argument;
#[cfg(feature = "ssr")]
mod cases;
#[cfg(feature = "ssr")]
mod embed;
mod glossary;
mod home;
mod lesson;
mod not_found;
mod quiz;
mod search;
mod sources;
mod standing;
#[cfg(feature = "ssr")]
mod whole;

use concord_model::{Address, Guide, Html, Route, html};

#[cfg(feature = "ssr")]
use crate::community;
use crate::{
    Site,
    controls::Control,
    text::{href, source_link},
};
#[cfg(feature = "ssr")]
pub(crate) use cases::of_state as cases_of_state;
pub(crate) use home::{done, progress, way_in};

/// The HTML id of the element that holds [`html`]. Ids of the interface begin with an underscore,
/// which no id of content can.
pub const APP_ELEMENT: &str = "_app";

/// The HTML id of the element that tells screen readers which page they came to.
pub const STATUS_ELEMENT: &str = "_status";

/// The HTML id of the main part of each page.
const MAIN: &str = "_main";

/// The HTML id of the line that says, on paper, where addresses begin.
pub(crate) const ADDRESSES: &str = "_addresses";

/// The HTML id of the field of the search.
pub(crate) const SEARCH_FIELD: &str = "_search";

/// The HTML id of each page's title.
pub(crate) const TITLE: &str = "_title";

/// Whether the browser can write this page by itself. Others are prerendered only, so that their
/// text costs the program nothing, and a link to one loads its document.
#[must_use]
pub(crate) fn is_written_here(route: &Route) -> bool {
    use Route::{Argument, Cases, Community, Embed, Institutions, NotFound, State, Whole};
    !matches!(
        route,
        Whole | Argument | Embed(_) | Community | State(_) | Institutions | Cases | NotFound
    )
}

/// A whole page: what all pages share, and the page of the route.
#[must_use]
pub fn html(site: Site, route: &Route) -> Html {
    let words = site.words();
    #[cfg(feature = "ssr")]
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
        Route::Search => search::text(site),
        #[cfg(feature = "ssr")]
        Route::Cases => cases::text(site),
        #[cfg(feature = "ssr")]
        Route::Whole => whole::text(site),
        #[cfg(feature = "ssr")]
        Route::Argument => argument::text(site),
        #[cfg(feature = "ssr")]
        Route::Community => community::text(site),
        #[cfg(feature = "ssr")]
        Route::Institutions => community::institutions(site),
        #[cfg(feature = "ssr")]
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
        header.site { (navigation(site, route)) (Control::Theme.place(site)) }
        main #(MAIN) tabindex="-1" { (page) }
        footer.site {
            (footer(site))
            div.kept role="status" { (Control::Kept.place(site)) }
        }
    }
}

/// Links to the main pages; the one that is shown is marked.
fn navigation(site: Site, here: &Route) -> Html {
    let words = site.words();
    let about = site
        .guide
        .about
        .as_ref()
        .map(|about| (Route::About, about.title.as_str(), words.key_about()));
    let pages = [
        (Route::Home, site.guide.title.as_str(), words.key_home()),
        (Route::Argument, words.argument_map(), words.key_argument()),
        (Route::Glossary, words.glossary(), words.key_glossary()),
        (Route::Sources, words.sources(), words.key_sources()),
    ];
    let community = (!site.guide.states.is_empty()).then_some((
        Route::Community,
        words.community(),
        words.key_community(),
    ));
    let cases = site.guide.has_cases.then_some((Route::Cases, words.cases(), words.key_cases()));
    let tools = [
        (Route::Standing, words.standing(), words.key_standing()),
        (Route::Search, words.search(), words.key_search()),
    ];
    let pages = pages.into_iter().chain(community).chain(cases).chain(about).chain(tools);
    html! {
        nav aria-label=(words.site_navigation()) {
            ul {
                @for (route, name, key) in pages {
                    @let current = (route == *here).then_some("page");
                    li {
                        a href=(href(route)) aria-keyshortcuts=(key) aria-current=[current] { (name) }
                    }
                }
            }
        }
    }
}

fn footer(site: Site) -> Html {
    let words = site.words();
    html! {
        p { (words.about_work()) }
        @if let Some(work) = site.guide.source(&site.guide.work.source) {
            p { (source_link(work)) " " (work.by) ", " (work.date) }
        }
        p.addresses #(ADDRESSES) {}
        button .plain.live type="button" aria-keyshortcuts="?" { (words.shortcuts()) }
    }
}

/// The title of a page, as the browser's tab shows it.
#[must_use]
pub fn title(guide: &Guide, route: &Route) -> String {
    let words = &guide.words;
    let name = match route {
        Route::Home => return format!("{} · {}", guide.title, guide.tagline),
        Route::Lesson(id) => guide.lesson(id).map(|(_, lesson)| lesson.title.clone()),
        Route::Glossary => Some(words.glossary().to_owned()),
        Route::Sources => Some(words.sources().to_owned()),
        Route::About => guide.about.as_ref().map(|about| about.title.clone()),
        Route::Standing => Some(words.standing().to_owned()),
        Route::Quiz => Some(words.quiz().to_owned()),
        Route::Search => Some(words.search().to_owned()),
        Route::Whole => Some(words.whole_guide().to_owned()),
        #[cfg(feature = "ssr")]
        Route::Cases => Some(guide.words.cases().to_owned()),
        Route::Community => Some(guide.words.community().to_owned()),
        #[cfg(feature = "ssr")]
        Route::State(id) => guide.state(id).map(|state| state.name.clone()),
        #[cfg(feature = "ssr")]
        Route::Institutions => Some(guide.atlas.institutions_list().to_owned()),
        Route::Argument => Some(words.argument_map().to_owned()),
        #[cfg(feature = "ssr")]
        Route::Embed(piece) => {
            embed::title(guide, piece).map(|title| format!("{title} ({})", words.embedded()))
        }
        _ => None,
    };
    format!("{} · {}", name.as_deref().unwrap_or(words.not_found_title()), guide.title)
}

/// The description of a page, for search engines and link previews.
#[must_use]
pub fn description<'g>(guide: &'g Guide, route: &Route) -> &'g str {
    match route {
        Route::Lesson(id) => {
            guide.lesson(id).map_or(&guide.description, |(_, lesson)| &lesson.summary)
        }
        Route::About => guide.about.as_ref().map_or(&guide.description, |about| &about.summary),
        Route::Argument => guide.words.argument_intro(),
        _ => &guide.description,
    }
}
