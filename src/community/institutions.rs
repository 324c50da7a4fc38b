//! The institutions: who does what to whom, as a drawing, by year, and as a list.

use concord_engine::search::{Document, documents};
use concord_model::{Address, Checked, Html, Id, Institution, InstitutionLink, Route, fill, html};

use super::{mentions::mentions, network::drawing};
use crate::{
    Site,
    text::{Scope, cited, link, page_title},
};

pub(crate) fn text(site: Site) -> Html {
    let (community, words) = (site.community, site.atlas());
    let scope = Scope::page(site, &Route::Institutions);
    let documents = documents(site.guide);
    let back = link(Route::Community, &site.words().community());
    html! {
        div .text.institutions {
            (page_title(&back, &community.institutions_title))
            div.prose { p { (community.institutions_about) } }
            p.small { (words.map_as_of()) " " (site.words().readable(&community.institutions_as_of)) }
            (drawing(site))
            (years(scope))
            section aria-labelledby="_list" {
                (scope.heading(2, "_list", &words.institutions_list()))
                @for (at, one) in community.institutions.iter().enumerate() {
                    (entry(scope, &documents, at, one))
                }
            }
        }
    }
}

/// The links in the order of their years.
fn in_order<'l>(links: impl Iterator<Item = &'l InstitutionLink>) -> Vec<&'l InstitutionLink> {
    let mut links: Vec<&InstitutionLink> = links.collect();
    // Dates as in ISO 8601 are in order as texts, too.
    links.sort_by_key(|link| link.year.as_str());
    links
}

/// All links by year.
fn years(scope: Scope<'_>) -> Html {
    let site = scope.site;
    let links = in_order(site.community.links.iter());
    let links: Html = links.into_iter().filter_map(|link| relation(site, None, link)).collect();
    if links.is_empty() {
        return links;
    }
    html! {
        section.by-year aria-labelledby="_years" {
            (scope.heading(2, "_years", &site.atlas().institutions_years()))
            ul { (links) }
        }
    }
}

/// The mark of what nobody compared with a source.
fn star(site: Site, checked: Checked) -> Html {
    html! {
        @if checked == Checked::Unverified {
            span.unverified { "* " (site.words().unverified()) }
        }
    }
}

/// An institution with what is known of it, what it does, and where the guide speaks of it.
fn entry(scope: Scope<'_>, documents: &[Document], at: usize, one: &Institution) -> Html {
    let site = scope.site;
    let since = one.since.as_ref().map(|since| site.words().readable(since));
    let since = since.map(|since| fill(site.atlas().since(), &[("date", &since)]));
    let facts = [Some(one.kind.clone()), since, one.members.clone()];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let own = |link: &&InstitutionLink| link.from == at || link.to == at;
    let relations = in_order(site.community.links.iter().filter(own));
    let relations = relations.into_iter().filter_map(|link| relation(site, Some(at), link));
    let relations: Html = relations.collect();
    let sources: Vec<Id> = one.sources.iter().chain(&one.records).cloned().collect();
    html! {
        section.entry {
            (scope.heading(3, one.id.as_str(), &one.name))
            p.small { (facts.join(", ")) " " (star(site, one.checked)) }
            (cited(site, &sources))
            @if !relations.is_empty() { ul { (relations) } }
            (mentions(site, documents, one))
        }
    }
}

/// "1946: Assembly reports to Court", with links to both but the one at `own`, and its sources.
fn relation(site: Site, own: Option<usize>, of: &InstitutionLink) -> Option<Html> {
    let name = |place: usize| {
        let one = site.community.institutions.get(place)?;
        Some(match own == Some(place) {
            true => Html::escaped(&one.name),
            false => link(Address::new(Route::Institutions, one.id.as_str()), &one.name),
        })
    };
    let (from, to) = (name(of.from)?, name(of.to)?);
    Some(html! {
        li {
            b { (of.year) } " " (from) " " (of.relation) " " (to) " "
            (star(site, of.checked))
            (cited(site, &of.sources))
        }
    })
}
