//! What follows for each conclusion, why, and where a stance is in tension with itself.

use concord_engine::argument::{
    Attacked, Check, Graph, Label, Labelling, Reason, Tension, Verdict, Way, because, circle,
    open_leaves, tensions,
};
use concord_model::{Html, MapStatement, StatementKind, fill, html};

use crate::{
    lists::{List, Room, part},
    sentences::{Voice, mark},
};

/// How many steps of a reason are told at first.
const MOST_STEPS: usize = 9;
/// How many tensions are told at first.
const MOST_TENSIONS: usize = 12;

/// What follows for some statements, each with its reasons folded away.
pub(crate) fn follows(voice: &Voice, graph: &Graph, labelling: &Labelling, about: &[u32]) -> Html {
    let mut room = Room::new();
    html! {
        @for statement in about {
            details data-of=(voice.id(*statement)) {
                summary {
                    (mark(labelling.of(*statement))) " " (outcome(voice, graph, labelling, *statement))
                }
                (reasons(voice, graph, labelling, *statement, &mut room))
            }
        }
    }
}

/// What follows for a statement, in a sentence.
fn outcome(voice: &Voice, graph: &Graph, labelling: &Labelling, statement: u32) -> String {
    let words = &voice.words;
    // Whoever takes away what something rests on has not rejected it.
    let sentence = match (labelling.of(statement), because(graph, labelling, statement)) {
        (Label::In, _) => words.you_accept(),
        (Label::Out, Some(Reason::Unsupported { .. })) => words.you_drop(),
        (Label::Out, _) => words.you_reject(),
        (Label::Undecided, _) if open_leaves(graph, labelling, statement).is_empty() => {
            words.you_cannot_tell()
        }
        (Label::Undecided, _) => words.you_leave_open(),
    };
    fill(sentence, &[("statement", &voice.quoted(statement))])
}

/// Why a statement has its label, as a list.
pub(crate) fn reasons(
    voice: &Voice,
    graph: &Graph,
    labelling: &Labelling,
    statement: u32,
    room: &mut Room,
) -> Html {
    html! { ul.why { (steps(voice, graph, labelling, statement, (room, 0))) } }
}

/// The steps of a reason, or a part of them: first why the statement has its label, then why what this
/// rests on has its own, and so on, each once.
pub(crate) fn steps(
    voice: &Voice,
    graph: &Graph,
    labelling: &Labelling,
    statement: u32,
    (room, from): (&mut Room, usize),
) -> Html {
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
    let list = List::Why(voice.id(statement));
    part(voice, room.for_entries(MOST_STEPS), (list, from), &mut steps.into_iter())
}

/// Why a statement that the reader accepts does not stand; nothing if it does.
pub(crate) fn in_spite(
    voice: &Voice,
    graph: &Graph,
    labelling: &Labelling,
    leaf: u32,
) -> Option<Html> {
    let is_accepted = labelling.stance().verdict(leaf) == Verdict::Accept;
    if !is_accepted || labelling.of(leaf) == Label::In {
        return None;
    }
    let reason = because(graph, labelling, leaf)?;
    Some(step(voice, graph, labelling, leaf, &reason).0)
}

/// Why a statement has its label: where it follows from others, without what fails to speak against it.
pub(crate) fn in_short(
    voice: &Voice,
    graph: &Graph,
    labelling: &Labelling,
    statement: u32,
) -> Option<Html> {
    let reason = because(graph, labelling, statement)?;
    if let Reason::Follows { inference, .. } = &reason {
        let premises = voice.links(graph.premises(*inference));
        let values = [("statement", &voice.link(statement)), ("premises", &premises)];
        return Some(Html::filled(voice.words.why_follows(), &values));
    }
    Some(step(voice, graph, labelling, statement, &reason).0)
}

/// One step in a sentence or more, and the statements that it rests on.
fn step(
    voice: &Voice,
    graph: &Graph,
    labelling: &Labelling,
    statement: u32,
    reason: &Reason,
) -> (Html, Vec<u32>) {
    let words = &voice.words;
    let own = voice.link(statement);
    let say = |sentence: &str| Html::filled(sentence, &[("statement", &own)]);
    let say_with = |sentence: &str, name: &str, statements: &[u32]| {
        let names = voice.links(statements.iter().copied());
        Html::filled(sentence, &[("statement", &own), (name, &names)])
    };
    let failing = |attackers: &[u32]| match attackers {
        [] => Html::default(),
        _ => say_with(words.why_failing(), "attackers", attackers),
    };
    match reason {
        Reason::Accepted { failing: attackers } => {
            (together([say(words.why_accepted()), failing(attackers)]), attackers.clone())
        }
        Reason::Follows { inference, failing: attackers } => {
            let premises: Vec<u32> = graph.premises(*inference).collect();
            let undercutters: Vec<u32> = graph.undercutters(*inference).collect();
            let follows = match premises.as_slice() {
                [] => say(words.why_given()),
                premises => say_with(words.why_follows(), "premises", premises),
            };
            let undercut = match undercutters.as_slice() {
                [] => Html::default(),
                all => say_with(words.why_failing_undercut(), "attackers", all),
            };
            let said = together([follows, failing(attackers), undercut]);
            (said, [premises, attackers.clone(), undercutters].concat())
        }
        Reason::Rejected => (say(words.why_rejected()), Vec::new()),
        Reason::Attacked { by } => (say_with(words.why_attacked(), "attacker", &[*by]), vec![*by]),
        Reason::Unsupported { ways } => {
            let found = obstacles(graph, labelling, ways);
            found.told(voice, words.why_unsupported(), words.why_undercut(), &own)
        }
        Reason::Open { is_unjudged, ways, attackers } => {
            let unjudged = if *is_unjudged { say(words.why_unjudged()) } else { Html::default() };
            let found = obstacles(graph, labelling, ways);
            let (waits, mut rests_on) =
                found.told(voice, words.why_waits(), words.why_open_undercut(), &own);
            let attack = match attackers.as_slice() {
                [] => Html::default(),
                all => say_with(words.why_open_attack(), "attackers", all),
            };
            rests_on.extend(attackers);
            let circle = blocked(voice, graph, labelling, statement);
            (together([unjudged, waits, attack, circle]), rests_on)
        }
    }
}

/// That a statement is one of those that block each other; nothing if it waits for a verdict.
fn blocked(voice: &Voice, graph: &Graph, labelling: &Labelling, statement: u32) -> Html {
    if !open_leaves(graph, labelling, statement).is_empty() {
        return Html::default();
    }
    let circle = circle(graph, labelling, statement);
    match circle.contains(&statement) {
        true => Html::filled(voice.words.why_circle(), &[("statements", &voice.links(circle))]),
        false => Html::default(),
    }
}

/// Sentences one after the other, without those of which there is nothing.
fn together(sentences: impl IntoIterator<Item = Html>) -> Html {
    Html::joined(sentences.into_iter().filter(|said| !said.is_empty()), " ")
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
        own: &Html,
    ) -> (Html, Vec<u32>) {
        let kinds = [
            (&self.premises, by_premises, "premises"),
            (&self.undercutters, by_undercut, "attackers"),
        ];
        let said = kinds.map(|(statements, sentence, name)| match statements.as_slice() {
            [] => Html::default(),
            all => {
                let names = voice.links(all.iter().copied());
                Html::filled(sentence, &[("statement", own), (name, &names)])
            }
        });
        (together(said), [self.premises, self.undercutters].concat())
    }
}

/// Where the stance is in tension with itself.
pub(crate) fn tension(voice: &Voice, graph: &Graph, labelling: &Labelling) -> Html {
    let words = &voice.words;
    let found = unanswered(voice, graph, labelling);
    html! {
        @if found.is_empty() {
            p.tension { (words.no_tension()) }
        } @else {
            p.tension { (voice.counted(words.tensions(), found.len())) }
            ul.why { (tensions_told(voice, graph, &found, 0)) }
        }
    }
}

/// The next tensions.
pub(crate) fn more_tensions(
    voice: &Voice,
    graph: &Graph,
    labelling: &Labelling,
    from: usize,
) -> Html {
    tensions_told(voice, graph, &unanswered(voice, graph, labelling), from)
}

fn unanswered(voice: &Voice, graph: &Graph, labelling: &Labelling) -> Vec<Tension> {
    let mut found = tensions(graph, labelling);
    found.retain(|tension| !is_answered(voice, labelling, tension));
    found
}

fn tensions_told(voice: &Voice, graph: &Graph, found: &[Tension], from: usize) -> Html {
    let words = &voice.words;
    let mut said = found.iter().map(|tension| {
        let (sentence, attacked) = match tension.attacked {
            Attacked::Statement(statement) => (words.tension_statement(), statement),
            Attacked::Inference(inference) => {
                (words.tension_step(), graph.conclusion(inference).unwrap_or_default())
            }
        };
        let (attacker, attacked) = (voice.link(tension.attacker), voice.link(attacked));
        Html::filled(sentence, &[("attacker", &attacker), ("attacked", &attacked)])
    });
    part(voice, Room::new().for_entries(MOST_TENSIONS), (List::Tensions, from), &mut said)
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
