//! A number that the text and a table both know is the table’s: votes, signatures, parties.

use std::collections::BTreeSet;

use concord_model::Layer;

use crate::{
    exemptions::{Fault, hold},
    pack,
};

/// The most that can stand in a vote of all members, so that years are no votes.
const MEMBERS: u32 = 193;

fn layer(id: &str) -> &'static Layer {
    let found = pack::community().layers.iter().find(|layer| layer.id.as_str() == id);
    found.unwrap_or_else(|| panic!("there is no layer `{id}`"))
}

fn tally(layer: &Layer, class: &str) -> u32 {
    let place = layer.classes.iter().position(|own| own.id.as_str() == class);
    let place = place.unwrap_or_else(|| panic!("{} has no class `{class}`", layer.id));
    let states = 0..layer.rows.len();
    u32::try_from(states.filter(|state| layer.class(*state, None) == place).count()).unwrap()
}

/// How many voted for and against, in each vote of the tables.
fn votes() -> BTreeSet<(u32, u32)> {
    let layers = pack::community().layers.iter();
    let votes = layers.filter(|layer| layer.id.as_str().starts_with("vote-"));
    let own: BTreeSet<_> = votes.map(|vote| (tally(vote, "yes"), tally(vote, "no"))).collect();
    assert!(own.len() > 5, "the votes are not where they were");
    own
}

/// Whole numbers up to the number of members, each with the words that follow it.
fn numbers(text: &str) -> Vec<(u32, Vec<&str>)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).parse().ok();
    let found = words.iter().enumerate().filter_map(|(at, word)| {
        let number = plain(word).filter(|number| *number <= MEMBERS)?;
        let next = words.iter().skip(at + 1).take(2).copied();
        Some((number, next.collect()))
    });
    found.collect()
}

/// What is wrong with the numbers of a text.
fn wrong(text: &str, votes: &BTreeSet<(u32, u32)>, signed: u32, parties: u32) -> Vec<String> {
    let mut faults = Vec::new();
    for (number, next) in numbers(text) {
        let bare =
            |at: usize| next.get(at).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        match (bare(0), bare(1).and_then(|word| word.parse().ok())) {
            (Some("to"), Some(against))
                if against < number && !votes.contains(&(number, against)) =>
            {
                faults.push(format!("no vote of the tables is {number} to {against}"));
            }
            (Some("signatures"), _) if number != signed => {
                faults.push(format!("{number} signatures, where the table has {signed}"));
            }
            (Some("parties"), _) if number != parties => {
                faults.push(format!("{number} parties, where the table has {parties}"));
            }
            _ => {}
        }
    }
    faults
}

#[test]
fn numbers_of_the_text_are_those_of_the_tables() {
    // The European Union signed too, and is no state of the table.
    let signed = tally(layer("hanoi"), "signed") + 1;
    let parties = tally(layer("budapest"), "party");
    let votes = votes();
    let sources = pack::guide().sources.iter();
    let sources = sources.map(|source| (format!("source {}", source.id), source.note.clone()));
    let pages = pack::text().into_iter();
    let pages =
        pages.map(|passage| (format!("{}/{}", passage.page, passage.section), passage.text));
    let pieces: Vec<(String, String)> = pages.chain(sources).collect();
    let told = pieces.iter().filter(|(_, text)| text.contains(&format!("{signed} signatures")));
    assert!(told.count() > 0, "nothing tells how many signed: does the text say it otherwise?");
    let faults = pieces.iter().flat_map(|(place, text)| {
        let wrong = wrong(text, &votes, signed, parties).into_iter();
        wrong.map(move |says| Fault::new(format!("{place}: {says}"), text.clone()))
    });
    hold("number", &faults.collect::<Vec<_>>());
}

#[test]
fn numbers_are_read_with_what_follows_them() {
    let votes = BTreeSet::from([(119, 46)]);
    let wrong = |text| wrong(text, &votes, 73, 78).len();
    assert_eq!(wrong("It was 119 to 46, with 73 signatures, 78 parties."), 0);
    assert_eq!(wrong("From 15 to 25 states, from 2001 to 2004."), 0);
    assert_eq!(wrong("It was 120 to 46. It has 72 signatures; 76 parties joined."), 3);
}
