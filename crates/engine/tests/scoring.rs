//! What holds for every item and every response, and what each rule is worth.

#![cfg(test)]

use concord_engine::{
    filling::{kept, solution},
    scoring::{Outcome, Response, Score, key, score, shown_order},
};
use concord_model::{
    Answer, Html, Id, Interaction, Item, Place, Places, Point, Pointed, StatementKind, Step, Thing,
    Written, compared, is_accent,
};
use proptest::prelude::*;

fn html(text: &str) -> Html {
    Html::made_elsewhere(text.to_owned())
}

fn item(interaction: Interaction) -> Item {
    let stem = html("Which?");
    Item {
        id: Id::new("q").unwrap(),
        version: Item::fingerprint(&stem, &interaction),
        later: false,
        level: 2,
        title: html("Q"),
        stem,
        hints: Vec::new(),
        tests: Vec::new(),
        counters: Vec::new(),
        interaction,
    }
}

fn answers(keys: &[bool]) -> Vec<Answer> {
    let answer = |(at, key): (usize, &bool)| Answer {
        text: Html::made_elsewhere(format!("answer {at}")),
        feedback: Html::made_elsewhere(format!("because {at}")),
        key: *key,
    };
    keys.iter().enumerate().map(answer).collect()
}

fn places(belongs: &[u32], count: u32) -> Places {
    let thing = |place: &u32| Thing { text: html("t"), place: *place, feedback: html("f") };
    Places {
        things: belongs.iter().map(thing).collect(),
        places: (0..count).map(|at| Html::made_elsewhere(format!("place {at}"))).collect(),
    }
}

fn steps(count: usize) -> Vec<Step> {
    (0..count)
        .map(|at| Step { text: Html::made_elsewhere(format!("step {at}")), feedback: html("f") })
        .collect()
}

fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfkd().filter(|c| !is_accent(*c)).collect::<String>().to_lowercase()
}

fn scored<'i>(item: &'i Item, response: &Response) -> Outcome<'i> {
    score(item, response, &[], fold)
}

fn points(item: &Item, response: Response) -> (usize, usize) {
    let Score { points, of } = scored(item, &response).score;
    (points, of)
}

/// The response that is the key.
fn right(item: &Item) -> Response {
    let keys = |answers: &[Answer]| {
        Response::Chosen((0..answers.len()).filter(|at| answers[*at].key).collect())
    };
    match &item.interaction {
        Interaction::Choice(answers) | Interaction::Multiple(answers) => keys(answers),
        Interaction::Build { places, .. } => {
            keys(&places.iter().map(|place| place.answer.clone()).collect::<Vec<_>>())
        }
        Interaction::Blank(written) => {
            let first = written.answers.iter().find(|answer| answer.key).unwrap();
            Response::Written(first.text.text())
        }
        Interaction::Match(all) | Interaction::Sort(all) | Interaction::Rebuild { all, .. } => {
            Response::Placed(all.things.iter().map(|thing| Some(thing.place as usize)).collect())
        }
        Interaction::Order(steps) => Response::Ordered((0..steps.len()).collect()),
        Interaction::Point(all) => {
            let key = all.answers.iter().find(|point| point.answer.key).unwrap();
            Response::Pointed(key.states.first().cloned())
        }
    }
}

fn state(at: usize) -> Id {
    Id::new(&format!("s{at}")).unwrap()
}

fn any_item() -> impl Strategy<Value = Item> {
    let one_key = (2_usize..6, any::<prop::sample::Index>()).prop_map(|(count, at)| {
        let key = at.index(count);
        answers(&(0..count).map(|at| at == key).collect::<Vec<_>>())
    });
    let some_keys = (1_usize..4, 0_usize..4)
        .prop_map(|(keys, others)| answers(&[vec![true; keys], vec![false; others]].concat()));
    let all_places = (2_u32..5, prop::collection::vec(any::<prop::sample::Index>(), 2..6))
        .prop_map(|(count, belongs)| {
            let belongs: Vec<u32> =
                belongs.iter().map(|at| at.index(count as usize) as u32).collect();
            places(&belongs, count)
        });
    prop_oneof![
        one_key.clone().prop_map(Interaction::Choice),
        some_keys.prop_map(Interaction::Multiple),
        one_key.clone().prop_map(|answers| Interaction::Build {
            statement: html("s"),
            places: answers
                .into_iter()
                .map(|answer| Place { part: StatementKind::Premise, answer })
                .collect(),
        }),
        one_key.prop_map(|answers| Interaction::Blank(Written { answers, otherwise: html("o") })),
        all_places.clone().prop_map(Interaction::Match),
        all_places.clone().prop_map(Interaction::Sort),
        all_places.prop_map(|all| Interaction::Rebuild { pieces: Vec::new(), all }),
        (3_usize..7).prop_map(|count| Interaction::Order(steps(count))),
        (1_usize..4, 0_usize..4).prop_map(|(keys, others)| {
            let answers = answers(&[vec![true; keys], vec![false; others]].concat());
            let point = |(at, answer)| Point { states: vec![state(at), state(at + 10)], answer };
            let answers = (0..).zip(answers).map(point).collect();
            Interaction::Point(Pointed { answers, otherwise: html("o") })
        }),
    ]
    .prop_map(item)
}

fn any_response() -> impl Strategy<Value = Response> {
    let at = prop_oneof![0_usize..8, any::<usize>()];
    prop_oneof![
        prop::collection::vec(at.clone(), 0..8).prop_map(Response::Chosen),
        prop::collection::vec(prop::option::of(at.clone()), 0..8).prop_map(Response::Placed),
        prop::collection::vec(at, 0..8).prop_map(Response::Ordered),
        any::<String>().prop_map(Response::Written),
        "answer [0-9]".prop_map(Response::Written),
        prop::option::of((0_usize..20).prop_map(state)).prop_map(Response::Pointed),
    ]
}

/// Whether a response says the same as the key does.
fn is_key(item: &Item, response: &Response) -> bool {
    match (&item.interaction, response) {
        (Interaction::Multiple(answers), Response::Chosen(chosen)) => {
            // A place that no answer has says nothing.
            (0..answers.len()).all(|at| answers[at].key == chosen.contains(&at))
        }
        (
            Interaction::Match(all) | Interaction::Sort(all) | Interaction::Rebuild { all, .. },
            Response::Placed(placed),
        ) => {
            let wanted = all.things.iter().map(|thing| Some(thing.place as usize));
            placed.iter().copied().take(all.things.len()).eq(wanted)
        }
        (Interaction::Point(all), Response::Pointed(Some(state))) => {
            all.answers.iter().any(|point| point.answer.key && point.states.contains(state))
        }
        (Interaction::Blank(written), Response::Written(text)) => {
            let same =
                |answer: &&Answer| compared(answer.text.as_str(), fold) == compared(text, fold);
            written.answers.iter().find(same).is_some_and(|answer| answer.key)
        }
        _ => *response == right(item),
    }
}

proptest! {
    #[test]
    fn any_response_of_any_shape_is_scored(item in any_item(), response in any_response()) {
        let outcome = scored(&item, &response);
        prop_assert!(outcome.score.points <= outcome.score.of);
        prop_assert_eq!(outcome.score.is_full(), is_key(&item, &response));
        // Whatever was answered is explained, and a slip is said to be one.
        prop_assert!(!outcome.answered || outcome.slip || !outcome.parts.is_empty());
        prop_assert!(outcome.answered || outcome.score.points == 0);
    }

    #[test]
    fn the_key_gets_full_marks_and_every_part_of_it_is_right(item in any_item()) {
        let outcome = scored(&item, &right(&item));
        prop_assert!(outcome.score.is_full());
        prop_assert!(outcome.parts.iter().all(|part| part.right));
        prop_assert!(!key(&item).is_empty() && key(&item).iter().all(|part| part.right));
        prop_assert_eq!(right(&item), solution(&item));
    }

    #[test]
    fn another_try_begins_with_what_was_right_and_with_nothing_else(item in any_item(), response in any_response()) {
        let outcome = scored(&item, &response);
        let parts: Vec<_> = outcome.parts.iter().filter(|part| part.right).map(|part| part.at).collect();
        if !outcome.answered || outcome.slip {
            return Ok(());
        }
        let again = scored(&item, &kept(&item, response.clone(), &outcome));
        if let (Interaction::Order(_), false) = (&item.interaction, outcome.score.is_full()) {
            prop_assert_eq!(again, outcome);
            return Ok(());
        }
        prop_assert!(!again.score.is_full() && (!outcome.score.is_full() || again.score.points < outcome.score.points));
        // Whoever chose all that is right, and more, begins anew.
        let is_given = parts.len() >= key(&item).len() && matches!(response, Response::Chosen(_));
        if !outcome.score.is_full() && !is_given {
            prop_assert_eq!(again.parts.iter().map(|part| part.at).collect::<Vec<_>>(), parts);
            prop_assert!(again.parts.iter().all(|part| part.right));
        }
    }

    #[test]
    fn the_order_and_repetition_of_choices_do_not_matter(
        keys in prop::collection::vec(any::<bool>(), 2..6),
        mut chosen in prop::collection::vec(0_usize..6, 0..6),
        seed in any::<u64>(),
    ) {
        let item = item(Interaction::Multiple(answers(&keys)));
        let before = scored(&item, &Response::Chosen(chosen.clone()));
        chosen.extend(chosen.clone());
        let len = chosen.len().max(1);
        chosen.rotate_left((seed as usize) % len);
        prop_assert_eq!(scored(&item, &Response::Chosen(chosen)), before);
    }

    #[test]
    fn what_is_shown_is_every_part_once_and_never_in_the_order_of_the_key(item in any_item(), count in 0_usize..9) {
        let mut order = shown_order(&item, count);
        prop_assert_eq!(&order, &shown_order(&item, count));
        prop_assert!(count < 2 || !order.is_sorted());
        order.sort_unstable();
        prop_assert_eq!(order, (0..count).collect::<Vec<_>>());
    }

    #[test]
    fn an_order_is_worth_the_steps_that_are_marked_as_right(order in Just((0..6).collect::<Vec<usize>>()).prop_shuffle()) {
        let item = item(Interaction::Order(steps(6)));
        let outcome = scored(&item, &Response::Ordered(order.clone()));
        let marked: Vec<_> = outcome.parts.iter().filter(|part| part.right).map(|part| part.at).collect();
        prop_assert_eq!(&marked, &(0..6).filter(|at| order[*at] == *at).collect::<Vec<_>>());
        prop_assert_eq!(outcome.score, Score { points: marked.len(), of: 6 });
    }
}

#[test]
fn wrong_choices_take_points_away_but_never_below_none() {
    let item = item(Interaction::Multiple(answers(&[true, true, false, false])));
    let of = |chosen: &[usize]| points(&item, Response::Chosen(chosen.to_vec()));
    assert_eq!(of(&[0, 1]), (2, 2));
    assert_eq!(of(&[0]), (1, 2));
    assert_eq!(of(&[0, 1, 2]), (1, 2));
    assert_eq!(of(&[0, 1, 2, 3]), (0, 2));
    assert_eq!(of(&[2, 3]), (0, 2));
    assert_eq!(scored(&item, &Response::Chosen(vec![0])).missing, 1);
}

#[test]
fn a_word_is_taken_whatever_its_case_accents_and_spaces_and_a_slip_is_no_mistake() {
    let mut all = answers(&[true, true, false]);
    for (answer, text) in all.iter_mut().zip(["Good faith", "Bona fidé", "good will"]) {
        answer.text = html(text);
    }
    let item = item(Interaction::Blank(Written { answers: all, otherwise: html("o") }));
    let of = |text: &str| {
        let outcome = scored(&item, &Response::Written(text.to_owned()));
        (
            outcome.score.points,
            outcome.slip,
            outcome.parts.first().map(|part| part.feedback.as_str().to_owned()),
        )
    };
    assert_eq!(of("  GOOD \u{a0} faith "), (1, false, Some("because 0".to_owned())));
    assert_eq!(of("bona fide"), (1, false, Some("because 1".to_owned())));
    assert_eq!(of("good-faith."), (1, false, Some("because 0".to_owned())));
    assert_eq!(of("good fiath"), (0, true, None));
    assert_eq!(of("good will"), (0, false, Some("because 2".to_owned())));
    assert_eq!(of("sovereignty"), (0, false, Some("o".to_owned())));
    assert_eq!(of(" "), (0, false, None));
    assert!(!scored(&item, &Response::Written(" ".to_owned())).answered);
    // Longer than what slips are counted in: simply another answer.
    assert_eq!(of(&"x".repeat(1000)).2, Some("o".to_owned()));
}

/// Whether an answer to a question with one key is right, and whether it is called a slip.
fn blank(wanted: &str, mistake: &str, names: &[&str], given: &str) -> (bool, bool) {
    let mut all = answers(&[true, false]);
    (all[0].text, all[1].text) = (html(wanted), html(mistake));
    let item = item(Interaction::Blank(Written { answers: all, otherwise: html("o") }));
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let outcome = score(&item, &Response::Written(given.to_owned()), &names, fold);
    (outcome.score.is_full(), outcome.slip)
}

#[test]
fn short_words_numbers_and_signs_have_no_slips() {
    for (wanted, given) in [
        ("law", "lwa"),
        ("1945", "1946"),
        ("-1945", "1945"),
        ("50 percent", "60 percent"),
        ("visual C#", "visual C+"),
    ] {
        assert_eq!(blank(wanted, "other", &[], given), (false, false), "{given}");
    }
}

#[test]
fn another_name_is_no_slip() {
    let names = ["Iran", "Iraq", "Austria", "Australia", "Australasia"];
    for (wanted, given, slip) in [
        ("Iraq", "Iran", false),
        ("Iraq", "Irak", true),
        ("Australia", "Austria", false),
        ("Australia", "Austra", false),
        ("Australia", "Austrlia", true),
        ("Australia", "Autralia", true),
    ] {
        assert_eq!(blank(wanted, "other", &names, given), (false, slip), "{given} for {wanted}");
    }
    // Nor is what the author knows to be a mistake, or is nearer to it than to the key.
    assert_eq!(blank("affect", "effect", &[], "effect"), (false, false));
    assert_eq!(blank("immigration", "emigration", &[], "emigrtion"), (false, false));
    assert_eq!(blank("immigration", "emigration", &[], "imigration"), (false, true));
}
