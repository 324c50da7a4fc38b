//! The shell around every page: header, the page of the route, footer.

use concord_model::{Address, Route, fill};
use leptos::{ev, prelude::*};

use crate::{
    Site,
    browser::{self, storage::Kept},
    pages,
    text::href,
};
use concord_engine::record::Theme;

/// The HTML id of the element that holds the app.
pub const APP_ELEMENT: &str = "_app";

/// The whole page, for the prerenderer and for the browser alike.
#[must_use]
pub fn app(site: Site) -> impl IntoView {
    view! {
        <a class="skip" href=move || href(Address::new(site.route.get(), pages::MAIN))>
            {site.words().skip_to_content.as_str()}
        </a>
        {header(site)}
        <main id=pages::MAIN tabindex="-1">{move || pages::page(site, &site.route.get())}</main>
        {footer(site)}
        <p class="unseen" role="status">{move || site.announcement.get()}</p>
    }
}

/// Brings the prerendered page to life. Only a build with the feature `hydrate` can.
pub fn hydrate() {
    let (Some(root), Ok(guide)) = (browser::page::element(APP_ELEMENT), crate::guide()) else { return };
    let site = Site::new(guide, browser::page::route());
    #[cfg(feature = "hydrate")]
    leptos::mount::hydrate_from(root, move || app(site)).forget();
    #[cfg(not(feature = "hydrate"))]
    drop(root);
    browser::start(site);
}

fn header(site: Site) -> impl IntoView {
    let words = site.words();
    let link = move |route: Route, name: &'static str| {
        let target = route.clone();
        let current = move || (site.route.get() == target).then_some("page");
        view! { <li><a href=href(route) aria-current=current>{name}</a></li> }
    };
    view! {
        <header class="site">
            <nav aria-label=words.site_navigation.as_str()>
                <ul>
                    {link(Route::Home, &site.guide.title)}
                    {link(Route::Glossary, &words.glossary)}
                    {link(Route::Sources, &words.sources)}
                </ul>
            </nav>
            {themes(site)}
        </header>
    }
}

/// The choice of theme. It needs the script, so it is not shown where that does not run.
fn themes(site: Site) -> impl IntoView {
    let words = site.words();
    let chosen = move || site.store.record.with(|record| record.theme);
    let choose = move |event: ev::Event| {
        let theme = Theme::from_name(&event_target_value(&event));
        site.store.update(move |record| record.theme = theme);
    };
    let options = Theme::ALL.map(|theme| {
        let name = match theme {
            Theme::System => &words.theme_system,
            Theme::Light => &words.theme_light,
            Theme::Dark => &words.theme_dark,
        };
        view! { <option value=theme.name() prop:selected=move || chosen() == theme>{name.as_str()}</option> }
    });
    view! {
        <label class="themes live">
            <span>{words.theme.as_str()}</span>
            <select on:change=choose>{options.into_iter().collect_view()}</select>
        </label>
    }
}

fn footer(site: Site) -> impl IntoView {
    let words = site.words();
    let kept = move || match site.store.kept.get() {
        Kept::Safely => None,
        Kept::Denied => Some(words.storage_denied.as_str()),
        Kept::Newer => Some(words.storage_newer.as_str()),
        Kept::SetAside => Some(words.storage_set_aside.as_str()),
        Kept::Full => Some(words.storage_full.as_str()),
    };
    let work = site.guide.source(&site.guide.work.source).map(|source| {
        let name = fill("{by}, {date}", &[("by", &source.by), ("date", &source.date)]);
        let href = href(Address::new(Route::Sources, source.id.as_str()));
        view! { <p><a href=href>{source.title.as_str()}</a>" "<span>{name}</span></p> }
    });
    view! {
        <footer class="site">
            <p>{words.about_work.as_str()}</p>
            {work}
            <p class="kept" role="status">{kept}</p>
        </footer>
    }
}
