//! Which statements a drawing shows, and the lines between them.

use std::collections::{BTreeMap, BTreeSet};

use concord_model::{ArgumentMap, MapStatement, StatementKind};

/// What a drawing shows, without places.
#[derive(Default)]
pub(super) struct Sketch {
    pub(super) vertices: Vec<Vertex>,
    pub(super) lines: Vec<Line>,
    /// Where each statement stands among the vertices.
    known: BTreeMap<u32, usize>,
}

/// What has a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vertex {
    /// A statement; `outside` if it belongs to another part, and is shown because this one touches it.
    Statement { number: u32, outside: bool },
    /// Where premises of one step meet.
    Joint,
}

/// A line from one vertex to another.
pub(super) struct Line {
    pub(super) kind: LineKind,
    pub(super) from: usize,
    pub(super) to: usize,
    /// How many columns it takes at least; 0 if it says nothing about columns.
    pub(super) length: usize,
    /// The statements that it comes from: several for the last piece of a step.
    pub(super) sources: Vec<u32>,
    /// The statement between both ends that is not shown.
    pub(super) via: Option<u32>,
    /// The statement that it is about.
    pub(super) target: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    /// From a premise, to the statement or to where premises meet.
    Support {
        ends: bool,
    },
    /// From where premises meet to what follows.
    Step,
    Attack,
    Undercut,
    /// An attack that follows from one statement and is aimed at another, without what is between.
    Tension,
}

impl LineKind {
    /// The class of the sign at its end.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Support { .. } | Self::Step => "support",
            Self::Attack | Self::Tension => "attack",
            Self::Undercut => "undercut",
        }
    }

    /// Classes in the stylesheet.
    pub(super) fn classes(self) -> &'static str {
        match self {
            Self::Support { ends: true } => "edge support",
            Self::Support { ends: false } => "edge premise",
            Self::Step => "edge support step",
            Self::Attack => "edge attack",
            Self::Undercut => "edge undercut",
            Self::Tension => "edge attack tension",
        }
    }
}

impl Sketch {
    pub(super) fn is_empty(&self) -> bool {
        self.vertices.is_empty()
    }

    /// The statements of a lesson, and what they touch elsewhere.
    pub(super) fn of_lesson(map: &ArgumentMap, lesson: u32) -> Self {
        let mut sketch = Self::default();
        sketch.add_all(map, |own| own.lesson == Some(lesson));
        let own: BTreeSet<u32> = sketch.known.keys().copied().collect();
        // What every lesson supports would say nothing about this one.
        let elsewhere = |number: &u32| {
            let found = map.statements.get(*number as usize);
            found.is_some_and(|found| found.lesson.is_some() && is_claim(found))
        };
        let mut denied: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (from, step) in &map.undercuts {
            denied.entry(*step).or_default().push(*from);
        }
        for (number, step) in (0..).zip(&map.inferences) {
            let denied = denied.remove(&number).unwrap_or_default();
            if own.contains(&step.conclusion) {
                sketch.add_step(&step.premises, step.conclusion, &denied, false);
            } else if elsewhere(&step.conclusion) {
                // Of a step that leads out of the lesson, its own premises alone.
                let here = |from: &u32| own.contains(from);
                let premises: Vec<u32> = step.premises.iter().copied().filter(here).collect();
                let denied: Vec<u32> = denied.into_iter().filter(here).collect();
                if !premises.is_empty() || !denied.is_empty() {
                    let is_part = premises.len() < step.premises.len();
                    sketch.add_step(&premises, step.conclusion, &denied, is_part);
                }
            }
        }
        for (from, to) in &map.attacks {
            if own.contains(from) || own.contains(to) {
                sketch.add_line(LineKind::Attack, *from, *to, 2);
            }
        }
        sketch
    }

    /// Conclusions and claims, what supports what, and which of them pull against each other.
    pub(super) fn overview(map: &ArgumentMap) -> Self {
        let mut sketch = Self::default();
        sketch.add_all(map, is_claim);
        // What a premise is a premise of, so that a pull against it is one against that.
        let mut supported: BTreeMap<u32, u32> = BTreeMap::new();
        for step in &map.inferences {
            for premise in &step.premises {
                supported.entry(*premise).or_insert(step.conclusion);
            }
            let shown = |number: &u32| sketch.known.contains_key(number);
            let premises: Vec<u32> = step.premises.iter().copied().filter(shown).collect();
            if shown(&step.conclusion) && !premises.is_empty() {
                let is_part = premises.len() < step.premises.len();
                sketch.add_step(&premises, step.conclusion, &[], is_part);
            }
        }
        let mut told = BTreeSet::new();
        for (attacker, attacked) in &map.attacks {
            let attacked = match supported.get(attacked) {
                Some(claim) if !sketch.known.contains_key(attacked) => claim,
                _ => attacked,
            };
            let steps = map.inferences.iter().filter(|step| step.conclusion == *attacker);
            for source in steps.flat_map(|step| &step.premises) {
                let both = [source, attacked].iter().all(|end| sketch.known.contains_key(*end));
                if both && source != attacked && told.insert((*source, *attacked)) {
                    sketch.add_line(LineKind::Tension, *source, *attacked, 0);
                    if let Some(line) = sketch.lines.last_mut() {
                        line.via = Some(*attacker);
                    }
                }
            }
        }
        sketch
    }

    fn add_all(&mut self, map: &ArgumentMap, shown: impl Fn(&MapStatement) -> bool) {
        for (number, own) in (0..).zip(&map.statements) {
            if shown(own) {
                self.known.insert(number, self.vertices.len());
                self.vertices.push(Vertex::Statement { number, outside: false });
            }
        }
    }

    /// The vertex of a statement, which is from outside if it is not known yet.
    fn vertex(&mut self, number: u32) -> usize {
        let next = self.vertices.len();
        let place = *self.known.entry(number).or_insert(next);
        if place == next {
            self.vertices.push(Vertex::Statement { number, outside: true });
        }
        place
    }

    /// A step; `is_part` if it has premises that are not shown, so that one alone is not all of it.
    fn add_step(&mut self, premises: &[u32], conclusion: u32, denied: &[u32], is_part: bool) {
        if let ([premise], [], false) = (premises, denied, is_part) {
            self.add_line(LineKind::Support { ends: true }, *premise, conclusion, 2);
            return;
        }
        let to = self.vertex(conclusion);
        let joint = self.vertices.len();
        self.vertices.push(Vertex::Joint);
        let step = Line {
            kind: LineKind::Step,
            from: joint,
            to,
            length: 1,
            sources: premises.to_vec(),
            via: None,
            target: conclusion,
        };
        self.lines.push(step);
        let premises = premises.iter().map(|from| (LineKind::Support { ends: false }, from));
        let denied = denied.iter().map(|from| (LineKind::Undercut, from));
        for (kind, from) in premises.chain(denied) {
            let (sources, vertex) = (vec![*from], self.vertex(*from));
            self.lines.push(Line {
                kind,
                from: vertex,
                to: joint,
                length: 1,
                sources,
                via: None,
                target: conclusion,
            });
        }
    }

    fn add_line(&mut self, kind: LineKind, source: u32, target: u32, length: usize) {
        let (from, to) = (self.vertex(source), self.vertex(target));
        self.lines.push(Line { kind, from, to, length, sources: vec![source], via: None, target });
    }
}

fn is_claim(own: &MapStatement) -> bool {
    matches!(own.kind, StatementKind::Claim | StatementKind::Conclusion)
}
