//! Stances as codes for links: short, read as they were written, and the same whatever becomes of other
//! statements; what is damaged gives nothing, and no panic.

#![cfg(test)]

use concord_compiler::{compile, read_pack};
use concord_engine::argument::{
    Builder, Graph, Stance, Verdict,
    stance_code::{KEY, Linked, find, read, write},
};
use concord_model::{Id, StatementKind, link_bits, link_number};
use proptest::prelude::*;

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// As many statements, of which the last follows from the first.
fn graph(statements: usize) -> Graph {
    let statements = u32::try_from(statements).unwrap();
    let mut builder = Builder::new(statements);
    builder.infer(&[0], statements - 1);
    builder.build().unwrap()
}

/// Names of which no two have one number.
fn ids(count: usize) -> Vec<Id> {
    let mut numbers = std::collections::BTreeSet::new();
    let names = (0..).map(|number| format!("statement-{number}"));
    let told = names.filter(|name| numbers.insert(link_number(name, link_bits(count))));
    told.take(count).map(|name| id(&name)).collect()
}

/// All accepted, all rejected, all open.
fn starts(statements: usize) -> Vec<Stance> {
    let start = |verdict| stance(&vec![verdict; statements]);
    Verdict::ALL.map(start).to_vec()
}

fn stance(verdicts: &[Verdict]) -> Stance {
    let mut stance = Stance::blank(u32::try_from(verdicts.len()).unwrap());
    (0..).zip(verdicts).for_each(|(leaf, verdict)| stance.set(leaf, *verdict));
    stance
}

fn any_verdicts(most: usize) -> impl Strategy<Value = Vec<Verdict>> {
    proptest::collection::vec(proptest::sample::select(Verdict::ALL.to_vec()), 3..most)
}

/// The verdicts on leaves, which are what a code keeps.
fn on_leaves(graph: &Graph, stance: &Stance) -> Vec<Verdict> {
    let all = (0..graph.statements()).filter(|own| graph.is_leaf(*own));
    all.map(|leaf| stance.verdict(leaf)).collect()
}

proptest! {
    #[test]
    fn what_was_written_is_read(verdicts in any_verdicts(300)) {
        let count = verdicts.len();
        let (graph, ids, starts) = (graph(count), ids(count), starts(count));
        let stance = stance(&verdicts);
        let written = write(&graph, &ids, &starts, &stance);
        let code = find(&written).unwrap();
        let Linked { stance: again, unknown } = read(&graph, &ids, &[], &starts, code).unwrap();
        prop_assert_eq!(on_leaves(&graph, &again), on_leaves(&graph, &stance));
        prop_assert_eq!(unknown, 0);
        // As it stands in a sentence, and among what a host adds.
        let around = format!("from=mail&amp;{written}).&x=y");
        prop_assert_eq!(find(&around).and_then(|code| read(&graph, &ids, &[], &starts, code)), Some(Linked { stance: again, unknown }));
    }

    /// Some statements go, others come, one has another name: the rest is as it was.
    #[test]
    fn it_means_the_same_after_edits(verdicts in any_verdicts(60), gone in 1_usize..59, moved in 1_usize..59) {
        let count = verdicts.len();
        let (gone, moved) = (gone % (count - 2) + 1, moved % (count - 2) + 1);
        let (before, ids, starts) = (graph(count), ids(count), starts(count));
        let written = write(&before, &ids, &starts, &stance(&verdicts));
        let mut later: Vec<(Id, Option<Verdict>)> =
            ids.iter().cloned().zip(verdicts.iter().copied().map(Some)).collect();
        let former = [(ids[moved].clone(), id("of-another-name"))];
        later[moved].0 = former[0].1.clone();
        later.insert(1, (id("a-new-one"), None));
        later.retain(|(own, _)| *own != ids[gone]);
        let after = graph(later.len());
        let names: Vec<Id> = later.iter().map(|(own, _)| own.clone()).collect();
        let starts = self::starts(later.len());
        let read = read(&after, &names, &former, &starts, find(&written).unwrap()).unwrap();
        for (leaf, (own, verdict)) in (0..).zip(&later).filter(|(leaf, _)| after.is_leaf(*leaf)) {
            if let Some(verdict) = verdict {
                prop_assert_eq!(read.stance.verdict(leaf), *verdict, "{}", own);
            }
        }
        prop_assert!(read.unknown <= 1);
    }

    #[test]
    fn any_text_is_read_or_refused(code in "\\PC*", letters in "[A-Za-z0-9_-]{0,300}") {
        let (graph, ids, starts) = (graph(9), ids(9), starts(9));
        let _ = read(&graph, &ids, &[], &starts, &code);
        let _ = read(&graph, &ids, &[], &starts, &letters);
    }
}

#[test]
fn damage_is_seen() {
    let (graph, ids, starts) = (graph(40), ids(40), starts(40));
    let verdicts: Vec<Verdict> = (0..40).map(|place| Verdict::ALL[place % 3]).collect();
    let written = write(&graph, &ids, &starts, &stance(&verdicts));
    let code = find(&written).unwrap();
    let reads = |code: &str| read(&graph, &ids, &[], &starts, code);
    assert!(reads(code).is_some());
    for at in 0..code.len() {
        assert_eq!(reads(&code[..at]), None, "cut off at {at}");
        for other in ["A", "B", "z", "-", " ", "é"] {
            if !code[at..].starts_with(other) {
                assert_eq!(
                    reads(&[&code[..at], other, &code[at + 1..]].concat()),
                    None,
                    "{other} at {at}"
                );
            }
        }
    }
    assert_eq!((find("accept=a&version=1"), find("")), (None, None));
}

/// Two that became one are to be judged anew where a reader judged them differently; its name of today counts.
#[test]
fn former_names_mean_what_bears_them_now() {
    let ids: Vec<Id> = ["one", "two", "three", "so"].map(id).to_vec();
    let (graph, starts) = (graph(4), starts(4));
    let now: Vec<Id> = ["one", "both", "new", "so"].map(id).to_vec();
    let former = [("two", "both"), ("three", "both")].map(|(old, now)| (id(old), id(now)));
    let of = |verdicts: &[Verdict]| {
        let written = write(&graph, &ids, &starts[2..], &stance(verdicts));
        read(&graph, &now, &former, &starts[2..], find(&written).unwrap())
            .unwrap()
            .stance
            .verdict(1)
    };
    use Verdict::{Accept, Reject, Undecided};
    assert_eq!(of(&[Accept, Accept, Accept, Accept]), Accept);
    assert_eq!(of(&[Accept, Reject, Undecided, Accept]), Reject);
    assert_eq!(of(&[Accept, Reject, Accept, Accept]), Undecided);
}

/// What a reader passes on of this guide: ten verdicts away from a start in 60 letters, all of them in 200.
#[test]
fn links_to_a_stance_on_this_guide_are_short() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let map = concord_model::ArgumentMap::of(&compile(&read_pack(&folder).unwrap()).guide.unwrap());
    let statements = u32::try_from(map.statements.len()).unwrap();
    let mut builder = Builder::new(statements);
    for step in &map.inferences {
        builder.infer(&step.premises, step.conclusion);
    }
    let graph = builder.build().unwrap();
    let ids: Vec<Id> = map.statements.iter().map(|own| own.id.clone()).collect();
    let leaves: Vec<u32> = (0..statements).filter(|own| graph.is_leaf(*own)).collect();
    let verdicts: Vec<Verdict> = map
        .statements
        .iter()
        .map(|own| match own.kind {
            StatementKind::Objection | StatementKind::Undercut => Verdict::Reject,
            _ => Verdict::Accept,
        })
        .collect();
    let constant = Verdict::ALL.map(|verdict| stance(&vec![verdict; ids.len()]));
    let start = [[stance(&verdicts)].as_slice(), &constant].concat();
    let length = |judged: &[u32], to: &dyn Fn(Verdict) -> Verdict| {
        let mut own = start[0].clone();
        judged.iter().for_each(|leaf| own.set(*leaf, to(own.verdict(*leaf))));
        write(&graph, &ids, &start, &own).len()
    };
    let other = |verdict: Verdict| {
        if verdict == Verdict::Accept { Verdict::Reject } else { Verdict::Accept }
    };
    for first in 0..leaves.len() {
        let ten: Vec<u32> =
            leaves.iter().cycle().skip(first).step_by(11).take(10).copied().collect();
        assert!(length(&ten, &other) <= 60, "{} letters", length(&ten, &other));
        assert!(
            length(
                &leaves.iter().cycle().skip(first).take(10).copied().collect::<Vec<_>>(),
                &|_| Verdict::Undecided
            ) <= 60
        );
    }
    // The worst are those that are as far from all as can be.
    let place = |leaf: u32| leaves.iter().position(|own| *own == leaf).unwrap();
    let worst = (0..7).map(|turn| {
        let own: Vec<Verdict> = (0..statements)
            .map(|own| {
                if graph.is_leaf(own) {
                    Verdict::ALL[place(own) * (turn + 1) / 2 % 3]
                } else {
                    Verdict::Accept
                }
            })
            .collect();
        write(&graph, &ids, &start, &stance(&own)).len()
    });
    let worst = worst.max().unwrap();
    println!(
        "{} verdicts in {worst} letters, ten in {}",
        leaves.len(),
        length(&leaves[..10], &other)
    );
    assert!(
        leaves.len() > 100 && worst <= 200 && length(&leaves, &other) <= 200,
        "{worst} letters"
    );
    assert!(write(&graph, &ids, &start, &start[0]).len() <= KEY.len() + 7);
}
