//! Turns settings, records and outlines into the guide.

mod argument;
mod atlas;
mod blocks;
mod case;
mod item;
mod length;
mod lesson;
mod named;
mod relations;
mod statement;
mod term;
mod unread;

use std::collections::{BTreeMap, BTreeSet};

use concord_model::{
    Address, Case, Checked, Community, Form, Guide, Html, Id, Route, Source, Work, html,
};

use crate::{
    community,
    diagnostic::Faults,
    figure::Figures,
    former,
    html::{Placement, Writer},
    kind::SectionKind,
    outline::{self, Document, Section},
    plural,
    settings::{self, Settings},
    source_file::{Text, Texts},
    sources,
    symbols::{Symbols, nearest},
    words,
};

/// The guide, as far as it can be made; whether it is sound is for the diagnostics to say.
pub(crate) fn guide(texts: &Texts<'_>, faults: &mut Faults) -> Option<(Guide, Community)> {
    let Some(file) = find(texts, "guide.toml") else {
        if texts.unreadable.contains(&"guide.toml") {
            return None;
        }
        faults
            .error("guide.toml", 0..0, "the pack is empty: there is no `guide.toml`")
            .hint("content/README.md says what a pack consists of");
        return None;
    };
    let settings = settings::read(file, faults);
    let sources =
        required(texts, "sources.toml", faults).and_then(|file| sources::read(file, faults));
    let folder = format!("{}/", settings.language.as_ref()?);
    let plural = plural::of(settings.language.as_ref()?.as_str());
    let words = required(texts, &format!("{folder}words.toml"), faults)
        .map(|file| words::read(file, &plural, faults));
    let documents = documents(texts, &folder, faults);
    let figures = Figures::read(inside(texts, &folder, ".svg"), faults);
    let states = find(texts, "community/states.csv").map(|file| community::states(file, faults));
    let states = states.unwrap_or_default();
    let known = sources.as_ref().map(|sources| sources.ids.as_slice());
    let (community, read) = match known {
        Some(sources) => community::read(texts, &states, sources, faults),
        None => (None, Vec::new()),
    };
    if known.is_some() {
        unread::report(texts, &folder, &read, faults);
    }
    // Without all records, whatever refers to one of them would seem to lead nowhere.
    let mut sources = sources.filter(|_| !settings.broken)?;

    let mut community = community.unwrap_or_default();
    let mut symbols = Symbols::new(&sources.ids, &settings.owner_ids, states, folder);
    symbols.layers.clone_from(&community.layers);
    symbols.disclaimer.clone_from(&community.disclaimer);
    symbols.atlas = words.as_ref().map(|(_, atlas, _)| atlas.clone()).unwrap_or_default();
    if let Some((words, ..)) = &words {
        symbols.citations = citations(&sources.records, words.unverified());
    }
    for document in &documents {
        symbols.declare(document, faults);
    }
    for document in &documents {
        former::declare(&mut symbols, document, faults);
    }
    check_lesson_order(&settings, &symbols, faults);
    let work = work(&settings, &symbols, faults);

    let back = words.as_ref().map(|(words, ..)| words.back_to_text()).unwrap_or_default();
    let mut parts = Parts::default();
    for document in &documents {
        let mut referenced = Vec::new();
        for section in &document.sections {
            referenced.extend(parts.add(document, section, &symbols, &figures, back, faults));
        }
        report_unused_footnotes(document, &referenced, faults);
    }
    if parts.welcome.is_none() {
        let path = format!("{}home.md", symbols.folder);
        let fault = faults.error(&path, 0..0, "there is no home page");
        fault.hint("write a file with a section of kind `home`");
    }
    let mut terms = parts.terms;
    let order: BTreeMap<&Id, usize> = settings.lessons.iter().map(|(id, _)| id).zip(0..).collect();
    parts.lessons.sort_by_key(|lesson| order.get(&lesson.lesson.id).copied());
    for lesson in &parts.lessons {
        for term in terms.iter_mut().filter(|term| lesson.terms.contains(&term.id)) {
            term.used_in.push(lesson.lesson.id.clone());
        }
    }
    for source in &mut sources.records {
        let citing =
            parts.lessons.iter().filter(|lesson| lesson.lesson.sources.contains(&source.id));
        source.used_in = citing.map(|lesson| lesson.lesson.id.clone()).collect();
        let defining = terms.iter().filter(|term| term.sources.contains(&source.id));
        source.terms = defining.map(|term| term.id.clone()).collect();
    }
    let (words, atlas, reasoner_words) = words?;
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
        about: parts.about,
        owners: settings.owners,
        lessons: parts.lessons.into_iter().map(|lesson| lesson.lesson).collect(),
        terms,
        sources: sources.records,
        former: symbols.former_pieces(),
        states: symbols.states.clone(),
        has_cases: !parts.cases.is_empty(),
        has_institutions: !community.institutions.is_empty(),
        words,
        atlas,
        reasoner_words,
        plural,
    };
    // Equal dates keep the order of the files.
    parts.cases.sort_by(|a, b| a.date.cmp(&b.date));
    community.cases = parts.cases;
    relations::check_placements(&guide, &parts.placements, faults);
    relations::add_counters(&mut guide);
    argument::check(&guide, &symbols, faults);
    Some((guide, community))
}

fn find<'a>(texts: &Texts<'a>, path: &str) -> Option<Text<'a>> {
    texts.files.iter().find(|text| text.path == path).copied()
}

fn required<'a>(texts: &Texts<'a>, path: &str, faults: &mut Faults) -> Option<Text<'a>> {
    let found = find(texts, path);
    if found.is_none() && !texts.unreadable.contains(&path) {
        faults
            .error(path, 0..0, "this file is missing")
            .hint("content/README.md says what it holds");
    }
    found
}

/// Files of one kind in the folder of the guide's language.
fn inside<'t, 'a>(
    texts: &'t Texts<'a>,
    folder: &'t str,
    ending: &'t str,
) -> impl Iterator<Item = Text<'a>> + 't {
    texts
        .files
        .iter()
        .copied()
        .filter(move |text| text.path.starts_with(folder) && text.path.ends_with(ending))
}

fn documents<'a>(texts: &Texts<'a>, folder: &str, faults: &mut Faults) -> Vec<Document<'a>> {
    inside(texts, folder, ".md").map(|file| outline::read(file, faults)).collect()
}

fn report_unused_footnotes(document: &Document<'_>, referenced: &[String], faults: &mut Faults) {
    let referenced: BTreeSet<&String> = referenced.iter().collect();
    for note in document.footnotes.iter().filter(|note| !referenced.contains(&note.label)) {
        faults
            .warning(
                document.file.path,
                note.span.clone(),
                format!("nothing refers to footnote `{}`", note.label),
            )
            .hint(format!("place `[^{}]` where it belongs, or remove it", note.label));
    }
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

/// What files become, while they are read.
#[derive(Default)]
struct Parts {
    welcome: Option<Vec<concord_model::Block>>,
    about: Option<concord_model::About>,
    lessons: Vec<lesson::Lowered>,
    terms: Vec<concord_model::Term>,
    placements: Vec<Placement>,
    cases: Vec<Case>,
}

impl Parts {
    /// Takes a section of a file, and tells the labels of the footnotes that it refers to.
    fn add<'a>(
        &mut self,
        document: &Document<'a>,
        section: &Section<'a>,
        symbols: &Symbols,
        figures: &Figures,
        back: &str,
        faults: &mut Faults,
    ) -> Vec<String> {
        let Some(route) = outermost_route(document, section, faults) else { return Vec::new() };
        let mut writer =
            Writer::new(document.file, route, symbols, figures, &document.footnotes, faults);
        match section.kind {
            Some(SectionKind::Home) if self.welcome.is_some() => {
                writer
                    .faults
                    .error(document.file.path, section.span.clone(), "there are two home pages")
                    .hint("keep one section of kind `home`, and make this one a `.lesson`");
            }
            Some(SectionKind::About) if self.about.is_some() => {
                writer
                    .faults
                    .error(
                        document.file.path,
                        section.span.clone(),
                        "there are two pages about the guide",
                    )
                    .hint("keep one section of kind `about`, and put the text of both there");
            }
            Some(SectionKind::About) => self.about = lesson::about(section, &mut writer),
            Some(SectionKind::Home) => {
                self.welcome = Some(blocks::blocks(section, None, &mut writer))
            }
            Some(SectionKind::Lesson) => {
                self.lessons.extend(lesson::lower(section, back, &mut writer))
            }
            Some(SectionKind::Term) => self.terms.extend(term::lower(section, &mut writer)),
            Some(
                SectionKind::Statement(_)
                | SectionKind::Item(_)
                | SectionKind::Atlas
                | SectionKind::Case,
            )
            | None => {}
        }
        self.placements.append(&mut writer.placements);
        self.cases.append(&mut writer.cases);
        writer.referenced
    }
}

/// The page of an outermost section; what cannot be outermost is a fault.
fn outermost_route(
    document: &Document<'_>,
    section: &Section<'_>,
    faults: &mut Faults,
) -> Option<Route> {
    let path = document.file.path;
    match section.kind {
        Some(kind) if !kind.is_outermost() => {
            let fault = faults.error(
                path,
                section.span.clone(),
                format!("a {} stands within a lesson", kind.name()),
            );
            fault.hint("begin the file with `# Title {#id .lesson}` and go one level deeper here");
        }
        None if section.attributes.classes.is_empty() => {
            let fault =
                faults.error(path, section.span.clone(), "a heading below no other needs a kind");
            fault
                .hint("add `.lesson`, `.term`, `.home` or `.about`: `# Title {#id .lesson}`; a section of what stands above it begins with `##`");
        }
        _ => {}
    }
    crate::symbols::route(section)
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
