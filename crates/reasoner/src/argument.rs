//! The argument that is reasoned about, as its file has it, and what a page asks about it.

use concord_engine::argument::{
    Builder, Graph, Stance, Verdict, stance_code,
    stance_text::{self, Fault},
};
use concord_engine::own::Own;
use concord_model::{Html, Id, ReasonerFile, StatementKind, html};

use crate::{extended::extend, sentences::Voice};

/// The argument, and the words about it.
pub(crate) struct Argument {
    pub(crate) voice: Voice,
    pub(crate) graph: Graph,
    pub(crate) ids: Vec<Id>,
    /// How many statements are the guide's; those of the reader come after them.
    pub(crate) guide: u32,
    /// The premises and the conclusion of each step.
    pub(crate) edges: Vec<(Vec<u32>, u32)>,
    /// The stance that the guide begins with.
    pub(crate) opening: Stance,
    /// Names that statements had once, and those that they have now.
    former: Vec<(Id, Id)>,
    /// What it all leads to.
    conclusions: Vec<u32>,
    /// What the page asks about, if that is something else.
    asked: Vec<u32>,
}

impl Argument {
    /// The guide's argument with the statements of the reader's own.
    pub(crate) fn of(mut file: ReasonerFile, own: &[Own]) -> Option<Self> {
        let guide = u32::try_from(file.map.statements.len()).ok()?;
        extend(&mut file, own);
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
        Some(Self {
            ids: file.map.statements.iter().map(|own| own.id.clone()).collect(),
            guide,
            edges: edges.map(|step| (step.premises.clone(), step.conclusion)).collect(),
            former: file.former.clone(),
            voice: Voice::new(file),
            graph,
            opening,
            conclusions,
            asked: Vec::new(),
        })
    }

    /// The names of the guide's statements: stances in records and links are about these alone.
    fn names(&self) -> &[Id] {
        self.ids.get(..self.guide as usize).unwrap_or_default()
    }

    /// The name that a statement has today.
    pub(crate) fn name_now(&self, id: &Id) -> Id {
        let former = self.former.iter().find(|(old, _)| old == id);
        former.map_or_else(|| id.clone(), |(_, now)| now.clone())
    }

    /// The statement of that id.
    pub(crate) fn statement(&self, id: &str) -> Option<u32> {
        u32::try_from(self.ids.iter().position(|own| own.as_str() == id)?).ok()
    }

    /// The statements of those ids, with spaces between them.
    pub(crate) fn statements(&self, ids: &str) -> Vec<u32> {
        ids.split(' ').filter_map(|id| self.statement(id)).collect()
    }

    /// Asks about what another one was asked about.
    pub(crate) fn go_on(&mut self, before: &Self) {
        self.asked.clone_from(&before.asked);
        self.voice.has_outline = before.voice.has_outline;
    }

    /// Asks about some statements alone; with none, about all. A page that asks about all has the outline.
    pub(crate) fn ask_about(&mut self, ids: &str) {
        self.asked = self.statements(ids);
        self.voice.has_outline = self.asks_about_all();
    }

    pub(crate) fn asks_about_all(&self) -> bool {
        self.asked.is_empty()
    }

    /// The statements that the page is told about.
    pub(crate) fn about(&self) -> &[u32] {
        if self.asks_about_all() { &self.conclusions } else { &self.asked }
    }

    /// What becomes of these is told first.
    pub(crate) fn rank(&self, statement: u32) -> u8 {
        let kind = self.voice.statements.get(statement as usize).map(|own| own.kind);
        match kind {
            _ if self.asked.contains(&statement) => 0,
            Some(StatementKind::Conclusion) => 0,
            Some(StatementKind::Claim) => 1,
            _ => 2,
        }
    }

    /// All premises accepted, and the objections that rest on nothing else rejected; replies as given.
    pub(crate) fn granted(&self, replies: Verdict) -> Stance {
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

    /// The stances from which those in links begin. Links are out there, so none of these is to be another
    /// one day, and none to be taken out.
    fn starts(&self) -> Vec<Stance> {
        let all = |verdict| {
            let mut stance = Stance::blank(self.graph.statements());
            (0..self.graph.statements()).for_each(|own| stance.set(own, verdict));
            stance
        };
        let granted = [Verdict::Accept, Verdict::Undecided].map(|replies| self.granted(replies));
        let constant = Verdict::ALL.map(all);
        std::iter::once(self.opening.clone()).chain(granted).chain(constant).collect()
    }

    /// A stance as it stands in a link.
    pub(crate) fn link(&self, stance: &Stance) -> String {
        stance_code::write(&self.graph, self.names(), &self.starts(), stance)
    }

    /// Reads the stance of an address; adds to `notice` what is wrong with it.
    pub(crate) fn read_link(&self, query: &str, notice: &mut Html) -> Option<Stance> {
        let Some(code) = stance_code::find(query) else { return self.read(query, true, notice) };
        let words = &self.voice.words;
        let read = match query.len() > stance_text::MAX_BYTES {
            true => Err(words.link_too_long()),
            false => {
                let read = stance_code::read(
                    &self.graph,
                    self.names(),
                    &self.former,
                    &self.starts(),
                    code,
                );
                read.ok_or(words.link_damaged())
            }
        };
        let told = match &read {
            Ok(read) if read.unknown > 0 => Some(words.other_version()),
            Ok(_) => None,
            Err(word) => Some(*word),
        };
        if let Some(told) = told {
            notice.extend([html! { p.notice { (told) } }]);
        }
        read.ok().map(|read| read.stance)
    }

    /// A stance as text.
    pub(crate) fn write(&self, stance: &Stance) -> String {
        stance_text::write(&self.graph, self.names(), &self.opening, stance)
    }

    /// Reads a stance; adds to `notice` what is wrong with it.
    pub(crate) fn read(&self, text: &str, is_address: bool, notice: &mut Html) -> Option<Stance> {
        let read = stance_text::read(&self.graph, self.names(), &self.former, &self.opening, text);
        let words = &self.voice.words;
        let mut note = |said: &Html| notice.extend([html! { p.notice { (said) } }]);
        let mut note_word = |word: &str| note(&Html::escaped(word));
        match &read {
            Err(_) if !is_address => note_word(words.saved_damaged()),
            Err(Fault::TooLong) => note_word(words.link_too_long()),
            Err(Fault::Damaged) => note_word(words.link_damaged()),
            Ok(read) => {
                if read.is_other_version {
                    note_word(words.other_version());
                }
                let count = read.unknown.len();
                if count > 0 {
                    let names = read.unknown.iter().map(|id| Html::escaped(id.as_str()));
                    let (names, number) =
                        (self.voice.list(names), Html::escaped(&count.to_string()));
                    let sentence = self.voice.form(words.unknown_names(), count);
                    note(&Html::filled(sentence, &[("count", &number), ("names", &names)]));
                }
            }
        }
        read.ok().map(|read| read.stance)
    }
}
