//! The institutions: who does what to whom, as a drawing, by year, and as a list.

use concord_engine::search::{Document, documents};
use concord_model::{Address, Checked, Html, Id, Institution, Link, Route, fill};

use super::{mentions::mentions, network::drawing};
use crate::{
    Site,
    scope::Scope,
    text::{cited, link, page_title, word},
};

pub(crate) fn text(site: Site) -> String {
    let (community, words) = (site.community, site.atlas());
    let scope = Scope::page(site, &Route::Institutions);
    let documents = documents(site.guide);
    let list: String = (0..)
        .zip(&community.institutions)
        .map(|(at, one)| entry(scope, &documents, at, one))
        .collect();
    format!(
        "<div class=\"text institutions\">{title}<div class=\"prose\"><p>{about}</p></div>\
         <p class=\"small\">{as_of} {date}</p>{drawing}{years}\
         <section aria-labelledby=\"_list\">{heading}{list}</section></div>",
        title = page_title(
            &link(Route::Community, &word(words.community())),
            &Html::escaped(&community.institutions_title).0
        ),
        about = word(&community.institutions_about),
        as_of = word(words.map_as_of()),
        date = word(&community.institutions_as_of),
        drawing = drawing(site),
        years = years(scope),
        heading = scope.heading(2, "_list", &Html::escaped(words.institutions_list())),
    )
}

/// The links in the order of their years.
fn in_order<'l>(links: impl Iterator<Item = &'l Link>) -> Vec<&'l Link> {
    let mut links: Vec<&Link> = links.collect();
    // Dates as in ISO 8601 are in order as texts, too.
    links.sort_by_key(|link| link.year.as_str());
    links
}

/// All links by year.
fn years(scope: Scope<'_>) -> String {
    let site = scope.site;
    let links = in_order(site.community.links.iter());
    let links: String = links.into_iter().filter_map(|link| relation(site, None, link)).collect();
    if links.is_empty() {
        return links;
    }
    let heading = scope.heading(2, "_years", &Html::escaped(site.atlas().institutions_years()));
    format!(
        "<section class=\"by-year\" aria-labelledby=\"_years\">{heading}<ul>{links}</ul></section>"
    )
}

/// The mark of what nobody compared with a source.
fn star(site: Site, checked: Checked) -> String {
    match checked {
        Checked::Verified => String::new(),
        Checked::Unverified => {
            format!("<span class=\"unverified\">* {}</span>", word(site.words().unverified()))
        }
    }
}

/// An institution with what is known of it, what it does, and where the guide speaks of it.
fn entry(scope: Scope<'_>, documents: &[Document], at: usize, one: &Institution) -> String {
    let site = scope.site;
    let mut facts = vec![word(&one.kind)];
    facts.extend(
        one.since.as_ref().map(|since| word(&fill(site.atlas().since(), &[("date", since)]))),
    );
    facts.extend(one.members.as_ref().map(|members| word(members)));
    let star = star(site, one.checked);
    let own = |link: &&Link| link.from == at || link.to == at;
    let relations = in_order(site.community.links.iter().filter(own));
    let relations = relations.into_iter().filter_map(|link| relation(site, Some(at), link));
    let relations: String = relations.collect();
    let relations = if relations.is_empty() { relations } else { format!("<ul>{relations}</ul>") };
    let sources: Vec<Id> = one.sources.iter().chain(&one.records).cloned().collect();
    format!(
        "<section class=\"entry\">{}<p class=\"small\">{} {star}</p>{}{relations}{}</section>",
        scope.heading(3, one.id.as_str(), &Html::escaped(&one.name)),
        facts.join(", "),
        cited(site, &sources),
        mentions(site, documents, one),
    )
}

/// "1946: Assembly reports to Court", with links to both but the one at `own`, and its sources.
fn relation(site: Site, own: Option<usize>, of: &Link) -> Option<String> {
    let name = |place: usize| {
        let one = site.community.institutions.get(place)?;
        let name = word(&one.name);
        Some(match own == Some(place) {
            true => name,
            false => link(Address::new(Route::Institutions, one.id.as_str()), &name),
        })
    };
    Some(format!(
        "<li><b>{}</b> {} {} {} {}{}</li>",
        word(&of.year),
        name(of.from)?,
        word(&of.relation),
        name(of.to)?,
        star(site, of.checked),
        cited(site, &of.sources),
    ))
}
