//! The HTML document around the app.

use concord::{APP_ELEMENT, STATUS_ELEMENT};
use concord_model::{Guide, Html, Route};
use sha2::{Digest, Sha256};

use crate::Assets;

const OFF_SCRIPT: &str = include_str!("scripts/off.js");
const THEME_SCRIPT: &str = include_str!("scripts/theme.js");
const EARLY_SCRIPT: &str = include_str!("scripts/early.js");
const FIND_ROOT_SCRIPT: &str = include_str!("scripts/find-root.js");

pub(crate) fn document(guide: &Guide, route: &Route, app: &str, assets: &Assets) -> String {
    let scripts = Scripts::of(guide, route, app, assets);
    let policy = if assets.reload_script.is_empty() { scripts.policy() } else { String::new() };
    let base = match route {
        Route::NotFound => String::new(),
        // What a frame links to opens beside the page that shows the frame, not in it.
        Route::Embed(_) => format!(
            "<base href=\"{}\" target=\"_blank\">\n<meta name=\"robots\" content=\"noindex\">\n",
            route.base()
        ),
        page => format!("<base href=\"{}\">\n", page.base()),
    };
    let (head, inline) = (scripts.head(route, assets), scripts.inline());
    let programs: String = assets
        .programs
        .iter()
        .map(|(program, files)| format!(" {}=\"{files}\"", program.attribute()))
        .collect();
    let off = Html::escaped(guide.words.interactive_off());
    format!(
        r#"<!DOCTYPE html>
<html lang="{language}" dir="{direction}" data-route="{path}" data-search="{search}"{programs}>
<head>
<meta charset="utf-8">
{policy}{base}<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{description}">
<meta name="color-scheme" content="light dark">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{description}">
{inline}{head}</head>
<body>
<noscript><p class="off">{off}</p></noscript>
<p class="off" id="_off" role="status">{off}</p>
<div id="{APP_ELEMENT}">{app}</div>
<p id="{STATUS_ELEMENT}" class="unseen" role="status"></p>
{reload}</body>
</html>
"#,
        language = guide.language,
        direction = guide.direction.as_str(),
        title = Html::escaped(&concord::title(guide, route)),
        description = Html::escaped(concord::description(guide, route)),
        path = route.file(),
        search = assets.search,
        programs = programs,
        reload = assets.reload_script,
    )
}

/// What a page's head runs before its text is shown: one small inline script.
struct Scripts {
    inline: String,
}

impl Scripts {
    /// The page for unknown addresses is shown at any depth, so it first has to find the root; on
    /// all others the root is known, and the reader's theme is set before the first paint.
    fn of(guide: &Guide, route: &Route, page: &str, assets: &Assets) -> Self {
        let inline = match route {
            Route::NotFound => FIND_ROOT_SCRIPT
                .replace("GUIDE_STYLE", &assets.style)
                .replace("GUIDE_START", &assets.start),
            _ => {
                let theme = THEME_SCRIPT
                    .replace("GUIDE_ID", guide.id.as_str())
                    .replace("GUIDE_ROOT", &guide.root);
                // Pages without a question have nothing to keep.
                let asks = page.contains("class=\"answering\"");
                theme + if asks { EARLY_SCRIPT } else { "" }
            }
        };
        Self { inline: OFF_SCRIPT.to_owned() + &inline }
    }

    /// The page's security policy. It allows this inline script by its hash, files of this site, a
    /// worker from them, images that the page itself makes, and the compilation of wasm; nothing
    /// else.
    fn policy(&self) -> String {
        policy_of(&self.inline)
    }

    fn inline(&self) -> String {
        format!("<script>{}</script>\n", self.inline)
    }

    fn head(&self, route: &Route, assets: &Assets) -> String {
        let Assets { style, icon, start, .. } = assets;
        match route {
            Route::NotFound => String::new(),
            _ => format!(
                "<link rel=\"icon\" href=\"{icon}\" type=\"image/svg+xml\">\n\
                 <link rel=\"stylesheet\" href=\"{style}\">\n\
                 <script type=\"module\" id=\"_start\" src=\"{start}\"></script>\n"
            ),
        }
    }
}

/// The policy of a page with that inline script.
pub(crate) fn policy_of(script: &str) -> String {
    let hash = base64(&Sha256::digest(script));
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src 'self' 'wasm-unsafe-eval' 'sha256-{hash}'; style-src 'self'; img-src 'self' blob:; \
         font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'self'\">\n"
    )
}

fn base64(bytes: &[u8]) -> String {
    use base64::prelude::{BASE64_STANDARD, Engine as _};
    BASE64_STANDARD.encode(bytes)
}
