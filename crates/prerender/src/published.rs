//! What a site says of itself where it will be is known: its canonical addresses, the same guide in other languages, and
//! what search engines read. All else of a site is written without that, so that any folder of any host can serve it.

use anyhow::{Context, Result, bail, ensure};
use concord_engine::reading;
use concord_model::{Form, Guide, Html, Route, html, root_of};

use crate::{Page, json};

/// Where a site will be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The address of the guide's root; ends with a slash.
    root: String,
    /// The same guide in other languages: their tags and roots. Ids, and so addresses below the roots, are the same.
    translations: Vec<(String, String)>,
}

impl Published {
    /// Reads the address of the guide's root, and `<language>=<address>` of each translation.
    ///
    /// # Errors
    /// If one is no address of a folder, or a translation names no language.
    pub fn new<'t>(root: &str, translations: impl Iterator<Item = &'t str>) -> Result<Self> {
        let translation = |text: &str| {
            let Some((language, address)) = text.split_once('=') else {
                bail!("`{text}` names no language; write for example fr=https://example.org/fr/");
            };
            let is_tag = |c: char| c.is_ascii_alphanumeric() || c == '-';
            ensure!(
                !language.is_empty() && language.chars().all(is_tag),
                "`{language}` is no tag of a language; write for example fr=https://example.org/fr/"
            );
            Ok((language.to_owned(), folder(address)?))
        };
        Ok(Self {
            root: folder(root)?,
            translations: translations.map(translation).collect::<Result<_>>()?,
        })
    }

    /// The full address of what stands at this one below the guide's root.
    #[must_use]
    pub fn address(&self, below: &str) -> String {
        self.root.clone() + below
    }

    /// What a page's head says of where it is.
    pub(crate) fn head(&self, guide: &Guide, route: &Route) -> Html {
        if !is_found(route) {
            // A frame goes on to the language that the page around it asks for.
            let others = matches!(route, Route::Embed(_)).then(|| self.languages(guide, route));
            return others.unwrap_or_default();
        }
        let address = self.of(route);
        let data = self.data(guide, route, &address);
        html! {
            link rel="canonical" href=(address);
            (self.languages(guide, route))
            meta property="og:url" content=(address);
            meta property="og:site_name" content=(guide.title);
            meta property="og:image" content=(self.address(&card(route)));
            meta property="og:image:width" content="1200";
            meta property="og:image:height" content="630";
            meta name="twitter:card" content="summary_large_image";
            script type="application/ld+json" { (Html::made_elsewhere(data)) }
        }
    }

    /// The full address of a page.
    pub(crate) fn of(&self, route: &Route) -> String {
        self.address(&below(route))
    }

    /// The same page in all languages, if there are several.
    fn languages(&self, guide: &Guide, route: &Route) -> Html {
        if self.translations.is_empty() {
            return Html::default();
        }
        let below = below(route);
        html! {
            link rel="alternate" hreflang=(guide.language) href=(self.of(route));
            @for (language, root) in &self.translations {
                link rel="alternate" hreflang=(language) href=(format!("{root}{below}"));
            }
        }
    }

    /// What a page is, for machines: schema.org's words as JSON, in which no `<` is left that could end the script.
    fn data(&self, guide: &Guide, route: &Route, address: &str) -> String {
        let whole = [
            ("@type", json::text("Course")),
            ("name", json::text(&guide.title)),
            ("url", json::text(&self.root)),
        ];
        let mut fields = vec![
            ("@context", json::text("https://schema.org")),
            ("name", json::text(&concord::title(guide, route))),
            ("description", json::text(concord::description(guide, route))),
            ("url", json::text(address)),
            ("inLanguage", json::text(&guide.language)),
            ("isAccessibleForFree", "true".to_owned()),
        ];
        match route {
            Route::Home => fields.push(("@type", json::text("Course"))),
            Route::Lesson(id) => {
                fields.push(("@type", json::text("LearningResource")));
                fields.push(("isPartOf", json::object(&whole)));
                let lesson = guide.lessons.iter().find(|lesson| lesson.id == *id);
                let minutes = lesson.map(reading::of_lesson);
                fields.extend(minutes.map(|m| ("timeRequired", json::text(&format!("PT{m}M")))));
            }
            _ => {
                fields.push(("@type", json::text("WebPage")));
                fields.push(("isPartOf", json::object(&whole)));
            }
        }
        json::object(&fields).replace('<', "\\u003c")
    }

    /// The files that search engines ask for. `robots.txt` is read at the root of a host alone.
    pub(crate) fn files(&self, guide: &Guide) -> Vec<Page> {
        let routes = Route::all(guide).into_iter().filter(is_found);
        let entry = |route: Route| html! { url { loc { (self.address(&below(&route))) } } };
        let entries: Html = routes.map(entry).collect();
        let sitemap = html! {
            urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" { (entries) }
        };
        let declared = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
        let sitemap =
            Page { path: "sitemap.xml".to_owned(), text: declared + sitemap.as_str() + "\n" };
        let is_host = self.root.split('/').count() == 4;
        let robots = is_host.then(|| Page {
            path: "robots.txt".to_owned(),
            text: format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", self.address("sitemap.xml")),
        });
        std::iter::once(sitemap).chain(robots).collect()
    }
}

/// An address of a folder, with its last slash.
fn folder(address: &str) -> Result<String> {
    root_of(address).with_context(|| {
        format!(
            "`{address}` is no address of a folder; write for example https://example.org/guide/"
        )
    })
}

/// The address of a page below the guide's root.
fn below(route: &Route) -> String {
    route.href(Form::Folder).trim_start_matches("./").to_owned()
}

/// Where the picture of a page stands that other sites show beside a link to it; `xtask/cards.mjs` draws it.
fn card(route: &Route) -> String {
    let name = match below(route).trim_end_matches('/') {
        "" => "guide".to_owned(),
        path => path.replace('/', "-"),
    };
    format!("cards/{name}.png")
}

/// Whether people shall find a page: none that says anything to its reader alone, or that stands elsewhere in full.
fn is_found(route: &Route) -> bool {
    !matches!(
        route,
        Route::Embed(_) | Route::NotFound | Route::Standing | Route::Search | Route::Whole
    )
}
