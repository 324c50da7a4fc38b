//! A page that asks the worker, without a browser.

#![allow(dead_code, reason = "each test uses its part")]

use std::{collections::BTreeMap, path::Path, sync::OnceLock};

use concord_compiler::{compile, read_pack};
use concord_model::{
    ArgumentMap, Guide, Html, Id, MapInference, MapStatement, OwnerMark, ReasonerFile,
    StatementKind, encode, percent_decoded,
    talk::{Answer, Asked, Fact, Request},
};
use concord_reasoner::Reasoner;

/// A conclusion from two premises of the work; an objection to one of them, and a reply to that.
pub(crate) const IDS: [&str; 5] = ["end", "first", "second", "objection", "reply"];

pub(crate) fn guide() -> &'static Guide {
    static GUIDE: OnceLock<Guide> = OnceLock::new();
    GUIDE.get_or_init(|| {
        let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        compile(&read_pack(&pack).unwrap()).guide.unwrap()
    })
}

pub(crate) fn bytes() -> Vec<u8> {
    let map = ArgumentMap {
        statements: IDS.iter().map(statement).collect(),
        inferences: vec![MapInference { premises: vec![1, 2], conclusion: 0 }],
        attacks: vec![(3, 1), (4, 3)],
        undercuts: Vec::new(),
    };
    encode(&ReasonerFile::of(guide(), map)).unwrap()
}

pub(crate) fn statement(id: &&str) -> MapStatement {
    MapStatement {
        id: Id::new(id).unwrap(),
        kind: match *id {
            "end" => StatementKind::Conclusion,
            "objection" => StatementKind::Objection,
            "reply" => StatementKind::Reply,
            _ => StatementKind::Premise,
        },
        title: Html::made_elsewhere(format!("The <em>{id}</em> &amp; so on")),
        short: format!("The {id} & so on"),
        href: format!("lessons/one/#{id}"),
        lesson: Some(0),
        owner: "The work".to_owned(),
        mark: OwnerMark::Disc,
        of_work: ["first", "second"].contains(id),
    }
}

/// A page that shows what it is answered.
pub(crate) struct Page {
    pub(crate) reasoner: Reasoner,
    pub(crate) number: u32,
    pub(crate) labels: BTreeMap<String, String>,
    pub(crate) verdicts: BTreeMap<String, String>,
    pub(crate) panels: BTreeMap<String, String>,
    pub(crate) said: String,
    pub(crate) kept: String,
    pub(crate) shared: String,
    /// The reader's own statements, as they are kept.
    pub(crate) own: String,
    /// Those that stand beside each statement.
    pub(crate) yours: BTreeMap<String, String>,
    /// The file that was given last: its name and its text.
    pub(crate) file: (String, String),
}

impl Page {
    pub(crate) fn new() -> Self {
        Self::with(&bytes())
    }

    /// A page about the argument of such a file.
    pub(crate) fn with(bytes: &[u8]) -> Self {
        Self {
            reasoner: Reasoner::new(bytes).unwrap(),
            number: 0,
            labels: BTreeMap::new(),
            verdicts: BTreeMap::new(),
            panels: BTreeMap::new(),
            said: String::new(),
            kept: String::new(),
            shared: String::new(),
            own: String::new(),
            yours: BTreeMap::new(),
            file: Default::default(),
        }
    }

    pub(crate) fn open(kept: &str, query: &str) -> Self {
        // The stance of the work's own premises, as far as nothing else was kept.
        let kept = if kept.is_empty() { "version=7e4cc6dc" } else { kept };
        let mut page = Self::new();
        page.ask(Request::Open(kept, "", query, ""));
        page
    }

    /// Asks, and for all there is more, as the page does when it has shown the answer.
    pub(crate) fn ask(&mut self, request: Request<'_>) -> &mut Self {
        if self.ask_once(request) {
            assert!((0..1_000).any(|_| !self.ask_once(Request::More(""))), "there is an end");
        }
        self
    }

    /// What is answered to a page that shows the answer of that number.
    pub(crate) fn answer(&mut self, shown: u32, request: Request<'_>) -> Option<String> {
        self.number += 1;
        self.reasoner.answer(&Asked { number: self.number, shown, request }.write())
    }

    /// Asks once; whether there is more.
    pub(crate) fn ask_once(&mut self, request: Request<'_>) -> bool {
        let mut goes_on = false;
        let answer = self.answer(self.number, request).unwrap();
        let (number, facts) = Answer::read(&answer).unwrap();
        assert_eq!((number, facts.count()), (self.number, answer.lines().count() - 1));
        let name = str::to_owned;
        for fact in Answer::read(&answer).unwrap().1 {
            match fact {
                Fact::Label(id, label) => drop(self.labels.insert(name(id), name(label.name()))),
                Fact::Verdict(id, own) => drop(self.verdicts.insert(name(id), name(own.name()))),
                Fact::Panel(panel, html) => self.show(panel.name(), html),
                Fact::Say(text) => self.said = name(text),
                Fact::Keep(text) => self.kept = name(text),
                Fact::Share(text, _) => self.shared = name(text),
                Fact::Reasons(id, html) => self.show(id, html),
                Fact::KeepOwn(text) => self.own = name(text),
                Fact::Yours(id, html) => drop(self.yours.insert(name(id), html.into_string())),
                Fact::File(own, text) => self.file = (name(own), percent_decoded(text).unwrap()),
                Fact::Part(_, html) => self.show("part", html),
                Fact::More => goes_on = true,
                _ => {}
            }
        }
        goes_on
    }

    fn show(&mut self, place: &str, html: Html) {
        self.panels.insert(place.to_owned(), html.into_string());
    }

    pub(crate) fn labels(&self) -> String {
        IDS.map(|id| self.labels[id].as_str()).join(" ")
    }

    /// The text of a panel, as a reader sees it, with the panels in it.
    pub(crate) fn panel(&self, name: &str) -> String {
        let ends = ["</p>", "</li>", "</summary>", "</h4>"];
        let mut html = self.panels[name].clone();
        for (inner, text) in &self.panels {
            let place = format!("data-panel=\"{inner}\">");
            html = html.replace(&place, &format!("{place}{text}"));
        }
        Html::made_elsewhere(ends.iter().fold(html, |html, end| html.replace(end, " "))).text()
    }
}
