//! Who has the last word, told and not enforced: a rule would be written for, not thought about.

use std::collections::BTreeMap;

use concord_model::{Block, Html, Statement, StatementKind};

use crate::{
    pack,
    sentences::sentences,
    text::{Part, passages},
};

use StatementKind::{Objection, Reply, Undercut};

/// Words with which a last sentence grants something to the other side.
const GRANTS: [&str; 9] =
    ["but", "still", "yet", "even so", "it is true", "granted", "however", "though", "concede"];

/// The last sentence of its own explanation.
fn last_sentence(statement: &Statement) -> Option<String> {
    let prose = statement.blocks.iter().filter_map(|block| match block {
        Block::Prose(html) => Some(html.clone()),
        _ => None,
    });
    let prose: Html = prose.collect();
    let passage = passages("", "", Part::Prose, &prose).pop()?;
    sentences(&passage.text).pop().map(|sentence| sentence.to_lowercase())
}

fn grants(sentence: &str) -> bool {
    let words: Vec<&str> =
        sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let text = format!(" {} ", words.join(" "));
    GRANTS.iter().any(|grant| text.contains(&format!(" {grant} ")))
}

#[test]
fn the_balance_of_last_words_is_told() {
    let statements: Vec<_> = pack::guide().statements().map(|(_, own)| own).collect();
    let mut balance: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for own in &statements {
        if !matches!(own.kind, Objection | Undercut | Reply) {
            continue;
        }
        let answered = statements.iter().any(|other| {
            matches!(other.kind, Objection | Undercut | Reply)
                && other.target.as_ref() == Some(&own.id)
        });
        let row = balance.entry(own.kind.name()).or_default();
        row[0] += 1;
        row[1] += usize::from(!answered);
        row[2] += usize::from(last_sentence(own).is_some_and(|sentence| grants(&sentence)));
    }
    println!("part: how many, how many nothing answers, how many end by granting something");
    for (part, [all, last, granting]) in &balance {
        println!("{part:12}{all:4}{last:4}{granting:4}");
    }
}

#[test]
fn a_last_sentence_grants_by_whole_words() {
    assert!(grants("still, the figure is right."));
    assert!(grants("that is so, though not always."));
    assert!(!grants("the distillery butters its bread."));
}
