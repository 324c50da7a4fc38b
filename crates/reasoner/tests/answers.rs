//! What the worker answers, on a small argument with the words of the guide.

#![cfg(test)]

mod support;

use concord_model::talk::{Asked, Request, Verdict};
use concord_reasoner::Reasoner;
use proptest::prelude::*;
use support::{Page, bytes};

#[test]
fn whoever_comes_for_the_first_time_finds_everything_granted() {
    let mut page = Page::new();
    page.ask(Request::Open("", "", "", ""));
    assert_eq!(page.labels(), "in in in out in");
    assert_eq!(page.kept, "", "nothing was changed, so nothing is kept");
    page.ask(Request::Judge("second", Verdict::Reject));
    assert_eq!(page.labels(), "out in out out in");
}

#[test]
fn the_premises_of_the_work_are_a_stance_to_start_from() {
    let page = Page::open("", "");
    assert_eq!(page.verdicts["first"], "accept");
    assert_eq!(page.verdicts["reply"], "open");
    // What is attacked by something open is open, too.
    assert_eq!(page.labels(), "undecided undecided in undecided undecided");
    assert_eq!(page.panels["compare"], "");
    assert_eq!(page.kept, "", "nothing was changed, so nothing is kept");
}

#[test]
fn a_verdict_is_followed_to_its_end() {
    let mut page = Page::open("", "");
    page.ask(Request::Judge("objection", Verdict::Reject));
    assert_eq!(page.labels(), "in in in out undecided");
    assert_eq!(
        page.said,
        "3 statements changed: The end & so on (stands), The first & so on (stands), The objection & so on (falls)."
    );
    let told = page.panel("result");
    let expected = "✓ “The end & so on” stands, because: “The end & so on” follows from “The first & so on”, “The second & so on”. “The first & so on” is accepted. What speaks against it fails: “The objection & so on”.";
    assert!(told.starts_with(expected), "{told}");
    page.ask(Request::Judge("second", Verdict::Reject));
    assert_eq!(page.labels(), "out in out out undecided");
    assert!(page.panel("result").contains("What falls of them: “The second & so on”."));
    assert!(page.panels["result"].contains("<a href=\"argument/#second\">"));
    let changed = page.panel("changed");
    assert!(
        changed.starts_with("2 statements changed: ✗ falls “The end & so on”, ✗ falls"),
        "{changed}"
    );
    page.ask(Request::Blank);
    assert_eq!(page.labels(), "undecided undecided undecided undecided undecided");
}

#[test]
fn several_leaves_are_rejected_by_one_press_and_the_end_says_why() {
    let mut page = Page::open("", "");
    page.ask(Request::Granted).ask(Request::Judge("first second no-such", Verdict::Reject));
    assert_eq!((&*page.verdicts["first"], &*page.verdicts["second"]), ("reject", "reject"));
    let changed = page.panel("changed");
    assert!(changed.contains("from the start, 2;"), "{changed}");
    assert!(
        changed.contains("What falls of them: “The first & so on”, “The second & so on”."),
        "{changed}"
    );
    page.ask(Request::Undo);
    assert_eq!((&*page.verdicts["first"], &*page.verdicts["second"]), ("accept", "accept"));
}

#[test]
fn all_causes_are_told_and_losing_support_is_no_rejection() {
    let mut page = Page::open("", "");
    page.ask(Request::Granted)
        .ask(Request::Judge("first", Verdict::Reject))
        .ask(Request::Judge("second", Verdict::Reject));
    let told = page.panel("result");
    assert!(told.starts_with("✗ “The end & so on” has lost what it rests on"), "{told}");
    assert!(told.contains("falls of them: “The first & so on”, “The second & so on”."), "{told}");
    // What changes nothing is nothing to take back.
    page.ask(Request::Judge("second", Verdict::Reject)).ask(Request::Undo);
    assert_eq!((&*page.verdicts["first"], &*page.verdicts["second"]), ("reject", "accept"));
    page.ask(Request::Undo);
    assert_eq!(page.verdicts["first"], "accept", "one change after the other is taken back");
    assert!(page.panels["changed"].contains("undo"));
    page.ask(Request::Undo);
    assert!(!page.panels["changed"].contains("undo"), "there is nothing left to take back");
    assert_eq!(page.labels(), Page::open("", "").labels());
}

#[test]
fn a_stance_that_another_tab_kept_is_taken_up() {
    let kept = Page::open("", "").ask(Request::Granted).kept.clone();
    let mut page = Page::open("", "reject=first&version=00000001");
    page.ask(Request::Judge("reply", Verdict::Reject)).ask(Request::Kept(&kept, ""));
    assert_eq!(page.labels(), "in in in out in");
    assert_eq!((&*page.panels["changed"], &*page.panels["notice"]), ("", ""));
    assert_ne!(page.panels["compare"], "", "the comparison goes on");
    assert!(page.answer(0, Request::Undo).is_none(), "there is nothing of this tab to take back");
}

#[test]
fn whoever_accepts_what_does_not_stand_is_told_why() {
    let mut page = Page::open("", "");
    page.ask(Request::Judge("objection", Verdict::Accept));
    let why = "What speaks against “The objection & so on” is not settled: “The reply & so on”.";
    assert!(page.panel("changed").contains(why) && page.said.contains(why), "{}", page.said);
    page.ask(Request::Judge("reply", Verdict::Reject));
    assert!(!page.said.contains("settled"));
}

#[test]
fn a_page_may_ask_about_some_statements_alone() {
    let mut page = Page::new();
    page.ask(Request::Open("", "", "", "first reply gone"));
    let told = page.panel("result");
    assert!(
        told.contains("“The first & so on” stands, because") && told.contains("“The reply"),
        "{told}"
    );
    assert!(
        !told.contains("“The end & so on” stands, because") && !told.contains("pull"),
        "{told}"
    );
}

#[test]
fn a_tension_is_told_unless_it_was_answered() {
    let mut page = Page::open("", "");
    page.ask(Request::Judge("objection", Verdict::Accept));
    let told = page.panel("tension");
    assert!(told.contains("for “The first & so on”, and also for “The objection"), "{told}");
    page.ask(Request::Judge("reply", Verdict::Accept));
    assert!(page.panel("tension").contains("nothing that you accept pulls against"));
}

#[test]
fn everything_is_granted_with_replies_or_without() {
    let mut page = Page::open("", "");
    page.ask(Request::Granted);
    assert_eq!(page.labels(), "in in in out in");
    assert_eq!(page.verdicts["objection"], "reject");
    page.ask(Request::Alone);
    assert_eq!(page.labels(), "in in in out undecided");
    assert!(page.panel("tension").contains("nothing that you accept pulls against"));
}

#[test]
fn changes_are_counted_from_what_the_page_shows() {
    let mut page = Page::open("", "");
    // Two quick requests: the answer to the first one comes late and is not shown.
    let seen = page.number;
    let mut judge = |number: u32, leaf: &str| {
        let request = Request::Judge(leaf, Verdict::Reject);
        page.reasoner
            .answer(&Asked { number: seen + number, shown: seen, request }.write())
            .unwrap()
    };
    judge(1, "objection");
    let second = judge(2, "second");
    assert!(second.contains("say\t4 statements changed:"), "{second}");
}

#[test]
fn a_stance_is_kept_shared_and_opened_again() {
    let mut page = Page::open("", "");
    page.ask(Request::Judge("objection", Verdict::Accept))
        .ask(Request::Judge("reply", Verdict::Reject));
    let kept = page.kept.clone();
    let link = page.ask(Request::Share).shared.clone();
    assert!(link.starts_with("stance=") && link.len() < 20, "{link}");
    // Links of old say what is kept.
    let compared = [&link, &kept].map(|link| Page::open("", link).panel("compare"));
    assert_eq!(compared[0], compared[1]);
    let again = Page::open(&kept, "");
    assert_eq!(again.labels(), page.labels());
    let mut other = Page::open("", &link);
    assert_eq!(other.verdicts["objection"], "open", "one's own stance stays");
    let compared = other.panel("compare");
    for piece in [
        "differ in 2 verdicts",
        "What follows differs for 4 statements",
        "The crux: if you were one on these, you would agree on “The end & so on”",
        "“The objection & so on”Leave openAccept“The reply & so on”Leave openReject“The end & so on”? open✗ falls",
    ] {
        assert!(compared.contains(piece), "{piece}: {compared}");
    }
    other.ask(Request::Take);
    assert_eq!(other.labels(), page.labels());
    assert_eq!(other.kept, kept);
    assert_eq!(other.panels["compare"], "");
}

#[test]
fn cruxes_are_told() {
    let mut page = Page::open("", "");
    page.ask(Request::Judge("objection", Verdict::Reject)).ask(Request::Crux("end"));
    let told = page.panel("cruxes");
    for piece in [
        "“The end & so on”: ✓ stands. So that it comes out as “✗ falls”: It is enough to change 1 verdict: “The first & so on” → Reject All 2 ways, each as small as this",
        "“The second & so on” → Reject",
        "So that it comes out as “? open”:",
    ] {
        assert!(told.contains(piece), "{piece}: {told}");
    }
    // It stays chosen while verdicts change.
    page.ask(Request::Judge("second", Verdict::Reject));
    assert!(page.panel("cruxes").contains("“The second & so on” → Accept"));
}

#[test]
fn what_all_cruxes_need_is_told_once() {
    let mut page = Page::open("", "");
    page.ask(Request::Blank).ask(Request::Crux("end"));
    let told = page.panel("cruxes");
    assert!(told.contains("It takes 3 verdicts at once: “The first & so on” → Accept"), "{told}");
    let common = "All 2 ways, each as small as this Each of them needs this: “The first & so on” → Accept, “The second & so on” → Accept. \
                  With it, any of these lines is enough:";
    let (_, rest) = told.split_once(common).expect("what is common is told");
    let (own, _) = rest.split_once("So that").unwrap_or((rest, ""));
    assert!(!own.contains("The first") && !own.contains("The second"), "{own}");
    for piece in ["“The objection & so on” → Reject", "“The reply & so on” → Accept"] {
        assert_eq!(own.matches(piece).count(), 1, "{own}");
    }
}

#[test]
fn bad_stances_are_told_calmly() {
    let version = Page::open("", "").ask(Request::Share).shared.clone();
    let told = |kept: &str, query: &str| {
        let page = Page::open(kept, query);
        let labels = if kept.is_empty() {
            "undecided undecided in undecided undecided"
        } else {
            "in in in out in"
        };
        assert_eq!(page.labels(), labels, "{query}");
        page.panel("notice")
    };
    assert!(told("", "accept=first").contains("damaged"));
    assert!(told("", "reject=first&versi").contains("damaged"));
    assert!(told("", &format!("accept={}", "a".repeat(100_000))).contains("longer than any"));
    assert!(told("", "reject=gone.lost&version=00000001").contains("another version"));
    assert!(told("", "reject=gone.lost&version=00000001").contains("names: gone, lost"));
    assert!(told("", "stance=AbCdEf").contains("damaged"));
    assert!(told("", &version[..version.len() - 1]).contains("damaged"));
    assert!(told("", &format!("stance={}", "a".repeat(100_000))).contains("longer than any"));
    assert!(told("nonsense", "").contains("cannot be read"));
    let fine = told("", "utm_source=elsewhere");
    assert_eq!(fine, "");
    assert_eq!(told("", &version), "");
}

#[test]
fn what_is_unknown_changes_nothing() {
    let mut page = Page::open("", "");
    let before = page.labels();
    for request in
        ["", "turn", "blank\t", "judge\tfirst\tmaybe", "judge\tgone\treject", "judge\tend\treject"]
    {
        assert_eq!(page.reasoner.answer(&format!("9\n0\n{request}")), None, "{request}");
    }
    page.ask(Request::Part("moon - - 3"));
    assert_eq!(page.panels["part"], "");
    assert_eq!(page.ask(Request::More("")).labels(), before);
}

#[test]
fn other_bytes_are_no_argument() {
    assert!(Reasoner::new(b"").is_none());
    assert!(Reasoner::new(b"<!DOCTYPE html>").is_none());
}

proptest! {
    #[test]
    fn no_request_is_a_crash(request in "([0-9]{0,3}\n){0,2}(judge|open|crux|take|share|close|blank|part)?\t?(end|first|objection)?\t?(accept|reject|open|\\PC*)?") {
        let mut page = Page::new();
        let _ = page.reasoner.answer(&request);
        page.ask(Request::Open("", "", "", ""));
        let _ = page.reasoner.answer(&request);
    }

    #[test]
    fn damaged_files_are_no_crash(place in 0_usize..400, byte: u8) {
        let mut bytes = bytes();
        let place = place % bytes.len();
        bytes[place] = byte;
        if let Some(mut reasoner) = Reasoner::new(&bytes) {
            let request = Request::Open("", "", "", "");
            let _ = reasoner.answer(&Asked { number: 1, shown: 0, request }.write());
        }
    }
}
