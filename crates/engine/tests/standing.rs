//! Where a reader stands, by a guide that is made for it.

#![cfg(test)]

use concord_compiler::{compile, generated_pack};
use concord_engine::{
    record::{AnswerRecord, Record},
    review::{Confidence, Memory},
    scoring::Score,
    standing::{Count, name_at, standing},
};
use concord_model::{Guide, Id};

fn guide() -> Guide {
    compile(&generated_pack(3)).guide.unwrap()
}

/// A record with answers: the question's number, points of one, how sure, and the day it is due.
fn record(guide: &Guide, answers: &[(usize, usize, Confidence, u32)]) -> Record {
    let mut record = Record::default();
    for (number, points, confidence, due) in answers {
        let id = Id::new(&format!("q-{number}")).unwrap();
        let (_, item) = guide.item(&id).unwrap();
        let answer = AnswerRecord {
            version: item.version,
            score: Score { points: *points, of: 1 },
            confidence: Some(*confidence),
            memory: Memory { stability: 100, difficulty: 500, answered: 10, due: *due },
        };
        record.answers.insert(id, answer);
    }
    record
}

#[test]
fn nobody_who_answered_nothing_is_told_anything() {
    let guide = guide();
    let standing = standing(&guide, &Record::default(), 20);
    assert!(
        standing.lessons.iter().all(|(_, count)| *count == Count { of: 1, answered: 0, right: 0 })
    );
    assert_eq!(standing.lessons.len(), 3);
    assert!(standing.tested.is_empty() && standing.again.is_empty() && standing.due.is_empty());
    assert_eq!(standing.next, None);
}

#[test]
fn what_was_sure_and_wrong_comes_first_and_what_is_due_longest() {
    let guide = guide();
    let record = record(
        &guide,
        &[
            (0, 0, Confidence::Guess, 20),
            (1, 0, Confidence::Sure, 19),
            (2, 1, Confidence::Rather, 25),
        ],
    );
    let standing = standing(&guide, &record, 20);
    let again: Vec<_> =
        standing.again.iter().map(|again| (again.item.id.as_str(), again.was_sure)).collect();
    assert_eq!(again, [("q-1", true), ("q-0", false)]);
    let due: Vec<_> = standing.due.iter().map(|(_, item)| item.id.as_str()).collect();
    assert_eq!(due, ["q-1", "q-0"]);
    assert_eq!(standing.next, Some(5));
    assert_eq!(standing.lessons[2].1, Count { of: 1, answered: 1, right: 1 });
    assert_eq!(standing.tested.len(), 3);
    assert_eq!(name_at(&guide, &standing.tested[0].0).as_deref(), Some("Claim 0"));
}

#[test]
fn an_answer_to_another_version_of_a_question_counts_as_none() {
    let guide = guide();
    let mut record = record(&guide, &[(0, 1, Confidence::Sure, 20)]);
    record.answers.values_mut().for_each(|answer| answer.version ^= 1);
    let standing = standing(&guide, &record, 20);
    assert_eq!(standing.lessons[0].1.answered, 0);
    assert!(standing.due.is_empty());
}
