//! What pages and programs say to each other has its words in one module, `concord_model::talk`. Nobody else
//! writes such a word, and whoever has to, scripts, stylesheets and journeys, has no others.

#![cfg(test)]

mod shipped;
mod tree;

use std::{collections::BTreeSet, fs};

use concord_model::talk::{
    ATTRIBUTES, ArgumentAction, AtlasAction, AtlasChoice, Drawing, Fact, GONE, Label, Pace, Panel,
    PlayAction, QuizAction, RebuildAction, RecordAction, Request, ResultsAction, ResultsEntry,
    SHOWN, STANCE, Verdict, WorkerState,
};
use shipped::shipped;
use tree::{files, root};

/// Where the words are declared.
const MODULE: &str = "crates/model/src/talk/";

/// Who talks: the guide's program and those beside it, and what writes their pages.
const TALKERS: [&str; 10] = [
    "src/",
    "crates/reasoner/src/",
    "crates/atlas/src/",
    "crates/models/src/",
    "crates/play/src/",
    "crates/rebuild/src/",
    "crates/results/src/",
    "crates/search/src/",
    "crates/dom/src/",
    "crates/prerender/src/",
];

/// Words that mean other things, too.
const OTHERS: [(&str, &str); 19] = [
    ("blank", "a kind of question"),
    ("file", "a type of field"),
    ("form", "an element"),
    ("kept", "a class of the stylesheet"),
    ("label", "a name in sentences"),
    ("off", "a value of attributes"),
    ("on", "a value of attributes, and a class"),
    ("one", "a name in sentences"),
    ("open", "an attribute"),
    ("own", "a class of the stylesheet"),
    ("population", "a layer, and a setting of a model"),
    ("reset", "a type of button"),
    ("run", "a class of the stylesheet"),
    ("share", "a setting of a model"),
    ("step", "a class of the stylesheet"),
    ("tiles", "a class of the stylesheet"),
    ("verdict", "a name in sentences"),
    ("why", "a class of the stylesheet"),
    ("yours", "a part of a page"),
];

/// What a journey alone writes, as a mark for itself.
const MARK: &str = "data-before";

/// Attributes whose values are words of the talk.
const SPOKEN: [&str; 6] = ["do", "panel", "choice", "verdict", "is", "entry"];

/// All words of it.
fn words() -> BTreeSet<&'static str> {
    [
        ArgumentAction::ALL.map(ArgumentAction::name).as_slice(),
        &QuizAction::ALL.map(QuizAction::name),
        &RebuildAction::ALL.map(RebuildAction::name),
        &RecordAction::ALL.map(RecordAction::name),
        &AtlasAction::ALL.map(AtlasAction::name),
        &AtlasChoice::ALL.map(AtlasChoice::name),
        &PlayAction::ALL.map(PlayAction::name),
        &Pace::ALL.map(Pace::name),
        &ResultsAction::ALL.map(ResultsAction::name),
        &ResultsEntry::ALL.map(ResultsEntry::name),
        &Drawing::ALL.map(Drawing::name),
        &Label::ALL.map(Label::name),
        &Panel::ALL.map(Panel::name),
        &Verdict::ALL.map(Verdict::name),
        &WorkerState::ALL.map(WorkerState::name),
        &Request::WORDS,
        &Fact::WORDS,
        &[SHOWN, GONE, STANCE],
    ]
    .concat()
    .into_iter()
    .collect()
}

/// What stands in each file of those who talk that `find` finds there.
fn talkers<T>(find: impl Fn(&[String]) -> Vec<T>) -> Vec<(String, T)> {
    let talkers =
        shipped().iter().filter(|(name, _)| TALKERS.iter().any(|own| name.starts_with(own)));
    talkers
        .flat_map(|(name, tokens)| find(tokens).into_iter().map(|found| (name.clone(), found)))
        .collect()
}

/// The text of a literal.
fn text(token: &str) -> Option<&str> {
    token.strip_prefix('"')?.strip_suffix('"')
}

/// The attributes that a text names.
fn attributes(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, start) in text.match_indices("data-") {
        let before = text[..at].chars().next_back();
        let name: String = text[at + start.len()..]
            .chars()
            .take_while(|c| c.is_ascii_lowercase() || *c == '-')
            .collect();
        if !before.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_') && !name.is_empty()
        {
            found.push(format!("data-{name}"));
        }
    }
    found
}

/// The same in what is passed to JavaScript: `element.dataset.name`.
fn datasets(text: &str) -> Vec<String> {
    let name =
        |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric()).collect::<String>();
    text.split("dataset.").skip(1).map(|rest| format!("data-{}", name(rest))).collect()
}

#[test]
fn no_text_names_an_attribute() {
    let others = shipped().iter().filter(|(name, _)| !name.starts_with(MODULE));
    let others = others.flat_map(|(name, tokens)| tokens.iter().map(move |token| (name, token)));
    let found: Vec<_> = others.filter(|(_, token)| !attributes(token).is_empty()).collect();
    assert!(found.is_empty(), "write these by `data!`: {found:#?}");
}

/// Templates write names of attributes as they are, in pieces: `data`, `-`, `node`.
#[test]
fn templates_have_attributes_that_there_are() {
    let mut seen = BTreeSet::new();
    for (name, tokens) in shipped() {
        for rest in (0..tokens.len()).filter_map(|at| tokens.get(at..)) {
            let [data, minus, word, rest @ ..] = rest else { continue };
            if data != "data" || minus != "-" || !word.starts_with(|c: char| c.is_ascii_lowercase())
            {
                continue;
            }
            let is_longer = rest.first().is_some_and(|next| next == "-");
            let attribute = format!("data-{word}");
            assert!(!is_longer && ATTRIBUTES.contains(&&*attribute), "{name}: {attribute}-");
            if SPOKEN.contains(&word.as_str()) {
                let value = rest.iter().find(|token| *token != "=").map(String::as_str);
                assert!(
                    value.is_none_or(|value| text(value).is_none()),
                    "{name}: {attribute}={value:?}"
                );
            }
            seen.insert(attribute);
        }
    }
    assert!(seen.len() > 30, "templates write attributes: {seen:?}");
}

#[test]
fn words_stand_in_one_module() {
    let (words, others) = (words(), OTHERS.map(|(word, _)| word));
    let said = talkers(|tokens| {
        let said = tokens.iter().filter_map(|token| text(token));
        said.filter(|word| words.contains(word)).map(str::to_owned).collect()
    });
    for (word, why) in OTHERS {
        assert!(said.iter().any(|(_, own)| own == word), "nobody says {word}, {why}");
    }
    let found: Vec<_> = said.iter().filter(|(_, word)| !others.contains(&word.as_str())).collect();
    assert!(found.is_empty(), "use the names of `concord_model::talk`: {found:#?}");
}

/// The values that a text gives an attribute, or that it looks for.
fn values<'t>(text: &'t str, attribute: &str) -> Vec<&'t str> {
    let after = text.split(attribute).skip(1).filter_map(|rest| {
        let rest = rest.strip_prefix('=')?.trim_start_matches(['\\', '"', '\'']);
        let end = rest.find(|c: char| !(c.is_ascii_lowercase() || c == '-'))?;
        rest.get(..end).filter(|word| !word.is_empty())
    });
    after.collect()
}

#[test]
fn scripts_stylesheets_and_journeys_use_no_other_words() {
    let mut paths = files(&root().join("crates/prerender/src/scripts"), &["js"]);
    paths.extend(files(&root().join("style"), &["css"]));
    paths.extend(files(&root().join("tests"), &["mjs"]));
    for entry in fs::read_dir(root().join("crates")).unwrap() {
        let tests = entry.unwrap().path().join("tests");
        if tests.is_dir() {
            paths.extend(files(&tests, &["rs"]));
        }
    }
    let actions = [
        ArgumentAction::ALL.map(ArgumentAction::name).as_slice(),
        &QuizAction::ALL.map(QuizAction::name),
        &RebuildAction::ALL.map(RebuildAction::name),
        &RecordAction::ALL.map(RecordAction::name),
        &AtlasAction::ALL.map(AtlasAction::name),
        &PlayAction::ALL.map(PlayAction::name),
        &ResultsAction::ALL.map(ResultsAction::name),
    ]
    .concat();
    let events = [SHOWN, GONE, STANCE].map(|event| event.trim_start_matches("concord-"));
    let (mut seen, mut count) = (BTreeSet::new(), 0);
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.display();
        for attribute in attributes(&text).into_iter().chain(datasets(&text)) {
            let is_known = ATTRIBUTES.contains(&&*attribute) || attribute == MARK;
            assert!(is_known, "{name}: there is no {attribute}");
            seen.insert(attribute);
        }
        let spoken = [
            ("data-do", actions.as_slice()),
            ("data-panel", &Panel::ALL.map(Panel::name)),
            ("data-choice", &AtlasChoice::ALL.map(AtlasChoice::name)),
            ("data-verdict", &Verdict::ALL.map(Verdict::name)),
            ("data-is", &Label::ALL.map(Label::name)),
            ("data-entry", &ResultsEntry::ALL.map(ResultsEntry::name)),
        ];
        for (attribute, words) in spoken {
            for word in values(&text, attribute) {
                assert!(words.contains(&word), "{name}: {attribute} is never {word}");
                count += 1;
            }
        }
        if path.extension().is_some_and(|ending| ending == "js") {
            for event in text.split("Event(\"concord-").skip(1) {
                assert!(
                    events.iter().any(|own| event.starts_with(&format!("{own}\""))),
                    "{name}: {event}"
                );
                count += 1;
            }
            for said in text.split("postMessage(\"").skip(1) {
                let word = said.split('"').next().unwrap();
                assert!(WorkerState::read(word).is_some(), "{name}: the worker is never {word}");
                count += 1;
            }
        }
    }
    assert!(seen.len() > 30 && count > 60, "{count} words, and {seen:?}");
}
