//! What the page of two states and two votes says, recomputed for every pair from the tables of the pack alone.

use std::collections::BTreeMap;

use concord_engine::community::{Compared, columns};
use concord_model::{Route, Vote};

use super::{PACK, content, page, rows};

/// The votes as their tables have them: date, subject, and the class of each state by its code.
fn tables() -> Vec<(String, String, BTreeMap<String, String>)> {
    let settings = std::fs::read_to_string(format!("{PACK}/community/layers.toml")).unwrap();
    let settings: toml::Table = settings.parse().unwrap();
    let layers = settings["layer"].as_array().unwrap().iter();
    let compared = layers.filter(|layer| layer.get("compared").is_some());
    let mut votes: Vec<_> = compared
        .map(|layer| {
            let path = format!("{PACK}/community/{}", layer["table"].as_str().unwrap());
            let rows = rows(&std::fs::read_to_string(path).unwrap());
            let classes = rows.into_iter().map(|(code, row)| (code, row["class"].clone()));
            let text = |name: &str| layer[name].as_str().unwrap().to_owned();
            (text("date"), text("subject"), classes.collect())
        })
        .collect();
    votes.sort_by(|(a, ..), (b, ..)| a.cmp(b));
    votes
}

/// How often two states stand so to each other: on opposite sides, one of them abstaining, alike, unrecorded.
fn counted(
    votes: &[(String, String, BTreeMap<String, String>)],
    one: &str,
    other: &str,
) -> [usize; 4] {
    let mut counts = [0; 4];
    for (.., classes) in votes {
        let place =
            match (classes.get(one).map(String::as_str), classes.get(other).map(String::as_str)) {
                (Some(a), Some(b)) if a == b => 2,
                (Some("abstain"), Some(_)) | (Some(_), Some("abstain")) => 1,
                (Some(_), Some(_)) => 0,
                _ => 3,
            };
        counts[place] += 1;
    }
    counts
}

#[test]
fn every_pair_of_states_is_told_as_the_tables_have_it() {
    let (guide, community) = (content().guide, content().community);
    let (columns, all) = (columns(community), Vote::all(community, &guide.words));
    let (states, words, plural) = (guide.states.as_slice(), &guide.atlas, &guide.plural);
    let compared = Compared { states, columns: &columns, votes: &all, words, plural };
    let votes = tables();
    assert_eq!(votes.len(), all.len());
    let mut pairs = 0;
    for (one, own) in states.iter().enumerate() {
        for (other, their) in states.iter().enumerate().skip(one + 1) {
            pairs += 1;
            let counts = counted(&votes, &own.code(), &their.code());
            let html = compared.pair(one, other).into_string();
            let recorded = counts[0] + counts[1] + counts[2];
            let told = format!("voted alike in {} of {recorded} votes", counts[2]);
            assert!(html.contains(&told), "{} and {}: {told}", own.name, their.name);
            let headings = ["On opposite sides", "One of them abstained", "The same", "no record"];
            for (heading, count) in headings.into_iter().zip(counts) {
                let head = format!("colspan=\"4\">{heading}: {count}</th>");
                assert_eq!(html.contains(&head), count > 0, "{}, {}: {head}", own.name, their.name);
            }
        }
    }
    assert_eq!(pairs, 18_915);
}

#[test]
fn years_subjects_and_positions_of_twenty_pairs_are_those_of_the_tables() {
    let (guide, community) = (content().guide, content().community);
    let (columns, all) = (columns(community), Vote::all(community, &guide.words));
    let (states, words, plural) = (guide.states.as_slice(), &guide.atlas, &guide.plural);
    let compared = Compared { states, columns: &columns, votes: &all, words, plural };
    let votes = tables();
    for nth in 0..20 {
        let (one, other) = (nth * 7 % states.len(), (nth * 31 + 90) % states.len());
        let (a, b) = (states[one].code(), states[other].code());
        let html = compared.pair(one, other).into_string();
        let text = |classes: &BTreeMap<String, String>, code: &str| match classes.get(code) {
            Some(class) if class == "abstain" => "abstention".to_owned(),
            Some(class) => class.clone(),
            None => "no record".to_owned(),
        };
        let mut groups: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        let mut cells: BTreeMap<(String, String), usize> = BTreeMap::new();
        for (date, subject, classes) in &votes {
            let both = (text(classes, &a), text(classes, &b));
            for group in [&date[..4], subject] {
                let (same, total) = groups.entry(group).or_default();
                *total += usize::from(both.0 != "no record" && both.1 != "no record");
                *same += usize::from(both.0 != "no record" && both.0 == both.1);
            }
            *cells.entry(both).or_default() += 1;
        }
        for (group, (same, total)) in groups {
            let bar = html.split("<li data-votes=").find(|bar| bar.contains(&format!(">{group} ")));
            let told = format!(">{same} of {total} votes<");
            assert!(bar.unwrap().contains(&told), "{a}, {b}: {group}, {told}");
        }
        assert_eq!(html.matches("<button").count(), cells.len(), "{a}, {b}");
        for ((row, column), count) in cells {
            let cell = format!("aria-label=\"{row}; {column}: {count}\">{count}</button>");
            assert!(html.contains(&cell), "{a}, {b}: {cell}");
        }
    }
}

#[test]
fn who_changed_between_two_votes_is_who_the_tables_have_in_two_classes() {
    let (guide, community) = (content().guide, content().community);
    let (columns, all) = (columns(community), Vote::all(community, &guide.words));
    let (states, words, plural) = (guide.states.as_slice(), &guide.atlas, &guide.plural);
    let compared = Compared { states, columns: &columns, votes: &all, words, plural };
    let votes = tables();
    for (one, (.., from)) in votes.iter().enumerate() {
        for (other, (.., to)) in votes.iter().enumerate() {
            let both: Vec<(&String, &String)> =
                from.iter().filter_map(|(code, class)| Some((class, to.get(code)?))).collect();
            let changed = both.iter().filter(|(a, b)| a != b).count();
            let html = compared.between(one, other).into_string();
            let told =
                format!("Of the {} states recorded in both votes, {changed} changed", both.len());
            assert!(html.contains(&told), "{told} in {html}");
            assert_eq!(html.matches("<li").count(), states.len());
            for (a, b) in [("yes", "no"), ("no", "yes")] {
                let count =
                    both.iter().filter(|own| (own.0.as_str(), own.1.as_str()) == (a, b)).count();
                let told = format!("<summary>From {a} to {b}: {count}</summary>");
                assert_eq!(html.contains(&told), count > 0, "{told}");
            }
        }
    }
}

#[test]
fn the_page_opens_with_two_states_and_links_lead_there() {
    let html = page(&Route::Compared);
    assert!(html.contains("voted alike in") && html.contains("recorded in both votes"));
    assert!(page(&Route::Community).contains("href=\"community/compared/\""));
    let state = page(&Route::parse("community/tuv/"));
    assert!(state.contains("href=\"community/compared/?states=tuv\""));
    assert!(state.matches("href=\"community/compared/?states=tuv,").count() > 5);
}
