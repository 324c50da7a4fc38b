//! What students hand in comes to their teacher whole, or is said to be damaged.

#![cfg(test)]

mod results_support;

use concord_engine::{
    filling::solution,
    results::{
        Answered, Body, Envelope, Fault, Given, KEY, MAX_BODY, MAX_ITEMS, MAX_NAME, Sheet, VERSION,
        csv, find, from_letters, missing, to_letters, told,
    },
    scoring::{Response, Score},
};
use concord_model::{Id, Item};
use proptest::prelude::*;
use results_support::{guide, open, sheet};

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
    // An argument to rebuild takes minutes and has many parts: in a code, one has room with seven others.
    let longest = |count, most_rebuilt| {
        let mut items: Vec<&Item> = guide.items().map(|(_, item)| item).collect();
        let length = |item: &&Item| right(item, "").to_bytes().len();
        items.sort_by_key(length);
        let is_rebuilt = |item: &&&Item| item.interaction.kind() == "rebuild";
        let rebuilt = items.iter().rev().filter(is_rebuilt).take(most_rebuilt);
        let others = items.iter().rev().filter(|item| !is_rebuilt(item));
        let items: Vec<&Item> = rebuilt.chain(others).copied().take(count).collect();
        open(&sheet(&items, &"N".repeat(40), solution).0).to_text().unwrap().len()
    };
    // The longest of all, with 60 letters for the address of the guide, in the 400 of a code and the 2,000 of a link.
    assert!(longest(10, 0) < 340, "{}", longest(10, 0));
    assert!(longest(8, 1) < 340, "{}", longest(8, 1));
    assert!(longest(60, 11) < 1_940, "{}", longest(60, 11));
}

fn right(item: &Item, name: &str) -> Sheet {
    sheet(&[item], name, solution).0
}
