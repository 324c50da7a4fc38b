//! Turns settings, records and outlines into the guide.

mod argument;
mod atlas;
mod blocks;
mod case;
mod critique;
mod item;
mod length;
mod lesson;
mod linked;
mod model;
mod named;
mod opening;
mod parts;
mod plan;
mod play;
mod read;
mod rebuild;
mod relations;
mod statement;
mod term;
mod unread;
mod what_if;

use std::collections::{BTreeMap, BTreeSet};

use concord_model::{
    Address, Checked, Community, Critique, Form, Guide, Html, Id, Route, Source, Work, html,
};
use parts::Parts;
use read::Read;

use crate::{
    diagnostic::Faults,
    former,
    links::{self, LinkKind, ResolvedLink},
    settings::Settings,
    source_file::Texts,
    sources::Sources,
    symbols::{Symbols, nearest},
};

/// The guide, as far as it can be made; whether it is sound is for the diagnostics to say.
pub(crate) fn guide(texts: &Texts<'_>, faults: &mut Faults) -> Option<(Guide, Community)> {
    let mut read = Read::of(texts, faults)?;
    // Without all records, whatever refers to one of them would seem to lead nowhere.
    let mut sources = read.sources.take().filter(|_| !read.settings.broken)?;
    let symbols = names(&mut read, &sources, faults);
    check_lesson_order(&read.settings, &symbols, faults);
    let work = work(&read.settings, &symbols, faults);
    let also = also(&read.settings, &symbols, faults);
    let back = read.words.as_ref().map(|words| words.guide.back_to_text()).unwrap_or_default();
    let mut parts = Parts::of(&read.documents, &symbols, &read.figures, back, faults);
    parts.connect(read.settings.lessons.iter().map(|(id, _)| id), &mut sources.records);
    let mut community = read.community.unwrap_or_default();
    let (settings, words) = (read.settings, read.words?);
    let mut guide = Guide {
        id: settings.id?,
        root: settings.root,
        language: settings.language.map(String::from)?,
        direction: settings.direction,
        title: settings.title,
        tagline: settings.tagline,
        description: settings.description,
        work: work?,
        welcome: parts.welcome?,
        opening: None,
        also,
        what_ifs: Vec::new(),
        about: parts.about,
        owners: settings.owners,
        lessons: parts.lessons.into_iter().map(|lesson| lesson.lesson).collect(),
        terms: parts.terms,
        sources: sources.records,
        former: symbols.former_pieces(),
        states: symbols.states.clone(),
        model_pages: parts.models,
        plans: parts.plans,
        has_state_pages: !symbols.states.is_empty(),
        has_cases: !parts.cases.is_empty(),
        has_institutions: !community.institutions.is_empty(),
        has_votes: community.layers.iter().filter(|layer| layer.compared).count() > 1,
        has_map: community.outlines.is_some(),
        words: words.guide,
        atlas: words.atlas,
        reasoner_words: words.reasoner,
        teach: words.teach,
        models: words.models,
        critique: Critique::default(),
        schemes: words.schemes,
        results: words.results,
        packages: words.packages,
        twice: words.twice,
        rebuild: words.rebuild,
        plural: read.plural,
    };
    community.cases = parts.cases;
    relations::check_placements(&guide, &parts.placements, faults);
    relations::add_counters(&mut guide);
    rebuild::fill_in(&mut guide, &symbols, faults);
    guide.opening = parts.opening.map(|opening| opening::html(&opening, &guide));
    argument::check(&guide, &symbols, faults);
    guide.what_ifs = what_if::of(settings.what_ifs, &guide, settings.file.path, faults);
    guide.critique = critique::of(&guide, &symbols, faults);
    Some((guide, community))
}

/// Every name in the pack, and what those of today were called once.
fn names(read: &mut Read<'_>, sources: &Sources, faults: &mut Faults) -> Symbols {
    let (states, folder) = (std::mem::take(&mut read.states), read.folder.clone());
    let mut symbols = Symbols::new(&sources.ids, &read.settings.owner_ids, states, folder);
    if let Some(community) = &read.community {
        symbols.layers.clone_from(&community.layers);
        symbols.disclaimer.clone_from(&community.disclaimer);
    }
    if let Some(words) = &read.words {
        symbols.atlas.clone_from(&words.atlas);
        symbols.words.clone_from(&words.guide);
        words.models.play.play_open().clone_into(&mut symbols.open_model);
        symbols.citations = citations(&sources.records, words.guide.unverified());
    }
    for document in &read.documents {
        symbols.declare(document, faults);
    }
    for document in &read.documents {
        former::declare(&mut symbols, document, faults);
    }
    symbols
}

fn check_lesson_order(settings: &Settings<'_>, symbols: &Symbols, faults: &mut Faults) {
    let path = settings.file.path;
    let mut listed = BTreeSet::new();
    for (id, span) in &settings.lessons {
        if !symbols.lessons.contains_key(id) {
            let fault = faults.error(path, span.clone(), format!("there is no lesson `{id}`"));
            let hint = nearest(id.as_str(), symbols.lessons.keys());
            fault.hint(
                hint.unwrap_or_else(|| format!("begin a file with `# Title {{#{id} .lesson}}`")),
            );
        } else if !listed.insert(id) {
            faults
                .error(path, span.clone(), format!("the lesson `{id}` stands here twice"))
                .hint("a lesson has one place in the order; take one of them out");
        }
    }
    for (id, place) in &symbols.lessons {
        if !listed.contains(id) {
            faults
                .error(
                    &place.path,
                    0..0,
                    format!("the lesson `{id}` has no place in the order of lessons"),
                )
                .hint("name it in `lessons` of guide.toml");
        }
    }
}

fn work(settings: &Settings<'_>, symbols: &Symbols, faults: &mut Faults) -> Option<Work> {
    let (id, span) = settings.work.clone()?;
    if !symbols.sources.contains(&id) {
        let fault = faults.error(settings.file.path, span, format!("there is no source `{id}`"));
        fault.hint_if(nearest(id.as_str(), symbols.sources.iter()));
    }
    Some(Work { source: id })
}

/// What readers call otherwise: the address of what they mean, and their words for it.
fn also(settings: &Settings<'_>, symbols: &Symbols, faults: &mut Faults) -> Vec<(String, String)> {
    let mut also = Vec::new();
    for (words, (find, span)) in &settings.also {
        // A fragment needs the page it stands on.
        match links::resolve(find, &Route::NotFound, symbols) {
            Ok(ResolvedLink { href, kind }) if !matches!(kind, LinkKind::Outside) => {
                also.push((href, words.clone()));
            }
            Ok(_) => {
                let fault = faults.error(
                    settings.file.path,
                    span.clone(),
                    "the search finds nothing outside the guide",
                );
                fault.hint("write `term:id`, `lesson:id`, `claim:id`, `case:id` or `source:id`");
            }
            Err((message, hint)) => {
                faults.error(settings.file.path, span.clone(), message).hint_if(hint);
            }
        }
    }
    also
}

/// Links to the records of sources, each with its mark if nobody compared it.
fn citations(sources: &[Source], unverified: &str) -> BTreeMap<Id, Html> {
    let citation = |source: &Source| {
        let href = Address::new(Route::Sources, source.id.as_str()).href(Form::Folder);
        html! {
            a href=(href) { (source.title) }
            @if source.checked == Checked::Unverified { " " span.unverified { (unverified) } }
        }
    };
    sources.iter().map(|source| (source.id.clone(), citation(source))).collect()
}
