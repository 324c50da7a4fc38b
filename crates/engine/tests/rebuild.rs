//! Somebody rebuilds an argument and takes every wrong turn: each is told for what it is. What is right is compared with a
//! map as a whole: a placing is right if the map that it makes is that of the argument, as far as it goes.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};

use concord_compiler::{compile, read_pack};
use concord_engine::{
    rebuild::{Judged, Rebuilt, Role},
    scoring::{Response, score},
};
use concord_model::{
    ArgumentMap, Guide, Interaction, Plural, Puzzle, RebuildFile, RebuildStatement, RebuildWords,
    StatementKind::{self, Claim, Conclusion, Objection, Premise, Reply, Undercut},
};
use proptest::prelude::*;

const END: u32 = 0;
const CLAIM: u32 = 1;
const LATE: u32 = 2;
const CLOCK: u32 = 3;
const OTHERS: u32 = 4;
const AGAINST: u32 = 5;
const ANSWER: u32 = 6;
const DENIES: u32 = 7;

type Own = (StatementKind, Option<u32>, Option<u32>);

fn file(all: &[Own], pieces: Vec<u32>) -> RebuildFile {
    let own = |(kind, target, way): &Own| RebuildStatement {
        short: String::new(),
        kind: *kind,
        target: *target,
        way: *way,
    };
    RebuildFile {
        statements: all.iter().map(own).collect(),
        puzzles: vec![Puzzle { name: "q".to_owned(), pieces, places: Vec::new() }],
        parts: Vec::new(),
        words: RebuildWords::default(),
        plural: Plural::default(),
    }
}

fn small() -> RebuildFile {
    let all = [
        (Conclusion, None, None),
        (Claim, Some(END), Some(0)),
        (Premise, Some(CLAIM), Some(0)),
        (Premise, Some(CLAIM), Some(0)),
        (Premise, Some(CLAIM), Some(1)),
        (Objection, Some(LATE), None),
        (Reply, Some(AGAINST), None),
        (Undercut, Some(CLAIM), Some(0)),
    ];
    file(&all, (CLAIM..=DENIES).collect())
}

#[test]
fn each_wrong_turn_is_told_for_what_it_is() {
    let file = small();
    let mut map = Rebuilt::new(&file, &file.puzzles[0].pieces);
    assert_eq!(map.roots(), [END]);
    let alone = Role::Supports(None);
    // What it speaks to is not there yet, whatever it is put to.
    assert_eq!(map.judge(LATE, END, alone), Judged::Early);
    assert_eq!(map.judge(CLAIM, END, Role::Against), Judged::OtherRole);
    assert_eq!(map.judge(CLAIM, END, alone), Judged::Right);
    map.placed.push(CLAIM);
    // Without a reason there is no step to deny; nor with a reason in another way.
    assert_eq!(map.judge(DENIES, CLAIM, Role::Against), Judged::Early);
    assert_eq!(map.judge(OTHERS, CLAIM, alone), Judged::Right);
    map.placed.push(OTHERS);
    assert_eq!(map.judge(DENIES, CLAIM, Role::Denies(OTHERS)), Judged::Early);
    assert_eq!(map.judge(LATE, END, alone), Judged::OtherPlace);
    assert_eq!(map.judge(LATE, CLAIM, Role::Supports(Some(OTHERS))), Judged::NotWith(vec![OTHERS]));
    assert_eq!(map.judge(LATE, CLAIM, alone), Judged::Right);
    map.placed.push(LATE);
    // The second of two that carry the claim together, by itself and in the other way.
    assert_eq!(map.judge(CLOCK, CLAIM, alone), Judged::NotAlone(vec![LATE]));
    assert_eq!(map.judge(CLOCK, CLAIM, Role::Supports(Some(OTHERS))), Judged::NotAlone(vec![LATE]));
    assert_eq!(map.judge(CLOCK, CLAIM, Role::Supports(Some(LATE))), Judged::Right);
    map.placed.push(CLOCK);
    assert_eq!(map.ways(CLAIM), [vec![OTHERS], vec![LATE, CLOCK]]);
    assert_eq!(map.judge(DENIES, CLAIM, Role::Against), Judged::OtherRole);
    assert_eq!(map.judge(DENIES, CLAIM, Role::Denies(OTHERS)), Judged::OtherStep(vec![OTHERS]));
    assert_eq!(map.judge(DENIES, CLAIM, Role::Denies(LATE)), Judged::Right);
    assert_eq!(map.judge(AGAINST, CLAIM, Role::Against), Judged::OtherPlace);
    assert_eq!(map.judge(ANSWER, LATE, Role::Against), Judged::Early);
    assert_eq!(map.judge(AGAINST, LATE, alone), Judged::OtherRole);
    assert_eq!(map.judge(AGAINST, LATE, Role::Against), Judged::Right);
    map.placed.push(AGAINST);
    assert_eq!(map.judge(ANSWER, AGAINST, Role::Against), Judged::Right);
}

/// A map as sets: who supports what, as steps of several; who speaks against what; who denies which step.
#[derive(Debug, Default, PartialEq, Eq)]
struct Drawn {
    steps: BTreeSet<(u32, BTreeSet<u32>)>,
    against: BTreeSet<(u32, u32)>,
    denied: BTreeSet<(u32, u32, BTreeSet<u32>)>,
}

/// The argument as far as it is about these statements.
fn key(all: &[Own], shown: &BTreeSet<u32>) -> Drawn {
    let mut steps: BTreeMap<(u32, u32), BTreeSet<u32>> = BTreeMap::new();
    let mut drawn = Drawn::default();
    let own = |at: u32| all[at as usize];
    for at in shown {
        match own(*at) {
            (Claim | Premise, Some(target), Some(way)) => {
                steps.entry((target, way)).or_default().insert(*at);
            }
            (Objection | Reply, Some(target), _) => {
                drawn.against.insert((*at, target));
            }
            _ => {}
        }
    }
    for at in shown {
        if let (Undercut, Some(target), Some(way)) = own(*at) {
            let step = steps.get(&(target, way)).cloned().unwrap_or_default();
            drawn.denied.insert((*at, target, step));
        }
    }
    drawn.steps = steps.into_iter().map(|((target, _), step)| (target, step)).collect();
    drawn
}

/// What a reader has drawn who puts one more statement to a map that is right so far.
fn put(mut drawn: Drawn, piece: u32, on: u32, role: Role) -> Drawn {
    let step = |drawn: &Drawn, with: u32| {
        let mut steps = drawn.steps.iter();
        steps.find(|(to, step)| *to == on && step.contains(&with)).cloned().unwrap().1
    };
    match role {
        Role::Supports(None) => {
            drawn.steps.insert((on, BTreeSet::from([piece])));
        }
        Role::Supports(Some(with)) => {
            let mut joined = step(&drawn, with);
            drawn.steps.remove(&(on, joined.clone()));
            // Whoever denied that step denies what it has become.
            let denying: Vec<_> =
                drawn.denied.iter().filter(|own| own.1 == on && own.2 == joined).cloned().collect();
            joined.insert(piece);
            for own in denying {
                drawn.denied.remove(&own);
                drawn.denied.insert((own.0, on, joined.clone()));
            }
            drawn.steps.insert((on, joined));
        }
        Role::Against => {
            drawn.against.insert((piece, on));
        }
        Role::Denies(with) => {
            let denied = step(&drawn, with);
            drawn.denied.insert((piece, on, denied));
        }
    }
    drawn
}

/// An argument of any shape, whose statements are in any order, and which of them are asked for.
fn any_argument() -> impl Strategy<Value = (Vec<Own>, Vec<u32>)> {
    let one = (0_u8..6, any::<prop::sample::Index>(), 0_u32..3, prop::bool::weighted(0.8));
    (1_usize..3, prop::collection::vec(one, 2..14)).prop_map(|(ends, more)| {
        let mut all: Vec<Own> = vec![(Conclusion, None, None); ends];
        let mut pieces = Vec::new();
        for (kind, target, way, is_asked) in more {
            let at = u32::try_from(all.len()).unwrap();
            let fits = |wanted: &[StatementKind]| {
                let fitting: Vec<u32> =
                    (0..at).filter(|own| wanted.contains(&all[*own as usize].0)).collect();
                (!fitting.is_empty()).then(|| fitting[target.index(fitting.len())])
            };
            let own = match kind {
                0 | 1 => (Premise, fits(&[Claim, Conclusion]), Some(way)),
                2 => (Claim, fits(&[Claim, Conclusion]), Some(way)),
                3 => (Objection, fits(&[Claim, Conclusion, Premise, Reply]), None),
                4 => (Reply, fits(&[Objection, Undercut]), None),
                _ => (Undercut, fits(&[Claim, Conclusion]), Some(way)),
            };
            // As the compiler has it, a step is denied that is asked for.
            let has_step = |piece: &u32| {
                let (kind, target, way) = all[*piece as usize];
                kind.is_support() && (target, way) == (own.1, own.2)
            };
            if own.1.is_none() || own.0 == Undercut && !pieces.iter().any(has_step) {
                continue;
            }
            if is_asked {
                pieces.push(at);
            }
            all.push(own);
        }
        (all, pieces)
    })
}

proptest! {
    /// And whatever comes first, all can be put into place.
    #[test]
    fn right_is_what_makes_the_map_of_the_argument((all, pieces) in any_argument(), order in any::<prop::sample::Index>()) {
        let file = file(&all, pieces.clone());
        let mut map = Rebuilt::new(&file, &file.puzzles[0].pieces);
        let roots = map.roots();
        while map.placed.len() < pieces.len() {
            let waiting: Vec<u32> = pieces.iter().copied().filter(|own| !map.placed.contains(own)).collect();
            let shown: BTreeSet<u32> = map.placed.iter().copied().collect();
            let mut next = Vec::new();
            for piece in &waiting {
                let mut wanted = shown.clone();
                wanted.insert(*piece);
                let mut right = 0;
                for on in roots.iter().chain(&map.placed) {
                    for role in map.roles(*on) {
                        let made = put(key(&all, &shown), *piece, *on, role);
                        let judged = map.judge(*piece, *on, role);
                        prop_assert_eq!(judged == Judged::Right, made == key(&all, &wanted), "{} {} {:?}", piece, on, role);
                        right += usize::from(judged == Judged::Right);
                        // Whoever comes too early is told so, whatever it is put to, and nobody else is.
                        prop_assert_eq!(judged == Judged::Early, map.is_early(*piece));
                    }
                }
                prop_assert_eq!(right, usize::from(!map.is_early(*piece)));
                if right == 1 {
                    next.push(*piece);
                }
            }
            prop_assert!(!next.is_empty(), "stuck with {:?}", waiting);
            map.placed.push(next[order.index(next.len())]);
        }
    }
}

fn guide() -> Guide {
    let content = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");
    compile(&read_pack(content.as_ref()).unwrap()).guide.unwrap()
}

#[test]
fn the_guide_asks_for_each_lesson_and_for_the_whole() {
    let guide = guide();
    let file = RebuildFile::of(&guide).unwrap();
    assert_eq!(file.puzzles.len(), guide.lessons.len() + 1);
    for lesson in &guide.lessons {
        let names: Vec<&str> = guide
            .items()
            .filter(|(own, item)| own.id == lesson.id && item.interaction.kind() == "rebuild")
            .map(|(_, item)| item.id.as_str())
            .collect();
        assert!(!names.is_empty(), "{}", lesson.id);
    }
    for (_, item) in guide.items() {
        let Interaction::Rebuild { pieces, all } = &item.interaction else { continue };
        let puzzle = file.puzzles.iter().find(|own| own.name == item.id.as_str()).unwrap();
        assert!(pieces.len() >= 7, "{} has {} statements", item.id, pieces.len());
        assert_eq!((puzzle.pieces.len(), all.things.len()), (pieces.len(), pieces.len()));
        let mut map = Rebuilt::new(&file, &puzzle.pieces);
        while let Some(piece) =
            puzzle.pieces.iter().find(|own| !map.placed.contains(own) && !map.is_early(**own))
        {
            let target = map.target(*piece).unwrap();
            let roles = map.roles(target);
            let right: Vec<Role> = roles
                .into_iter()
                .filter(|role| map.judge(*piece, target, *role) == Judged::Right)
                .collect();
            let [role] = right[..] else { panic!("{}: {right:?}", item.id) };
            // The map and the question's form count places alike.
            let at = puzzle.pieces.iter().position(|own| own == piece).unwrap();
            assert_eq!(map.place(&puzzle.places, target, role), Some(all.things[at].place));
            map.placed.push(*piece);
        }
        assert_eq!(
            map.placed.len(),
            pieces.len(),
            "{}: something is never put into place",
            item.id
        );
        // Each that was right at once counts one; what was put elsewhere, or nowhere, counts none.
        let mut places: Vec<Option<usize>> =
            puzzle.places.iter().map(|own| Some(*own as usize)).collect();
        let points = |places: &[Option<usize>]| {
            let outcome = score(item, &Response::Placed(places.to_vec()), &[], str::to_lowercase);
            assert!(outcome.answered && outcome.missing == 0);
            (outcome.score.points, outcome.score.of)
        };
        assert_eq!(points(&places), (pieces.len(), pieces.len()));
        places[0] = Some(u32::MAX as usize);
        places[1] = places[1].map(|own| (own + 1) % all.places.len());
        assert_eq!(points(&places), (pieces.len() - 2, pieces.len()));
    }
}

/// The steps of the file are those of the graph by which the guide reasons.
#[test]
fn ways_are_the_steps_by_which_the_guide_reasons() {
    let guide = guide();
    let file = RebuildFile::of(&guide).unwrap();
    let graph = ArgumentMap::of(&guide);
    assert_eq!(file.statements.len(), graph.statements.len());
    let own = |at: u32| &file.statements[at as usize];
    let mut told = BTreeSet::new();
    let is_direct = |premises: &[u32], to: u32| {
        premises.iter().all(|own| file.statements[*own as usize].target == Some(to))
    };
    for step in graph.inferences.iter().filter(|step| is_direct(&step.premises, step.conclusion)) {
        let ways: BTreeSet<_> = step.premises.iter().map(|at| own(*at).way).collect();
        assert_eq!(ways.len(), 1, "{step:?}");
        let way = ways.into_iter().next().unwrap();
        assert!(told.insert((step.conclusion, way)), "two steps are one way: {step:?}");
    }
    assert!(graph.undercuts.len() >= 2);
    for (undercut, step) in &graph.undercuts {
        let step = &graph.inferences[*step as usize];
        let way = is_direct(&step.premises, step.conclusion).then(|| own(step.premises[0]).way);
        assert_eq!(own(*undercut).way, way.flatten());
    }
}
