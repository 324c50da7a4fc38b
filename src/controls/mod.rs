//! What answers the reader: small Leptos views that stand in the text of a page, each in the place that the
//! text has for it ([`Control`]).
//!
//! The prerenderer writes each control into its place, so that the page is complete without
//! scripts; the browser builds it there anew and leaves the text around it alone. There is nothing
//! to hydrate, so nothing that could fail to, and a page's length costs the start nothing.
//!
//! The design began with hydration of one component tree, which was measured at 162 kB (brotli, beyond the guide)
//! where 90 were allowed: every element of static prose costs code for hydrating, building and rebuilding it. As text
//! and controls the same pages were 80 kB. And nothing has to match what the server wrote, a lesson's length costs the
//! start nothing, and a reader's selection, focus and `:target` survive the start. The price: what a control was asked
//! before the program arrived is lost, so controls hide (`.live`) until then. Questions do not: what is done with them
//! early is kept by the page's inline script (`scripts/early.js` of the prerenderer) and done again (`scripts/start.js`);
//! nothing sends itself.

use concord_engine::record::Theme;
use concord_model::{Html, Id, data, html};
use leptos::prelude::*;

use crate::{
    Site, argument,
    browser::{
        page,
        storage::Kept,
        view::{self, Event, heard},
    },
    quiz, standing,
    text::Control,
};

/// The field in which the theme is chosen.
const THEME: &str = concat!("[", data!(control), "=theme] select");
/// The box that says that a lesson is finished.
const FINISH: &str = ".finish input";

/// A page with its controls in their places, which are empty until then.
#[cfg(feature = "ssr")]
pub(crate) fn prerendered(site: Site, page: &Html) -> Html {
    const NAMED: &str = concat!(" ", data!(control), "=\"");
    let mut pieces = page.as_str().split_inclusive(NAMED);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let Some((name, after)) = piece.split_once("\">") else { continue };
        out = out + name + "\">";
        if let Some(control) = Control::parse(name) {
            // Leptos marks places for hydration by empty comments, which nothing here needs.
            out += &view(&control, site).to_html().replace("<!>", "");
        }
        out += after;
    }
    Html::made_elsewhere(out)
}

/// The control of that name.
pub(crate) fn view(control: &Control, site: Site) -> AnyView {
    match control {
        Control::Theme => theme(site),
        Control::Kept => kept(site),
        Control::WayIn => text(move || standing::way_in(site)),
        Control::Progress => text(move || standing::progress(site)),
        Control::Standing => text(move || standing::summary(site)),
        Control::Quiz => quiz::by_link(site),
        Control::Review => standing::review(site),
        Control::Memory => standing::memory(site),
        Control::Filter(id) => argument::filter(site, id),
        Control::Done(id) => {
            let id = id.clone();
            text(move || standing::done(site, &id))
        }
        Control::Finish(id) => finish(site, id.clone()),
        Control::Item(id) => quiz::answering(site, id),
    }
}

/// Text that follows what the browser remembers.
fn text(html: impl Fn() -> Html + Send + 'static) -> AnyView {
    view::run(html)
}

fn theme(site: Site) -> AnyView {
    let words = site.words();
    let option = |theme: Theme| {
        let name = match theme {
            Theme::System => words.theme_system(),
            Theme::Light => words.theme_light(),
            Theme::Dark => words.theme_dark(),
        };
        html! { option value=(theme.name()) { (name) } }
    };
    let choice = html! {
        select.live aria-label=(words.theme()) {
            @for theme in Theme::ALL { (option(theme)) }
        }
    };
    Effect::new(move || {
        let chosen = site.store.record.with(|record| record.theme.name());
        page::choose(THEME, chosen);
    });
    let choose = move |event: &Event| {
        let theme = Theme::from_name(&event_target_value(event)).unwrap_or_default();
        site.store.update(move |record| record.theme = theme);
    };
    view::group("div", "run", vec![view::still(choice)], vec![heard("change", choose)])
}

/// What is worth saying about what the browser keeps.
fn kept(site: Site) -> AnyView {
    let words = site.words();
    text(move || {
        let said = match site.store.kept.get() {
            Kept::Safely | Kept::Frame => "",
            Kept::Denied => words.storage_denied(),
            Kept::Newer => words.storage_newer(),
            Kept::SetAside => words.storage_set_aside(),
            Kept::Full => words.storage_full(),
        };
        Html::escaped(said)
    })
}

fn finish(site: Site, lesson: Id) -> AnyView {
    let choice = html! {
        label .finish.live { input type="checkbox"; " " (site.words().mark_finished()) }
    };
    let id = lesson.clone();
    Effect::new(move || {
        let finished = site.store.record.with(|record| record.lesson(&id).finished);
        page::check(FINISH, finished);
    });
    let set_finished = move |event: &Event| {
        let finished = event_target_checked(event);
        site.store.update(|record| record.set_finished(&lesson, finished));
    };
    view::group("div", "run", vec![view::still(choice)], vec![heard("change", set_finished)])
}
