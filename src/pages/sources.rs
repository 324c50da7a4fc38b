//! All sources, with what is known of each and where it is cited.

use concord_model::{Checked, Html};

use crate::{
    Site,
    text::{heading, page_title, used_in, word},
};

pub(super) fn text(site: Site) -> String {
    let words = site.words();
    let mut html = page_title("", &words.sources);
    for source in &site.guide.sources {
        let facts = [Some(&source.by), Some(&source.date), source.symbol.as_ref()];
        let facts: Vec<String> = facts.into_iter().flatten().map(|fact| word(fact)).collect();
        html += "<section class=\"entry\">";
        html += &heading(2, source.id.as_str(), &Html::escaped(&source.title));
        html +=
            &format!("<p class=\"small\">{}</p><p>{}</p>", facts.join(", "), word(&source.note));
        if source.checked == Checked::Unverified {
            html += &format!("<p class=\"unverified\">{}</p>", word(&words.unverified_long));
        }
        html += &used_in(site, &source.used_in);
        html += "</section>";
    }
    format!("<div class=\"list\">{html}</div>")
}
