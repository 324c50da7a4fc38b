//! What the pages of the community say is what the tables of the pack say.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    unreachable_pub,
    reason = "tests say what they expect the short way"
)]

use std::{collections::BTreeMap, sync::OnceLock};

use concord_compiler::{compile, read_pack};
use concord_engine::{
    community::{columns, parse, write},
    search::{Index, documents},
};
use concord_model::{Html, Layer, Route};
use concord_prerender::{Assets, Content, Page, pages, search_index, tables};

const PACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");

fn content() -> Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    *CONTENT.get_or_init(|| {
        let compiled = compile(&read_pack(PACK.as_ref()).unwrap());
        Content {
            guide: Box::leak(Box::new(compiled.guide.unwrap())),
            community: Box::leak(Box::new(compiled.community)),
        }
    })
}

fn written() -> &'static [Page] {
    static PAGES: OnceLock<Vec<Page>> = OnceLock::new();
    PAGES.get_or_init(|| pages(content(), &Assets::default()))
}

fn page(route: &Route) -> &'static str {
    &written().iter().find(|page| page.path == route.file()).unwrap().text
}

/// The rows of a table by code: class or value, then the rest.
fn rows(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let records = reader.deserialize::<BTreeMap<String, String>>();
    records.map(|record| record.unwrap()).map(|row| (row["code"].clone(), row)).collect()
}

/// The pack's own table of a layer.
fn source(layer: &Layer) -> BTreeMap<String, BTreeMap<String, String>> {
    let settings = std::fs::read_to_string(format!("{PACK}/community/layers.toml")).unwrap();
    let settings: toml::Table = settings.parse().unwrap();
    let layers = settings["layer"].as_array().unwrap();
    let own = layers.iter().find(|own| own["id"].as_str() == Some(layer.id.as_str())).unwrap();
    let path = own["table"].as_str().unwrap();
    rows(&std::fs::read_to_string(format!("{PACK}/community/{path}")).unwrap())
}

#[test]
fn each_file_has_all_states_and_says_what_the_tables_say() {
    let Content { guide, community } = content();
    let tables = tables(content());
    assert_eq!(tables.len(), community.layers.len());
    for (layer, (path, text)) in community.layers.iter().zip(&tables) {
        assert_eq!(*path, Route::table(&layer.id));
        let (rows, source) = (rows(text), source(layer));
        assert_eq!(rows.len(), guide.states.len(), "{path}");
        for (code, row) in &rows {
            let known = source.get(code);
            let subject = if layer.unit.is_some() { "value" } else { "class" };
            let expected = known.map_or("", |known| known[subject].as_str());
            assert_eq!(row[subject], expected, "{path}: {code}");
            for name in ["since", "year", "note"] {
                let expected = known.and_then(|known| known.get(name)).map_or("", String::as_str);
                assert_eq!(row[name], expected, "{path}: {code}");
            }
            assert!(!row["label"].is_empty() && !row["name"].is_empty(), "{path}: {code}");
        }
    }
}

#[test]
fn every_count_that_is_shown_is_that_of_the_rows() {
    let html = page(&Route::Community);
    for (layer, (_, text)) in content().community.layers.iter().zip(tables(content())) {
        let rows = rows(&text);
        let legend = html
            .split("<section class=\"legend")
            .find(|legend| legend.contains(&format!("data-legend=\"{}\"", layer.id)));
        let legend = legend.unwrap().split("</section>").next().unwrap();
        for (place, class) in layer.classes.iter().enumerate() {
            let count = rows.values().filter(|row| row["class"] == class.id.as_str()).count();
            assert_eq!(count, class.tally as usize);
            let button = legend.split(&format!("data-class=\"{place}\"")).nth(1).unwrap();
            let button = button.split("</b>").next().unwrap();
            assert!(button.ends_with(&format!("<b>{count}")), "{}: {button}", layer.id);
        }
        // Whoever is in no class is in one of those that every layer has.
        let others = rows.values().filter(|row| row["class"].is_empty()).count();
        let shown: usize = (layer.classes.len()..layer.classes.len() + 3)
            .filter_map(|place| legend.split(&format!("data-class=\"{place}\"")).nth(1))
            .map(|button| button.split("<b>").nth(1).unwrap().split('<').next().unwrap())
            .map(|count| count.parse::<usize>().unwrap())
            .sum();
        assert_eq!(shown, others, "{}", layer.id);
    }
}

#[test]
fn every_state_has_a_row_a_page_a_mark_and_an_outline() {
    let Content { guide, community } = content();
    let html = page(&Route::Community);
    let outlines = community.outlines.as_ref().unwrap();
    assert_eq!(outlines.states.len(), guide.states.len());
    assert_eq!(community.spots.len(), guide.states.len());
    for (at, state) in guide.states.iter().enumerate() {
        assert_eq!(html.matches(&format!(" data-state=\"{at}\"><th")).count(), 1);
        let own = page(&Route::State(state.id.clone()));
        let name = Html::escaped(&state.name).0;
        assert!(own.contains(&name) && own.contains(&state.code()), "{}", state.id);
        assert!(html.contains(&format!(
            "href=\"{}\"",
            Route::State(state.id.clone()).href(concord_model::Form::Folder)
        )));
    }
}

#[test]
fn the_map_of_the_browser_counts_as_the_pages_do() {
    let community = content().community;
    let columns = columns(community);
    assert_eq!(parse(&write(&columns)), columns);
    for (layer, column) in community.layers.iter().zip(&columns) {
        let (first, last) = layer.years.unwrap_or((2000, 2001));
        for year in (first - 1..=last).map(Some).chain([None]) {
            for at in 0..layer.rows.len() {
                assert_eq!(
                    column.class(at, year),
                    layer.class(at, year),
                    "{} {at} {year:?}",
                    layer.id
                );
            }
        }
    }
}

#[test]
fn institutions_lead_to_lessons_and_statements_that_mention_them() {
    let html = page(&Route::Institutions);
    for one in &content().community.institutions {
        assert!(html.contains(&format!("id=\"{}\"", one.id)), "{}", one.id);
    }
    assert!(html.contains("<svg viewBox"));
    assert!(html.contains("href=\"lessons/"));
}

#[test]
fn each_name_and_code_leads_to_one_state() {
    let html = page(&Route::Community);
    let rows: Vec<&str> = html.split("data-names=\"").skip(1).collect();
    let rows: Vec<&str> = rows.iter().map(|row| row.split('"').next().unwrap()).collect();
    assert_eq!(rows.len(), content().guide.states.len());
    let mut found = BTreeMap::new();
    for (row, state) in rows.iter().zip(&content().guide.states) {
        for name in row.split_whitespace() {
            assert_eq!(found.insert(name, state.code()), None, "{name}");
        }
    }
    for (name, code) in
        [("uk", "GBR"), ("turkiye", "TUR"), ("cotedivoire", "CIV"), ("россия", "RUS")]
    {
        assert_eq!(found[name], code);
    }
}

#[test]
fn the_search_finds_states_by_their_other_names() {
    let Content { guide, .. } = content();
    let documents = documents(guide);
    let index = Index::from_bytes(&search_index(content())).unwrap();
    assert!(index.is_of(&documents));
    for (query, name) in [
        ("Ivory Coast", "Côte d’Ivoire"),
        ("Russian Federation", "Russia"),
        ("Turkey", "Türkiye"),
        ("Burma", "Myanmar (Burma)"),
        ("Holland", "Netherlands"),
        ("UK", "United Kingdom"),
        ("DRC", "Congo - Kinshasa"),
        ("Republic of Korea", "South Korea"),
    ] {
        let found = index.search(query, 5, str::to_lowercase);
        let titles: Vec<_> = found.hits.iter().map(|hit| &documents[hit.document].title).collect();
        assert!(titles.iter().any(|title| *title == name), "{query}: {titles:?}");
    }
}
