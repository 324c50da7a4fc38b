//! Packages of a small site, and guides of one lesson of the real one. What systems make of packages is tried in
//! `tests/packages`.

#![cfg(test)]

use std::path::Path;

use concord_compiler::{compile, read_pack};
use concord_model::{Address, Block, Guide, Interaction, Item, Piece};
use concord_packages::{Entry, Kind, Package, kept, packaged, reduced};

fn real() -> Guide {
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    compile(&read_pack(&pack).unwrap()).guide.unwrap()
}

fn page(route: &str, body: &str) -> Entry {
    let head = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src 'self' 'sha256-abc='; base-uri 'self'\"><script>first()</script>";
    let text = format!(
        "<!DOCTYPE html><html data-route=\"{route}\"><head>{head}</head><body>{body}</body></html>"
    );
    (route.to_owned(), text.into_bytes())
}

fn site() -> Vec<Entry> {
    let links = "<ul><li><a href=\"community/\">States</a></li><li><a href=\"glossary/#a\">Terms</a></li>\
         <li><a href=\"https://example.org/\">Out</a></li></ul>\
         <p>See <a href=\"community/tuv/?x=1&amp;y=2\">Tuvalu &amp; <em>more</em></a>.</p>";
    vec![
        page("index.html", links),
        page("glossary/index.html", ""),
        page("whole/index.html", ""),
        page("teach/index.html", ""),
        page("embed/terms/a/index.html", ""),
        page("404.html", ""),
        ("lessons/old/index.html".to_owned(), b"<meta http-equiv=\"refresh\">".to_vec()),
        ("fonts/a.woff2".to_owned(), vec![1, 2, 3]),
    ]
}

fn text<'k>(files: &'k [Entry], path: &str) -> &'k str {
    let file = files.iter().find(|(own, _)| own == path);
    std::str::from_utf8(&file.unwrap_or_else(|| panic!("no {path}")).1).unwrap()
}

#[test]
fn of_what_is_left_out_nothing_is_linked() {
    let kept = kept(&site(), true, None);
    assert_eq!(kept.pages, ["index.html", "glossary/index.html"]);
    let home = text(&kept.files, "index.html");
    assert!(home.contains("<body><ul><li><a href=\"glossary/#a\">Terms</a><li>"), "{home}");
    assert!(home.contains("<p>See Tuvalu &amp; <em>more</em>.</p>"), "{home}");
    assert!(home.starts_with("<!DOCTYPE html><html data-route=\"index.html\">"), "{home}");
}

#[test]
fn where_the_guide_is_hosted_links_lead_there() {
    let kept = kept(&site(), true, Some("https://host.example/guide/"));
    let home = text(&kept.files, "index.html");
    let link = "<a href=\"https://host.example/guide/community/tuv/?x=1&amp;y=2\" target=\"_blank\" rel=\"noopener\">";
    assert!(home.contains(link), "{home}");
    assert!(home.contains("<li><a href=\"https://host.example/guide/community/\""), "{home}");
}

#[test]
fn the_whole_guide_keeps_all_but_frames_and_former_addresses() {
    let kept = kept(&site(), false, None);
    let pages = ["index.html", "glossary/index.html"];
    assert_eq!(kept.pages, pages);
    assert!(kept.files.iter().any(|(path, _)| path == "fonts/a.woff2"));
}

#[test]
fn the_first_script_stands_in_one_file_and_no_policy_allows_another() {
    let kept = kept(&site(), false, None);
    let home = text(&kept.files, "index.html");
    assert!(home.contains("<script src=\"page-1.js\"></script>"), "{home}");
    assert!(home.contains("script-src 'self'; base-uri"), "{home}");
    assert!(text(&kept.files, "page-1.js").ends_with("first()"));
    assert!(!kept.files.iter().any(|(path, _)| path == "page-2.js"));
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let guide = real();
    let package = Package { alone: false, site: None, pass: 0.7 };
    for kind in Kind::ALL {
        let make = || packaged(&guide, &site(), kind, &package).unwrap();
        assert_eq!(make(), make(), "{kind:?}");
        assert_eq!(Kind::read(kind.name()), Some(kind));
    }
}

/// Whatever a guide of one lesson names is in it.
#[test]
fn a_guide_of_one_lesson_has_what_it_names() {
    let whole = real();
    for lesson in &whole.lessons {
        let own = reduced(&whole, &lesson.id).unwrap();
        assert_eq!(own.lessons.len(), 1);
        let rebuilt = |item: &Item| matches!(item.interaction, Interaction::Rebuild { .. });
        let asked = whole.items().filter(|(of, item)| of.id == lesson.id && !rebuilt(item));
        assert_eq!(own.items().count(), asked.count());
        for (_, item) in own.items() {
            for href in item.tests.iter().chain(&item.counters) {
                let name = Address::parse(href).fragment.unwrap();
                let id = concord_model::Id::new(&name).unwrap();
                let is_there = [Piece::Statement, Piece::Term]
                    .into_iter()
                    .any(|piece| piece(id.clone()).home(&own).is_some());
                assert!(is_there, "{}: {href}", lesson.id);
            }
        }
        for source in &own.terms.iter().flat_map(|term| term.sources.clone()).collect::<Vec<_>>() {
            assert!(own.source(source).is_some(), "{source}");
        }
        let is_program = |block: &Block| matches!(block, Block::Atlas(_) | Block::Model(_));
        assert!(!own.lessons[0].blocks.iter().any(is_program));
        assert!(own.terms.len() < whole.terms.len());
    }
    assert!(reduced(&whole, &concord_model::Id::new("no-such").unwrap()).is_none());
}
