//! What follows for each conclusion, why, and where a stance is in tension with itself.

use std::collections::VecDeque;

use concord_engine::argument::{
    Attacked, Check, Graph, Label, Labelling, Reason, Tension, Way, because, tensions,
};
use concord_model::{MapStatement, StatementKind, fill};

use crate::sentences::{Voice, entries, filled, mark, word};

/// How many steps of a reason are told.
const MOST_STEPS: usize = 9;
/// How many tensions are told.
const MOST_TENSIONS: usize = 12;

/// What follows for some statements, each with its reasons folded away.
pub(crate) fn follows(
    voice: &Voice,
    graph: &Graph,
    labelling: &Labelling,
    about: &[u32],
) -> String {
    let about = about.iter().map(|statement| {
        let words = &voice.words;
        let label = labelling.of(*statement);
        let sentence = match label {
            Label::In => words.you_accept(),
            Label::Out => words.you_reject(),
            Label::Undecided => words.you_leave_open(),
        };
        format!(
            "<details data-of=\"{id}\"><summary>{sign} {said}</summary>{steps}</details>",
            id = voice.id(*statement),
            sign = mark(label),
            said = word(&fill(sentence, &[("statement", &voice.quoted(*statement))])),
            steps = entries("why", &steps(voice, graph, labelling, *statement)),
        )
    });
    about.collect()
}

/// The steps of a reason: first why the statement has its label, then why what this rests on has
/// its own, and so on, each once.
fn steps(voice: &Voice, graph: &Graph, labelling: &Labelling, statement: u32) -> Vec<String> {
    let mut told = vec![statement];
    let mut next = VecDeque::from([statement]);
    let mut steps = Vec::new();
    while let Some(statement) = next.pop_front() {
        let Some(reason) = because(graph, labelling, statement) else { continue };
        if steps.len() == MOST_STEPS {
            steps.push(word(voice.words.why_more()));
            break;
        }
        let (said, rests_on) = step(voice, graph, statement, &reason);
        steps.push(said);
        for other in rests_on {
            if !told.contains(&other) {
                told.push(other);
                next.push_back(other);
            }
        }
    }
    steps
}

/// One step in a sentence or two, and the statements that it rests on.
fn step(voice: &Voice, graph: &Graph, statement: u32, reason: &Reason) -> (String, Vec<u32>) {
    let words = &voice.words;
    let own = voice.link(statement);
    let say = |sentence: &str, values: &[(&str, &str)]| {
        let mut all = vec![("statement", own.as_str())];
        all.extend_from_slice(values);
        filled(sentence, &all)
    };
    let with_failing = |said: String, failing: &[u32]| {
        if failing.is_empty() {
            return said;
        }
        let attackers = voice.links(failing.iter().copied());
        said + " " + &filled(words.why_failing(), &[("attackers", &attackers)])
    };
    match reason {
        Reason::Accepted { failing } => {
            (with_failing(say(words.why_accepted(), &[]), failing), failing.clone())
        }
        Reason::Follows { inference, failing } => {
            let premises: Vec<u32> = graph.premises(*inference).collect();
            let said = match premises.as_slice() {
                [] => say(words.why_given(), &[]),
                _ => {
                    let premises = voice.links(premises.iter().copied());
                    say(words.why_follows(), &[("premises", &premises)])
                }
            };
            (with_failing(said, failing), premises.into_iter().chain(failing.clone()).collect())
        }
        Reason::Rejected => (say(words.why_rejected(), &[]), Vec::new()),
        Reason::Attacked { by } => {
            (say(words.why_attacked(), &[("attacker", &voice.link(*by))]), vec![*by])
        }
        Reason::Unsupported { ways } => {
            obstacles(voice, ways, words.why_unsupported(), words.why_undercut(), &own)
        }
        Reason::Open { is_unjudged, ways, attackers } => {
            let mut said = Vec::new();
            if *is_unjudged {
                said.push(say(words.why_unjudged(), &[]));
            }
            let (waits, mut rests_on) =
                obstacles(voice, ways, words.why_waits(), words.why_open_attack(), &own);
            said.push(waits);
            if !attackers.is_empty() {
                let names = voice.links(attackers.iter().copied());
                said.push(say(words.why_open_attack(), &[("attackers", &names)]));
                rests_on.extend(attackers);
            }
            said.retain(|said| !said.is_empty());
            (said.join(" "), rests_on)
        }
    }
}

/// What inferences fail on or wait for: their premises in one sentence, each undercut in one more.
fn obstacles(
    voice: &Voice,
    ways: &[Way],
    by_premises: &str,
    by_undercut: &str,
    own: &str,
) -> (String, Vec<u32>) {
    let (mut premises, mut undercutters) = (Vec::new(), Vec::new());
    for way in ways {
        let (list, statement) = match way.check {
            Check::Premise(premise) => (&mut premises, premise),
            Check::Undercut(attacker) => (&mut undercutters, attacker),
        };
        if !list.contains(&statement) {
            list.push(statement);
        }
    }
    let mut said = Vec::new();
    if !premises.is_empty() {
        let names = voice.links(premises.iter().copied());
        said.push(filled(by_premises, &[("statement", own), ("premises", &names)]));
    }
    said.extend(undercutters.iter().map(|attacker| {
        let name = voice.link(*attacker);
        filled(by_undercut, &[("statement", own), ("attacker", &name), ("attackers", &name)])
    }));
    premises.extend(undercutters);
    (said.join(" "), premises)
}

/// Where the stance is in tension with itself.
pub(crate) fn tension(voice: &Voice, graph: &Graph, labelling: &Labelling) -> String {
    let words = &voice.words;
    let mut found = tensions(graph, labelling);
    found.retain(|tension| !is_answered(voice, labelling, tension));
    if found.is_empty() {
        return format!("<p class=\"tension\">{}</p>", word(words.no_tension()));
    }
    let said = found.iter().take(MOST_TENSIONS).map(|tension| {
        let (sentence, attacked) = match tension.attacked {
            Attacked::Statement(statement) => (words.tension_statement(), statement),
            Attacked::Inference(inference) => {
                (words.tension_step(), graph.conclusion(inference).unwrap_or_default())
            }
        };
        let (attacker, attacked) = (voice.link(tension.attacker), voice.link(attacked));
        filled(sentence, &[("attacker", &attacker), ("attacked", &attacked)])
    });
    let mut said: Vec<String> = said.collect();
    if found.len() > MOST_TENSIONS {
        said.push("…".to_owned());
    }
    format!(
        "<p class=\"tension\">{}</p>{}",
        voice.counted(words.tensions(), found.len()),
        entries("why", &said)
    )
}

/// Whether a tension is an objection that the stance itself has answered. Its support is held, but
/// whoever accepts the answer does not hold the objection.
fn is_answered(voice: &Voice, labelling: &Labelling, tension: &Tension) -> bool {
    let Attacked::Statement(attacked) = tension.attacked else { return false };
    let objects =
        |own: &MapStatement| matches!(own.kind, StatementKind::Objection | StatementKind::Undercut);
    labelling.of(attacked) == Label::Out
        && voice.statements.get(attacked as usize).is_some_and(objects)
}
