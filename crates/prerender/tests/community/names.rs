//! States are found by every name that the pack gives them.

use std::collections::BTreeMap;

use concord_engine::search::Searcher;
use concord_model::Route;
use concord_prerender::searcher;

use super::{content, page};

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
    let bytes = searcher(content()).to_bytes().unwrap();
    let Searcher { documents, index } = Searcher::from_bytes(&bytes).unwrap();
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
