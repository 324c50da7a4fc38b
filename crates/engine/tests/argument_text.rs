//! Stances as text: what was written is read, and whatever else is read gives no panic.

#![cfg(test)]

mod argument_support;

use argument_support::{any_plan, any_stance, stance};
use concord_engine::argument::{
    Builder, Graph, Stance, Verdict,
    stance_text::{Fault, MAX_BYTES, Read, read, write},
};
use concord_model::Id;
use proptest::prelude::*;

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// Four leaves and what follows from the first.
fn guide() -> (Graph, Vec<Id>, Stance) {
    let mut builder = Builder::new(5);
    builder.infer(&[0], 4);
    let ids = ["states-matter", "b", "c2", "网络-主权", "so"].map(id).to_vec();
    let mut opening = Stance::blank(5);
    opening.set(0, Verdict::Accept);
    (builder.build().unwrap(), ids, opening)
}

fn reads(text: &str) -> Result<Read, Fault> {
    let (graph, ids, opening) = guide();
    read(&graph, &ids, &former(), &opening, text)
}

/// Names that the guide's statements had once; the conclusion of old is no leaf.
fn former() -> Vec<(Id, Id)> {
    [("old-b", "b"), ("older-b", "b"), ("old-so", "so")]
        .map(|(old, now)| (id(old), id(now)))
        .to_vec()
}

/// The version of the guide above.
fn version() -> String {
    let (graph, ids, opening) = guide();
    write(&graph, &ids, &opening, &opening)
}

#[test]
fn a_text_says_what_differs_from_the_opening_stance() {
    let (graph, ids, opening) = guide();
    assert_eq!(version(), "version=e3c9f4ff");
    let mut stance = opening.clone();
    stance.set(0, Verdict::Undecided);
    stance.set(1, Verdict::Accept);
    stance.set(2, Verdict::Accept);
    stance.set(3, Verdict::Reject);
    let text = write(&graph, &ids, &opening, &stance);
    let expected = format!(
        "accept=b.c2&reject=%E7%BD%91%E7%BB%9C-%E4%B8%BB%E6%9D%83&open=states-matter&{}",
        version()
    );
    assert_eq!(text, expected);
    let expected = Read { stance, unknown: Vec::new(), is_other_version: false };
    assert_eq!(reads(&text), Ok(expected.clone()));
    // As some browsers show it, and as some programs encode it.
    assert_eq!(reads(&text.replace("%E7%BD%91", "网")), Ok(expected.clone()));
    assert_eq!(
        reads(&text.replace('&', "%26").replace('=', "%3d").replace('.', "%2E")),
        Ok(expected.clone())
    );
    // A host's own parts are left alone, in any order.
    assert_eq!(reads(&format!("from=mail&{text}&x=<y>")), Ok(expected));
}

#[test]
fn names_of_another_version_are_listed_and_the_others_count() {
    let mut expected = guide().2;
    expected.set(1, Verdict::Reject);
    let read = reads("accept=gone.also-gone.gone&reject=b.so&version=00000000").unwrap();
    // What follows from others takes no verdict.
    let unknown = ["gone", "also-gone", "so"].map(id).to_vec();
    assert_eq!(read, Read { stance: expected, unknown, is_other_version: true });
}

#[test]
fn former_names_mean_what_bears_them_now() {
    let mut expected = guide().2;
    expected.set(1, Verdict::Reject);
    let read = |text: &str| reads(&format!("{text}&version=00000000")).unwrap();
    assert_eq!(read("reject=old-b").stance, expected);
    assert!(read("reject=old-b").unknown.is_empty());
    // What is said by the name of today counts, wherever it stands.
    assert_eq!(read("accept=old-b&reject=b").stance, expected);
    assert_eq!(read("reject=b&open=old-b").stance, expected);
    // Two that became one: what both were judged, or nothing.
    assert_eq!(read("reject=old-b.older-b").stance, expected);
    expected.set(1, Verdict::Undecided);
    assert_eq!(read("accept=older-b&reject=old-b").stance, expected);
    // What became no leaf takes no verdict, and is told by the name that the reader's text has.
    assert_eq!(read("accept=old-so").unknown, [id("old-so")]);
}

#[test]
fn a_version_is_of_the_leaves_and_the_opening_stance() {
    let (graph, ids, opening) = guide();
    let of = |graph: &Graph, ids: &[Id], opening: &Stance| write(graph, ids, opening, opening);
    let mut renamed = ids.clone();
    renamed[1] = id("bb");
    assert_ne!(of(&graph, &renamed, &opening), version());
    assert_ne!(of(&graph, &ids, &Stance::blank(5)), version());
    // A new name for what is no leaf, or a new attack, leaves all texts as they are.
    let mut renamed = ids.clone();
    renamed[4] = id("thus");
    assert_eq!(of(&graph, &renamed, &opening), version());
    let mut builder = Builder::new(5);
    builder.infer(&[0, 1], 4);
    builder.attack(1, 0);
    assert_eq!(of(&builder.build().unwrap(), &ids, &opening), version());
}

#[test]
fn damaged_texts_are_called_damaged() {
    let version = version();
    for damaged in [
        "",
        "&",
        "accept",
        "accept=b",
        "accept=b&version=",
        "accept=b&version=e3c9f4f",
        "version=e3c9f4ffa",
        "version=e3c9f4fg",
        "version=+3c9f4ff",
        "version=e3c9f4ff&version=e3c9f4ff",
        "accept=b&",
        "ac%",
        "ac%e",
        "ac%zz",
        "%ff%fe",
        "version=%2B1234567",
    ] {
        assert_eq!(reads(damaged), Err(Fault::Damaged), "{damaged}");
    }
    for damaged in [
        "accept=",
        "accept=b.",
        "accept=.b",
        "accept=B",
        "accept=b&reject=b",
        "accept=<script>",
        "accept=b=c",
        "accept=b%00",
        "accept=b c",
        "accept=b--c",
        "&accept=b",
    ] {
        assert_eq!(reads(&format!("{damaged}&{version}")), Err(Fault::Damaged), "{damaged}");
    }
    // Said twice is said once.
    let once = reads(&format!("accept=b&{version}"));
    assert!(once.is_ok());
    assert_eq!(reads(&format!("accept=b.b&accept=b&{version}")), once);
}

#[test]
fn a_text_that_was_cut_off_is_damaged_wherever_that_was() {
    let text = format!("accept=b.c2&open=states-matter&{}", version());
    assert!(reads(&text).is_ok());
    for end in 0..text.len() {
        assert_eq!(reads(&text[..end]), Err(Fault::Damaged), "{}", &text[..end]);
    }
}

#[test]
fn what_a_sentence_leaves_at_the_end_of_a_text_is_no_part_of_it() {
    let text = format!("accept=b.c2&reject=states-matter&{}", version());
    let whole = reads(&text);
    assert!(whole.is_ok());
    for end in [".", ")", ").", ",", ";", "!", "?", "…", "”", "%29", "&", "]", ">"] {
        assert_eq!(reads(&format!("{text}{end}")), whole, "{end}");
    }
    assert_eq!(reads(&text.replace('&', "&amp;")), whole, "as it stands in a page");
}

#[test]
fn texts_beyond_the_limit_are_too_long() {
    let long = |bytes: usize| {
        let end = format!("&{}", version());
        let ids = "reject=".to_owned() + &"b.".repeat(bytes / 2 - 20) + "b";
        let padding = "&x=".to_owned() + &"x".repeat(bytes - end.len() - ids.len() - 3);
        ids + &padding + &end
    };
    assert_eq!(long(MAX_BYTES).len(), MAX_BYTES);
    assert!(reads(&long(MAX_BYTES)).is_ok());
    assert_eq!(reads(&long(MAX_BYTES + 1)), Err(Fault::TooLong));
    assert_eq!(reads(&"a".repeat(100_000)), Err(Fault::TooLong));
    assert_eq!(reads(&"%".repeat(100_000)), Err(Fault::TooLong));
    // As many different names as fit.
    let names: Vec<String> = (0..3_000).map(|number| format!("n{number}")).collect();
    let read = reads(&format!("accept={}&{}", names.join("."), version())).unwrap();
    assert_eq!(read.unknown.len(), 3_000);
}

/// Pieces that the format is made of, and some that it is not.
const PIECES: &str =
    "(accept|reject|open|version|=|&|\\.|b|c2|states-matter|e3c9f4ff|%|%62|é|-){0,24}";

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_written_is_read(
        plan in any_plan(10), opening in any_stance(10), verdicts in any_stance(10),
        names in prop::collection::hash_set("[a-zé0-9]{1,3}(-[a-z]{1,3})?", 10),
    ) {
        let graph = plan.graph();
        let ids: Vec<Id> = names.iter().map(|name| id(name)).collect();
        let ids = &ids[..plan.statements as usize];
        let own = |verdicts: &[Verdict]| stance(&verdicts[..plan.statements as usize]);
        let (opening, given) = (own(&opening), own(&verdicts));
        let text = write(&graph, ids, &opening, &given);
        let allowed = |c: char| c.is_ascii_alphanumeric() || "-.%&=".contains(c);
        prop_assert!(text.chars().all(allowed));
        let read = read(&graph, ids, &[], &opening, &text).unwrap();
        prop_assert!(!read.is_other_version && read.unknown.is_empty());
        for leaf in plan.leaves() {
            prop_assert_eq!(read.stance.verdict(leaf), given.verdict(leaf));
        }
        // The opening stance is the shortest text.
        prop_assert!(write(&graph, ids, &opening, &opening).len() <= text.len());
    }

    #[test]
    fn any_text_is_read(text in any::<String>(), pieces in PIECES) {
        let _ = reads(&text);
        let _ = reads(&pieces);
        let _ = reads(&format!("{pieces}&{}", version()));
        // With fewer names than statements, too.
        let (graph, ids, opening) = guide();
        let _ = read(&graph, &ids[..2], &former(), &opening, &format!("{pieces}&{}", version()));
    }
}
