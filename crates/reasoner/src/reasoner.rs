//! Answers requests about one argument.
//!
//! An answer to what changes the stance has the labels, as readers wait for those. All else is a task of its own
//! ([`Queue`]), and the page asks for the next one when it has shown the last.

use concord_engine::argument::{Label, Stance, Verdict, label, stance_text};
use concord_model::{
    Html, ReasonerFile, decode, fill, html,
    talk::{Answer, ArgumentAction, Asked, Fact, Panel, Request},
};

use crate::{
    argument::Argument,
    crux, page,
    queue::{Queue, reasons},
    sentences::button,
    so_far::so_far,
    stances::Stances,
    why,
    written::{Done, Written},
};

/// How many changed statements are named.
const MOST_CHANGED: usize = 5;

/// The argument, the stances on it, and what the page knows of them.
pub struct Reasoner {
    /// The guide's argument, as its file has it.
    file: ReasonerFile,
    /// The same with the reader's own statements.
    argument: Argument,
    written: Written,
    stances: Stances,
    /// What is wrong with a stance that was read.
    notice: Html,
    /// What the page is still to be told.
    queue: Queue,
    /// The labels of answers that the page may be showing, by their numbers.
    shown: Vec<(u32, Vec<Label>)>,
}

impl Reasoner {
    /// Takes the argument from its file; `None` if the bytes are no such file of this version.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Option<Self> {
        let file: ReasonerFile = decode(bytes).ok()?;
        let argument = Argument::of(file.clone(), &[])?;
        let stances = Stances::new(&argument.graph, &argument.opening);
        let (notice, queue, shown) = (Html::default(), Queue::default(), Vec::new());
        let written = Written::default();
        Some(Self { file, argument, written, stances, notice, queue, shown })
    }

    /// Answers a request, whatever it holds; what is no request gets no answer.
    pub fn answer(&mut self, request: &str) -> Option<String> {
        let Asked { number, shown, request } = Asked::read(request)?;
        let mut answer = Answer::to(number);
        match self.written.act(&request, &self.argument, &mut answer) {
            Done::No => self.act(&request, shown, &mut answer)?,
            Done::Changed { is_written } => self.renew(is_written, shown, &mut answer)?,
            Done::Told => {}
        }
        if self.written.follow(self.stances.own.stance(), &self.argument) {
            self.keep_own(&mut answer);
        }
        if !self.queue.is_empty() {
            answer.add(&Fact::More);
        }
        let all = 0..self.argument.graph.statements();
        let labels = all.map(|statement| self.stances.own.of(statement)).collect();
        self.shown.retain(|(number, _)| *number >= shown);
        self.shown.push((number, labels));
        Some(answer.into_text())
    }

    /// Does what is asked while the page shows the answer of a number; nothing if there is nothing to do.
    fn act(&mut self, request: &Request<'_>, shown: u32, answer: &mut Answer) -> Option<()> {
        match *request {
            Request::Open(kept, own, address, about) => {
                self.open(kept, own, address, about, answer)?;
            }
            Request::Kept(stance, own) => {
                self.take_own(own)?;
                self.keep(stance);
                self.written.tell(&self.argument, false, answer);
                answer.add(&Fact::Panel(Panel::Changed, self.so_far(0)));
                self.tell_all(answer);
            }
            Request::Judge(leaves, verdict) => {
                let Argument { graph, .. } = &self.argument;
                let leaves = leaves.split(' ').filter_map(|leaf| self.argument.statement(leaf));
                let leaves: Vec<u32> = leaves.filter(|leaf| graph.is_leaf(*leaf)).collect();
                self.stances.judge(graph, &leaves, verdict);
                self.tell_change(shown, Some(*leaves.first()?), answer);
            }
            Request::Opening => self.adopt(&self.argument.opening.clone(), shown, answer),
            Request::Blank => {
                let blank = Stance::blank(self.argument.graph.statements());
                self.adopt(&blank, shown, answer);
            }
            Request::Granted => {
                self.adopt(&self.argument.granted(Verdict::Accept), shown, answer);
            }
            Request::Alone => {
                self.adopt(&self.argument.granted(Verdict::Undecided), shown, answer);
            }
            Request::Take => {
                let theirs = self.stances.theirs.take()?;
                self.adopt(theirs.stance(), shown, answer);
            }
            Request::Undo => {
                self.stances.undo(&self.argument.graph)?;
                self.tell_change(shown, None, answer);
            }
            Request::Close => {
                self.stances.theirs = None;
                self.queue.stop_comparing();
                answer.add(&Fact::Panel(Panel::Compare, Html::default()));
            }
            Request::Crux(statement) => {
                self.queue.chosen = self.argument.statement(statement);
                answer.add(&Fact::Panel(Panel::Found, Html::default()));
                self.queue.begin_cruxes(&self.argument, &self.stances.own, answer);
            }
            Request::More(unfolded) => {
                self.queue.go_on(&self.argument, &self.stances, unfolded, answer);
            }
            Request::Why(statement) => {
                let statement = self.argument.statement(statement)?;
                answer.add(&reasons(&self.argument, &self.stances.own, statement));
            }
            Request::Part(ask) => {
                let part = self.queue.part(&self.argument, &self.stances, ask);
                answer.add(&Fact::Part(ask, part.unwrap_or_default()));
            }
            Request::Share => {
                let link = self.argument.link(self.stances.own.stance());
                answer.add(&Fact::Share(&link, page::address(&self.argument.voice)));
            }
            // What the reader writes was answered before.
            Request::Write(..)
            | Request::Remove(_)
            | Request::Restore
            | Request::Bring(_)
            | Request::TakeIn
            | Request::LeaveOut
            | Request::LinkOwn
            | Request::SaveOwn
            | Request::Argdown => {}
        }
        Some(())
    }

    /// Begins with the stance that was kept, and compares it with that of the address.
    fn open(
        &mut self,
        kept: &str,
        own: &str,
        address: &str,
        about: &str,
        answer: &mut Answer,
    ) -> Option<()> {
        self.take_own(own)?;
        self.keep(kept);
        let theirs = match stance_text::stands_in(address) {
            true => self.argument.read_link(address, &mut self.notice),
            false => None,
        };
        // Two are compared on what the guide says: what the reader wrote is judged alike on both sides.
        let theirs = theirs.map(|theirs| self.written.judge(&theirs, &self.argument));
        self.stances.theirs = theirs.map(|theirs| label(&self.argument.graph, &theirs));
        self.argument.ask_about(about);
        let (voice, graph) = (&self.argument.voice, &self.argument.graph);
        page::add(voice, graph, self.argument.guide, answer);
        self.written.tell(&self.argument, true, answer);
        if self.argument.asks_about_all() {
            answer.add(&Fact::Panel(Panel::Changed, self.so_far(0)));
            let chooser = crux::chooser(voice, graph, self.queue.chosen);
            answer.add(&Fact::Panel(Panel::Cruxes, chooser));
        }
        self.shown.clear();
        self.tell_all(answer);
        Some(())
    }

    /// Takes over the statements of the reader's own that were kept.
    fn take_own(&mut self, own: &str) -> Option<()> {
        self.written.take(own, &self.argument);
        self.extend()
    }

    /// Makes the argument anew, with the statements of the reader's own that there are now.
    fn extend(&mut self) -> Option<()> {
        let mut argument = Argument::of(self.file.clone(), &self.written.all)?;
        argument.go_on(&self.argument);
        self.argument = argument;
        Some(())
    }

    /// Other statements of the reader's own: what follows from them is told, and they are kept.
    fn renew(&mut self, is_written: bool, shown: u32, answer: &mut Answer) -> Option<()> {
        let stance = self.stances.own.stance().clone();
        self.extend()?;
        let (written, argument) = (&self.written, &self.argument);
        self.stances.begin(&argument.graph, &written.judge(&stance, argument));
        if let Some(theirs) = &mut self.stances.theirs {
            *theirs = label(&argument.graph, &written.judge(theirs.stance(), argument));
        }
        // Numbers of the reader's own mean others now.
        let guide = argument.guide as usize;
        self.shown.iter_mut().for_each(|(_, labels)| labels.truncate(guide));
        let chosen = self.queue.chosen.filter(|own| *own < argument.guide);
        self.queue = Queue::default();
        self.queue.chosen = chosen;
        written.tell(argument, is_written, answer);
        self.keep_own(answer);
        self.tell_change(shown, None, answer);
        Some(())
    }

    /// Has the page keep the statements of the reader's own; two stances stay compared on what the guide says.
    fn keep_own(&mut self, answer: &mut Answer) {
        answer.add(&Fact::KeepOwn(&self.written.text()));
        if let Some(theirs) = &mut self.stances.theirs {
            let graph = &self.argument.graph;
            *theirs = label(graph, &self.written.judge(theirs.stance(), &self.argument));
        }
    }

    /// Takes over the stance that was kept. Where none was, everything is granted, so that a reader's first
    /// verdict makes something fall.
    fn keep(&mut self, kept: &str) {
        self.notice = Html::default();
        let own = match kept {
            "" => None,
            kept => self.argument.read(kept, false, &mut self.notice),
        };
        let own = own.unwrap_or_else(|| self.argument.granted(Verdict::Accept));
        let own = self.written.judge(&own, &self.argument);
        self.stances.begin(&self.argument.graph, &own);
    }

    /// Puts another stance in place of the reader's, and tells what that changes.
    fn adopt(&mut self, stance: &Stance, shown: u32, answer: &mut Answer) {
        // What the reader wrote is the reader's to judge, wherever they start from.
        let stance = self.written.judge(stance, &self.argument);
        self.stances.adopt(&self.argument.graph, &stance);
        self.tell_change(shown, None, answer);
    }

    /// The reader's stance as text.
    fn text(&self) -> String {
        self.argument.write(self.stances.own.stance())
    }

    /// What a new stance, or a verdict on a leaf, changes: to be shown, said and kept.
    fn tell_change(&mut self, shown: u32, judged: Option<u32>, answer: &mut Answer) {
        self.notice = Html::default();
        let (voice, graph, own) = (&self.argument.voice, &self.argument.graph, &self.stances.own);
        let words = &voice.words;
        let changed = self.changed_since(shown);
        let sentence = match changed.len() {
            0 => words.changed_none(),
            count => voice.form(words.changed(), count),
        };
        let count = changed.len().to_string();
        // Whoever accepts what does not stand is told why.
        let spite = judged.and_then(|leaf| why::in_spite(voice, graph, own, leaf));
        let spite = spite.unwrap_or_default();

        let mut names: Vec<String> =
            changed.iter().map(|one| voice.named(*one, own.of(*one))).collect();
        let more = voice.shorten(&mut names, MOST_CHANGED);
        names.extend(more);
        let list = names.join(words.list_joint());
        let said = fill(sentence, &[("count", &count), ("list", &list)]);
        answer.add(&Fact::Say([said, spite.text()].join(" ").trim_end()));

        let links = changed.iter().map(|one| {
            html! { (voice.signed(own.of(*one))) " " (voice.link(*one)) }
        });
        let mut links: Vec<Html> = links.collect();
        let more = voice.shorten(&mut links, MOST_CHANGED);
        links.extend(more.as_deref().map(Html::escaped));
        let list = Html::joined(links, words.list_joint());
        let shown = Html::filled(sentence, &[("count", &Html::escaped(&count)), ("list", &list)]);
        let panel = html! {
            p { (shown) " " (spite) }
            (self.so_far(1))
            p.buttons {
                @if self.stances.can_undo() { (button(ArgumentAction::Undo, words.undo())) }
                (button(ArgumentAction::Hush, words.changed_close()))
            }
        };
        answer.add(&Fact::Panel(Panel::Changed, panel));
        answer.add(&Fact::Keep(&self.text()));
        self.tell_all(answer);
    }

    /// What all verdicts together have come to, where they are more than `few`.
    fn so_far(&self, few: usize) -> Html {
        if !self.argument.asks_about_all() {
            return Html::default();
        }
        let first = self.written.judge(&self.argument.granted(Verdict::Accept), &self.argument);
        let first = label(&self.argument.graph, &first);
        so_far(&self.argument, &first, &self.stances.own, few)
    }

    /// The statements that have another label than in the answer that the page shows; what it all
    /// leads to, or the page asks about, comes first.
    fn changed_since(&self, shown: u32) -> Vec<u32> {
        let before = self.shown.iter().find(|(number, _)| *number == shown);
        let before = before.map(|(_, labels)| labels.as_slice()).unwrap_or_default();
        let is_changed =
            |(statement, old): &(u32, &Label)| self.stances.own.of(*statement) != **old;
        let mut changed: Vec<u32> =
            (0..).zip(before).filter(is_changed).map(|(statement, _)| statement).collect();
        changed.sort_by_key(|statement| self.argument.rank(*statement));
        changed
    }

    /// Labels and verdicts; all else comes after them.
    fn tell_all(&mut self, answer: &mut Answer) {
        let Argument { voice, graph, ids, edges, .. } = &self.argument;
        let own = &self.stances.own;
        for (statement, id) in (0..).zip(ids) {
            answer.add(&Fact::Label(id.as_str(), own.of(statement)));
            if graph.is_leaf(statement) {
                answer.add(&Fact::Verdict(id.as_str(), own.stance().verdict(statement)));
            }
        }
        for (inference, (premises, conclusion)) in (0..).zip(edges) {
            for premise in premises {
                let (from, to) = (voice.id(*premise), voice.id(*conclusion));
                answer.add(&Fact::Edge(from, to, own.of_inference(inference)));
            }
        }
        answer.add(&Fact::Panel(Panel::Notice, self.notice.clone()));
        self.queue.begin(&self.argument, own, answer);
    }
}
