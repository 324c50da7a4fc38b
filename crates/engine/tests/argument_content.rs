//! The argument of the guide's own content, as a graph to reason with.

#![cfg(test)]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use concord_compiler::{compile, read_pack};
use concord_engine::argument::{Attacked, Builder, Graph, Label, Stance, Verdict, label, tensions};
use concord_model::{ArgumentMap, StatementKind};

/// Where the editorial says that the article pulls against itself, as numbers of lessons.
const EDITORIAL: [(u32, u32); 3] = [(10, 5), (10, 7), (9, 4)];

/// The main conclusion, and the two claims of the guide that it needs.
const MAIN: &str = "good-governance";
const LEGS: [&str; 2] = ["states-have-a-part", "together-must-grow"];

fn real() -> ArgumentMap {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    ArgumentMap::of(&compile(&read_pack(&folder).unwrap()).guide.unwrap())
}

fn graph(map: &ArgumentMap) -> Graph {
    let mut builder = Builder::new(u32::try_from(map.statements.len()).unwrap());
    for step in &map.inferences {
        builder.infer(&step.premises, step.conclusion);
    }
    for (from, to) in &map.attacks {
        builder.attack(*from, *to);
    }
    for (from, to) in &map.undercuts {
        builder.undercut(*from, *to);
    }
    builder.build().unwrap()
}

fn leaves(map: &ArgumentMap) -> impl Iterator<Item = u32> {
    let count = u32::try_from(map.statements.len()).unwrap();
    (0..count).filter(|number| map.is_leaf(*number))
}

#[test]
fn leaves_are_what_nothing_supports_and_every_claim_has_support() {
    let map = real();
    let graph = graph(&map);
    for (number, own) in (0..).zip(&map.statements) {
        assert_eq!(graph.is_leaf(number), map.is_leaf(number), "{}", own.id);
        let claims = matches!(own.kind, StatementKind::Claim | StatementKind::Conclusion);
        assert!(!claims || !map.is_leaf(number), "nothing supports {}", own.id);
    }
    assert!(map.undercuts.len() >= 2);
    assert!(leaves(&map).any(|leaf| map.statements[leaf as usize].of_work));
}

/// What follows if all premises hold and nothing speaks against anything.
fn supported(map: &ArgumentMap) -> BTreeSet<u32> {
    let premise = |leaf: &u32| map.statements[*leaf as usize].kind == StatementKind::Premise;
    let mut known: BTreeSet<u32> = leaves(map).filter(premise).collect();
    loop {
        let before = known.len();
        for step in &map.inferences {
            if step.premises.iter().all(|premise| known.contains(premise)) {
                known.insert(step.conclusion);
            }
        }
        if known.len() == before {
            return known;
        }
    }
}

#[test]
fn all_premises_together_carry_every_claim_and_the_pulls_between_them() {
    let map = real();
    let known = supported(&map);
    for (number, own) in (0..).zip(&map.statements) {
        let claims = matches!(own.kind, StatementKind::Claim | StatementKind::Conclusion);
        assert!(!claims || known.contains(&number), "{} does not follow", own.id);
    }
    let lesson = |number: &u32| map.statements[*number as usize].lesson;
    let mut pulls: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for (attacker, attacked) in &map.attacks {
        if known.contains(attacker) && known.contains(attacked) {
            let steps = map.inferences.iter().filter(|step| step.conclusion == *attacker);
            for from in steps.flat_map(|step| &step.premises) {
                assert_ne!(lesson(from), lesson(attacked), "a lesson pulls against itself");
                let pair = [lesson(from), lesson(attacked)].map(|place| place.unwrap() + 1);
                pulls.entry(pair[0]).or_default().insert(pair[1]);
            }
        }
    }
    assert!(!pulls.is_empty());
    println!("Lessons that pull against others: {pulls:?}");
}

/// Every premise accepted, and every objection that rests on nothing of the guide rejected; replies
/// as given.
fn granted(map: &ArgumentMap, replies: Verdict) -> Stance {
    let mut stance = Stance::blank(u32::try_from(map.statements.len()).unwrap());
    for leaf in leaves(map) {
        let verdict = match map.statements[leaf as usize].kind {
            StatementKind::Reply => replies,
            StatementKind::Objection | StatementKind::Undercut => Verdict::Reject,
            _ => Verdict::Accept,
        };
        stance.set(leaf, verdict);
    }
    stance
}

#[test]
fn whoever_grants_everything_accepts_all_claims() {
    let map = real();
    let graph = graph(&map);
    let labelling = label(&graph, &granted(&map, Verdict::Accept));
    for (number, own) in (0..).zip(&map.statements) {
        if matches!(own.kind, StatementKind::Claim | StatementKind::Conclusion) {
            assert_eq!(labelling.of(number), Label::In, "{}", own.id);
        }
    }
    // What they hold against a claim, they hold to be answered.
    for tension in tensions(&graph, &labelling) {
        let Attacked::Statement(attacked) = tension.attacked else { panic!("{tension:?}") };
        assert_eq!(map.statements[attacked as usize].kind, StatementKind::Objection);
        assert_eq!(map.statements[tension.attacker as usize].kind, StatementKind::Reply);
    }
}

/// All statements that speak for one, and for those that do.
fn below(map: &ArgumentMap, top: u32) -> BTreeSet<u32> {
    let mut found = BTreeSet::from([top]);
    let mut open = vec![top];
    while let Some(number) = open.pop() {
        let steps = map.inferences.iter().filter(|step| step.conclusion == number);
        open.extend(steps.flat_map(|step| &step.premises).filter(|own| found.insert(**own)));
    }
    found
}

#[test]
fn the_main_conclusion_outlives_each_premise_and_falls_with_each_leg() {
    let map = real();
    let graph = graph(&map);
    let number = |id: &str| {
        let found = map.statements.iter().position(|own| own.id.as_str() == id);
        u32::try_from(found.unwrap_or_else(|| panic!("no {id}"))).unwrap()
    };
    let main = number(MAIN);
    let with_rejected = |rejected: &[u32]| {
        let mut stance = granted(&map, Verdict::Accept);
        rejected.iter().for_each(|leaf| stance.set(*leaf, Verdict::Reject));
        label(&graph, &stance).of(main)
    };
    let premises = |top: u32| -> Vec<u32> {
        below(&map, top).into_iter().filter(|number| map.is_leaf(*number)).collect()
    };
    assert!(premises(main).len() > 10);
    for premise in premises(main) {
        let id = &map.statements[premise as usize].id;
        assert_eq!(with_rejected(&[premise]), Label::In, "without {id} alone");
    }
    for leg in LEGS {
        assert_eq!(with_rejected(&premises(number(leg))), Label::Out, "without {leg}");
    }
}

#[test]
fn whoever_hears_nobody_else_is_left_with_the_pulls_of_the_work_against_itself() {
    let map = real();
    let graph = graph(&map);
    let found = tensions(&graph, &label(&graph, &granted(&map, Verdict::Undecided)));
    let lesson = |number: u32| map.statements[number as usize].lesson.map(|place| place + 1);
    let mut pairs = BTreeSet::new();
    for tension in found {
        let Attacked::Statement(attacked) = tension.attacked else { continue };
        for step in map.inferences.iter().filter(|step| step.conclusion == tension.attacker) {
            pairs.extend(step.premises.iter().map(|from| (lesson(*from), lesson(attacked))));
        }
    }
    for (from, to) in EDITORIAL {
        assert!(pairs.contains(&(Some(from), Some(to))), "{from} against {to} is not in {pairs:?}");
    }
}

#[test]
fn the_work_pulls_against_itself_where_the_editorial_says_so() {
    let map = real();
    let lesson = |number: u32| map.statements[number as usize].lesson.unwrap() + 1;
    let pairs: BTreeSet<_> = map
        .inner_tensions()
        .into_iter()
        .map(|(source, _, attacked)| (lesson(source), lesson(attacked)))
        .collect();
    for pair in EDITORIAL {
        assert!(pairs.contains(&pair), "{pair:?} is not among {pairs:?}");
    }
}
