//! What the files of a pack become, section by section, and how the parts refer to each other.

use std::collections::{BTreeMap, BTreeSet};

use concord_model::{About, Block, Case, Id, ModelName, ModelPage, Plan, Route, Source, Term};

use super::{blocks::blocks, lesson, model, plan, term};
use crate::{
    diagnostic::Faults,
    figure::Figures,
    html::{Opening, Placement, Writer},
    kind::SectionKind,
    outline::{Document, Section},
    suggest,
    symbols::{Symbols, route},
};

/// All parts of a guide.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) welcome: Option<Vec<Block>>,
    pub(super) about: Option<About>,
    pub(super) lessons: Vec<lesson::Lowered>,
    pub(super) terms: Vec<Term>,
    pub(super) models: Vec<ModelPage>,
    pub(super) plans: Vec<Plan>,
    pub(super) opening: Option<Opening>,
    pub(super) placements: Vec<Placement>,
    pub(super) cases: Vec<Case>,
}

impl Parts {
    /// Lowers all documents; `back` says what leads back from a footnote.
    pub(super) fn of(
        documents: &[Document<'_>],
        symbols: &Symbols,
        figures: &Figures,
        back: &str,
        faults: &mut Faults,
    ) -> Self {
        let mut parts = Self::default();
        for document in documents {
            let mut referenced = Vec::new();
            for section in &document.sections {
                referenced.extend(parts.add(document, section, symbols, figures, back, faults));
            }
            report_unused_footnotes(document, &referenced, faults);
        }
        if parts.welcome.is_none() {
            let path = format!("{}home.md", symbols.folder);
            let fault = faults.error(&path, 0..0, "there is no home page");
            fault.hint("write a file with a section of kind `home`");
        }
        let place = |page: &ModelPage| ModelName::ALL.iter().position(|name| *name == page.name);
        parts.models.sort_by_key(place);
        // Equal dates keep the order of the files.
        parts.cases.sort_by(|a, b| a.date.cmp(&b.date));
        parts
    }

    /// Puts lessons in their order, and notes in terms and sources where they are used.
    pub(super) fn connect<'o>(
        &mut self,
        order: impl Iterator<Item = &'o Id>,
        sources: &mut [Source],
    ) {
        let order: BTreeMap<&Id, usize> = order.zip(0..).collect();
        self.lessons.sort_by_key(|lesson| order.get(&lesson.lesson.id).copied());
        self.plans.sort_by_key(|plan| order.get(&plan.lesson).copied());
        for lesson in &self.lessons {
            for term in self.terms.iter_mut().filter(|term| lesson.terms.contains(&term.id)) {
                term.used_in.push(lesson.lesson.id.clone());
            }
        }
        for source in sources {
            let lessons = self.lessons.iter().map(|own| &own.lesson);
            let citing = lessons.filter(|lesson| lesson.sources.contains(&source.id));
            source.used_in = citing.map(|lesson| lesson.id.clone()).collect();
            let defining = self.terms.iter().filter(|term| term.sources.contains(&source.id));
            source.terms = defining.map(|term| term.id.clone()).collect();
        }
    }

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
                self.welcome = Some(blocks(section, None, &mut writer));
                self.opening = writer.opening.take();
            }
            Some(SectionKind::Lesson) => {
                self.lessons.extend(lesson::lower(section, back, &mut writer))
            }
            Some(SectionKind::Term) => self.terms.extend(term::lower(section, &mut writer)),
            Some(SectionKind::Model) => self.models.extend(model::lower(section, &mut writer)),
            Some(SectionKind::Plan)
                if self.plans.iter().any(|plan| Some(&plan.lesson) == section.id.as_ref()) =>
            {
                let hint = "keep one of them, and put the text of both there";
                writer.refuse(&section.span, "this lesson has two plans", hint);
            }
            Some(SectionKind::Plan) => self.plans.extend(plan::lower(section, &mut writer)),
            Some(
                SectionKind::Statement(_)
                | SectionKind::Item(_)
                | SectionKind::Atlas
                | SectionKind::Play
                | SectionKind::Case
                | SectionKind::Opening,
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
        Some(SectionKind::Model) => {
            let id = section.id.as_ref().map_or("", Id::as_str);
            if ModelName::read(id).is_none() && !id.is_empty() {
                let fault = faults.error(
                    path,
                    section.attributes.span(id),
                    format!("there is no model `{id}`"),
                );
                fault.hint_if(suggest::did_you_mean(id, ModelName::ALL.map(ModelName::name)));
            }
        }
        None if section.attributes.classes.is_empty() => {
            let fault =
                faults.error(path, section.span.clone(), "a heading below no other needs a kind");
            fault
                .hint("add `.lesson`, `.term`, `.home` or `.about`: `# Title {#id .lesson}`; a section of what stands above it begins with `##`");
        }
        _ => {}
    }
    route(section)
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
