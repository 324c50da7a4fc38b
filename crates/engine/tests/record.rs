//! The reader's record: what is written is read back, and whatever is read, nothing is lost.

#![cfg(test)]

use concord_engine::{
    record::{AnswerRecord, LessonRecord, Record, Stored, Theme, read},
    review::{Confidence, Memory},
    scoring::Score,
};
use concord_model::Id;
use proptest::prelude::*;

mod record_support;

use record_support::bring_in;

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

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
fn statements_of_the_readers_own_are_kept_and_put_together() {
    let text = "concord 1\ntheme light\nown own-00000001.a.accept.No\nown own-00000002.b.reject.%C3%A4\nown of a later version\n";
    let Stored::Record(mut record) = read(text) else { panic!("not read") };
    assert_eq!(record.own, ["own-00000001.a.accept.No", "own-00000002.b.reject.%C3%A4"]);
    assert_eq!(record.to_text(), text);
    // One of the same name in other words stays as the reader has it.
    let Stored::Record(theirs) =
        read("concord 1\nown own-00000001.a.accept.Other\nown own-00000003.a.open.New\n")
    else {
        panic!("not read")
    };
    record.merge(theirs);
    assert_eq!(record.own[0], "own-00000001.a.accept.No");
    assert_eq!(record.own[2..], ["own-00000003.a.open.New"]);
    let Stored::Record(again) = read(&record.to_text()) else { panic!("not read") };
    assert_eq!(again, record);
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
    assert_eq!(answer.confidence, Some(Confidence::Sure));
    assert_eq!(answer.memory.due, 20_786);
    assert_eq!(record.to_text(), WITH_ANSWERS);
}

/// A save with every kind of line there is, and lines that only a later feature knows.
const FULL: &str = include_str!("saves/version-1-full.txt");

#[test]
fn a_save_of_all_that_is_remembered_is_read_and_written_back() {
    let Stored::Record(record) = read(FULL) else { panic!("not read") };
    assert_eq!(record.theme, Theme::Light);
    assert!(record.shortcuts_off);
    assert_eq!(record.last, Some(id("three-principles")));
    let lessons: Vec<_> = record.lessons.iter().map(|(id, lesson)| (id.as_str(), lesson)).collect();
    let lesson = |place: Option<&str>, finished| LessonRecord { place: place.map(id), finished };
    assert_eq!(
        lessons,
        [
            ("a-national-route", &lesson(None, false)),
            ("a-shared-future", &lesson(None, true)),
            ("states-matter", &lesson(Some("take-away-1"), true)),
            ("three-principles", &lesson(Some("norms-bind-nobody"), false)),
            ("übersicht-2", &lesson(Some("größe"), false)),
        ]
    );
    let answers: Vec<_> = record.answers.iter().map(|(id, answer)| (id.as_str(), answer)).collect();
    let answer = |version, points, of, confidence, memory: [u32; 4]| {
        let [answered, stability, difficulty, due] = memory;
        let memory = Memory { stability, difficulty, answered, due };
        AnswerRecord { version, score: Score { points, of }, confidence: Some(confidence), memory }
    };
    assert_eq!(
        answers,
        [
            (
                "q-flow-three-cans",
                &answer(3_000_000_019, 4, 6, Confidence::Sure, [20_781, 40, 711, 20_782])
            ),
            ("q-place-to-power", &answer(0, 0, 1, Confidence::Rather, [0, 1, 100, 1])),
            (
                "q-shared-one-word",
                &answer(u32::MAX, 1, 1, Confidence::Guess, [20_783, 118, 613, 20_784])
            ),
            (
                "q-what-the-claim-says",
                &answer(3_938_865_515, 1, 1, Confidence::Rather, [20_782, 231, 212, 20_784])
            ),
        ]
    );
    assert_eq!(record.to_text(), FULL);
}

/// Whoever changes the record leaves the saves as they are, and adds one of the new kind.
#[test]
fn every_save_is_read_and_nothing_of_it_is_lost() {
    let mut saves = 0;
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/saves")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let Stored::Record(record) = read(&text) else { panic!("{} is not read", path.display()) };
        let written = record.to_text();
        // The number of the version may rise; what was remembered stands.
        for line in text.lines().skip(1) {
            assert!(written.lines().any(|new| new == line), "{}: {line}", path.display());
        }
        assert_eq!(read(&written), Stored::Record(record), "{}", path.display());
        saves += 1;
    }
    assert!(saves >= 3);
}

/// Otherwise a file that is taken for sound would make a record that is set aside later.
#[test]
fn what_is_read_of_lines_with_odd_ends_is_stable() {
    for line in
        ["x", "theme", "last", "answer", "lesson a - finished", "x y ", "\u{85}", "\u{2028}x"]
    {
        for end in ["\r", "\r\n", "\r\r\n", "\r\r\r", " \r\n", "\n\r", "\u{c}\n", "\0\n"] {
            let text = format!("concord 1\n{line}{end}");
            if let Stored::Record(record) = read(&text) {
                assert_eq!(read(&record.to_text()), Stored::Record(record), "{text:?}");
            }
        }
    }
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

#[test]
fn of_two_answers_of_one_day_the_later_is_kept() {
    let of = |text: &str| match read(&format!("concord 1\n{text}")) {
        Stored::Record(record) => record,
        other => panic!("{other:?}"),
    };
    let morning = of("answer q 1 0 1 sure 10 1 1 11\nat q 10 30000\n");
    let evening = of("answer q 1 1 1 guess 10 2 2 12\nat q 10 70000\n");
    for (mut own, theirs) in [(morning.clone(), evening.clone()), (evening.clone(), morning)] {
        own.merge(theirs);
        assert_eq!(own.to_text(), evening.to_text());
    }
    // A program that knows no seconds has answered on another day, and left the line.
    let mut own = of("answer q 1 0 1 sure 11 1 1 12\nat q 10 70000\n");
    own.merge(of("answer q 1 1 1 sure 11 1 1 13\nat q 11 5\n"));
    assert_eq!(own.answers[&id("q")].score.points, 1);
    // Where none says when, one's own stays.
    let mut own = of("answer q 1 0 1 sure 11 1 1 12\n");
    own.merge(of("answer q 1 1 1 sure 11 1 1 13\n"));
    assert_eq!(own.answers[&id("q")].score.points, 0);
}

#[test]
fn who_does_not_say_how_sure_they_are_is_not_said_to_be_rather_sure() {
    let of = |text: &str| match read(&format!("concord 1\n{text}")) {
        Stored::Record(record) => record.answers[&id("q")].confidence,
        other => panic!("{other:?}"),
    };
    assert_eq!(of("answer q 1 0 1 rather 10 1 1 11\nunsaid q 10\n"), None);
    assert_eq!(of("unsaid q 10\nanswer q 1 0 1 rather 10 1 1 11\n"), None);
    // Records from before say nothing about it, and a program that knows no such line may have answered since.
    assert_eq!(of("answer q 1 0 1 rather 10 1 1 11\n"), Some(Confidence::Rather));
    assert_eq!(of("answer q 1 0 1 rather 12 1 1 13\nunsaid q 10\n"), Some(Confidence::Rather));
    assert_eq!(of("answer q 1 0 1 sure 10 1 1 11\nunsaid q 10\n"), Some(Confidence::Sure));
    for line in ["unsaid", "unsaid q", "unsaid Q 10", "unsaid q day"] {
        assert_eq!(read(&format!("concord 1\n{line}\n")), Stored::Damaged, "{line}");
    }
}

fn any_answer() -> impl Strategy<Value = AnswerRecord> {
    let memory = (any::<u32>(), any::<u32>(), any::<u32>(), any::<u32>());
    (any::<u32>(), 0_usize..9, 0_usize..9, 0_usize..4, memory).prop_map(
        |(version, points, more, sure, (stability, difficulty, answered, due))| AnswerRecord {
            version,
            score: Score { points, of: points + more },
            confidence: Confidence::ALL.get(sure).copied(),
            memory: Memory { stability, difficulty, answered, due },
        },
    )
}

fn any_id() -> impl Strategy<Value = Id> {
    "[a-z]{1,5}".prop_map(|text| Id::new(&text).unwrap())
}

/// What a reader has when they bring in a file.
fn own() -> Record {
    let Stored::Record(own) = read(FULL) else { panic!("not read") };
    own
}

/// Files that are nearly records: pieces of lines, and saves with a piece put into them.
fn any_file() -> impl Strategy<Value = Vec<u8>> {
    let word = prop_oneof![
        6 => prop::sample::select(vec![
            "concord", "1", "2", "theme", "dark", "shortcuts", "off", "last", "lesson", "-",
            "finished", "answer", "sure", "guess", "q-place-to-power", "states-matter", "0",
            "4294967295", "4294967296", "-1", "20785", "\u{feff}", "seed",
        ]).prop_map(|word| word.as_bytes().to_vec()),
        1 => "\\PC{0,3}".prop_map(String::into_bytes),
        1 => prop::collection::vec(any::<u8>(), 0..3),
    ];
    let gap = prop::sample::select(vec![" ", " ", " ", "\n", "\n", "\r\n", "\r", ""]);
    let pieces = prop::collection::vec((word, gap), 0..24).prop_map(|pieces| {
        pieces.into_iter().flat_map(|(word, gap)| [word, gap.into()].concat()).collect::<Vec<_>>()
    });
    let save = prop::sample::select(vec!["concord 1\n", VERSION_1, WITH_ANSWERS, FULL, ""]);
    (save, any::<prop::sample::Index>(), 0_usize..40, pieces).prop_map(|(save, at, cut, piece)| {
        let at = at.index(save.len() + 1);
        let rest = save.as_bytes().get(at + cut..).unwrap_or_default();
        [&save.as_bytes()[..at], &piece, rest].concat()
    })
}

proptest! {
    #[test]
    fn whatever_is_brought_in_nothing_is_lost(file in any_file()) {
        bring_in(&file, &own());
    }

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
