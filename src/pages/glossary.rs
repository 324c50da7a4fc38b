//! All terms, with where they are used.

use concord_model::Html;

use crate::{
    Site,
    text::{cited, heading, page_title, used_in},
};

pub(super) fn text(site: Site) -> String {
    let mut html = page_title("", &site.words().glossary);
    for term in &site.guide.terms {
        html += "<section class=\"entry\">";
        html += &heading(2, term.id.as_str(), &Html::escaped(&term.title));
        html += &format!("<div class=\"prose\">{}</div>", term.definition);
        html += &cited(site, &term.sources);
        html += &used_in(site, &term.used_in);
        html += "</section>";
    }
    format!("<div class=\"list\">{html}</div>")
}
