//! What a class makes of what its students hand in: what counts, what was hard, who is missing, what divides.

#![cfg(test)]

mod results_support;

use concord_engine::{
    argument::{Builder, Graph, Stance, Verdict},
    filling::solution,
    results::{Aside, Bank, Hard, Sheet, Wrong, division, find, hardest, missing, quizzes, sort},
    scoring::Response,
};
use concord_model::{Id, Interaction, Item};
use results_support::{guide, open, sheet};

/// An answer to a question that is not right.
fn wrong(item: &Item) -> Response {
    match &item.interaction {
        Interaction::Choice(answers) | Interaction::Multiple(answers) => {
            let at = answers.iter().position(|answer| !answer.key);
            Response::Chosen(at.into_iter().collect())
        }
        Interaction::Build { places, .. } => {
            let at = places.iter().position(|place| !place.answer.key);
            Response::Chosen(at.into_iter().collect())
        }
        Interaction::Blank(_) => Response::Written("No Such Word".to_owned()),
        Interaction::Match(all) | Interaction::Sort(all) | Interaction::Rebuild { all, .. } => {
            let other = |place: u32| (place as usize + 1) % all.places.len();
            Response::Placed(all.things.iter().map(|thing| Some(other(thing.place))).collect())
        }
        Interaction::Order(steps) => Response::Ordered((0..steps.len()).rev().collect()),
        Interaction::Point(_) => Response::Pointed(Some(Id::new("no-such").unwrap())),
    }
}

#[test]
fn every_question_of_the_guide_adds_up_right_and_wrong() {
    let guide = guide();
    let bank = Bank::new(guide.items().map(|(_, item)| item.clone()).collect());
    let mut kinds = std::collections::BTreeSet::new();
    for (_, item) in guide.items() {
        kinds.insert(item.interaction.kind());
        let (good, one) = sheet(&[item], "a", solution);
        let (bad, none) = sheet(&[item], "b", wrong);
        assert_eq!((one, none), (1, 0), "{}", item.id);
        let sheets = [good, bad];
        let sorted = sort(&bank, &sheets, sheets[0].quiz());
        assert_eq!(sorted.counted, [0, 1], "{}", item.id);
        assert_eq!(bank.score(&sheets[0]).points, Bank::most(item), "{}", item.id);
        let hard = hardest(&bank, &sheets.iter().collect::<Vec<_>>());
        assert_eq!((hard[0].right, hard[0].of), (1, 2));
        assert!(hard[0].wrong.is_some(), "{}", item.id);
        // Points that were written in by hand.
        let mut forged = sheets[1].clone();
        if let Some(given) = &mut forged.answers[0].given {
            given.score.points = given.score.of;
        }
        let aside = sort(&bank, &[forged.clone()], forged.quiz()).aside;
        let is_told = aside == [(0, Aside::DoesNotAddUp)];
        assert!(is_told || item.interaction.kind() == "blank", "{}: {aside:?}", item.id);
    }
    assert_eq!(kinds.len(), 9);
}

#[test]
fn a_class_is_sorted_and_what_does_not_count_is_told() {
    let guide = guide();
    let items: Vec<&Item> = guide.items().map(|(_, item)| item).take(4).collect();
    let bank = Bank::new(guide.items().map(|(_, item)| item.clone()).collect());
    let ada = sheet(&items, "Ada Lovelace", solution).0;
    let again = sheet(&items, "lovelace, ADA", wrong).0;
    let emmy = sheet(&items, "Emmy", wrong).0;
    let other = sheet(&items[1..], "Grace", wrong).0;
    let mut older = emmy.clone();
    older.answers[0].mark ^= 1;
    let mut double = emmy.clone();
    double.answers[1] = double.answers[0].clone();
    let nameless = sheet(&items, " ", wrong).0;
    let second = sheet(&items, "", solution).0;
    let all = [emmy, ada.clone(), ada, again, other, older, double, nameless, second];
    assert_eq!(quizzes(&bank, &all), [(all[0].quiz(), 6), (all[4].quiz(), 1)]);
    let sorted = sort(&bank, &all, all[0].quiz());
    assert_eq!(sorted.counted, [7, 8, 1, 0], "nameless ones, Ada, Emmy");
    let aside = [
        (2, Aside::Same),
        (3, Aside::SameName),
        (4, Aside::OtherQuiz),
        (5, Aside::OtherEdition),
        (6, Aside::DoesNotAddUp),
    ];
    assert_eq!(sorted.aside, aside);
}

#[test]
fn the_hardest_question_comes_first_with_what_most_had_wrong() {
    let guide = guide();
    let choice = guide.items().map(|(_, item)| item).filter(|item| match &item.interaction {
        Interaction::Choice(answers) => answers.len() >= 3 && answers[0].key,
        _ => false,
    });
    let items: Vec<&Item> = choice.take(2).collect();
    let bank = Bank::new(items.iter().map(|item| (*item).clone()).collect());
    let of = |name: &str, chosen: [usize; 2]| {
        let at = |item: &Item| Response::Chosen(vec![chosen[usize::from(item.id != items[0].id)]]);
        sheet(&items, name, at).0
    };
    let sheets = [of("a", [0, 2]), of("b", [1, 2]), of("c", [0, 1]), of("d", [0, 0])];
    let hard = hardest(&bank, &sheets.iter().collect::<Vec<_>>());
    let expected = [
        Hard { place: 1, right: 1, of: 4, wrong: Some((Wrong::Chosen(2), 2)) },
        Hard { place: 0, right: 3, of: 4, wrong: Some((Wrong::Chosen(1), 1)) },
    ];
    assert_eq!(hard, expected);
    assert!(hardest(&bank, &[]).is_empty());

    // Whoever left a question out had it neither right nor wrong.
    let mut late = sheets.clone();
    for sheet in &mut late[2..] {
        sheet.answers[0].given = None;
    }
    let hard = hardest(&bank, &late.iter().collect::<Vec<_>>());
    let shares: Vec<_> = hard.iter().map(|own| (own.place, own.right, own.of)).collect();
    assert_eq!(shares, [(1, 1, 4), (0, 1, 2)]);
    for sheet in &mut late {
        sheet.answers[1].given = None;
    }
    assert_eq!(hardest(&bank, &late.iter().collect::<Vec<_>>()).len(), 1);
}

#[test]
fn who_is_missing_is_found_whatever_the_list_looks_like() {
    let names = ["ada  lovelace", "Noether Emmy", "Zoë", "17"];
    let list = "Lovelace, Ada\n2\tEmmy Noether\tb\n\n\"Hopper; Grace\"\n17;x\nAlan Turing\r\n";
    let told = missing(list, &names);
    assert_eq!(told.absent, ["\"Hopper; Grace\"", "Alan Turing"]);
    assert_eq!(told.unknown, [2]);
    assert_eq!(missing("", &names).unknown.len(), 4);
}

/// Two premises support 3; a third one attacks it.
fn graph() -> Graph {
    let mut builder = Builder::new(5);
    builder.infer(&[0, 1], 3);
    builder.attack(2, 3);
    builder.build().unwrap()
}

fn stance(verdicts: [Verdict; 3]) -> Stance {
    let mut stance = Stance::blank(5);
    (0..).zip(verdicts).for_each(|(leaf, verdict)| stance.set(leaf, verdict));
    stance
}

#[test]
fn the_crux_is_the_premise_on_which_a_divided_class_turns() {
    use Verdict::{Accept as Yes, Reject as No, Undecided as Open};
    // All grant the first; they part on the second; the third is rejected by all who judge it.
    let stances = [
        stance([Yes, Yes, No]),
        stance([Yes, Yes, No]),
        stance([Yes, No, No]),
        stance([Yes, No, Open]),
        stance([Yes, Open, Open]),
    ];
    let found = division(&graph(), &stances, &[4, 3]).unwrap();
    assert_eq!((found.statement, found.labels), (3, [2, 2, 1]));
    let crux = &found.leaves[0];
    assert_eq!((crux.leaf, &*crux.accept, &*crux.reject), (1, &[0, 1][..], &[2, 3][..]));
    // Who leaves the attacker open gains an open claim, which is another one, too.
    assert_eq!(crux.turns, 4);
    assert!(crux.is_crux() && found.leaves[1..].iter().all(|own| !own.is_crux()));
    // Where all are of one mind there is none.
    let found = division(&graph(), &stances[..2], &[3]).unwrap();
    assert!(found.leaves.iter().all(|own| !own.is_crux()));
    assert_eq!(division(&graph(), &stances, &[]), None);
}

#[test]
fn thirty_results_are_sorted_at_once() {
    let guide = guide();
    let items: Vec<&Item> = guide.items().map(|(_, item)| item).take(40).collect();
    let bank = Bank::new(guide.items().map(|(_, item)| item.clone()).collect());
    let one = |n: usize| {
        sheet(&items, &n.to_string(), if n.is_multiple_of(3) { wrong } else { solution })
    };
    let sheets: Vec<Sheet> = (0..30).map(|n| one(n).0).collect();
    let text: String = sheets.iter().map(|own| open(own).to_text().unwrap() + "\n").collect();
    let begin = std::time::Instant::now();
    let found: Vec<_> = find(&text).into_iter().map(Result::unwrap).collect();
    assert_eq!(found.len(), 30);
    assert_eq!(sort(&bank, &sheets, sheets[0].quiz()).counted.len(), 30);
    assert_eq!(hardest(&bank, &sheets.iter().collect::<Vec<_>>()).len(), 40);
    // A whole second is given on the page; here, without optimising, it is a part of it.
    assert!(begin.elapsed().as_millis() < 1_000, "{:?}", begin.elapsed());
}
