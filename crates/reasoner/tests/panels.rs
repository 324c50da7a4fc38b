//! How large panels become: no stance on any argument makes an answer that a page could not show at
//! once, and nothing is lost by that.

#![cfg(test)]

mod support;

use std::collections::BTreeSet;

use concord_model::{
    ArgumentMap, Html, Id, MapInference, MapStatement, OwnerMark, ReasonerFile, StatementKind,
    encode,
    talk::{Request, Verdict},
};
use proptest::prelude::*;
use support::{Page, guide, statement};

/// The most that an answer puts into a panel: its entries, and its bytes, at sentences such as people
/// write. (What is counted while it is written is `MOST_ENTRIES` and `MOST_BYTES`, and one entry more.)
const ENTRIES: usize = 60;
const BYTES: usize = 40_000;

fn hold(panel: &str, html: &str) {
    let entries = html.matches("<li>").count() + html.matches("<tr>").count();
    assert!(entries <= ENTRIES, "{panel} has {entries} entries: {html}");
    assert!(html.len() <= BYTES, "{panel} has {} bytes", html.len());
}

/// All panels that a page was told.
fn hold_all(page: &Page) {
    page.panels
        .iter()
        .filter(|(name, _)| *name != "cruxes")
        .for_each(|(name, html)| hold(name, html));
}

/// What the buttons for more ask.
fn asks(html: &str) -> Vec<String> {
    let after = html.split("data-ask=\"").skip(1);
    after.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

/// Asks for all there is more in a panel, and then in that; how often.
fn unfold(page: &mut Page, name: &str, most: usize) -> String {
    let mut whole = page.panels[name].clone();
    let mut waiting = asks(&whole);
    let mut pressed = BTreeSet::new();
    while let Some(ask) = waiting.pop() {
        if pressed.len() == most {
            break;
        }
        assert!(pressed.insert(ask.clone()), "{ask} leads to itself");
        page.ask(Request::Part(&ask));
        let part = page.panels["part"].clone();
        assert!(!part.is_empty(), "{ask} leads nowhere");
        hold(&ask, &part);
        waiting.extend(asks(&part));
        whole += &part;
    }
    whole
}

/// A statement with a sentence as long as long ones are.
fn long(number: u32, is_end: bool) -> MapStatement {
    let kind = if is_end { StatementKind::Conclusion } else { StatementKind::Premise };
    let title = format!(
        "Statement {number} is about as long as a long sentence of an article on the order of states is, or a little longer"
    );
    MapStatement {
        id: Id::new(&format!("statement-{number}")).unwrap(),
        kind,
        short: title.clone(),
        title: Html::made_elsewhere(title),
        href: format!("lessons/one/#statement-{number}"),
        lesson: Some(0),
        owner: "The work".to_owned(),
        mark: OwnerMark::Disc,
        of_work: true,
    }
}

fn file(map: ArgumentMap) -> Vec<u8> {
    encode(&ReasonerFile::of(guide(), map)).unwrap()
}

/// A conclusion from as many premises as there are numbers, which each follow from any one of so many
/// leaves: to bring the conclusion about, one leaf of each is needed.
fn choices(alternatives: &[u32]) -> ArgumentMap {
    let mut map = ArgumentMap::default();
    let middle = 1..=u32::try_from(alternatives.len()).unwrap();
    map.inferences.push(MapInference { premises: middle.clone().collect(), conclusion: 0 });
    let mut next = *middle.end() + 1;
    for (own, count) in middle.zip(alternatives) {
        for leaf in next..next + count {
            map.inferences.push(MapInference { premises: vec![leaf], conclusion: own });
        }
        next += count;
    }
    map.statements = (0..next).map(|number| long(number, number == 0)).collect();
    map
}

#[test]
fn independent_alternatives_are_lists_and_no_product_of_them() {
    let mut page = Page::with(&file(choices(&[3, 4, 2, 5, 3, 2, 4, 3])));
    page.ask(Request::Blank).ask(Request::Crux("statement-0"));
    let told = page.panel("found");
    assert!(told.contains("It takes 8 verdicts at once:"), "{told}");
    assert!(told.contains("Take one line of each of these 8 lists"), "{told}");
    hold_all(&page);
    let (stands, _) = page.panels["found"].split_once("falls").unwrap();
    // One of them comes first: a line of each list.
    assert_eq!(stands.matches("→").count(), 8 + 3 + 4 + 2 + 5 + 3 + 2 + 4 + 3, "{stands}");
}

#[test]
fn a_long_list_goes_on_in_steps() {
    let mut page = Page::with(&file(choices(&[90])));
    page.ask(Request::Blank).ask(Request::Crux("statement-0"));
    hold_all(&page);
    let whole = unfold(&mut page, "found", 100);
    for leaf in 2..92 {
        assert!(whole.contains(&format!("#statement-{leaf}\"")), "{leaf} is told");
    }
    // And a comparison with a stance that leaves all of it open.
    let ids: Vec<String> = (2..92).map(|leaf| format!("statement-{leaf}")).collect();
    page.ask(Request::Open("", "", &format!("open={}&version=00000001", ids.join(".")), ""));
    assert_eq!(asks(&page.panels["compare"]), ["leaves - - 6", "follows - - 6"]);
    hold_all(&page);
    let whole = unfold(&mut page, "compare", 100);
    assert_eq!(whole.matches("<tr><th scope=\"row\">").count(), 90 + 92);
}

#[test]
fn the_reasons_of_a_long_line_go_on_where_they_stand() {
    let mut map = ArgumentMap::default();
    let last = 40;
    map.statements = (0..=last).map(|number| long(number, number == 0)).collect();
    map.inferences =
        (0..last).map(|own| MapInference { premises: vec![own + 1], conclusion: own }).collect();
    let mut page = Page::with(&file(map));
    page.ask(Request::Judge(&format!("statement-{last}"), Verdict::Reject));
    hold_all(&page);
    assert!(!page.panels["result"].contains("#statement-40\""));
    let whole = unfold(&mut page, "result", 100);
    assert!(whole.contains("<a href=\"argument/#statement-40\""), "{whole}");
    page.ask(Request::Why("statement-35"));
    assert!(page.panels["statement-35"].contains("#statement-36"), "each has its own");
}

#[test]
fn the_guides_own_argument_with_all_premises_rejected() {
    let map = ArgumentMap::of(guide());
    let leaves: Vec<u32> =
        (0..).zip(&map.statements).map(|(own, _)| own).filter(|own| map.is_leaf(*own)).collect();
    let id = |own: &u32| map.statements[*own as usize].id.as_str().to_owned();
    let names: Vec<String> = leaves.iter().map(id).collect();
    let rejected = format!("reject={}&version=00000001", names.join("."));
    let premises: Vec<String> = leaves
        .iter()
        .filter(|own| map.statements[**own as usize].kind == StatementKind::Premise)
        .map(id)
        .collect();
    let premises = format!("reject={}&version=00000001", premises.join("."));
    let conclusion = id(&map.conclusions().next().unwrap());
    for kept in [rejected, premises] {
        let mut page = Page::with(&file(ArgumentMap::of(guide())));
        page.ask(Request::Open(
            &kept,
            "",
            &format!("accept={}&version=00000001", names.join(".")),
            "",
        ));
        hold_all(&page);
        for shown in ["result", "compare", "parting"] {
            unfold(&mut page, shown, 20);
        }
        page.ask(Request::Crux(&conclusion));
        hold_all(&page);
        unfold(&mut page, "found", 20);
        println!("{}", page.panel("found"));
    }
}

/// An argument with so many statements, of which the first is the conclusion; premises have higher
/// numbers than what they support.
fn any_argument() -> impl Strategy<Value = ArgumentMap> {
    (3..30_u32).prop_flat_map(|count| {
        let step = (0..count - 1).prop_flat_map(move |conclusion| {
            (prop::collection::btree_set(conclusion + 1..count, 1..5), Just(conclusion))
        });
        let attack = (0..count, 0..count);
        let steps = prop::collection::vec(step, 1..25);
        (steps, prop::collection::vec(attack, 0..12)).prop_map(move |(steps, attacks)| {
            ArgumentMap {
                statements: (0..count).map(|number| long(number, number == 0)).collect(),
                undercuts: attacks.iter().skip(6).map(|(from, _)| (*from, 0)).collect(),
                attacks: attacks.into_iter().take(6).collect(),
                inferences: steps
                    .into_iter()
                    .map(|(premises, conclusion)| MapInference {
                        premises: premises.into_iter().collect(),
                        conclusion,
                    })
                    .collect(),
            }
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_argument_makes_a_panel_larger(
        map in any_argument(),
        verdicts in prop::collection::vec(prop::sample::select(vec!["accept", "reject", "open"]), 30),
    ) {
        let mut page = Page::with(&file(map));
        let text = |verdict: &str| {
            let with = (0..30).zip(&verdicts).filter(|(_, own)| **own == verdict);
            let ids: Vec<String> = with.map(|(number, _)| format!("statement-{number}")).collect();
            if ids.is_empty() { String::new() } else { format!("{verdict}={}&", ids.join(".")) }
        };
        let kept = text("accept") + &text("reject") + &text("open");
        page.ask(Request::Open(&format!("{kept}version=00000001"), "", "reject=statement-1&version=00000001", ""));
        hold_all(&page);
        page.ask(Request::Crux("statement-0"));
        hold_all(&page);
        for shown in ["result", "compare", "found"] {
            unfold(&mut page, shown, 30);
        }
    }
}

#[test]
fn a_circle_and_an_undercut_that_failed_are_told() {
    // Two that attack each other, and what follows from one of them by a step that something denies.
    let ids = ["end", "one", "two", "denial", "three"];
    let map = ArgumentMap {
        statements: ids.iter().map(statement).collect(),
        inferences: vec![MapInference { premises: vec![1, 4], conclusion: 0 }],
        attacks: vec![(1, 2), (2, 1)],
        undercuts: vec![(3, 0)],
    };
    let mut page = Page::with(&file(map));
    for id in ["one", "two", "three"] {
        page.ask(Request::Judge(id, Verdict::Accept));
    }
    page.ask(Request::Judge("denial", Verdict::Reject));
    let told = page.panel("result");
    assert!(told.contains("“The end & so on” can neither stand nor fall, because"), "{told}");
    assert!(told.contains("block each other in a circle"), "{told}");
    assert!(!told.contains("you leave open"), "{told}");
    page.ask(Request::Judge("two", Verdict::Reject));
    let told = page.panel("result");
    assert!(told.contains("What denies this step fails: “The denial & so on”."), "{told}");
    assert!(told.contains("“The denial & so on” is rejected."), "and then why: {told}");
}
