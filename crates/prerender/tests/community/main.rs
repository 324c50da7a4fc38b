//! What the pages of the community say is what the tables of the pack say.

#![cfg(test)]

mod names;
mod pairs;

use std::{collections::BTreeMap, sync::OnceLock};

use concord_compiler::{compile, read_pack};
use concord_engine::community::{Mark, beside, columns, parse, write};
use concord_model::{Checked, Html, Layer, Route, Spot};
use concord_prerender::{Assets, Content, Page, pages, tables};

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
        let name = Html::escaped(&state.name).into_string();
        assert!(own.contains(&name) && own.contains(&state.code()), "{}", state.id);
        assert!(html.contains(&format!(
            "href=\"{}\"",
            Route::State(state.id.clone()).href(concord_model::Form::Folder)
        )));
    }
}

#[test]
fn arrows_reach_every_state_in_every_drawing() {
    let spots = &content().community.spots;
    let mark = |x, y, r| Mark { x, y, r };
    let map = spots.iter().map(|spot| mark(spot.map.0, spot.map.1, 40)).collect();
    let tiles = spots.iter().map(|spot| mark(spot.tile.0 * 400, spot.tile.1 * 400, 180)).collect();
    let mut drawings: Vec<Vec<Mark>> = vec![map, tiles];
    for measure in 0..3 {
        let circle = |spot: &Spot| spot.circles[measure];
        drawings.push(spots.iter().map(circle).map(|(x, y, r)| mark(x, y, r)).collect());
    }
    for (number, marks) in drawings.iter().enumerate() {
        let mut reached = vec![0];
        let mut next = 0;
        while let Some(from) = reached.get(next).copied() {
            next += 1;
            for (across, down) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
                if let Some(to) = beside(marks, from, across, down)
                    && !reached.contains(&to)
                {
                    reached.push(to);
                }
            }
        }
        let lost: Vec<usize> = (0..marks.len()).filter(|at| !reached.contains(at)).collect();
        assert_eq!(lost, [0; 0], "drawing {number}");
    }
}

#[test]
fn the_map_of_the_browser_counts_as_the_pages_do() {
    let community = content().community;
    let columns = columns(community);
    assert_eq!(parse(&write(&columns)), columns);
    for (layer, column) in community.layers.iter().zip(&columns) {
        let (first, last) = layer.years.unwrap_or((2000, 2001));
        for year in (first..=last).map(Some).chain([None]) {
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
fn each_institution_and_each_link_says_its_source_and_what_nobody_checked() {
    let community = content().community;
    let html = page(&Route::Institutions);
    let (above, list) = html.split_once("id=\"_list\"").unwrap();
    assert!(above.contains(&community.institutions_as_of), "as of when");
    let has_source = |text: &str| text.contains("href=\"sources/#");
    for one in &community.institutions {
        let entry = list.split(&format!("id=\"{}\"", one.id)).nth(1).unwrap();
        let entry = entry.split("<section class=\"entry\"").next().unwrap();
        let own = entry.split("<li><b>").next().unwrap();
        assert!(has_source(own), "{}", one.id);
        let unverified = one.checked == Checked::Unverified;
        assert_eq!(own.split("</p>").next().unwrap().contains("* "), unverified, "{}", one.id);
        let links = entry.split("<li><b>").skip(1);
        assert!(links.clone().all(has_source), "{}", one.id);
        // Its box leads to its entry and has the star; without a box, a sentence names it.
        let address = format!("href=\"community/institutions/#{}\"", one.id);
        let leads: Vec<&str> = above.split(&address).skip(1).collect();
        let boxed = |rest: &&str| rest.starts_with("><rect");
        let drawn = leads.iter().find(|rest| boxed(rest));
        assert_eq!(drawn.is_some(), one.cell.is_some(), "{}", one.id);
        match drawn {
            Some(text) => {
                let label = text.split("</text>").next().unwrap();
                assert_eq!(label.ends_with('*'), unverified, "{}", one.id);
            }
            None => {
                let apart = above.split("class=\"apart\"").nth(1).unwrap();
                assert!(apart.split("</p>").next().unwrap().contains(&address), "{}", one.id);
            }
        }
    }
    // All links once more, by year.
    let years = above.split("id=\"_years\"").nth(1).unwrap();
    let years: Vec<&str> = years.split("<li><b>").skip(1).collect();
    assert_eq!(years.len(), community.links.len());
    assert!(years.iter().all(|link| has_source(link)));
    assert!(years.windows(2).all(|pair| pair[0][..4] <= pair[1][..4]));
}

/// What the tables of the votes say of a state: its class in each, if it has a row there.
fn votes(code: &str, tables: &[BTreeMap<String, BTreeMap<String, String>>]) -> Vec<Option<String>> {
    tables.iter().map(|rows| Some(rows.get(code)?["class"].clone())).collect()
}

#[test]
fn who_voted_like_a_state_is_what_the_tables_of_votes_say() {
    let Content { guide, community } = content();
    let layers: Vec<&Layer> = community.layers.iter().filter(|layer| layer.compared).collect();
    let tables: Vec<_> = layers.iter().map(|layer| source(layer)).collect();
    let years = || layers.iter().map(|layer| &layer.date.as_ref().unwrap()[..4]);
    let span = format!("from {} to {}", years().min().unwrap(), years().max().unwrap());
    let all: Vec<_> = guide.states.iter().map(|state| votes(&state.code(), &tables)).collect();
    for (state, own) in guide.states.iter().zip(&all) {
        let html = page(&Route::State(state.id.clone()));
        let like = html.split("<section class=\"like\"").nth(1).unwrap();
        let like = like.split("</section>").next().unwrap();
        for layer in &layers {
            assert!(layer.sources.iter().all(|id| like.contains(&format!("sources/#{id}\""))));
            assert!(like.contains(&guide.words.readable(&layer.as_of)));
        }
        let recorded = own.iter().flatten().count();
        if recorded == 0 {
            assert!(!like.contains("<ol"), "{}", state.id);
            continue;
        }
        assert!(like.contains(&span), "{}", state.id);
        assert!(like.contains(&format!("in {recorded} of the {} votes", tables.len())));
        // Of each other state: in how many votes both have a row, and in how many the same one.
        let mut others: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for (other, theirs) in guide.states.iter().zip(&all) {
            let both = || own.iter().zip(theirs).filter(|(a, b)| a.is_some() && b.is_some());
            if other.id != state.id && both().count() * 2 >= recorded {
                let href = Route::State(other.id.clone()).href(concord_model::Form::Folder);
                others.insert(href, (both().filter(|(a, b)| a == b).count(), both().count()));
            }
        }
        let same = others.values().filter(|(same, of)| same == of).count();
        let sentence = format!("Of the {} states compared, {same} voted", others.len());
        assert_eq!(like.contains(&sentence), same > 0, "{}", state.id);
        assert_eq!(like.contains(" voted the same way"), same > 0, "{}", state.id);

        // The figures: who is in them, with the right numbers, and how many more are like the last.
        let (most, least) = like.split_once("id=\"_least\"").unwrap_or((like, ""));
        let mut ends = Vec::new();
        for part in [most, least].into_iter().filter(|part| !part.is_empty()) {
            let (bars, rest) = part.split_once("</ol>").unwrap();
            let mut shares = Vec::new();
            for bar in bars.split("<li>").skip(1) {
                let href = bar.split('"').nth(1).unwrap();
                let (same, of) = others[href];
                assert!(bar.contains(&format!(">{same} of {of} votes<")), "{} {href}", state.id);
                shares.push(same * 1000 / of);
            }
            let last = *shares.last().unwrap();
            let alike = others.values().filter(|(same, of)| same * 1000 / of == last).count();
            let more = alike - shares.iter().filter(|share| **share == last).count();
            let told = rest.split(" more state").next().unwrap();
            let told = if rest.contains(" more state") {
                told.rsplit('>').next().unwrap().parse().unwrap()
            } else {
                0
            };
            assert_eq!(told, more, "{}", state.id);
            let named = rest.split("<details>").nth(1).map_or(0, |names| {
                names.split("</details>").next().unwrap().matches(" · ").count() + 1
            });
            assert_eq!(named, if more > 60 { 0 } else { more }, "{}", state.id);
            ends.push((shares[0], last));
        }
        // Nobody agrees more than the first, nor less than the first of the least.
        let all = || others.values().map(|(same, of)| same * 1000 / of);
        assert_eq!(Some(ends[0].0), all().max(), "{}", state.id);
        match ends.get(1) {
            Some(least) => assert_eq!(Some(least.0), all().min(), "{}", state.id),
            None => assert!(others.len() <= 6 || all().min() == Some(ends[0].1), "{}", state.id),
        }
    }
}

#[test]
fn a_date_is_said_once() {
    for state in &content().guide.states {
        let html = page(&Route::State(state.id.clone()));
        let facts = html.split("<section class=\"facts\"").nth(1).unwrap();
        let membership = facts.split("</td>").next().unwrap().rsplit("<td>").next().unwrap();
        assert!(
            membership.matches(|letter: char| letter.is_ascii_digit()).count() <= 4,
            "{}: {membership}",
            state.id
        );
    }
}
