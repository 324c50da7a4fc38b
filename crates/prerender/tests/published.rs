//! What a site says of itself where it will be is known.

#![cfg(test)]

mod real;

use std::collections::BTreeSet;

use concord_prerender::{Assets, Published, found, pages};
use real::real;

/// What stands between two texts.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    Some(text.split_once(start)?.1.split_once(end)?.0)
}

fn published() -> Published {
    Published::new("https://example.org/a/guide", ["fr=https://example.org/fr/"].into_iter())
        .unwrap()
}

#[test]
fn where_a_site_will_be_stands_in_each_page_that_can_be_found_and_in_the_sitemap() {
    let assets = Assets { published: Some(published()), ..Assets::default() };
    let files = found(&published(), real().guide);
    let sitemap = files.iter().find(|page| page.path == "sitemap.xml").unwrap();
    let sitemap = roxmltree::Document::parse(&sitemap.text).unwrap();
    let listed: Vec<&str> = sitemap
        .descendants()
        .filter(|own| own.has_tag_name("loc"))
        .filter_map(|own| own.text())
        .collect();
    let (mut named, mut cards) = (Vec::new(), BTreeSet::new());
    for page in pages(real(), &assets) {
        let canonical = between(&page.text, "<link rel=\"canonical\" href=\"", "\"");
        let own = page.path.strip_suffix("index.html").unwrap_or(&page.path);
        // What moved leads on to where it is now, and says so itself.
        if page.text.contains("http-equiv=\"refresh\"") {
            continue;
        }
        let alone = ["embed/", "404", "standing", "search", "whole"];
        let is_alone = alone.iter().any(|start| own.starts_with(start));
        if is_alone {
            assert_eq!(canonical, None, "{own}");
            continue;
        }
        assert_eq!(canonical, Some(format!("https://example.org/a/guide/{own}").as_str()));
        assert!(
            page.text.contains(&format!("hreflang=\"fr\" href=\"https://example.org/fr/{own}\"")),
            "{own}"
        );
        // What machines read is one script that nothing in it can end.
        let data =
            between(&page.text, "<script type=\"application/ld+json\">", "</script>").unwrap();
        assert!(data.starts_with('{') && data.ends_with('}') && !data.contains('<'), "{data}");
        let card = between(&page.text, "<meta property=\"og:image\" content=\"", "\"").unwrap();
        let card = card.strip_prefix("https://example.org/a/guide/cards/").unwrap().to_owned();
        assert!(cards.insert(card.clone()), "{card} is of two pages");
        named.push(canonical.unwrap().to_owned());
    }
    assert_eq!(
        named.iter().map(String::as_str).collect::<BTreeSet<_>>(),
        listed.into_iter().collect()
    );
}

#[test]
fn each_piece_says_how_other_sites_show_it_and_where_it_is_in_another_language() {
    let assets = Assets { published: Some(published()), ..Assets::default() };
    let files = found(&published(), real().guide);
    let (mut pieces, mut others) = (0, 0);
    for page in pages(real(), &assets) {
        let link = "type=\"application/json+oembed\" href=\"https://example.org/a/guide/";
        let Some(named) = between(&page.text, link, "\"") else {
            assert!(
                !page.path.starts_with("embed/") || page.text.contains("refresh"),
                "{}",
                page.path
            );
            continue;
        };
        let file = files.iter().find(|file| file.path == named).unwrap();
        let piece = named.strip_suffix("oembed.json").unwrap();
        let frame = format!("<iframe src=\\\"https://example.org/a/guide/{piece}\\\"");
        assert!(file.text.contains(&frame), "{}", file.text);
        assert!(file.text.starts_with("{\"version\":\"1.0\",\"type\":\"rich\","), "{}", file.text);
        if page.path.starts_with("embed/") {
            let other = format!("hreflang=\"fr\" href=\"https://example.org/fr/{piece}\"");
            assert!(page.text.contains(&other), "{piece}");
            pieces += 1;
        } else {
            others += 1;
        }
    }
    assert!(pieces > 200 && others > 10, "{pieces} {others}");
}

#[test]
fn the_pages_for_teachers_have_whole_addresses_where_they_are_known() {
    for (published, has) in [(Some(published()), false), (None, true)] {
        let assets = Assets { published, ..Assets::default() };
        let pages = pages(real(), &assets);
        let teach = pages.iter().find(|page| page.path == "teach/index.html").unwrap();
        assert_eq!(teach.text.contains("https://guide.example/"), has);
        assert_eq!(teach.text.contains("https://example.org/a/guide/embed/quiz/"), !has);
    }
}

#[test]
fn only_a_host_of_its_own_has_rules_for_robots() {
    let paths = |root: &str| {
        let published = Published::new(root, std::iter::empty()).unwrap();
        let files = found(&published, real().guide).into_iter().map(|page| page.path);
        files.filter(|path| !path.ends_with("oembed.json")).collect::<Vec<_>>()
    };
    assert_eq!(paths("https://example.org/guide/"), ["sitemap.xml"]);
    assert_eq!(paths("https://example.org"), ["sitemap.xml", "robots.txt"]);
}

#[test]
fn what_is_no_address_of_a_folder_is_refused_with_one_that_is() {
    for odd in [
        "",
        "example.org",
        "https://",
        "https:///x",
        "ftp://example.org/",
        "https://example.org/?x",
        "https://a b/",
    ] {
        let error = Published::new(odd, std::iter::empty()).unwrap_err().to_string();
        assert!(error.contains("write for example https://"), "{odd}: {error}");
    }
    for odd in [
        "https://example.org/fr/",
        "=https://example.org/fr/",
        "fr=example.org",
        "f r=https://example.org/",
    ] {
        assert!(Published::new("https://example.org/", [odd].into_iter()).is_err(), "{odd}");
    }
}

#[test]
fn where_nobody_said_where_a_site_will_be_no_page_says_it() {
    for page in pages(real(), &Assets::default()) {
        assert!(
            !page.text.contains("canonical") || page.text.contains("http-equiv=\"refresh\""),
            "{}",
            page.path
        );
    }
}
