//! Two tabs write the record at once, and nothing of either is lost.

#![cfg(test)]

use concord_engine::{
    record::{Record, Stored, Theme, read},
    two_records::changed_again,
};

fn of(text: &str) -> Record {
    of_whole(&format!("concord 1\n{text}"))
}

fn of_whole(text: &str) -> Record {
    match read(text) {
        Stored::Record(record) => record,
        other => panic!("{text} is {other:?}"),
    }
}

/// Each of two tabs changes something else at the same moment; the later one has overwritten the earlier one.
#[test]
fn what_another_tab_has_overwritten_is_changed_again() {
    let before = "last a\nlesson a -\nanswer q 7 1 2 sure 20783 310 512 20786\nown own-00000001.a.accept.b\n";
    for (mine, theirs, both) in [
        ("lesson b - finished\n", "answer r 7 1 1 sure 20783 1 1 1\n", None),
        ("own own-00000002.a.reject.c\n", "own own-00000003.a.reject.c\n", None),
        ("stance version=1\n", "theme dark\n", None),
        ("answer r 7 1 1 sure 20783 1 1 1\nat r 20783 99\n", "shortcuts off\n", None),
        // What both have changed stays as the later one has it.
        ("theme dark\n", "theme light\n", Some("theme light\n")),
        ("lesson a x\n", "lesson a y\n", Some("lesson a y\n")),
        (
            "answer q 8 0 2 sure 20783 1 1 1\n",
            "answer q 9 2 2 sure 20783 1 1 1\n",
            Some("answer q 9 2 2 sure 20783 1 1 1\n"),
        ),
    ] {
        let whole = |change: &str| of(&(before.to_owned() + change));
        let again = |theirs: &Record| {
            let [before, mine] = [of(before), whole(mine)].map(|own| own.to_text());
            of_whole(&changed_again(&theirs.to_text(), &before, &mine))
        };
        let found = again(&whole(theirs));
        let both = both.map_or(theirs.to_owned() + mine, str::to_owned);
        assert_eq!(found.to_text(), whole(&both).to_text(), "{mine} and {theirs}");
        assert_eq!(again(&found), found, "again");
    }
    // One that was taken away goes, and all else stays.
    let theirs = of(&(before.to_owned() + "theme dark\n")).to_text();
    let mine = of(before.split("own ").next().unwrap()).to_text();
    let found = of_whole(&changed_again(&theirs, &of(before).to_text(), &mine));
    assert!(found.own.is_empty() && found.answers.len() == 1 && found.theme == Theme::Dark);
}
