//! The argument has no loose ends: claims lead to conclusions, the work's own claims are doubted,
//! and doubts are answered.

use std::collections::{BTreeMap, BTreeSet};

use concord_model::{Id, Statement, StatementKind};

use crate::{
    exemptions::{Fault, hold},
    pack,
};

use StatementKind::{Claim, Conclusion, Objection, Premise, Reply, Undercut};

/// Statements, each with the name of its page.
fn statements() -> impl Iterator<Item = (String, &'static Statement)> {
    pack::guide().statements().map(|(route, statement)| (pack::name(&route), statement))
}

fn of_kind(kind: StatementKind) -> impl Iterator<Item = (String, &'static Statement)> {
    statements().filter(move |(_, statement)| statement.kind == kind)
}

fn fault(page: &str, statement: &Statement, says: &str) -> Fault {
    Fault::new(format!("{page}/{}", statement.id), format!("{says}: {}", statement.title))
}

/// Statements of one kind that speak to `target`.
fn speaking_to(kind: StatementKind, target: &Id) -> impl Iterator<Item = &'static Statement> {
    of_kind(kind)
        .map(|(_, statement)| statement)
        .filter(move |statement| statement.target.as_ref() == Some(target))
}

/// Whose statements the work makes: other voices than the guide's that cite the work itself.
fn owners_of_the_work() -> BTreeSet<&'static Id> {
    let guide = pack::guide();
    let citing = statements().map(|(_, statement)| statement);
    citing
        .filter(|statement| statement.sources.contains(&guide.work.source))
        .map(|statement| &statement.owner)
        .filter(|owner| guide.owner(owner).is_some_and(|owner| !owner.own_voice))
        .collect()
}

#[test]
fn every_claim_leads_to_a_conclusion() {
    let statements: BTreeMap<&Id, &Statement> =
        statements().map(|(_, statement)| (&statement.id, statement)).collect();
    let mut faults = Vec::new();
    for (page, claim) in of_kind(Claim) {
        let mut seen = BTreeSet::new();
        let mut here = claim;
        while here.kind != Conclusion && seen.insert(&here.id) {
            match here.target.as_ref().and_then(|target| statements.get(target)) {
                Some(next) => here = next,
                None => break,
            }
        }
        if here.kind != Conclusion {
            faults.push(fault(&page, claim, "it supports no conclusion in the end"));
        }
    }
    hold("claim-without-conclusion", &faults);
}

#[test]
fn what_the_work_claims_meets_an_objection() {
    let owners = owners_of_the_work();
    assert!(!owners.is_empty(), "nobody but the guide cites the work that it explains");
    let mut faults = Vec::new();
    let mut seen = 0;
    for (page, claim) in of_kind(Claim).chain(of_kind(Conclusion)) {
        if !owners.contains(&claim.owner) {
            continue;
        }
        seen += 1;
        let objections =
            |id: &Id| speaking_to(Objection, id).chain(speaking_to(Undercut, id)).count();
        let premises = speaking_to(Premise, &claim.id);
        let doubts: usize =
            objections(&claim.id) + premises.map(|premise| objections(&premise.id)).sum::<usize>();
        if doubts == 0 {
            faults.push(fault(&page, claim, "nothing speaks against it or its premises"));
        }
    }
    assert!(seen > 0, "the work claims nothing");
    hold("work-without-objection", &faults);
}

#[test]
fn every_objection_has_a_reply() {
    let faults: Vec<Fault> = of_kind(Objection)
        .chain(of_kind(Undercut))
        .filter(|(_, objection)| speaking_to(Reply, &objection.id).next().is_none())
        .map(|(page, objection)| fault(&page, objection, "nothing answers it"))
        .collect();
    hold("objection-without-reply", &faults);
}

#[test]
fn whoever_speaks_cites_a_source_unless_it_is_the_guide() {
    let guide = pack::guide();
    let faults: Vec<Fault> = statements()
        .filter(|(_, statement)| {
            let owner = guide.owner(&statement.owner);
            statement.sources.is_empty() && owner.is_some_and(|owner| !owner.own_voice)
        })
        .map(|(page, statement)| fault(&page, statement, "it has no source"))
        .collect();
    hold("statement-without-source", &faults);
}

#[test]
fn every_lesson_claims_something() {
    let claiming: BTreeSet<String> =
        of_kind(Claim).chain(of_kind(Conclusion)).map(|(page, _)| page).collect();
    let lessons = pack::guide().lessons.iter();
    let faults: Vec<Fault> = lessons
        .filter(|lesson| !claiming.contains(lesson.id.as_str()))
        .map(|lesson| Fault::new(lesson.id.as_str(), "it has neither a claim nor a conclusion"))
        .collect();
    hold("lesson-without-claim", &faults);
}

#[test]
fn statements_name_owners_and_sources_that_exist() {
    let guide = pack::guide();
    let mut faults = Vec::new();
    for (page, statement) in statements() {
        if guide.owner(&statement.owner).is_none() {
            let says = format!("there is no owner `{}`", statement.owner);
            faults.push(fault(&page, statement, &says));
        }
        for source in statement.sources.iter().filter(|source| guide.source(source).is_none()) {
            faults.push(fault(&page, statement, &format!("there is no source `{source}`")));
        }
    }
    hold("unknown-reference", &faults);
}
