//! What follows for each conclusion, why, and where a stance is in tension with itself.

use concord_engine::argument::{
    Attacked, Check, Graph, Label, Labelling, Reason, Tension, Verdict, Way, because, circle,
    open_leaves, tensions,
};
use concord_model::{MapStatement, StatementKind, fill};

use crate::sentences::{ENTRY, Room, Voice, entries, filled, mark, part, word};

/// How many steps of a reason are told at first.
const MOST_STEPS: usize = 9;
/// How many tensions are told at first.
const MOST_TENSIONS: usize = 12;

/// What follows for some statements, each with its reasons folded away.
pub(crate) fn follows(
    voice: &Voice,
    graph: &Graph,
    labelling: &Labelling,
    about: &[u32],
) -> String {
    let mut room = Room::new();
    let about = about.iter().map(|statement| {
        let words = &voice.words;
        let label = labelling.of(*statement);
        // Whoever takes away what something rests on has not rejected it.
        let sentence = match (label, because(graph, labelling, *statement)) {
            (Label::In, _) => words.you_accept(),
            (Label::Out, Some(Reason::Unsupported { .. })) => words.you_drop(),
            (Label::Out, _) => words.you_reject(),
            (Label::Undecided, _) if open_leaves(graph, labelling, *statement).is_empty() => {
                words.you_cannot_tell()
            }
            (Label::Undecided, _) => words.you_leave_open(),
        };
        format!(
            "<details data-of=\"{id}\"><summary>{sign} {said}</summary>{steps}</details>",
            id = voice.id(*statement),
            sign = mark(label),
            said = word(&fill(sentence, &[("statement", &voice.quoted(*statement))])),
            steps = reasons(voice, graph, labelling, *statement, &mut room),
        )
    });
    about.collect()
}

/// Why a statement has its label, as a list.
pub(crate) fn reasons(
    voice: &Voice,
    graph: &Graph,
    labelling: &Labelling,
    statement: u32,
    room: &mut Room,
) -> String {
    entries("why", &steps(voice, graph, labelling, statement, (room, 0)))
}

/// The steps of a reason, or a part of them: first why the statement has its label, then why what this
/// rests on has its own, and so on, each once.
pub(crate) fn steps(
    voice: &Voice,
    graph: &Graph,
    labelling: &Labelling,
    statement: u32,
    (room, from): (&mut Room, usize),
) -> String {
    let (mut told, mut steps, mut next) = (vec![statement], Vec::new(), 0);
    while let Some(statement) = told.get(next).copied() {
        next += 1;
        let Some(reason) = because(graph, labelling, statement) else { continue };
        let (said, rests_on) = step(voice, graph, labelling, statement, &reason);
        steps.push(said);
        for other in rests_on {
            if !told.contains(&other) {
                told.push(other);
            }
        }
    }
    let name = format!("why {}", voice.id(statement));
    let room = room.for_entries(MOST_STEPS);
    part(voice, room, ENTRY, (&name, from), &mut steps.into_iter())
}

/// Why a statement that the reader accepts does not stand; nothing if it does.
pub(crate) fn in_spite(
    voice: &Voice,
    graph: &Graph,
    labelling: &Labelling,
    leaf: u32,
) -> Option<String> {
    let is_accepted = labelling.stance().verdict(leaf) == Verdict::Accept;
    if !is_accepted || labelling.of(leaf) == Label::In {
        return None;
    }
    let reason = because(graph, labelling, leaf)?;
    Some(step(voice, graph, labelling, leaf, &reason).0)
}

/// One step in a sentence or two, and the statements that it rests on.
fn step(
    voice: &Voice,
    graph: &Graph,
    labelling: &Labelling,
    statement: u32,
    reason: &Reason,
) -> (String, Vec<u32>) {
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
            let mut said = with_failing(said, failing);
            let undercutters: Vec<u32> = graph.undercutters(*inference).collect();
            if !undercutters.is_empty() {
                let names = voice.links(undercutters.iter().copied());
                said = said + " " + &filled(words.why_failing_undercut(), &[("attackers", &names)]);
            }
            (said, [premises, failing.clone(), undercutters].concat())
        }
        Reason::Rejected => (say(words.why_rejected(), &[]), Vec::new()),
        Reason::Attacked { by } => {
            (say(words.why_attacked(), &[("attacker", &voice.link(*by))]), vec![*by])
        }
        Reason::Unsupported { ways } => {
            let found = obstacles(graph, labelling, ways);
            found.told(voice, words.why_unsupported(), words.why_undercut(), &own)
        }
        Reason::Open { is_unjudged, ways, attackers } => {
            let mut said = Vec::new();
            if *is_unjudged {
                said.push(say(words.why_unjudged(), &[]));
            }
            let found = obstacles(graph, labelling, ways);
            let (waits, mut rests_on) =
                found.told(voice, words.why_waits(), words.why_open_undercut(), &own);
            said.push(waits);
            if !attackers.is_empty() {
                let names = voice.links(attackers.iter().copied());
                said.push(say(words.why_open_attack(), &[("attackers", &names)]));
                rests_on.extend(attackers);
            }
            if open_leaves(graph, labelling, statement).is_empty() {
                let circle = circle(graph, labelling, statement);
                if circle.contains(&statement) {
                    let names = voice.links(circle);
                    said.push(filled(words.why_circle(), &[("statements", &names)]));
                }
            }
            said.retain(|said| !said.is_empty());
            (said.join(" "), rests_on)
        }
    }
}

/// What inferences fail on or wait for.
struct Obstacles {
    premises: Vec<u32>,
    undercutters: Vec<u32>,
}

/// All that stands in the way of inferences. What decided each comes first, so that what is told next
/// leads down to the verdicts.
fn obstacles(graph: &Graph, labelling: &Labelling, ways: &[Way]) -> Obstacles {
    let mut found = Obstacles { premises: Vec::new(), undercutters: Vec::new() };
    let add = |list: &mut Vec<u32>, statement: u32| {
        if !list.contains(&statement) {
            list.push(statement);
        }
    };
    for way in ways {
        match way.check {
            Check::Premise(premise) => add(&mut found.premises, premise),
            Check::Undercut(attacker) => add(&mut found.undercutters, attacker),
        }
    }
    for way in ways.iter().map(|way| way.inference) {
        let label = labelling.of_inference(way);
        let against = if label == Label::Out { Label::In } else { label };
        let premises = graph.premises(way).filter(|premise| labelling.of(*premise) == label);
        premises.for_each(|premise| add(&mut found.premises, premise));
        let undercutters = graph.undercutters(way).filter(|own| labelling.of(*own) == against);
        undercutters.for_each(|attacker| add(&mut found.undercutters, attacker));
    }
    found
}

impl Obstacles {
    /// Their premises in one sentence, all undercuts in one more; and all of them.
    fn told(
        self,
        voice: &Voice,
        by_premises: &str,
        by_undercut: &str,
        own: &str,
    ) -> (String, Vec<u32>) {
        let mut said = Vec::new();
        let kinds = [
            (&self.premises, by_premises, "premises"),
            (&self.undercutters, by_undercut, "attackers"),
        ];
        for (statements, sentence, name) in kinds {
            if !statements.is_empty() {
                let names = voice.links(statements.iter().copied());
                said.push(filled(sentence, &[("statement", own), (name, &names)]));
            }
        }
        (said.join(" "), [self.premises, self.undercutters].concat())
    }
}

/// Where the stance is in tension with itself.
pub(crate) fn tension(voice: &Voice, graph: &Graph, labelling: &Labelling) -> String {
    let words = &voice.words;
    let found = unanswered(voice, graph, labelling);
    if found.is_empty() {
        return format!("<p class=\"tension\">{}</p>", word(words.no_tension()));
    }
    format!(
        "<p class=\"tension\">{}</p>{}",
        voice.counted(words.tensions(), found.len()),
        entries("why", &tensions_told(voice, graph, &found, 0))
    )
}

/// The next tensions.
pub(crate) fn more_tensions(
    voice: &Voice,
    graph: &Graph,
    labelling: &Labelling,
    from: usize,
) -> String {
    tensions_told(voice, graph, &unanswered(voice, graph, labelling), from)
}

fn unanswered(voice: &Voice, graph: &Graph, labelling: &Labelling) -> Vec<Tension> {
    let mut found = tensions(graph, labelling);
    found.retain(|tension| !is_answered(voice, labelling, tension));
    found
}

fn tensions_told(voice: &Voice, graph: &Graph, found: &[Tension], from: usize) -> String {
    let words = &voice.words;
    let mut said = found.iter().map(|tension| {
        let (sentence, attacked) = match tension.attacked {
            Attacked::Statement(statement) => (words.tension_statement(), statement),
            Attacked::Inference(inference) => {
                (words.tension_step(), graph.conclusion(inference).unwrap_or_default())
            }
        };
        let (attacker, attacked) = (voice.link(tension.attacker), voice.link(attacked));
        filled(sentence, &[("attacker", &attacker), ("attacked", &attacked)])
    });
    let mut room = Room::new();
    part(voice, room.for_entries(MOST_TENSIONS), ENTRY, ("tension", from), &mut said)
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
