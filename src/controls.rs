//! What answers the reader: small Leptos views that stand in the text of a page.
//!
//! The prerenderer writes each control into its place, so that the page is complete without
//! scripts; the browser builds it there anew and leaves the text around it alone. There is nothing
//! to hydrate, so nothing that could fail to, and a page's length costs the start nothing.

use concord_engine::record::Theme;
use concord_model::{Html, Id, html};
use leptos::{ev, prelude::*};

use crate::{
    Site, argument,
    browser::{
        put::{following, shown},
        storage::Kept,
    },
    pages, quiz, search, standing,
};

/// A control, as its place names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Control {
    /// The choice of theme.
    Theme,
    /// What the browser keeps, where that is worth saying.
    Kept,
    /// The link to where the reader was.
    WayIn,
    /// How many lessons are finished.
    Progress,
    /// What was answered, and what to look at again.
    Standing,
    /// The questions that the address asks for, and the form that makes such addresses.
    Quiz,
    /// The questions that come back today.
    Review,
    /// What the browser remembers, to take along, bring in or forget.
    Memory,
    /// The field and the results of the search.
    Search,
    /// Whose statements of a lesson are shown.
    Filter(Id),
    /// Whether a lesson is finished, in the list of lessons.
    Done(Id),
    /// The reader's own mark that a lesson is finished.
    Finish(Id),
    /// The answers to a question.
    Item(Id),
}

impl Control {
    /// The control of that name: a word, and an id where there are several.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        let (kind, id) = name.split_once(' ').unwrap_or((name, ""));
        let id = Id::new(id);
        match kind {
            "theme" => Some(Self::Theme),
            "kept" => Some(Self::Kept),
            "way-in" => Some(Self::WayIn),
            "progress" => Some(Self::Progress),
            "standing" => Some(Self::Standing),
            "quiz" => Some(Self::Quiz),
            "review" => Some(Self::Review),
            "memory" => Some(Self::Memory),
            "search" => Some(Self::Search),
            "filter" => id.ok().map(Self::Filter),
            "done" => id.ok().map(Self::Done),
            "finish" => id.ok().map(Self::Finish),
            "item" => id.ok().map(Self::Item),
            _ => None,
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Theme => "theme".to_owned(),
            Self::Kept => "kept".to_owned(),
            Self::WayIn => "way-in".to_owned(),
            Self::Progress => "progress".to_owned(),
            Self::Standing => "standing".to_owned(),
            Self::Quiz => "quiz".to_owned(),
            Self::Review => "review".to_owned(),
            Self::Memory => "memory".to_owned(),
            Self::Search => "search".to_owned(),
            Self::Filter(id) => format!("filter {id}"),
            Self::Done(id) => format!("done {id}"),
            Self::Finish(id) => format!("finish {id}"),
            Self::Item(id) => format!("item {id}"),
        }
    }

    /// The place of the control in a page's text.
    pub(crate) fn place(&self, site: Site) -> Html {
        html! { div.run data-control=(self.name()) { (self.prerendered(site)) } }
    }

    #[cfg(feature = "ssr")]
    fn prerendered(&self, site: Site) -> Html {
        // Leptos marks places for hydration by empty comments, which nothing here needs.
        Html::made_elsewhere(self.view(site).to_html().replace("<!>", ""))
    }

    /// The browser builds the control right after it inserts the text.
    #[cfg(not(feature = "ssr"))]
    fn prerendered(&self, _: Site) -> Html {
        Html::default()
    }

    /// The control itself.
    pub(crate) fn view(&self, site: Site) -> AnyView {
        match self {
            Self::Theme => theme(site),
            Self::Kept => kept(site),
            Self::WayIn => text(move || pages::way_in(site)),
            Self::Progress => text(move || pages::progress(site)),
            Self::Standing => text(move || standing::summary(site)),
            Self::Quiz => quiz::by_link(site),
            Self::Review => standing::review(site),
            Self::Memory => standing::memory(site),
            Self::Search => search::search(site),
            Self::Filter(id) => argument::filter(site, id),
            Self::Done(id) => {
                let id = id.clone();
                text(move || pages::done(site, &id))
            }
            Self::Finish(id) => finish(site, id.clone()),
            Self::Item(id) => quiz::answering(site, id),
        }
    }
}

/// Text that follows what the browser remembers.
fn text(html: impl Fn() -> Html + Send + Sync + 'static) -> AnyView {
    view! { <div class="run" inner_html=following(html)></div> }.into_any()
}

fn theme(site: Site) -> AnyView {
    let words = site.words();
    let choose = move |event: ev::Event| {
        let theme = Theme::from_name(&event_target_value(&event)).unwrap_or_default();
        site.store.update(move |record| record.theme = theme);
    };
    let option = |theme: Theme| {
        let name = match theme {
            Theme::System => words.theme_system(),
            Theme::Light => words.theme_light(),
            Theme::Dark => words.theme_dark(),
        };
        html! { option value=(theme.name()) { (name) } }
    };
    let options: Html = Theme::ALL.into_iter().map(option).collect();
    let chosen = move || site.store.record.with(|record| record.theme.name());
    view! {
        <select class="live" aria-label=words.theme() inner_html=shown(options) prop:value=chosen on:change=choose></select>
    }
    .into_any()
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
    let id = lesson.clone();
    let finished = move || site.store.record.with(|record| record.lesson(&id).finished);
    let set_finished = move |event: ev::Event| {
        let finished = event_target_checked(&event);
        site.store.update(|record| record.set_finished(&lesson, finished));
    };
    view! {
        <label class="finish live">
            <input type="checkbox" prop:checked=finished on:change=set_finished/>
            {site.words().mark_finished()}
        </label>
    }
    .into_any()
}
