//! The guide's HTML as other systems may show it: few elements, well-formed as XML, links by their whole address.

use concord_model::{Address, Html, Id};

use super::Notes;

/// The elements that stay. All others are left out, and their text stays.
const KEPT: [&str; 15] = [
    "p",
    "em",
    "strong",
    "ul",
    "ol",
    "li",
    "blockquote",
    "code",
    "pre",
    "sup",
    "sub",
    "br",
    "q",
    "cite",
    "a",
];

/// Elements that end a line.
const BLOCKS: [&str; 8] = ["p", "ul", "ol", "li", "blockquote", "pre", "br", "div"];

/// Elements that mean nothing by themselves.
const BARE: [&str; 3] = ["span", "div", "bdi"];

/// Writes texts, and notes what is left out of them.
pub(super) struct Texts<'t> {
    site: Option<&'t str>,
    notes: &'t mut Notes,
}

impl<'t> Texts<'t> {
    pub(super) fn new(site: Option<&'t str>, notes: &'t mut Notes) -> Self {
        Self { site, notes }
    }

    /// Notes that something is missing from a question.
    pub(super) fn left_out(&mut self, question: &Id, what: &'static str) {
        self.notes.left_out(question, what);
    }

    /// A text with its mark-up.
    pub(super) fn flow(&mut self, question: &Id, html: &Html) -> Html {
        let mut written = String::new();
        // Whether the links that are open were kept.
        let mut links = Vec::new();
        for (tag, text) in html.runs() {
            self.tag(question, tag, &mut written, &mut links);
            written.push_str(text);
        }
        Html::made_elsewhere(written)
    }

    fn tag(&mut self, question: &Id, tag: &str, to: &mut String, links: &mut Vec<bool>) {
        let inner = tag.trim_end_matches('/').trim();
        let name = inner.trim_start_matches('/');
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let closes = inner.starts_with('/');
        match name {
            "" => {}
            "a" if closes => {
                if links.pop() == Some(true) {
                    to.push_str("</a>");
                }
            }
            "a" => {
                let href = attribute(inner, "href").and_then(|href| self.whole(question, href));
                links.push(href.is_some());
                if let Some(href) = href {
                    to.push_str("<a href=\"");
                    to.push_str(&href);
                    to.push_str("\">");
                }
            }
            "br" => to.push_str("<br/>"),
            _ if KEPT.contains(&name) => {
                to.push_str(if closes { "</" } else { "<" });
                to.push_str(name);
                to.push('>');
            }
            _ if BARE.contains(&name) || closes => {}
            _ => self.notes.left_out(question, "drawings, pictures and tables; their text stays"),
        }
    }

    /// The whole address of a link, in the form it has in an attribute.
    fn whole(&mut self, question: &Id, href: &str) -> Option<String> {
        if href.contains("://") || href.starts_with("mailto:") {
            return Some(href.to_owned());
        }
        let whole = self.site.map(|site| format!("{site}{}", href.trim_start_matches("./")));
        if whole.is_none() {
            let what = "links into the guide, as no --site-url was given; their text stays";
            self.notes.left_out(question, what);
        }
        whole
    }

    /// The link to a place of the guide, if its address is known.
    pub(super) fn link(&self, href: &str) -> Option<String> {
        let address = Address::parse(href);
        let _ = address.fragment.as_ref()?;
        Some(format!("{}{href}", self.site?))
    }
}

/// QTI's element of that name, which no template can write, as it is a keyword there.
pub(super) fn matching(both: &Html) -> Html {
    Html::made_elsewhere(["<match>", both.as_str(), "</match>"].concat())
}

/// The value of an attribute, as it is written.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    Some(value.split('"').next().unwrap_or_default())
}

/// A text without mark-up, in one line.
pub(crate) fn plain(html: &Html) -> String {
    let spaced: String = html
        .runs()
        .map(|(tag, text)| {
            let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
            let between = if BLOCKS.contains(&name) { " " } else { "" };
            format!("{between}{text}")
        })
        .collect();
    one_line(&Html::made_elsewhere(spaced).text())
}

/// A text in one line, with single spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text has mark-up that is lost where only plain text can stand.
pub(super) fn has_markup(html: &Html) -> bool {
    html.runs().any(|(tag, _)| !tag.is_empty() && tag != "p" && tag != "/p")
}
