//! The HTML document around the app.

use concord::{APP_ELEMENT, START, STATUS_ELEMENT};
use concord_model::{Guide, Html, Route, html};
use maud::DOCTYPE;

use crate::{
    Assets,
    assets::{EMBED, MANIFEST},
    oembed,
    policy::{TRUSTED_SCRIPT, policy_of},
};

const OFF_SCRIPT: &str = include_str!("scripts/off.js");
const THEME_SCRIPT: &str = include_str!("scripts/theme.js");
const FRAME_THEME_SCRIPT: &str = include_str!("scripts/frame-theme.js");
const EARLY_SCRIPT: &str = include_str!("scripts/early.js");
const FIND_ROOT_SCRIPT: &str = include_str!("scripts/find-root.js");

pub(crate) fn document(guide: &Guide, route: &Route, app: &Html, assets: &Assets) -> Html {
    let scripts = Scripts::of(guide, route, app, assets);
    let is_served = !assets.reload_script.is_empty();
    let off = guide.words.interactive_off();
    let (title, description) = (concord::title(guide, route), concord::description(guide, route));
    html! {
        (DOCTYPE)
        html lang=(guide.language) dir=(guide.direction.as_str()) data-route=(route.file())
            {
            head {
                meta charset="utf-8";
                @if !is_served { (scripts.policy()) }
                (base(route))
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (title) }
                meta name="description" content=(description);
                meta name="color-scheme" content="light dark";
                meta property="og:title" content=(title);
                meta property="og:description" content=(description);
                @if let Some(published) = &assets.published {
                    (published.head(guide, route)) (oembed::link(published, guide, route))
                }
                script { (Html::made_elsewhere(scripts.inline)) }
                (files(route, assets))
            }
            body {
                noscript { p.off { (off) } }
                p #_off.off role="status" { (off) }
                div #(APP_ELEMENT) { (app) }
                p #(STATUS_ELEMENT) .unseen role="status" {}
                (Html::made_elsewhere(&assets.reload_script))
            }
        }
    }
}

/// What the page's links are relative to. The page for unknown addresses has to find that first.
fn base(route: &Route) -> Html {
    match route {
        Route::NotFound => Html::default(),
        // What a frame links to opens beside the page that shows the frame, not in it.
        Route::Embed(_) => html! {
            base href=(route.base()) target="_blank";
            meta name="robots" content="noindex";
        },
        page => html! { base href=(page.base()); },
    }
}

/// The files that the page loads first. The page for unknown addresses loads them when it has found them.
fn files(route: &Route, assets: &Assets) -> Html {
    let Assets { style, icon, start, frame, teach, .. } = assets;
    let is_frame = matches!(route, Route::Embed(_));
    // A frame that may be of no origin takes what is not of its own without looking into it, and could hold nothing
    // but modules against a hash.
    let integrity = |name| assets.integrity(name).filter(|_| !is_frame);
    match route {
        Route::NotFound => Html::default(),
        _ => html! {
            link rel="icon" href=(icon) type="image/svg+xml";
            @if !is_frame { link rel="manifest" href=(MANIFEST); }
            link rel="stylesheet" integrity=[integrity(style)] href=(style);
            @match route {
                Route::Embed(_) => { script defer src=(frame) {} },
                Route::Teach | Route::Plan(_) => {
                    script defer src=(EMBED) {}
                    script defer integrity=[integrity(teach)] src=(teach) {}
                },
                _ => {},
            }
            script type="module" id=(START) integrity=[assets.integrity(start)] src=(start) {}
        },
    }
}

/// What a page's head runs before its text is shown: one small inline script.
struct Scripts {
    inline: String,
}

impl Scripts {
    /// The page for unknown addresses is shown at any depth, so it first has to find the root; on
    /// all others the root is known, and the theme is set before the first paint: the reader's, or in a frame the one that
    /// its address asks for.
    fn of(guide: &Guide, route: &Route, page: &Html, assets: &Assets) -> Self {
        let inline = match route {
            Route::NotFound => FIND_ROOT_SCRIPT
                .replace("INTEGRITY_STYLE", assets.integrity(&assets.style).unwrap_or_default())
                .replace("INTEGRITY_START", assets.integrity(&assets.start).unwrap_or_default())
                .replace("GUIDE_STYLE", &assets.style)
                .replace("GUIDE_START", &assets.start),
            _ => {
                let theme = match route {
                    Route::Embed(_) => FRAME_THEME_SCRIPT.to_owned(),
                    _ => THEME_SCRIPT
                        .replace("GUIDE_ID", guide.id.as_str())
                        .replace("GUIDE_ROOT", &guide.root),
                };
                // Pages without a question have nothing to keep.
                let asks = page.as_str().contains("class=\"answering\"");
                theme + if asks { EARLY_SCRIPT } else { "" }
            }
        };
        Self { inline: [TRUSTED_SCRIPT, OFF_SCRIPT, inline.as_str()].concat() }
    }

    /// The page's security policy.
    fn policy(&self) -> Html {
        policy_of(&self.inline)
    }
}
