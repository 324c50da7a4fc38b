//! Cuts a Markdown file into sections, by its headings and thematic breaks.

use std::{collections::BTreeSet, ops::Range};

use concord_model::Id;
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use crate::{
    attributes::{self, Attributes},
    diagnostic::Faults,
    events::{Spanned, is_language, plain_text},
    kind::SectionKind,
    lines::Lines,
    markdown,
    source_file::Text,
};

/// A file as sections.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    pub(crate) file: Text<'a>,
    pub(crate) lines: Lines,
    pub(crate) sections: Vec<Section<'a>>,
    /// Footnotes, by label, in the order of the file.
    pub(crate) footnotes: Vec<Footnote<'a>>,
}

/// A heading and what stands below it.
#[derive(Debug)]
pub(crate) struct Section<'a> {
    pub(crate) level: u8,
    /// The whole heading line.
    pub(crate) span: Range<usize>,
    pub(crate) title: Vec<Spanned<'a>>,
    pub(crate) attributes: Attributes<'a>,
    pub(crate) kind: Option<SectionKind>,
    /// The id that is written, or one made from the title of a plain heading.
    pub(crate) id: Option<Id>,
    pub(crate) parts: Vec<Part<'a>>,
}

/// A piece of a section, in reading order.
#[derive(Debug)]
pub(crate) enum Part<'a> {
    Prose(Vec<Spanned<'a>>),
    Section(Section<'a>),
}

/// A footnote's definition.
#[derive(Debug)]
pub(crate) struct Footnote<'a> {
    pub(crate) label: String,
    pub(crate) span: Range<usize>,
    pub(crate) events: Vec<Spanned<'a>>,
}

/// Reads a file into sections.
pub(crate) fn read<'a>(file: Text<'a>, faults: &mut Faults) -> Document<'a> {
    let mut builder = Builder {
        file,
        open: Vec::new(),
        done: Vec::new(),
        footnotes: Vec::new(),
        labels: BTreeSet::new(),
        lead_reported: false,
    };
    let mut events = markdown::parse(file, faults).into_iter();
    // Only what stands at the left margin makes sections; a heading in a list is prose's to refuse.
    let mut depth = 0_usize;
    while let Some((event, span)) = events.next() {
        match event {
            event if depth > 0 => {
                depth = depth_after(&event, depth);
                builder.prose((event, span), faults);
            }
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                let title = until_end(&mut events, TagEnd::Heading(level));
                let attributes = Attributes::new(file, span.clone(), id, classes, attrs);
                builder.heading(level, span, title, attributes, faults);
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let events = until_end(&mut events, TagEnd::FootnoteDefinition);
                // The parser matches labels whatever their case.
                let label = label.to_lowercase();
                if !builder.labels.insert(label.clone()) {
                    faults
                        .error(
                            file.path,
                            span.clone(),
                            format!("the footnote `{label}` is defined twice"),
                        )
                        .hint("give one of them another label, here and where it is referred to");
                }
                builder.footnotes.push(Footnote { label, span, events });
            }
            Event::Rule => builder.thematic_break(span, faults),
            event => {
                depth = depth_after(&event, depth);
                builder.prose((event, span), faults);
            }
        }
    }
    builder.close_to(0);
    let lines = Lines::of(file.text);
    Document { file, lines, sections: builder.done, footnotes: builder.footnotes }
}

/// How many elements are open after an event.
fn depth_after(event: &Event<'_>, depth: usize) -> usize {
    match event {
        Event::Start(_) => depth + 1,
        Event::End(_) => depth.saturating_sub(1),
        _ => depth,
    }
}

/// Takes events up to the end of the element that was just opened, without that end.
fn until_end<'a>(events: &mut impl Iterator<Item = Spanned<'a>>, end: TagEnd) -> Vec<Spanned<'a>> {
    let mut depth = 1_usize;
    let mut inner = Vec::new();
    for (event, span) in events {
        match &event {
            Event::Start(tag) if tag.to_end() == end => depth += 1,
            Event::End(tag) if *tag == end => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        inner.push((event, span));
    }
    inner
}

struct Builder<'a> {
    file: Text<'a>,
    /// Sections that are still open, outermost first.
    open: Vec<Section<'a>>,
    done: Vec<Section<'a>>,
    footnotes: Vec<Footnote<'a>>,
    labels: BTreeSet<String>,
    /// Whether text before the first heading was reported; once is enough.
    lead_reported: bool,
}

impl<'a> Builder<'a> {
    fn heading(
        &mut self,
        level: HeadingLevel,
        span: Range<usize>,
        title: Vec<Spanned<'a>>,
        attributes: Attributes<'a>,
        faults: &mut Faults,
    ) {
        let level = level as u8;
        while self.open.last().is_some_and(|section| section.level >= level) {
            self.close();
        }
        let parent = self.open.last().map_or(0, |section| section.level);
        if level > parent + 1 {
            let fault = faults.error(
                self.file.path,
                span.clone(),
                format!("a heading of level {level} follows level {parent}"),
            );
            let source = self.file.text.get(span.clone()).unwrap_or_default();
            let text = source.lines().next().unwrap_or_default().trim_start_matches('#').trim();
            fault.hint(format!("write `{} {text}`", "#".repeat(parent as usize + 1)));
        }
        self.check_attribute_block(&title, &span, faults);
        self.check_title(&title, faults);
        let kind = attributes.kind(faults);
        attributes.check(kind, faults);
        let text = plain_text(&title);
        let id = attributes.checked_id(faults).or_else(|| {
            (kind.is_none() && attributes.id.is_none()).then(|| Id::from_title(&text)).flatten()
        });
        if text.is_empty() {
            faults
                .error(self.file.path, span.clone(), "this heading has no text")
                .hint("write a title after its signs, or take them out");
        } else if id.is_none() && attributes.id.is_none() {
            let fault = faults.error(self.file.path, span.clone(), "this section has no id");
            fault.hint_if(Id::from_title(&text).map(|id| format!("give it one: `#{id}`")));
        }
        self.open.push(Section { level, span, title, attributes, kind, id, parts: Vec::new() });
    }

    /// A malformed attribute block silently stays in the title, and of a well-formed one the parser
    /// silently drops what it does not know, so the source is looked at once more.
    fn check_attribute_block(
        &self,
        title: &[Spanned<'a>],
        span: &Range<usize>,
        faults: &mut Faults,
    ) {
        let source = self.file.text.get(span.clone()).unwrap_or_default().trim_end();
        let open = source.trim_end_matches('#').trim_end();
        if open.len() < source.len() && open.ends_with('}') && !open.ends_with("\\}") {
            let place = span.start..span.start + source.len();
            let message = "the signs at the end keep the attribute block from being read";
            self.faults_at(place, message, format!("write `{open}`"), faults);
            return;
        }
        let Some(start) =
            source.rfind('{').filter(|_| source.ends_with('}') && !source.ends_with("\\}"))
        else {
            return;
        };
        let stays = matches!(title.last(), Some((Event::Text(last), _)) if last.ends_with('}'));
        let block = source.get(start + 1..source.len() - 1).unwrap_or_default();
        let parts = attributes::parts(block);
        let is_read = parts.is_some_and(|parts| {
            let ids = parts.iter().filter(|part| part.starts_with('#')).count();
            ids <= 1 && !parts.is_empty() && parts.iter().all(|part| part.chars().count() > 1)
        });
        let is_code = matches!(title.last(), Some((Event::Code(_), _)));
        if !is_code && is_read && !stays {
            for (part, meant) in Attributes::crooked(block) {
                let at = span.start + start + 1 + block.find(part).unwrap_or_default();
                let message = "a value stands in straight quotes";
                self.faults_at(at..at + part.len(), message, format!("write `{meant}`"), faults);
            }
        }
        if !is_code && (stays || !is_read) {
            faults
                .error(
                    self.file.path,
                    span.start + start..span.start + source.len(),
                    "this attribute block cannot be read",
                )
                .hint(
                    "write `{#id .kind key=value}` with straight quotes around a value that has spaces, \
                     and none of \\ < > { } in it, or `\\{` and `\\}` for braces that belong to the title",
                );
        }
    }

    fn faults_at(&self, span: Range<usize>, message: &str, hint: String, faults: &mut Faults) {
        faults.error(self.file.path, span, message).hint(hint);
    }

    /// Titles stand in links of their own, so they hold none, and nothing that would be a link.
    fn check_title(&self, title: &[Spanned<'a>], faults: &mut Faults) {
        for (event, span) in title {
            let is_language =
                matches!(event, Event::Start(Tag::Link { dest_url, .. }) if is_language(dest_url));
            if !is_language
                && matches!(
                    event,
                    Event::Start(Tag::Link { .. } | Tag::Image { .. })
                        | Event::FootnoteReference(_)
                        | Event::InlineHtml(_)
                )
            {
                faults
                    .error(self.file.path, span.clone(), "a heading holds text alone")
                    .hint("put links, footnotes and drawings into the text below it");
            }
        }
    }

    fn thematic_break(&mut self, span: Range<usize>, faults: &mut Faults) {
        if self.open.len() > 1 {
            self.close();
        } else {
            faults.error(self.file.path, span, "there is no section here to close").hint(
                "take it out: `***` closes the innermost section below a title, and none is open",
            );
        }
    }

    fn prose(&mut self, event: Spanned<'a>, faults: &mut Faults) {
        let Some(section) = self.open.last_mut() else {
            if !self.lead_reported {
                self.lead_reported = true;
                faults
                    .error(self.file.path, event.1, "this text stands before the first heading")
                    .hint("begin the file with a heading such as `# Title {#id .lesson}`");
            }
            return;
        };
        match section.parts.last_mut() {
            Some(Part::Prose(events)) => events.push(event),
            _ => section.parts.push(Part::Prose(vec![event])),
        }
    }

    fn close(&mut self) {
        if let Some(section) = self.open.pop() {
            match self.open.last_mut() {
                Some(parent) => parent.parts.push(Part::Section(section)),
                None => self.done.push(section),
            }
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.close();
        }
    }
}

impl<'a> Section<'a> {
    /// The section and all below it, in reading order.
    pub(crate) fn walk(&self) -> Vec<&Section<'a>> {
        let mut all = vec![self];
        for part in &self.parts {
            if let Part::Section(section) = part {
                all.extend(section.walk());
            }
        }
        all
    }
}
