//! Which scheme each step has, and which objection asks which of its questions.

#![cfg(test)]

mod support;

use concord_compiler::{SourceFile, compile};
use concord_model::{ArgumentMap, Guide, Scheme};
use support::base_with;

/// A guide whose lesson has these statements below its only claim.
fn guide(claim: &str, body: &str) -> Guide {
    let text = format!(
        "# A later start {{#later-start .lesson}}\n\nShould it?\n\n\
         ## Start later {{#start-later .claim owner=guide supports=hours-fit {claim}}}\n\n{body}"
    );
    let file = SourceFile { path: "en/lessons/later.md".to_owned(), bytes: text.into_bytes() };
    let compiled = compile(&base_with(vec![file]));
    assert!(compiled.diagnostics.is_empty(), "{:?}", compiled.diagnostics);
    compiled.guide.unwrap()
}

/// The steps to a statement, each with its scheme and who asks which question.
fn told(guide: &Guide, statement: &str) -> Vec<String> {
    let (_, own) = guide.statements().find(|(_, own)| own.id.as_str() == statement).unwrap();
    let steps = guide.critique.steps(&own.id).iter().flatten();
    let one = |step: &concord_model::Questioned| {
        let asked = step.asked.iter().map(|(question, id)| format!(" {question}:{id}"));
        step.scheme.name().to_owned() + &asked.collect::<String>()
    };
    steps.map(one).collect()
}

#[test]
fn a_question_finds_its_step() {
    let guide = guide(
        "scheme=means",
        "### They sleep late {#late .premise owner=guide scheme=cause}\n\n\
         ### The clock moves {#clock .premise owner=guide}\n\n\
         ### Other schools do it {#others .premise owner=guide way=others scheme=practice}\n\n\
         ### It costs evenings {#evenings .objection owner=guide from=late follows=consequences asks=2}\n\n\
         #### It does not {#not .reply owner=guide asks=1}\n\n\
         ### Some do not {#some .objection owner=guide to=clock asks=3}\n\n\
         ### Others may be wrong {#wrong .objection owner=guide asks=others:2}\n\n\
         ### They would stay up {#up .undercut owner=guide asks=1}\n",
    );
    assert_eq!(told(&guide, "hours-fit"), ["means"]);
    assert_eq!(told(&guide, "start-later"), ["cause 2:evenings 3:some 1:up", "practice 2:wrong"]);
    assert_eq!(told(&guide, "evenings"), ["consequences 1:not"]);
    assert_eq!(told(&guide, "late"), [""; 0]);
    assert_eq!(guide.critique.asked_by("wrong"), Some((Scheme::Practice, 2)));
    let map = ArgumentMap::of(&guide);
    let at = |step| guide.critique.at(&map, step).map(|own| own.scheme);
    assert_eq!(at(2), Some(Scheme::Practice));
}

#[test]
fn each_scheme_can_be_said() {
    for scheme in Scheme::ALL {
        let name = scheme.name();
        let last = scheme.questions();
        let guide = guide(
            "scheme=means",
            &format!(
                "### So they say {{#said .premise owner=guide scheme={name}}}\n\n\
                 ### Not so {{#no .undercut owner=guide asks={last}}}\n"
            ),
        );
        assert_eq!(told(&guide, "start-later"), [format!("{name} {last}:no")]);
        assert_eq!(guide.schemes.questions(scheme).len(), usize::from(last));
    }
}

#[test]
fn a_pack_without_schemes_has_no_questions() {
    let guide = guide("", "### They sleep late {#late .premise owner=guide}\n");
    assert_eq!(told(&guide, "start-later"), [""; 0]);
}
