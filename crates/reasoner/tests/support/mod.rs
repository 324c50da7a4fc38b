//! A page that asks the worker, without a browser.

#![allow(dead_code, reason = "each test uses its part")]

use std::{collections::BTreeMap, path::Path, sync::OnceLock};

use concord_compiler::{compile, read_pack};
use concord_model::{
    ArgumentMap, Guide, Html, Id, MapInference, MapStatement, OwnerMark, ReasonerFile,
    StatementKind, encode,
};
use concord_reasoner::{Fact, Reasoner};

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
        }
    }

    pub(crate) fn open(kept: &str, query: &str) -> Self {
        let mut page = Self::new();
        page.ask(&format!("open\n{kept}\n{query}"));
        page
    }

    /// Asks, and for all there is more, as the page does when it has shown the answer.
    pub(crate) fn ask(&mut self, request: &str) -> &mut Self {
        if self.ask_once(request) {
            assert!((0..1_000).any(|_| !self.ask_once("more\n")), "there is an end");
        }
        self
    }

    /// Asks once; whether there is more.
    pub(crate) fn ask_once(&mut self, request: &str) -> bool {
        let mut goes_on = false;
        let seen = self.number;
        self.number += 1;
        let answer = self.reasoner.answer(&format!("{}\n{seen}\n{request}", self.number)).unwrap();
        let mut lines = answer.split('\n');
        assert_eq!(lines.next(), Some(self.number.to_string().as_str()));
        for line in lines {
            let value = |text: &str| text.to_owned();
            match Fact::read(line).unwrap_or_else(|| panic!("{line}")) {
                Fact::Label(id, label) => drop(self.labels.insert(value(id), value(label))),
                Fact::Verdict(id, verdict) => drop(self.verdicts.insert(value(id), value(verdict))),
                Fact::Panel(name, html) => drop(self.panels.insert(value(name), value(html))),
                Fact::Say(text) => self.said = value(text),
                Fact::Keep(text) => self.kept = value(text),
                Fact::Share(text, _) => self.shared = value(text),
                Fact::Reasons(id, html) => drop(self.panels.insert(value(id), value(html))),
                Fact::Part(_, html) => drop(self.panels.insert(value("part"), value(html))),
                Fact::More => goes_on = true,
                _ => {}
            }
        }
        goes_on
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
