//! What the page is still to be told after the labels: one task at a time, so that no answer is large, a search
//! for cruxes is done in steps, and what a reader asks meanwhile comes between.

use std::collections::VecDeque;

use concord_engine::argument::{Cruxes, Label, Labelling, Limits, Search};
use concord_model::{
    Html,
    talk::{Answer, Fact, Panel},
};

use crate::{
    argument::Argument,
    crux::{self, Found},
    lists::{List, Room},
    stances::Stances,
    why,
};

/// How many edges a search visits before it lets other requests come between: a few milliseconds.
const EDGES: usize = 200_000;

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

impl Task {
    fn is_toward(&self) -> bool {
        matches!(self, Self::Search(_, Sought::Toward(_)))
    }

    fn is_parting(&self) -> bool {
        matches!(self, Self::Search(_, Sought::Parting(_)))
    }
}

/// The tasks, and what was found by those that are done.
#[derive(Default)]
pub(crate) struct Queue {
    tasks: VecDeque<Task>,
    /// The statement whose cruxes are shown.
    pub(crate) chosen: Option<u32>,
    /// What was found for it.
    found: Vec<(Label, Found)>,
    /// Where exactly the compared stances were found to part on conclusions.
    parted: Vec<(u32, Found)>,
}

impl Queue {
    pub(crate) fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }

    /// Begins with all that is told of a stance.
    pub(crate) fn begin(&mut self, argument: &Argument, own: &Labelling, answer: &mut Answer) {
        self.tasks = VecDeque::from([Task::Follows]);
        // A page that asks about some statements has no room for what follows.
        if argument.asks_about_all() {
            self.tasks.extend([Task::Tensions, Task::Compare]);
            self.begin_cruxes(argument, own, answer);
        }
    }

    /// Begins to look for what would change the chosen statement.
    pub(crate) fn begin_cruxes(
        &mut self,
        argument: &Argument,
        own: &Labelling,
        answer: &mut Answer,
    ) {
        self.found.clear();
        self.tasks.retain(|task| !task.is_toward());
        let Some(chosen) = self.chosen else {
            return answer.add(&Fact::Panel(Panel::Searched, Html::default()));
        };
        for wanted in Label::ALL.into_iter().filter(|wanted| *wanted != own.of(chosen)) {
            let search = Search::toward(own.clone(), chosen, wanted, Limits::default());
            self.tasks.push_back(Task::Search(Box::new(search), Sought::Toward(wanted)));
        }
        let searching = Html::escaped(argument.voice.words.searching());
        answer.add(&Fact::Panel(Panel::Searched, searching));
    }

    /// Looks no longer for where stances part.
    pub(crate) fn stop_comparing(&mut self) {
        self.tasks.retain(|task| !task.is_parting());
    }

    /// Does the next task. With the first, the page says of which statements reasons are unfolded.
    pub(crate) fn go_on(
        &mut self,
        argument: &Argument,
        stances: &Stances,
        unfolded: &str,
        answer: &mut Answer,
    ) {
        let Some(task) = self.tasks.pop_front() else { return };
        let (voice, graph, own) = (&argument.voice, &argument.graph, &stances.own);
        match task {
            Task::Follows => {
                let follows = why::follows(voice, graph, own, argument.about());
                answer.add(&Fact::Panel(Panel::Result, follows));
                for statement in argument.statements(unfolded) {
                    self.tasks.push_front(Task::Reasons(statement));
                }
            }
            Task::Reasons(statement) => answer.add(&reasons(argument, own, statement)),
            Task::Tensions => {
                answer.add(&Fact::Panel(Panel::Tension, why::tension(voice, graph, own)));
            }
            Task::Compare => self.compare(argument, stances, answer),
            Task::Search(mut search, sought) => match search.go_on(graph, EDGES) {
                None => self.tasks.push_front(Task::Search(search, sought)),
                Some(found) => self.note(sought, &found, argument, stances, answer),
            },
        }
    }

    /// Compares, and begins to look for where exactly the stances part.
    fn compare(&mut self, argument: &Argument, stances: &Stances, answer: &mut Answer) {
        self.parted.clear();
        let Some(sides) = stances.sides(argument) else {
            return answer.add(&Fact::Panel(Panel::Compare, Html::default()));
        };
        answer.add(&Fact::Panel(Panel::Compare, sides.panel()));
        let parting = sides.parting(argument.about(), &self.parted);
        answer.add(&Fact::Panel(Panel::Parting, parting));
        for conclusion in sides.parted(argument.about()) {
            let limits = Limits::default();
            let search = Search::parting(sides.own.clone(), sides.theirs, conclusion, limits);
            self.tasks.push_back(Task::Search(Box::new(search), Sought::Parting(conclusion)));
        }
    }

    /// Notes and tells what a search found.
    fn note(
        &mut self,
        sought: Sought,
        found: &Cruxes,
        argument: &Argument,
        stances: &Stances,
        answer: &mut Answer,
    ) {
        let voice = &argument.voice;
        match sought {
            Sought::Parting(conclusion) => {
                self.parted.push((conclusion, Found::of(found)));
                if let Some(sides) = stances.sides(argument) {
                    let parting = sides.parting(argument.about(), &self.parted);
                    answer.add(&Fact::Panel(Panel::Parting, parting));
                }
            }
            Sought::Toward(wanted) => {
                self.found.push((wanted, Found::of(found)));
                answer.add(&Fact::Panel(Panel::Found, crux::panel(voice, &self.found)));
                let goes_on = self.tasks.iter().any(Task::is_toward);
                if let Some(chosen) = self.chosen.filter(|_| !goes_on) {
                    let now = crux::now(voice, chosen, stances.own.of(chosen));
                    answer.add(&Fact::Panel(Panel::Searched, now));
                }
            }
        }
    }

    /// The next part of a list; nothing while something else is about to be shown in its place.
    pub(crate) fn part(&self, argument: &Argument, stances: &Stances, ask: &str) -> Option<Html> {
        if !self.is_empty() {
            return None;
        }
        let (list, path, from) = List::read(ask)?;
        let (voice, graph, own) = (&argument.voice, &argument.graph, &stances.own);
        match list {
            List::Found(label) => {
                let (_, found) = self.found.iter().find(|(own, _)| *own == label)?;
                crux::part(voice, &found.choice, list, (path, from))
            }
            List::Parting(id) => {
                let statement = argument.statement(id)?;
                let (_, found) = self.parted.iter().find(|(own, _)| *own == statement)?;
                crux::part(voice, &found.choice, list, (path, from))
            }
            List::Why(id) => {
                let room = &mut Room::new();
                Some(why::steps(voice, graph, own, argument.statement(id)?, (room, from)))
            }
            List::Tensions => Some(why::more_tensions(voice, graph, own, from)),
            List::Leaves | List::Follows => Some(stances.sides(argument)?.rows(list, from)),
        }
    }
}

/// Why a statement has its label.
pub(crate) fn reasons<'a>(argument: &'a Argument, own: &Labelling, statement: u32) -> Fact<'a> {
    let (voice, room) = (&argument.voice, &mut Room::new());
    let reasons = why::reasons(voice, &argument.graph, own, statement, room);
    Fact::Reasons(voice.id(statement), reasons)
}
