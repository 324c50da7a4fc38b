//! Addresses, as anybody may write them.

use concord_engine::{
    argument::{
        Graph, Stance, Verdict,
        stance_code::{self, Linked},
        stance_text,
    },
    community::{Compared, Said},
    own,
    search::{marked, snippet},
    selection::{NAMES, Selection, USUAL_COUNT},
};
use concord_model::{
    Address, Form, Id, ModelName, Route, percent_decoded, root_of, talk::AtlasChoice,
};
use concord_models::{Kind, Value, model, parse, written};

use crate::small::{self, Known};

/// A text as an address below the guide, in all its parts: each is read as something or as nothing, and what is read is written
/// so that it is read again.
pub fn links(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    page(&text);
    let (before, fragment) = text.split_once('#').unwrap_or((&text, ""));
    let (path, query) = before.split_once('?').unwrap_or((before, ""));
    page(path);
    quiz(query);
    stance(query);
    states(query);
    run(path, query);
    search(query);
    shares(Route::own_in(&["#", fragment].concat()).unwrap_or(fragment));
}

/// The values of a name in a query, as browsers read them.
fn values(query: &str, name: &str) -> Vec<String> {
    let pairs = query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let own = pairs.filter(|(key, _)| *key == name);
    own.map(|(_, value)| percent_decoded(&value.replace('+', " ")).unwrap_or(value.to_owned()))
        .collect()
}

fn page(path: &str) {
    let route = Route::parse(path);
    for form in [Form::Folder, Form::File, Form::Fragment] {
        let href = route.href(form);
        assert!(
            !href.is_empty()
                && !href.contains(|c: char| c.is_whitespace() || "\"'<>\\?%".contains(c))
        );
        assert_eq!(Route::parse(href.trim_start_matches("./")), route, "{href}");
    }
    let depth = route.file().matches('/').count();
    assert_eq!(route.base().matches("../").count(), depth, "{route:?}");
    let address = Address::parse(path);
    assert_eq!(Address::parse(&address.href(Form::Folder)), address);
    if let Some(root) = root_of(path) {
        assert!(root.ends_with('/') && root_of(&root).as_ref() == Some(&root), "{root}");
    }
}

fn quiz(query: &str) {
    let guide = &small::known().guide;
    let selection = Selection::read(guide, |name| values(query, name));
    let chosen = selection.choose(guide);
    assert!(chosen.len() <= selection.count.unwrap_or(USUAL_COUNT));
    let ids: Vec<&Id> = chosen.iter().map(|(_, item)| &item.id).collect();
    assert!(ids.iter().enumerate().all(|(at, id)| !ids[..at].contains(id)), "{ids:?}");
    if let Some(questions) = &selection.questions {
        assert!(ids.iter().all(|id| questions.contains(id)), "{ids:?}");
    }
    let is_said =
        NAMES.iter().any(|name| values(query, name).iter().any(|own| !own.trim().is_empty()));
    assert_eq!(selection.is_empty(), !is_said, "{selection:?}");
}

fn leaves(graph: &Graph, stance: &Stance) -> Vec<Verdict> {
    (0..graph.statements())
        .filter(|own| graph.is_leaf(*own))
        .map(|leaf| stance.verdict(leaf))
        .collect()
}

fn stance(query: &str) {
    let graph = small::stances().graph();
    let ids: Vec<Id> = small::stances().statements().iter().map(|own| own.id.clone()).collect();
    let ids = ids.as_slice();
    let start = |verdict| {
        let mut start = Stance::blank(graph.statements());
        (0..graph.statements()).for_each(|leaf| start.set(leaf, verdict));
        start
    };
    let starts = Verdict::ALL.map(start);
    let former = [(Id::new("learned-less").unwrap(), Id::new("learn-less").unwrap())];
    let code = stance_code::find(query);
    let linked = code.and_then(|code| stance_code::read(graph, ids, &former, &starts, code));
    let opening = Stance::blank(graph.statements());
    let read = stance_text::read(graph, ids, &former, &opening, query).ok();
    let _ = stance_text::stands_in(query);
    for stance in linked.map(|own| own.stance).into_iter().chain(read.map(|own| own.stance)) {
        let code = stance_code::write(graph, ids, &starts, &stance);
        let again = stance_code::find(&code)
            .and_then(|code| stance_code::read(graph, ids, &[], &starts, code));
        let Some(Linked { stance: again, unknown: 0 }) = again else { panic!("{code}: {again:?}") };
        assert_eq!(leaves(graph, &again), leaves(graph, &stance));
        let text = stance_text::write(graph, ids, &opening, &stance);
        let again = stance_text::read(graph, ids, &[], &opening, &text).unwrap();
        assert_eq!(leaves(graph, &again.stance), leaves(graph, &stance), "{text}");
    }
}

fn states(query: &str) {
    let Known { guide, columns, votes, .. } = small::known();
    let said = Said::read(columns, &guide.states, |choice| values(query, choice.name()).pop());
    assert!(said.states.iter().all(|state| *state < guide.states.len()));
    assert!(said.layer.into_iter().chain(said.with).all(|layer| layer < columns.len()));
    // An address with what was read says the same.
    let id = |layer: Option<usize>| layer.map_or("", |layer| columns[layer].id.as_str());
    let named: Vec<&str> =
        said.states.iter().map(|state| guide.states[*state].id.as_str()).collect();
    let (named, year) =
        (named.join(","), said.year.map(|year| year.to_string()).unwrap_or_default());
    let drawing = said.drawing.map_or("", |drawing| drawing.name());
    let written = Route::compared_with(
        &[
            (AtlasChoice::Layer, id(said.layer)),
            (AtlasChoice::With, id(said.with)),
            (AtlasChoice::Drawing, drawing),
            (AtlasChoice::Year, &year),
            (AtlasChoice::States, &named),
        ],
        Form::Folder,
    );
    let again = written.split_once('?').map_or("", |(_, query)| query);
    assert_eq!(
        Said::read(columns, &guide.states, |choice| values(again, choice.name()).pop()),
        said
    );
    if let [one, other, ..] = *said.states {
        let (states, words, plural) = (&guide.states, &guide.atlas, &guide.plural);
        let compared = Compared { states, columns, votes, words, plural };
        crate::html::hold(compared.pair(one, other).as_str());
        assert!(!compared.told(one, other).is_empty());
    }
}

/// A model is set by any link, and runs so.
fn run(path: &str, query: &str) {
    let Known { guide, world, .. } = small::known();
    let named = match Route::parse(path) {
        Route::Model(name) => name,
        _ => ModelName::GoodFaith,
    };
    let model = model(named);
    let link = parse(model, world, query);
    for parameter in model.parameters() {
        let value = link.settings.value(parameter.name);
        if let (Kind::Number { least, most, .. }, Some(Value::Number(number))) =
            (parameter.kind, value)
        {
            assert!((least..=most).contains(number), "{}={number}", parameter.name);
        }
    }
    let text = written(model, world, &link.settings, link.at);
    assert_eq!(parse(model, world, &text), link, "{text}");
    let mut run = model.start(&link.settings, world);
    let mut left = 3;
    while left > 0 && run.step() {
        left -= 1;
    }
    let _ = run.shown(&guide.models);
}

fn search(query: &str) {
    let searcher = &small::known().search;
    for query in values(query, "q") {
        let found = searcher.index.search(&query, 5, str::to_lowercase);
        assert!(found.hits.len() <= 5);
        for hit in &found.hits {
            let document = &searcher.documents[hit.document];
            let title = marked(&document.title, &hit.words, str::to_lowercase);
            assert_eq!(title.iter().map(|piece| piece.text).collect::<String>(), document.title);
            let _ = snippet(&document.text, &hit.words, str::to_lowercase, 160);
        }
    }
}

/// Statements of somebody's own.
fn shares(share: &str) {
    if let Ok(all) = own::read_share(share) {
        assert_eq!(own::read_share(&own::share(&all)).as_ref(), Ok(&all));
        assert_eq!(own::read_share(&own::file(&all)).as_ref(), Ok(&all));
        assert_eq!(own::read(&own::write(&all)), (all.clone(), Vec::new()));
        let (mine, _) = own::read("own-12345678.a.accept.b own-00000000.own-12345678.reject.c");
        let mut both = mine.clone();
        own::add(&mut both, all.clone());
        assert_eq!(both[..mine.len()], mine);
        let count = both.len();
        own::add(&mut both, all);
        assert_eq!(both.len(), count, "added twice");
    }
    let (all, rest) = own::read(share);
    let parts = share.split_ascii_whitespace().count();
    assert_eq!(all.len() + rest.len(), parts);
    assert_eq!(own::read(&own::write(&all)), (all, Vec::new()));
}
