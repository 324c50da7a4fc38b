//! Links lead somewhere, and every source is used.

use std::collections::{BTreeMap, BTreeSet};

use concord_model::{Address, Block, Html, Id, Route};

use crate::{
    exemptions::{Fault, hold},
    pack, text,
};

/// All HTML of a page's blocks, titles too.
fn html<'b>(blocks: &'b [Block], found: &mut Vec<&'b Html>) {
    for block in blocks {
        match block {
            Block::Prose(html) => found.push(html),
            Block::Heading(heading) => found.push(&heading.title),
            // Its links are made by the compiler, and the journeys follow them.
            Block::Atlas(_) | Block::Model(_) => {}
            Block::Item(item) => {
                found.extend(item.parts().into_iter().map(|(_, html)| html));
            }
            Block::Statement(statement) => {
                found.push(&statement.title);
                html(&statement.blocks, found);
            }
        }
    }
}

/// Ids of headings, statements and questions.
fn ids(blocks: &[Block], found: &mut BTreeSet<String>) {
    for block in blocks {
        match block {
            Block::Prose(_) | Block::Atlas(_) | Block::Model(_) => {}
            Block::Heading(heading) => drop(found.insert(heading.id.to_string())),
            Block::Item(item) => drop(found.insert(item.id.to_string())),
            Block::Statement(statement) => {
                found.insert(statement.id.to_string());
                ids(&statement.blocks, found);
            }
        }
    }
}

/// Values of an attribute of whatever element.
fn attributes(html: &Html, name: &str) -> Vec<String> {
    text::with_tree(html, |root| {
        let values = root.descendants().filter_map(|node| node.attribute(name));
        values.map(str::to_owned).collect()
    })
}

/// What stands on each page: of the guide, and of the models to play with.
fn all_blocks() -> impl Iterator<Item = (Route, &'static [Block])> {
    let models = pack::guide().model_pages.iter();
    let models = models.map(|page| (Route::Model(page.name), page.blocks.as_slice()));
    pack::guide().pages().chain(models)
}

/// Every page with its HTML, in the order of reading; the glossary is one page.
fn pages() -> Vec<(Route, Vec<&'static Html>)> {
    let guide = pack::guide();
    let mut pages = Vec::new();
    for (route, blocks) in all_blocks() {
        let mut found = Vec::new();
        html(blocks, &mut found);
        if let Route::Lesson(id) = &route {
            found.extend(guide.lesson(id).into_iter().flat_map(|(_, lesson)| &lesson.notes));
        }
        pages.push((route, found));
    }
    let definitions = guide.terms.iter().map(|term| &term.definition);
    pages.push((Route::Glossary, definitions.collect()));
    pages
}

/// The places on each page that a fragment can name.
fn places() -> BTreeMap<String, BTreeSet<String>> {
    let guide = pack::guide();
    let mut places: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (route, blocks) in all_blocks() {
        ids(blocks, places.entry(pack::name(&route)).or_default());
    }
    for (route, html) in pages() {
        let found = places.entry(pack::name(&route)).or_default();
        found.extend(html.iter().flat_map(|html| attributes(html, "id")));
    }
    for lesson in &guide.lessons {
        let notes = (1..=lesson.notes.len()).map(|number| format!("_note-{number}"));
        places.entry(lesson.id.to_string()).or_default().extend(notes);
    }
    let terms = guide.terms.iter().map(|term| term.id.to_string());
    places.entry(pack::name(&Route::Glossary)).or_default().extend(terms);
    let sources = guide.sources.iter().map(|source| source.id.to_string());
    places.insert(pack::name(&Route::Sources), sources.collect());
    places
}

/// What is wrong with an address, if anything is.
fn problem(href: &str, places: &BTreeMap<String, BTreeSet<String>>) -> Option<String> {
    if href.contains("://") {
        return (!is_secure(href)).then(|| "is no https address with a host".to_owned());
    }
    // Settings of a model are checked by the compiler.
    let page = href.split('?').next().unwrap();
    let Address { route, fragment } = Address::parse(page);
    if !route.exists(pack::guide()) {
        return Some("is the address of no page".to_owned());
    }
    let known = places.get(&pack::name(&route));
    let lost = fragment.filter(|id| !known.is_some_and(|known| known.contains(id)));
    lost.map(|id| format!("names `{id}`, which is not on that page"))
}

/// Whether an address of another site is encrypted and has a host with a dot in it.
fn is_secure(href: &str) -> bool {
    let Some(rest) = href.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let sound = |label: &&str| {
        let letters = label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        letters && !label.is_empty() && !label.starts_with('-') && !label.ends_with('-')
    };
    labels.len() > 1 && labels.iter().all(sound) && !href.contains(char::is_whitespace)
}

#[test]
fn links_lead_somewhere() {
    let places = places();
    let mut faults = Vec::new();
    let mut seen = 0;
    for (route, html) in pages() {
        for href in html.iter().flat_map(|html| attributes(html, "href")) {
            seen += 1;
            if let Some(problem) = problem(&href, &places) {
                let key = format!("{}: {href}", pack::name(&route));
                faults.push(Fault::new(key, format!("the link to `{href}` {problem}")));
            }
        }
    }
    for (lesson, item) in pack::guide().items() {
        let route = Route::Lesson(lesson.id.clone());
        for href in &item.tests {
            if let Some(problem) = problem(href, &places) {
                let key = format!("{}: {href}", pack::name(&route));
                faults.push(Fault::new(key, format!("a question tests `{href}`, which {problem}")));
            }
        }
    }
    assert!(seen > 100, "only {seen} links were found: does the compiler write them as it did?");
    hold("link", &faults);
}

#[test]
fn every_source_is_cited() {
    let guide = pack::guide();
    let mut cited: BTreeSet<Id> = BTreeSet::from([guide.work.source.clone()]);
    cited.extend(guide.statements().flat_map(|(_, statement)| statement.sources.iter().cloned()));
    cited.extend(guide.terms.iter().flat_map(|term| term.sources.iter().cloned()));
    let community = pack::community();
    let layers = community.layers.iter().flat_map(|layer| &layer.sources);
    cited.extend(community.sources.iter().chain(layers).cloned());
    let rows = community.layers.iter().flat_map(|layer| &layer.rows);
    cited.extend(rows.filter_map(|row| row.fact()?.source.clone()));
    let institutions = community.institutions.iter();
    cited.extend(institutions.flat_map(|one| one.sources.iter().chain(&one.records)).cloned());
    cited.extend(community.links.iter().flat_map(|link| &link.sources).cloned());
    let links = pages().into_iter().flat_map(|(_, html)| html);
    for href in links.flat_map(|html| attributes(html, "href")) {
        let address = Address::parse(&href);
        if address.route == Route::Sources {
            cited.extend(address.fragment.and_then(|id| Id::new(&id).ok()));
        }
    }
    let faults: Vec<Fault> = guide
        .sources
        .iter()
        .filter(|source| !cited.contains(&source.id))
        .map(|source| Fault::new(source.id.as_str(), format!("nothing cites “{}”", source.title)))
        .collect();
    hold("uncited-source", &faults);
}

#[test]
fn outside_addresses_are_judged_by_their_form() {
    for good in ["https://example.org", "https://a.example.org/x?y#z"] {
        assert!(is_secure(good), "{good}");
    }
    for bad in ["http://example.org/", "https://", "https:///x", "https://host/", "https://a..b/"] {
        assert!(!is_secure(bad), "{bad}");
    }
}
