//! What students hand in comes to their teacher whole, or is said to be damaged; what a class makes of it is right.

#![cfg(test)]

use concord_compiler::{compile, read_pack};
use concord_engine::{
    argument::{Builder, Graph, Stance, Verdict},
    filling::solution,
    results::{
        Answered, Aside, Bank, Body, Envelope, Fault, Given, Hard, KEY, MAX_BODY, MAX_ITEMS,
        MAX_NAME, Sheet, VERSION, Wrong, csv, division, find, from_letters, hardest, mark, missing,
        quizzes, sort, to_letters, told,
    },
    scoring::{Response, Score, score},
};
use concord_model::{Guide, Id, Interaction, Item};
use proptest::prelude::*;

fn guide() -> Guide {
    let content = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");
    compile(&read_pack(content.as_ref()).unwrap()).guide.unwrap()
}

fn any_response() -> impl Strategy<Value = Response> {
    let numbers = || proptest::collection::vec(0_usize..12, 0..12);
    prop_oneof![
        numbers().prop_map(Response::Chosen),
        numbers().prop_map(Response::Ordered),
        proptest::collection::vec(proptest::option::of(0_usize..12), 0..12)
            .prop_map(Response::Placed),
        "\\PC{0,15}".prop_map(Response::Written),
        proptest::option::of("[a-z]{1,9}")
            .prop_map(|id| Response::Pointed(id.map(|id| Id::new(&id).unwrap()))),
    ]
}

fn any_given() -> impl Strategy<Value = Given> {
    (0_usize..300, 0_usize..300, any::<bool>(), any_response()).prop_map(
        |(points, more, helped, response)| Given {
            score: Score { points, of: points + more },
            helped,
            response,
        },
    )
}

fn any_sheet() -> impl Strategy<Value = Sheet> {
    let answer = (any::<u32>(), proptest::option::of(any_given()))
        .prop_map(|(mark, given)| Answered { mark, given });
    let name = "\\PC{0,20}".prop_map(|name| name.trim().to_owned());
    let stance = "([A-Za-z0-9_-]{9,200})?";
    (name, any::<u32>(), stance, proptest::collection::vec(answer, 0..30))
        .prop_map(|(name, day, stance, answers)| Sheet { name, day, stance, answers })
}

fn open(sheet: &Sheet) -> Envelope {
    Envelope { quiz: sheet.quiz(), body: Body::Open(sheet.clone()) }
}

proptest! {
    #[test]
    fn any_sheet_is_read_as_it_was_written(sheet in any_sheet()) {
        let envelope = open(&sheet);
        let bytes = envelope.to_bytes().unwrap();
        prop_assert_eq!(Envelope::length(&bytes), Some(bytes.len()));
        prop_assert_eq!(Envelope::from_bytes(&bytes), Ok(envelope.clone()));
        // In the middle of a mail, whose lines are broken.
        let text = envelope.to_text().unwrap();
        let broken: String = text.chars().enumerate().map(|(place, letter)| match place % 60 {
            59 => format!("{letter}\r\n> "),
            _ => letter.to_string(),
        }).collect();
        let broken = broken.replacen(&text[..KEY.len()], KEY, 1);
        for mail in [format!("Here it is: {text}.\nBest, A."), format!("{broken}\nA. {text}&x=1")] {
            for found in find(&mail) {
                prop_assert_eq!(found, Ok(envelope.clone()));
            }
            prop_assert!(!find(&mail).is_empty());
        }
    }

    #[test]
    fn any_answer_is_read_as_a_form_tells_it(given in any_given()) {
        let text = told(given.score, given.helped, &given.response);
        prop_assert_eq!(Given::read(&text), Some(given));
    }

    #[test]
    fn whatever_is_cut_is_said_to_be(sheet in any_sheet(), part in 0.0..1.0) {
        let bytes = open(&sheet).to_bytes().unwrap();
        let left = (bytes.len() as f64 * part) as usize;
        prop_assert_eq!(Envelope::from_bytes(&bytes[..left]), Err(Fault::Cut));
        let text = open(&sheet).to_text().unwrap();
        let left = KEY.len() + ((text.len() - KEY.len()) as f64 * part) as usize;
        prop_assert_eq!(find(&text[..left]), [Err(Fault::Cut)]);
    }

    #[test]
    fn a_byte_that_was_changed_is_found(sheet in any_sheet(), place in any::<prop::sample::Index>(), with in 1..=255_u8) {
        let mut bytes = open(&sheet).to_bytes().unwrap();
        let place = place.index(bytes.len());
        bytes[place] ^= with;
        let read = Envelope::from_bytes(&bytes);
        match place {
            0 if bytes[0] > VERSION => prop_assert_eq!(read, Err(Fault::Newer)),
            // Whoever changes the length may make it too long for what is there.
            6 | 7 => prop_assert!(matches!(read, Err(Fault::Damaged | Fault::Cut))),
            _ => prop_assert_eq!(read, Err(Fault::Damaged)),
        }
    }

    #[test]
    fn whatever_bytes_there_are_nothing_breaks(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Sheet::from_bytes(&bytes);
        let _ = Envelope::from_bytes(&bytes);
        prop_assert_eq!(from_letters(&to_letters(&bytes)), Some(bytes));
    }

    #[test]
    fn whatever_text_there_is_nothing_breaks(text in "\\PC*", with in "[A-Za-z0-9_=> \n-]{0,90}") {
        let _ = find(&text);
        let _ = find(&[KEY, &with, KEY].concat());
        let _ = Given::read(&text);
        let _ = missing(&text, &[&text]);
    }

    #[test]
    fn a_sheet_that_is_read_from_any_bytes_is_written_in_the_same(bytes in proptest::collection::vec(0..9_u8, 0..40)) {
        if let Some(sheet) = Sheet::from_bytes(&bytes)
            && sheet.name.trim() == sheet.name
        {
            prop_assert_eq!(sheet.to_bytes(), bytes);
        }
    }

    #[test]
    fn no_cell_is_a_formula_and_all_are_read_back(cells in proptest::collection::vec("\\PC{0,9}|[=+@ -]{1,3}[a-z(),\"\n]{0,5}", 1..6)) {
        let text = csv(std::slice::from_ref(&cells));
        let text = text.strip_prefix('\u{feff}').unwrap();
        prop_assert!(text.ends_with("\r\n"));
        let mut from = csv_reader(text);
        prop_assert_eq!(from.len(), cells.len());
        for (read, own) in from.drain(..).zip(&cells) {
            let start = read.trim_start().chars().next();
            prop_assert!(!start.is_some_and(|c| "=+-@".contains(c)) || read.parse::<f64>().is_ok(), "{read:?}");
            prop_assert_eq!(read.strip_prefix('\'').filter(|_| read != *own).unwrap_or(&read), own);
        }
    }
}

/// The cells of a file of one row, as RFC 4180 reads them.
fn csv_reader(text: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = text.trim_end_matches("\r\n").chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            other => cell.push(other),
        }
    }
    cells.push(cell);
    cells
}

/// Results are out there, so what they hold is not to change.
#[test]
fn results_of_version_1_are_read_for_ever() {
    let sheet = Sheet {
        name: "Ada".to_owned(),
        day: 20_787,
        stance: "AbC".to_owned(),
        answers: vec![
            Answered {
                mark: 7,
                given: Some(Given {
                    score: Score { points: 1, of: 2 },
                    helped: true,
                    response: Response::Placed(vec![Some(1), None]),
                }),
            },
            Answered { mark: 0x0102_0304, given: None },
        ],
    };
    let text = open(&sheet).to_text().unwrap();
    assert_eq!(text, "result=AQCWpoI4GwADQWRhs6IBA0FiQwIHAAAACgECAgIABAMCAQA7Y2zt");
    assert_eq!(find(&text), [Ok(open(&sheet))]);
}

#[test]
fn what_is_beyond_the_bounds_is_cut_and_never_refused() {
    let given =
        |response| Some(Given { score: Score { points: 0, of: 1 }, helped: false, response });
    let long = |mark| Answered { mark, given: given(Response::Written("é".repeat(500))) };
    let sheet = Sheet {
        name: "ü".repeat(500),
        day: u32::MAX,
        stance: "A".repeat(5_000),
        answers: (0..500).map(long).collect(),
    };
    let read = Sheet::from_bytes(&sheet.to_bytes()).unwrap();
    assert_eq!((read.name.len(), read.answers.len()), (MAX_NAME, MAX_ITEMS));
    assert!(read.stance.is_empty());
    let body = Body::Sealed(vec![0; MAX_BODY + 1]);
    assert_eq!(Envelope { quiz: 0, body }.to_bytes(), None);
}

#[test]
fn ten_questions_have_room_in_a_link_and_in_a_code() {
    let guide = guide();
    let longest = |count| {
        let mut items: Vec<&Item> = guide.items().map(|(_, item)| item).collect();
        let length = |item: &&Item| right(item, "").to_bytes().len();
        items.sort_by_key(length);
        let items: Vec<&Item> = items.into_iter().rev().take(count).collect();
        open(&sheet(&items, &"N".repeat(40), |item| solution(item)).0).to_text().unwrap().len()
    };
    // The longest of all, with 60 letters for the address of the guide, in the 400 of a code and the 2,000 of a link.
    assert!(longest(10) < 340, "{}", longest(10));
    assert!(longest(60) < 1_940, "{}", longest(60));
}

fn right(item: &Item, name: &str) -> Sheet {
    sheet(&[item], name, |item| solution(item)).0
}

/// A sheet with such answers, scored as the page does; and how many of them are right.
fn sheet(items: &[&Item], name: &str, answer: impl Fn(&Item) -> Response) -> (Sheet, usize) {
    let mut right = 0;
    let answers = items.iter().map(|item| {
        let response = answer(item);
        let outcome = score(item, &response, &[], str::to_lowercase);
        right += usize::from(outcome.score.is_full());
        let given = Given { score: outcome.score, helped: false, response };
        Answered { mark: mark(item), given: outcome.answered.then_some(given) }
    });
    let answers = answers.collect();
    (Sheet { name: name.to_owned(), day: 20_787, stance: String::new(), answers }, right)
}

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
        Interaction::Match(all) | Interaction::Sort(all) => {
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
        let (good, one) = sheet(&[item], "a", |item| solution(item));
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
    assert_eq!(kinds.len(), 8);
}

#[test]
fn a_class_is_sorted_and_what_does_not_count_is_told() {
    let guide = guide();
    let items: Vec<&Item> = guide.items().map(|(_, item)| item).take(4).collect();
    let bank = Bank::new(guide.items().map(|(_, item)| item.clone()).collect());
    let ada = sheet(&items, "Ada Lovelace", |item| solution(item)).0;
    let again = sheet(&items, "lovelace, ADA", wrong).0;
    let emmy = sheet(&items, "Emmy", wrong).0;
    let other = sheet(&items[1..], "Grace", wrong).0;
    let mut older = emmy.clone();
    older.answers[0].mark ^= 1;
    let mut double = emmy.clone();
    double.answers[1] = double.answers[0].clone();
    let nameless = sheet(&items, " ", wrong).0;
    let second = sheet(&items, "", |item| solution(item)).0;
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
    let one = |n: usize| sheet(&items, &n.to_string(), if n % 3 == 0 { wrong } else { solution });
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
