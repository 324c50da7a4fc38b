//! The reader's record: what is written is read back, and whatever is read, nothing is lost.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    unreachable_pub,
    reason = "tests say what they expect the short way"
)]

use concord_engine::{
    record::{AnswerRecord, LessonRecord, Record, Stored, Theme, read},
    review::{Confidence, Memory},
    scoring::Score,
};
use concord_model::Id;
use proptest::prelude::*;

/// A save of version 1, as it stands in readers' browsers. Every later version must read it.
const VERSION_1: &str = include_str!("saves/version-1.txt");

#[test]
fn a_save_of_version_1_is_read() {
    let Stored::Record(record) = read(VERSION_1) else { panic!("not read") };
    let lesson = Id::new("states-matter").unwrap();
    assert_eq!(record.theme, Theme::Dark);
    assert_eq!(record.last.as_ref(), Some(&lesson));
    assert!(record.lesson(&lesson).finished);
    assert_eq!(record.lesson(&lesson).place.unwrap().as_str(), "one-message");
    assert_eq!(record.lesson(&Id::new("striking-first").unwrap()), LessonRecord::default());
}

#[test]
fn what_a_later_feature_keeps_survives() {
    let Stored::Record(mut record) = read("concord 1\nitem q1 500 of 1000\n") else {
        panic!("not read")
    };
    record.theme = Theme::Light;
    assert_eq!(record.to_text(), "concord 1\ntheme light\nitem q1 500 of 1000\n");
}

#[test]
fn other_texts_are_told_apart() {
    assert_eq!(read("concord 2\ntheme of another kind"), Stored::Newer);
    for damaged in [
        "",
        "{}",
        "concord",
        "concord 0",
        "concord -1",
        "concord one",
        "concord 1\ntheme purple",
        "concord 1\nlesson A -",
        "concord 1\nlesson a - done",
        "concord 1\nlesson",
        "concord 1\nlast",
        "concord 1\nshortcuts maybe",
        "concord 1\nanswer q 1 2 1 sure 1 1 1 1",
        "concord 1\nanswer q 1 1 1 sure 1 1 1",
        "concord 1\nanswer q 1 1 1 sure 1 1 1 1 1",
        "concord 1\nanswer q 1 1 1 maybe 1 1 1 1",
        "concord 1\nanswer q 99999999999 1 1 sure 1 1 1 1",
    ] {
        assert_eq!(read(damaged), Stored::Damaged, "{damaged}");
    }
}

/// A save from when stances were first remembered.
const WITH_STANCE: &str = include_str!("saves/version-1-stance.txt");

#[test]
fn a_save_with_a_stance_is_read_merged_and_kept() {
    let Stored::Record(mut record) = read(WITH_STANCE) else { panic!("not read") };
    let stance = "accept=second-premise.third&reject=first-premise&open=fourth&version=0123abcd";
    assert_eq!(record.stance.as_deref(), Some(stance));
    assert_eq!(record.to_text(), WITH_STANCE);
    // A stance of one's own stays; without one, that of the file is taken.
    let Stored::Record(theirs) = read("concord 1\nstance version=00000001\n") else {
        panic!("not read")
    };
    record.merge(theirs.clone());
    assert_eq!(record.stance.as_deref(), Some(stance));
    let mut blank = Record::default();
    blank.merge(theirs);
    assert_eq!(blank.stance.as_deref(), Some("version=00000001"));
    for damaged in ["concord 1\nstance", "concord 1\nstance a b"] {
        assert_eq!(read(damaged), Stored::Damaged, "{damaged}");
    }
}

/// A save from when questions were first remembered.
const WITH_ANSWERS: &str = include_str!("saves/version-1-answers.txt");

#[test]
fn a_save_with_answers_is_read() {
    let Stored::Record(record) = read(WITH_ANSWERS) else { panic!("not read") };
    let answer = record.answers[&Id::new("q-first").unwrap()];
    assert_eq!(answer.version, 2_166_136_261);
    assert_eq!(answer.score, Score { points: 1, of: 2 });
    assert_eq!(answer.confidence, Confidence::Sure);
    assert_eq!(answer.memory.due, 20_786);
    assert_eq!(record.to_text(), WITH_ANSWERS);
}

#[test]
fn of_two_records_the_later_answer_counts_and_nothing_is_lost() {
    let of = |text: &str| match read(&format!("concord 1\n{text}")) {
        Stored::Record(record) => record,
        other => panic!("{other:?}"),
    };
    let mut own =
        of("theme dark\nlesson a here\nlesson b -\nanswer q 1 0 1 sure 10 1 1 11\nmine 1\n");
    own.merge(of("theme light\nlast b\nlesson a there finished\nanswer q 1 1 1 guess 12 1 1 13\nanswer r 1 1 1 rather 9 1 1 10\ntheirs 2\nmine 1\n"));
    assert_eq!(
        own.to_text(),
        "concord 1\ntheme dark\nlast b\nlesson a here finished\nlesson b -\n\
         answer q 1 1 1 guess 12 1 1 13\nanswer r 1 1 1 rather 9 1 1 10\nmine 1\ntheirs 2\n"
    );
}

fn any_answer() -> impl Strategy<Value = AnswerRecord> {
    let memory = (any::<u32>(), any::<u32>(), any::<u32>(), any::<u32>());
    (any::<u32>(), 0_usize..9, 0_usize..9, 0_usize..3, memory).prop_map(
        |(version, points, more, sure, (stability, difficulty, answered, due))| AnswerRecord {
            version,
            score: Score { points, of: points + more },
            confidence: Confidence::ALL[sure],
            memory: Memory { stability, difficulty, answered, due },
        },
    )
}

fn any_id() -> impl Strategy<Value = Id> {
    "[a-z]{1,5}".prop_map(|text| Id::new(&text).unwrap())
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        theme in prop::sample::select(Theme::ALL.to_vec()),
        shortcuts_off: bool,
        answers in prop::collection::btree_map(any_id(), any_answer(), 0..4),
        places in prop::collection::vec((any_id(), prop::option::of(any_id()), any::<bool>()), 0..5),
    ) {
        let mut record = Record::default();
        record.theme = theme;
        record.shortcuts_off = shortcuts_off;
        record.answers = answers;
        for (lesson, place, finished) in places {
            record.set_place(&lesson, place);
            record.set_finished(&lesson, finished);
        }
        prop_assert_eq!(read(&record.to_text()), Stored::Record(record));
    }

    #[test]
    fn any_text_is_something_and_what_is_read_is_stable(text in "(concord 1\n)?(\\PC|\n| |theme |lesson |last |answer |sure |1 |-){0,40}") {
        if let Stored::Record(record) = read(&text) {
            prop_assert_eq!(read(&record.to_text()), Stored::Record(record));
        }
    }

    #[test]
    fn a_damaged_save_never_panics(cut in 0..VERSION_1.len(), byte in any::<u8>()) {
        let mut bytes = VERSION_1.as_bytes().to_vec();
        bytes[cut] = byte;
        let _ = read(&String::from_utf8_lossy(&bytes));
        let _ = read(&String::from_utf8_lossy(&bytes[..cut]));
    }
}
