//! Records of a time when content was called otherwise.

#![cfg(test)]

use concord_engine::record::{Stored, read};
use concord_model::{Id, Piece};

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

#[test]
fn what_is_known_of_former_names_is_known_of_those_of_today() {
    let answer = |id: &str, day: u32| format!("answer {id} 7 1 1 sure {day} 310 512 {}", day + 3);
    let text = [
        "concord 1",
        "theme system",
        "last old-lesson",
        "lesson lesson -",
        "lesson old-lesson old-claim finished",
        "lesson other old-q",
        &answer("gone", 9),
        &answer("old-both", 9),
        &answer("both", 4),
        &answer("old-q", 5),
        "stance accept=old-claim&version=0123abcd",
    ]
    .join("\n");
    let Stored::Record(mut record) = read(&text) else { panic!("not read") };
    let former: Vec<(Piece, Piece)> = [
        (Piece::Lesson as fn(Id) -> Piece, "lesson"),
        (Piece::Statement, "claim"),
        (Piece::Item, "q"),
        (Piece::Item, "both"),
        // The same name of another kind is another name.
        (Piece::Term, "both"),
    ]
    .map(|(kind, now)| (kind(id(&format!("old-{now}"))), kind(id(now))))
    .to_vec();
    record.follow(&former);
    let expected = [
        "concord 1",
        "theme system",
        "last lesson",
        "lesson lesson claim finished",
        "lesson other q",
        // What is known by the name of today stands.
        &answer("both", 4),
        // A question that was dropped means nothing, and breaks nothing.
        &answer("gone", 9),
        &answer("q", 5),
        // Whoever reads a stance knows former names, too.
        "stance accept=old-claim&version=0123abcd",
        "",
    ];
    assert_eq!(record.to_text(), expected.join("\n"));
    let once = record.clone();
    record.follow(&former);
    assert_eq!(record, once, "followed twice");
}
