//! The state behind the answers: the argument, the reader's stance, and one it is compared with.
//!
//! An answer to what changes the stance has the labels, as readers wait for those. All else is a task
//! of its own, and the page asks for the next one when it has shown the last; so no answer is large,
//! a search for cruxes is done in steps, and what a reader asks meanwhile comes between.

use std::collections::VecDeque;

use concord_engine::argument::{
    Builder, Choice, Cruxes, Graph, Label, Labelling, Limits, Search, Stance, Verdict, label,
    stance_text::{self, Fault},
};
use concord_model::{Html, Id, ReasonerFile, StatementKind, decode, fill};

use crate::{
    compare::Sides,
    crux::{self, Found},
    page,
    sentences::{Room, Voice, button, filled, word},
    why,
    wire::{Answer, holds_stance, label_name, verdict, verdict_name},
};

/// How many changed statements are named.
const MOST_CHANGED: usize = 3;
/// How many changes can be undone.
const MOST_UNDONE: usize = 100;
/// How many edges a search visits before it lets other requests come between: a few milliseconds.
const EDGES: usize = 200_000;

/// What the page is told after the labels.
enum Task {
    Follows,
    /// Why a statement, whose reasons are unfolded, has its label.
    Reasons(u32),
    Tensions,
    Compare,
    Search(Box<Search>, Sought),
}

/// What a search is for.
#[derive(Clone, Copy)]
enum Sought {
    /// The chosen statement with that label.
    Toward(Label),
    /// Where stances part on a conclusion.
    Parting(u32),
}

/// Answers requests about one argument.
pub struct Reasoner {
    voice: Voice,
    graph: Graph,
    ids: Vec<Id>,
    /// Names that statements had once, and those that they have now.
    former: Vec<(Id, Id)>,
    /// What it all leads to.
    conclusions: Vec<u32>,
    /// What the page asks about, if that is something else.
    about: Vec<u32>,
    /// The premises and the conclusion of each step.
    edges: Vec<(Vec<u32>, u32)>,
    opening: Stance,
    own: Labelling,
    theirs: Option<Labelling>,
    /// What is wrong with a stance that was read, as HTML.
    notice: String,
    /// The statement whose cruxes are shown.
    chosen: Option<u32>,
    /// What was found for it.
    found: Vec<(Label, Found)>,
    /// Where exactly the compared stances were found to part on conclusions.
    parted: Vec<(u32, Found)>,
    /// What the page is still to be told.
    tasks: VecDeque<Task>,
    /// The stances before the last changes.
    before: Vec<Stance>,
    /// The labels of answers that the page may be showing, by their numbers.
    shown: Vec<(u32, Vec<Label>)>,
}

impl Reasoner {
    /// Takes the argument from its file; `None` if the bytes are no such file of this version.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Option<Self> {
        let file: ReasonerFile = decode(bytes).ok()?;
        let statements = u32::try_from(file.map.statements.len()).ok()?;
        let mut builder = Builder::new(statements);
        for inference in &file.map.inferences {
            builder.infer(&inference.premises, inference.conclusion);
        }
        file.map.attacks.iter().for_each(|(from, to)| builder.attack(*from, *to));
        file.map.undercuts.iter().for_each(|(from, to)| builder.undercut(*from, *to));
        let graph = builder.build()?;
        let mut opening = Stance::blank(statements);
        let mut conclusions = Vec::new();
        for (statement, own) in (0..).zip(&file.map.statements) {
            if own.of_work && graph.is_leaf(statement) {
                opening.set(statement, Verdict::Accept);
            }
            if own.kind == StatementKind::Conclusion {
                conclusions.push(statement);
            }
        }
        let edges = file.map.inferences.iter();
        let edges = edges.map(|step| (step.premises.clone(), step.conclusion)).collect();
        Some(Self {
            ids: file.map.statements.iter().map(|own| own.id.clone()).collect(),
            former: file.former.clone(),
            own: label(&graph, &opening),
            voice: Voice::new(file),
            graph,
            conclusions,
            about: Vec::new(),
            edges,
            opening,
            theirs: None,
            notice: String::new(),
            chosen: None,
            found: Vec::new(),
            parted: Vec::new(),
            tasks: VecDeque::new(),
            before: Vec::new(),
            shown: Vec::new(),
        })
    }

    /// Answers a request, whatever it holds; what is no request gets no answer.
    pub fn answer(&mut self, request: &str) -> Option<String> {
        let mut lines = request.split('\n');
        let number = lines.next()?.parse().ok()?;
        let seen = lines.next()?.parse().ok()?;
        let asked = lines.next()?;
        let mut line = || lines.next().unwrap_or_default();
        let mut answer = Answer::to(number);
        match asked {
            "open" => {
                self.open(line(), line());
                self.about = line().split(' ').filter_map(|id| self.statement(id)).collect();
                self.voice.has_outline = self.about.is_empty();
                page::add(&self.voice, &self.graph, &mut answer);
                if self.about.is_empty() {
                    let chooser = crux::chooser(&self.voice, &self.graph, self.chosen);
                    answer.add("panel", &["cruxes", &chooser]);
                }
                self.shown.clear();
                self.add_all(&mut answer);
            }
            "kept" => {
                self.notice.clear();
                self.keep(line());
                answer.add("panel", &["changed", ""]);
                self.add_all(&mut answer);
            }
            "set" => {
                let (leaf, verdict) = (self.statement(line())?, verdict(line())?);
                if !self.graph.is_leaf(leaf) {
                    return None;
                }
                let before = self.own.stance().clone();
                self.own.change(&self.graph, leaf, verdict);
                self.note_change(before);
                self.changed(&mut answer, seen, Some(leaf));
            }
            "opening" | "blank" | "granted" | "alone" | "take" | "undo" => {
                let stance = match asked {
                    "opening" => self.opening.clone(),
                    "blank" => Stance::blank(self.graph.statements()),
                    "granted" => self.granted(Verdict::Accept),
                    "alone" => self.granted(Verdict::Undecided),
                    "undo" => self.before.pop()?,
                    _ => self.theirs.take()?.stance().clone(),
                };
                let before = std::mem::replace(&mut self.own, label(&self.graph, &stance));
                if asked != "undo" {
                    self.note_change(before.stance().clone());
                }
                self.changed(&mut answer, seen, None);
            }
            "close" => {
                self.theirs = None;
                self.tasks.retain(|task| !matches!(task, Task::Search(_, Sought::Parting(_))));
                answer.add("panel", &["compare", ""]);
            }
            "crux" => {
                self.chosen = self.statement(line());
                answer.add("panel", &["found", ""]);
                self.begin_cruxes(&mut answer);
            }
            "more" => self.do_next(line(), &mut answer),
            "why" => {
                let statement = self.statement(line())?;
                self.add_reasons(statement, &mut answer);
            }
            "part" => {
                let key = line();
                // While something else is about to be shown, there is no list to go on with.
                let part = if self.tasks.is_empty() { self.part(key) } else { None };
                answer.add("part", &[key, &part.unwrap_or_default()]);
            }
            "share" => {
                let words = &self.voice.words;
                let field = format!(
                    "<p class=\"copy\"><label for=\"_copy-stance\" id=\"_label-stance\">{}</label>\
                     <input id=\"_copy-stance\" readonly value=\"{{address}}\"><button type=\"button\" id=\"_button-stance\" \
                     aria-labelledby=\"_button-stance _label-stance\" data-copies=\"_copy-stance\">{}</button></p>\
                     <p class=\"small\" id=\"_copied\" role=\"status\"></p>",
                    word(words.share_stance()),
                    word(words.share_copy())
                );
                answer.add("share", &[&self.text(), &field]);
            }
            _ => return None,
        }
        if !self.tasks.is_empty() {
            answer.add("more", &[]);
        }
        let labels = (0..self.graph.statements()).map(|statement| self.own.of(statement)).collect();
        self.shown.retain(|(shown, _)| *shown >= seen);
        self.shown.push((number, labels));
        Some(answer.into_text())
    }

    /// All premises accepted, and the objections that rest on nothing else rejected; replies as given.
    fn granted(&self, replies: Verdict) -> Stance {
        let mut stance = Stance::blank(self.graph.statements());
        for (statement, own) in (0..).zip(&self.voice.statements) {
            if self.graph.is_leaf(statement) {
                let verdict = match own.kind {
                    StatementKind::Objection | StatementKind::Undercut => Verdict::Reject,
                    StatementKind::Reply => replies,
                    _ => Verdict::Accept,
                };
                stance.set(statement, verdict);
            }
        }
        stance
    }

    fn statement(&self, id: &str) -> Option<u32> {
        u32::try_from(self.ids.iter().position(|own| own.as_str() == id)?).ok()
    }

    /// The stance as text.
    fn text(&self) -> String {
        stance_text::write(&self.graph, &self.ids, &self.opening, self.own.stance())
    }

    /// Notes what a change can be taken back to, if it was one.
    fn note_change(&mut self, before: Stance) {
        if before != *self.own.stance() {
            if self.before.len() == MOST_UNDONE {
                self.before.remove(0);
            }
            self.before.push(before);
        }
    }

    /// Begins with the stance that was kept, and compares it with that of the address.
    fn open(&mut self, kept: &str, address: &str) {
        self.notice.clear();
        self.theirs = None;
        self.keep(kept);
        if holds_stance(address) {
            self.theirs = self.read(address, true).map(|theirs| label(&self.graph, &theirs));
        }
    }

    /// Takes over the stance that was kept; the opening one, if none was.
    fn keep(&mut self, kept: &str) {
        let own = if kept.is_empty() { None } else { self.read(kept, false) };
        self.own = label(&self.graph, &own.unwrap_or_else(|| self.opening.clone()));
        self.before.clear();
    }

    /// Reads a stance, and notes what is wrong with it.
    fn read(&mut self, text: &str, is_address: bool) -> Option<Stance> {
        let read = stance_text::read(&self.graph, &self.ids, &self.former, &self.opening, text);
        let words = &self.voice.words;
        let mut notices = Vec::new();
        match &read {
            Err(_) if !is_address => notices.push(word(words.saved_damaged())),
            Err(Fault::TooLong) => notices.push(word(words.link_too_long())),
            Err(Fault::Damaged) => notices.push(word(words.link_damaged())),
            Ok(read) => {
                if read.is_other_version {
                    notices.push(word(words.other_version()));
                }
                let count = read.unknown.len();
                if count > 0 {
                    let names = self.voice.list(read.unknown.iter().map(|id| word(id.as_str())));
                    let sentence = word(self.voice.form(words.unknown_names(), count));
                    let values = [("count", count.to_string()), ("names", names)];
                    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
                    notices.push(fill(&sentence, &values));
                }
            }
        }
        let notices = notices.iter().map(|notice| format!("<p class=\"notice\">{notice}</p>"));
        self.notice.extend(notices);
        read.ok().map(|read| read.stance)
    }

    /// The statements that the page is told about.
    fn about(&self) -> &[u32] {
        if self.about.is_empty() { &self.conclusions } else { &self.about }
    }

    /// What a new stance, or a verdict on a leaf, changes: to be shown, said and kept.
    fn changed(&mut self, answer: &mut Answer, seen: u32, judged: Option<u32>) {
        self.notice.clear();
        let (voice, words) = (&self.voice, &self.voice.words);
        let changed = self.changes(seen);
        let list = |joint: &str, name: &dyn Fn(u32, Label) -> String| {
            let all = changed.iter().map(|own| name(*own, self.own.of(*own)));
            let mut all: Vec<String> = all.collect();
            voice.shorten(&mut all, MOST_CHANGED);
            all.join(joint)
        };
        let in_text = list(words.list_joint(), &|statement, label| {
            let (title, label) = (voice.title(statement), voice.label(label));
            fill(words.named_label(), &[("title", &title), ("label", label)])
        });
        let in_html = list(&word(words.list_joint()), &|statement, label| {
            format!("{} {}", voice.sign(label), voice.link(statement))
        });
        let sentence = match changed.len() {
            0 => words.changed_none(),
            count => voice.form(words.changed(), count),
        };
        let count = changed.len().to_string();
        let shown = filled(sentence, &[("count", &count), ("list", &in_html)]);
        // Whoever accepts what does not stand is told why.
        let own = judged.and_then(|leaf| why::in_spite(voice, &self.graph, &self.own, leaf));
        let own = own.unwrap_or_default();
        let in_text = fill(sentence, &[("count", &count), ("list", &in_text)]);
        let said = [in_text, Html::made_elsewhere(own.clone()).text()].join(" ");
        answer.add("say", &[said.trim_end()]);
        let undo =
            if self.before.is_empty() { String::new() } else { button("undo", words.undo()) };
        let buttons = undo + &button("hush", words.changed_close());
        let shown = format!("<p>{shown} {own}</p><p class=\"buttons\">{buttons}</p>");
        answer.add("panel", &["changed", &shown]);
        answer.add("keep", &[&self.text()]);
        self.add_all(answer);
    }

    /// The statements that have another label than in the answer that the page shows; what it all
    /// leads to, or the page asks about, comes first.
    fn changes(&self, seen: u32) -> Vec<u32> {
        let before = self.shown.iter().find(|(number, _)| *number == seen);
        let before = before.map(|(_, labels)| labels.as_slice()).unwrap_or_default();
        let is_changed = |(statement, old): &(u32, &Label)| self.own.of(*statement) != **old;
        let mut changed: Vec<u32> =
            (0..).zip(before).filter(is_changed).map(|(statement, _)| statement).collect();
        changed.sort_by_key(|statement| {
            if self.about.contains(statement) {
                return 0;
            }
            match self.voice.statements.get(*statement as usize).map(|own| own.kind) {
                Some(StatementKind::Conclusion) => 0,
                Some(StatementKind::Claim) => 1,
                _ => 2,
            }
        });
        changed
    }

    /// Labels and verdicts; all else comes after them.
    fn add_all(&mut self, answer: &mut Answer) {
        for (statement, id) in (0..).zip(&self.ids) {
            answer.add("label", &[id.as_str(), label_name(self.own.of(statement))]);
            if self.graph.is_leaf(statement) {
                let verdict = self.own.stance().verdict(statement);
                answer.add("verdict", &[id.as_str(), verdict_name(verdict)]);
            }
        }
        for (inference, (premises, conclusion)) in (0..).zip(&self.edges) {
            let label = label_name(self.own.of_inference(inference));
            for premise in premises {
                answer.add("edge", &[self.voice.id(*premise), self.voice.id(*conclusion), label]);
            }
        }
        answer.add("panel", &["notice", &self.notice]);
        self.tasks = VecDeque::from([Task::Follows]);
        // A page that asks about some statements has no room for what follows.
        if self.about.is_empty() {
            self.tasks.extend([Task::Tensions, Task::Compare]);
            self.begin_cruxes(answer);
        }
    }

    /// Begins to look for what would change the chosen statement.
    fn begin_cruxes(&mut self, answer: &mut Answer) {
        self.found.clear();
        self.tasks.retain(|task| !matches!(task, Task::Search(_, Sought::Toward(_))));
        let Some(chosen) = self.chosen else {
            return answer.add("panel", &["searched", ""]);
        };
        let now = self.own.of(chosen);
        for wanted in [Label::In, Label::Out, Label::Undecided] {
            if wanted != now {
                let search = Search::toward(self.own.clone(), chosen, wanted, Limits::default());
                self.tasks.push_back(Task::Search(Box::new(search), Sought::Toward(wanted)));
            }
        }
        answer.add("panel", &["searched", &word(self.voice.words.searching())]);
    }

    /// Does the next of what the page is still to be told. With the first, it says which reasons are
    /// unfolded.
    fn do_next(&mut self, unfolded: &str, answer: &mut Answer) {
        let Some(task) = self.tasks.pop_front() else { return };
        let (voice, graph) = (&self.voice, &self.graph);
        match task {
            Task::Follows => {
                let follows = why::follows(voice, graph, &self.own, self.about());
                answer.add("panel", &["result", &follows]);
                let unfolded = unfolded.split(' ').filter_map(|id| self.statement(id));
                let reasons: Vec<Task> = unfolded.map(Task::Reasons).collect();
                reasons.into_iter().for_each(|task| self.tasks.push_front(task));
            }
            Task::Reasons(statement) => self.add_reasons(statement, answer),
            Task::Tensions => {
                answer.add("panel", &["tension", &why::tension(voice, graph, &self.own)]);
            }
            Task::Compare => self.begin_comparison(answer),
            Task::Search(mut search, sought) => match search.go_on(graph, EDGES) {
                None => self.tasks.push_front(Task::Search(search, sought)),
                Some(found) => self.note_found(sought, &found, answer),
            },
        }
    }

    fn add_reasons(&self, statement: u32, answer: &mut Answer) {
        let room = &mut Room::new();
        let reasons = why::reasons(&self.voice, &self.graph, &self.own, statement, room);
        answer.add("reasons", &[self.voice.id(statement), &reasons]);
    }

    /// The stance beside the one of the address, if there is one.
    fn sides(&self) -> Option<Sides<'_>> {
        let theirs = self.theirs.as_ref()?;
        Some(Sides { voice: &self.voice, graph: &self.graph, own: &self.own, theirs })
    }

    fn begin_comparison(&mut self, answer: &mut Answer) {
        self.parted.clear();
        let panel = self.sides().map(|sides| sides.panel()).unwrap_or_default();
        answer.add("panel", &["compare", &panel]);
        if let (Some(sides), Some(theirs)) = (self.sides(), &self.theirs) {
            let searches: Vec<Task> = sides
                .parted(self.about())
                .map(|own| {
                    let limits = Limits::default();
                    let search = Search::parting(self.own.clone(), theirs, own, limits);
                    Task::Search(Box::new(search), Sought::Parting(own))
                })
                .collect();
            answer.add("panel", &["parting", &sides.parting(self.about(), &self.parted)]);
            self.tasks.extend(searches);
        }
    }

    fn note_found(&mut self, sought: Sought, found: &Cruxes, answer: &mut Answer) {
        let found = Found {
            bound: found.bound,
            size: found.sets.first().map_or(0, Vec::len),
            choice: Choice::of(&found.sets),
        };
        match sought {
            Sought::Parting(conclusion) => {
                self.parted.push((conclusion, found));
                if let Some(sides) = self.sides() {
                    answer.add("panel", &["parting", &sides.parting(self.about(), &self.parted)]);
                }
            }
            Sought::Toward(wanted) => {
                self.found.push((wanted, found));
                let found = self.found.iter().map(|(wanted, found)| (*wanted, found));
                let key = |wanted| format!("found {}", label_name(wanted));
                answer.add("panel", &["found", &crux::panel(&self.voice, found, &key)]);
                let goes_on = |task: &Task| matches!(task, Task::Search(_, Sought::Toward(_)));
                if let Some(chosen) = self.chosen.filter(|_| !self.tasks.iter().any(goes_on)) {
                    let now = crux::now(&self.voice, chosen, self.own.of(chosen));
                    answer.add("panel", &["searched", &now]);
                }
            }
        }
    }

    /// The next part of a list, by its name and the place where it goes on.
    fn part(&self, key: &str) -> Option<String> {
        let (voice, graph, own) = (&self.voice, &self.graph, &self.own);
        let (list, place) = key.rsplit_once(' ')?;
        let from = place.parse().ok()?;
        let words: Vec<&str> = list.split(' ').collect();
        let choice = |name: &str, found: Option<&Found>, path: &str| {
            Some(crux::part(voice, &found?.choice, name, path, from))
        };
        match *words.as_slice() {
            ["found", label, path] => {
                let found = self.found.iter().find(|(own, _)| label_name(*own) == label);
                choice(&format!("found {label}"), found.map(|(_, found)| found), path)
            }
            ["parting", id, path] => {
                let statement = self.statement(id)?;
                let found = self.parted.iter().find(|(own, _)| *own == statement);
                choice(&format!("parting {id}"), found.map(|(_, found)| found), path)
            }
            ["why", id] => {
                let room = &mut Room::new();
                Some(why::steps(voice, graph, own, self.statement(id)?, (room, from)))
            }
            ["tension"] => Some(why::more_tensions(voice, graph, own, from)),
            [name] => Some(self.sides()?.more(name, from)),
            _ => None,
        }
    }
}
