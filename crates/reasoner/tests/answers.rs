//! What the worker answers, on a small argument with the words of the guide.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    unreachable_pub,
    reason = "tests say what they expect the short way"
)]

use std::{collections::BTreeMap, path::Path, sync::OnceLock};

use concord_compiler::{compile, read_pack};
use concord_model::{
    ArgumentMap, Guide, Html, Id, MapInference, MapStatement, Mark, ReasonerFile, StatementKind,
    encode,
};
use concord_reasoner::{Fact, Reasoner};
use proptest::prelude::*;

/// A conclusion from two premises of the work; an objection to one of them, and a reply to that.
const IDS: [&str; 5] = ["end", "first", "second", "objection", "reply"];

fn guide() -> &'static Guide {
    static GUIDE: OnceLock<Guide> = OnceLock::new();
    GUIDE.get_or_init(|| {
        let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        compile(&read_pack(&pack).unwrap()).guide.unwrap()
    })
}

fn bytes() -> Vec<u8> {
    let statement = |id: &&str| MapStatement {
        id: Id::new(id).unwrap(),
        kind: match *id {
            "end" => StatementKind::Conclusion,
            "objection" => StatementKind::Objection,
            "reply" => StatementKind::Reply,
            _ => StatementKind::Premise,
        },
        title: Html::made_elsewhere(format!("The <em>{id}</em> &amp; so on")),
        href: format!("lessons/one/#{id}"),
        lesson: Some(0),
        owner: "The work".to_owned(),
        mark: Mark::Disc,
        of_work: ["first", "second"].contains(id),
    };
    let map = ArgumentMap {
        statements: IDS.iter().map(statement).collect(),
        inferences: vec![MapInference { premises: vec![1, 2], conclusion: 0 }],
        attacks: vec![(3, 1), (4, 3)],
        undercuts: Vec::new(),
    };
    encode(&ReasonerFile::of(guide(), map)).unwrap()
}

/// A page that shows what it is answered.
struct Page {
    reasoner: Reasoner,
    number: u32,
    labels: BTreeMap<String, String>,
    verdicts: BTreeMap<String, String>,
    panels: BTreeMap<String, String>,
    said: String,
    kept: String,
    shared: String,
}

impl Page {
    fn new() -> Self {
        Self {
            reasoner: Reasoner::new(&bytes()).unwrap(),
            number: 0,
            labels: BTreeMap::new(),
            verdicts: BTreeMap::new(),
            panels: BTreeMap::new(),
            said: String::new(),
            kept: String::new(),
            shared: String::new(),
        }
    }

    fn open(kept: &str, query: &str) -> Self {
        let mut page = Self::new();
        page.ask(&format!("open\n{kept}\n{query}"));
        page
    }

    fn ask(&mut self, request: &str) -> &mut Self {
        let seen = self.number;
        self.number += 1;
        let answer = self.reasoner.answer(&format!("{}\n{seen}\n{request}", self.number)).unwrap();
        let mut lines = answer.split('\n');
        assert_eq!(lines.next(), Some(self.number.to_string().as_str()));
        for line in lines {
            let value = |text: &str| text.to_owned();
            match Fact::read(line).unwrap_or_else(|| panic!("{line}")) {
                Fact::Label(id, label) => drop(self.labels.insert(value(id), value(label))),
                Fact::Verdict(id, verdict) => drop(self.verdicts.insert(value(id), value(verdict))),
                Fact::Panel(name, html) => drop(self.panels.insert(value(name), value(html))),
                Fact::Say(text) => self.said = value(text),
                Fact::Keep(text) => self.kept = value(text),
                Fact::Share(text, _) => self.shared = value(text),
                _ => {}
            }
        }
        self
    }

    fn labels(&self) -> String {
        IDS.map(|id| self.labels[id].as_str()).join(" ")
    }

    /// The text of a panel, as a reader sees it.
    fn panel(&self, name: &str) -> String {
        let ends = ["</p>", "</li>", "</summary>", "</h4>"];
        let html = self.panels[name].clone();
        Html::made_elsewhere(ends.iter().fold(html, |html, end| html.replace(end, " "))).text()
    }
}

#[test]
fn the_map_opens_with_the_premises_of_the_work() {
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
    page.ask("set\nobjection\nreject");
    assert_eq!(page.labels(), "in in in out undecided");
    assert_eq!(
        page.said,
        "3 statements changed: The end & so on (stands), The first & so on (stands), The objection & so on (falls)."
    );
    let told = page.panel("result");
    let expected = "✓ Given this, you accept “The end & so on”, because: “The end & so on” follows from “The first & so on”, “The second & so on”. You accept “The first & so on”. What speaks against it fails: “The objection & so on”.";
    assert!(told.starts_with(expected), "{told}");
    page.ask("set\nsecond\nreject");
    assert_eq!(page.labels(), "out in out out undecided");
    assert!(page.panel("result").contains("What falls of them: “The second & so on”."));
    assert!(page.panels["result"].contains("<a href=\"argument/#second\">"));
    let changed = page.panel("changed");
    assert!(
        changed.starts_with("2 statements changed: ✗ falls “The end & so on”, ✗ falls"),
        "{changed}"
    );
    page.ask("blank");
    assert_eq!(page.labels(), "undecided undecided undecided undecided undecided");
}

#[test]
fn all_causes_are_told_and_losing_support_is_no_rejection() {
    let mut page = Page::open("", "");
    page.ask("granted").ask("set\nfirst\nreject").ask("set\nsecond\nreject");
    let told = page.panel("result");
    assert!(told.starts_with("✗ Given this, “The end & so on” does not stand"), "{told}");
    assert!(told.contains("falls of them: “The first & so on”, “The second & so on”."), "{told}");
    // What changes nothing is nothing to take back.
    page.ask("set\nsecond\nreject").ask("undo");
    assert_eq!((&*page.verdicts["first"], &*page.verdicts["second"]), ("reject", "accept"));
    page.ask("undo");
    assert_eq!(page.verdicts["first"], "accept", "one change after the other is taken back");
    assert!(page.panels["changed"].contains("undo"));
    page.ask("undo");
    assert!(!page.panels["changed"].contains("undo"), "there is nothing left to take back");
    assert_eq!(page.labels(), Page::open("", "").labels());
}

#[test]
fn a_stance_that_another_tab_kept_is_taken_up() {
    let kept = Page::open("", "").ask("granted").kept.clone();
    let mut page = Page::open("", "reject=first&version=00000001");
    page.ask("set\nreply\nreject").ask(&format!("kept\n{kept}"));
    assert_eq!(page.labels(), "in in in out in");
    assert_eq!((&*page.panels["changed"], &*page.panels["notice"]), ("", ""));
    assert_ne!(page.panels["compare"], "", "the comparison goes on");
    assert!(
        page.reasoner.answer("9\n0\nundo").is_none(),
        "there is nothing of this tab to take back"
    );
}

#[test]
fn whoever_accepts_what_does_not_stand_is_told_why() {
    let mut page = Page::open("", "");
    page.ask("set\nobjection\naccept");
    let why = "What speaks against “The objection & so on” is not settled: “The reply & so on”.";
    assert!(page.panel("changed").contains(why) && page.said.contains(why), "{}", page.said);
    page.ask("set\nreply\nreject");
    assert!(!page.said.contains("settled"));
}

#[test]
fn a_page_may_ask_about_some_statements_alone() {
    let mut page = Page::new();
    page.ask("open\n\n\nfirst reply gone");
    let told = page.panel("result");
    assert!(told.contains("“The first & so on”, because") && told.contains("“The reply"), "{told}");
    assert!(!told.contains("“The end & so on”, because") && !told.contains("pull"), "{told}");
}

#[test]
fn a_tension_is_told_unless_it_was_answered() {
    let mut page = Page::open("", "");
    page.ask("set\nobjection\naccept");
    let told = page.panel("tension");
    assert!(told.contains("for “The first & so on”, and also for “The objection"), "{told}");
    page.ask("set\nreply\naccept");
    assert!(page.panel("tension").contains("nothing that you accept pulls against"));
}

#[test]
fn everything_is_granted_with_replies_or_without() {
    let mut page = Page::open("", "");
    page.ask("granted");
    assert_eq!(page.labels(), "in in in out in");
    assert_eq!(page.verdicts["objection"], "reject");
    page.ask("alone");
    assert_eq!(page.labels(), "in in in out undecided");
    assert!(page.panel("tension").contains("nothing that you accept pulls against"));
}

#[test]
fn changes_are_counted_from_what_the_page_shows() {
    let mut page = Page::open("", "");
    // Two quick requests: the answer to the first one comes late and is not shown.
    page.reasoner.answer("2\n1\nset\nobjection\nreject").unwrap();
    let second = page.reasoner.answer("3\n1\nset\nsecond\nreject").unwrap();
    assert!(second.contains("say\t4 statements changed:"), "{second}");
}

#[test]
fn a_stance_is_kept_shared_and_opened_again() {
    let mut page = Page::open("", "");
    page.ask("set\nobjection\naccept").ask("set\nreply\nreject");
    let kept = page.kept.clone();
    assert_eq!(page.ask("share").shared, kept);
    let again = Page::open(&kept, "");
    assert_eq!(again.labels(), page.labels());
    let mut other = Page::open("", &kept);
    assert_eq!(other.verdicts["objection"], "open", "one's own stance stays");
    let compared = other.panel("compare");
    for piece in [
        "differ in 2 verdicts",
        "On “The end & so on” you part (you: ? open; the shared stance: ✗ falls).",
        "“The objection & so on” → Accept, “The reply & so on” → Reject",
    ] {
        assert!(compared.contains(piece), "{piece}: {compared}");
    }
    other.ask("take");
    assert_eq!(other.labels(), page.labels());
    assert_eq!(other.kept, kept);
    assert_eq!(other.panels["compare"], "");
}

#[test]
fn cruxes_are_told() {
    let mut page = Page::open("", "");
    page.ask("set\nobjection\nreject").ask("crux\nend");
    let told = page.panel("cruxes");
    for piece in [
        "So that it comes out as “✗ falls”: It is enough to change 1 verdict.",
        "“The second & so on” → Reject",
        "So that it comes out as “? open”:",
    ] {
        assert!(told.contains(piece), "{piece}: {told}");
    }
    // It stays chosen while verdicts change.
    page.ask("set\nsecond\nreject");
    assert!(page.panel("cruxes").contains("“The second & so on” → Accept"));
}

#[test]
fn what_all_cruxes_need_is_told_once() {
    let mut page = Page::open("", "");
    page.ask("blank").ask("crux\nend");
    let told = page.panel("cruxes");
    let common = "Each of them needs this: “The first & so on” → Accept, “The second & so on” → Accept. \
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
    let version = Page::open("", "").ask("share").shared.clone();
    let told = |kept: &str, query: &str| {
        let page = Page::open(kept, query);
        assert_eq!(page.labels(), "undecided undecided in undecided undecided", "{query}");
        page.panel("notice")
    };
    assert!(told("", "accept=first").contains("damaged"));
    assert!(told("", "reject=first&versi").contains("damaged"));
    assert!(told("", &format!("accept={}", "a".repeat(100_000))).contains("longer than any"));
    assert!(told("", "reject=gone.lost&version=00000001").contains("another version"));
    assert!(told("", "reject=gone.lost&version=00000001").contains("names: gone, lost"));
    assert!(told("nonsense", "").contains("cannot be read"));
    let fine = told("", "utm_source=elsewhere");
    assert_eq!(fine, "");
    assert_eq!(told("", &version), "");
}

#[test]
fn other_bytes_are_no_argument() {
    assert!(Reasoner::new(b"").is_none());
    assert!(Reasoner::new(b"<!DOCTYPE html>").is_none());
}

proptest! {
    #[test]
    fn no_request_is_a_crash(request in "([0-9]{0,3}\n){0,2}(set|open|crux|take|share|close|blank)?\n?(end|first|objection)?\n?(accept|reject|open|\\PC*)?") {
        let mut page = Page::new();
        let _ = page.reasoner.answer(&request);
        page.ask("open\n\n");
        let _ = page.reasoner.answer(&request);
    }

    #[test]
    fn damaged_files_are_no_crash(place in 0_usize..400, byte: u8) {
        let mut bytes = bytes();
        let place = place % bytes.len();
        bytes[place] = byte;
        if let Some(mut reasoner) = Reasoner::new(&bytes) {
            let _ = reasoner.answer("1\n0\nopen\n\n");
        }
    }
}
