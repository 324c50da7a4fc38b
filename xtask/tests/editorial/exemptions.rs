//! What a rule finds against what is exempt from it. The list may only shrink: an entry that
//! nothing needs any more is a fault too, and so is a limit that is higher than it needs to be.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

/// Every rule, by its name in `exemptions.toml`.
const RULES: [&str; 17] = [
    "sentence-length",
    "reading-grade",
    "reading-time",
    "lesson-length",
    "term-not-linked",
    "claim-without-conclusion",
    "work-without-objection",
    "objection-without-reply",
    "statement-without-source",
    "lesson-without-claim",
    "unknown-reference",
    "uncited-source",
    "own-words",
    "number",
    "heading-order",
    "figure",
    "link",
];

/// How far a limit may lie above what it exempts, so that a small edit needs no change of it.
const SLACK: u32 = 20;

/// Something that a rule does not allow.
#[derive(Debug)]
pub(crate) struct Fault {
    /// Where it is and what it is about, without anything that changes by itself.
    pub(crate) key: String,
    /// What is wrong, for the author.
    pub(crate) says: String,
    /// How much there is of it, where an exemption has to say how much is allowed.
    pub(crate) size: Option<u32>,
}

impl Fault {
    pub(crate) fn new(key: impl Into<String>, says: impl Into<String>) -> Self {
        Self { key: key.into(), says: says.into(), size: None }
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exemption {
    key: String,
    why: String,
    limit: Option<u32>,
}

impl Exemption {
    fn covers(&self, fault: &Fault) -> bool {
        self.key == fault.key && fault.size.is_none_or(|size| self.limit >= Some(size))
    }

    /// What is wrong with it, if it allows more than the faults need.
    fn excess(&self, faults: &[Fault]) -> Option<String> {
        let Some(fault) = faults.iter().find(|fault| fault.key == self.key) else {
            return Some("this is mended: take the entry out".to_owned());
        };
        match (self.limit, fault.size) {
            (Some(limit), Some(size)) if limit > size + SLACK => {
                Some(format!("the limit of {limit} can be lowered to {size}"))
            }
            (Some(_), None) => Some("this rule knows no limits".to_owned()),
            _ => None,
        }
    }
}

static EXEMPTIONS: LazyLock<BTreeMap<String, Vec<Exemption>>> =
    LazyLock::new(|| toml::from_str(include_str!("exemptions.toml")).unwrap());

/// Fails with every fault that is not exempt, and every exemption that no fault needs.
pub(crate) fn hold(rule: &str, faults: &[Fault]) {
    assert!(RULES.contains(&rule), "`{rule}` is no rule of the list");
    let exempt = EXEMPTIONS.get(rule).map(Vec::as_slice).unwrap_or_default();
    let problems = problems(rule, faults, exempt);
    assert!(problems.is_empty(), "{rule}: {} to mend\n{}", problems.len(), problems.join("\n"));
}

fn problems(rule: &str, faults: &[Fault], exempt: &[Exemption]) -> Vec<String> {
    let open = faults
        .iter()
        .filter(|fault| !exempt.iter().any(|entry| entry.covers(fault)))
        .map(|fault| format!("  {} — {}", fault.key, fault.says));
    let excess = exempt.iter().filter_map(|entry| {
        Some(format!("  [[{rule}]] {} — {}", entry.key, entry.excess(faults)?))
    });
    open.chain(excess).collect()
}

#[test]
fn every_exemption_has_a_rule_and_a_reason_and_stands_once() {
    for (rule, entries) in EXEMPTIONS.iter() {
        assert!(RULES.contains(&rule.as_str()), "there is no rule `{rule}`");
        let mut keys: Vec<_> = entries.iter().map(|entry| &entry.key).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), entries.len(), "[[{rule}]] has an entry twice");
        for entry in entries {
            let reason = entry.why.trim();
            let is_sentence = reason.ends_with('.') && reason.split_whitespace().count() >= 5;
            assert!(is_sentence, "[[{rule}]] {} needs a reason in a sentence", entry.key);
        }
    }
}

#[test]
fn what_is_not_needed_any_more_is_a_fault() {
    let exempt = |key: &str, limit| Exemption { key: key.to_owned(), why: String::new(), limit };
    let faults = [Fault::new("a", "first"), Fault::new("b", "second")];
    assert!(problems("r", &faults, &[exempt("a", None), exempt("b", None)]).is_empty());
    assert_eq!(problems("r", &faults, &[exempt("a", None)]), ["  b — second"]);
    assert_eq!(
        problems("r", &[], &[exempt("a", None)]),
        ["  [[r]] a — this is mended: take the entry out"]
    );
}

#[test]
fn limits_hold_and_can_only_be_lowered() {
    let problems = |limit| {
        let fault = Fault { size: Some(950), ..Fault::new("a", "950 words") };
        let entry = Exemption { key: "a".to_owned(), why: String::new(), limit };
        problems("r", &[fault], &[entry])
    };
    assert!(problems(Some(960)).is_empty());
    assert_eq!(problems(None), ["  a — 950 words"]);
    assert_eq!(problems(Some(949)), ["  a — 950 words"]);
    assert_eq!(problems(Some(971)), ["  [[r]] a — the limit of 971 can be lowered to 950"]);
}
