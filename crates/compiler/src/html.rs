//! Writes prose as HTML: links resolved, footnotes numbered, drawings taken in, nothing raw.

use std::{collections::BTreeMap, ops::Range};

use concord_model::{Address, Case, Form, Html, Id, Route, StatementKind, html};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::{
    diagnostic::Faults,
    events::{Spanned, is_language},
    figure::Figures,
    former,
    image::figure_in,
    links::{self, LinkKind},
    outline::Footnote,
    source_file::Text,
    symbols::{Space, Symbols},
    table::Table,
};

/// Writes the prose of one page from one file, and notes what it cites.
pub(crate) struct Writer<'w, 'a> {
    pub(crate) file: Text<'a>,
    pub(crate) route: Route,
    pub(crate) symbols: &'w Symbols,
    pub(crate) figures: &'w Figures,
    footnotes: &'w [Footnote<'a>],
    /// Labels of footnotes in the order of their first reference.
    pub(crate) referenced: Vec<String>,
    /// The number of each of them.
    numbers: BTreeMap<String, usize>,
    /// Sources cited so far, in the order of their first mention.
    pub(crate) cited: Vec<Id>,
    /// Terms linked so far, in the order of their first mention.
    pub(crate) terms: Vec<Id>,
    /// What questions say about the places of statements, to be compared with the argument.
    pub(crate) placements: Vec<Placement>,
    /// Cases told so far.
    pub(crate) cases: Vec<Case>,
    /// The opening question of the home page.
    pub(crate) opening: Option<Opening>,
    pub(crate) faults: &'w mut Faults,
    /// Whether a question is being written.
    pub(crate) in_question: bool,
    /// Whether words of another language are being written; links hold no others.
    in_foreign: bool,
    /// The table that is being written.
    table: Table,
}

/// The question that the home page opens with: what it tells, and what can be chosen.
pub(crate) struct Opening {
    pub(crate) heading: Html,
    pub(crate) text: Html,
    pub(crate) sides: Vec<Side>,
}

/// What can be chosen there, what is said to it, and the statement that it grants.
pub(crate) struct Side {
    pub(crate) choice: Html,
    pub(crate) answer: Html,
    pub(crate) statement: Id,
}

/// What a question takes for the place of a statement.
pub(crate) struct Placement {
    /// The question.
    pub(crate) path: String,
    pub(crate) span: Range<usize>,
    pub(crate) statement: Id,
    pub(crate) part: StatementKind,
    pub(crate) target: Id,
}

impl<'w, 'a> Writer<'w, 'a> {
    pub(crate) fn new(
        file: Text<'a>,
        route: Route,
        symbols: &'w Symbols,
        figures: &'w Figures,
        footnotes: &'w [Footnote<'a>],
        faults: &'w mut Faults,
    ) -> Self {
        Self {
            file,
            route,
            symbols,
            figures,
            footnotes,
            referenced: Vec::new(),
            numbers: BTreeMap::new(),
            cited: Vec::new(),
            terms: Vec::new(),
            placements: Vec::new(),
            cases: Vec::new(),
            opening: None,
            faults,
            in_question: false,
            in_foreign: false,
            table: Table::default(),
        }
    }

    /// Notes that a source was mentioned.
    pub(crate) fn cite(&mut self, id: &Id) {
        if !self.cited.contains(id) {
            self.cited.push(id.clone());
        }
    }

    /// Writes block elements.
    pub(crate) fn blocks(&mut self, events: &[Spanned<'a>]) -> Html {
        let mut out = Vec::with_capacity(events.len());
        let mut rest = events;
        while let Some((first, after)) = rest.split_first() {
            if let [(Event::Start(Tag::Link { .. }), span), (Event::End(TagEnd::Link), _), ..] =
                rest
            {
                self.refuse(span, "this link has no text", "write it in the square brackets");
            }
            rest = match figure_in(rest) {
                Some((figure, after)) => {
                    out.push(self.figure(&figure));
                    after
                }
                None => {
                    self.event(first, &mut out);
                    after
                }
            };
        }
        html_of(out)
    }

    /// Writes text within a line, such as a heading's.
    pub(crate) fn inline(&mut self, events: &[Spanned<'a>]) -> Html {
        Html::made_elsewhere(self.blocks(events).as_str().trim_end())
    }

    /// Writes the footnotes that were referenced, in their order, with the way back.
    pub(crate) fn notes(&mut self, back: &str) -> Vec<Html> {
        let mut notes = Vec::new();
        let footnotes = self.footnotes.iter().rev();
        // Of two definitions with one label the first counts, as it does for the parser.
        let defined: BTreeMap<&str, &Footnote<'a>> =
            footnotes.map(|note| (note.label.as_str(), note)).collect();
        // A note may refer to another, which then joins the end of the list.
        while let Some(label) = self.referenced.get(notes.len()).cloned() {
            let Some(note) = defined.get(label.as_str()) else { break };
            let mut html = self.blocks(&note.events).into_string();
            let address = Address::new(self.route.clone(), &format!("_ref-{}", notes.len() + 1));
            let link = html! {
                " " a.back href=(address.href(Form::Folder)) aria-label=(back) { "↩" }
            };
            let at = html.trim_end().strip_suffix("</p>").map_or(html.len(), str::len);
            html.insert_str(at, link.as_str());
            notes.push(Html::made_elsewhere(html));
        }
        notes
    }

    fn event(&mut self, (event, span): &Spanned<'a>, out: &mut Vec<Event<'a>>) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) if is_language(dest_url) => {
                let tag = self.foreign(dest_url, span);
                self.in_foreign = true;
                out.push(Event::InlineHtml(tag.into()));
            }
            Event::End(TagEnd::Link) if self.in_foreign => {
                self.in_foreign = false;
                out.push(Event::InlineHtml("</span>".into()));
            }
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                if !title.is_empty() {
                    self.refuse(span, "a link cannot have a title", "say it in the text");
                }
                let tag = self.link(*link_type, dest_url, span);
                out.push(Event::InlineHtml(tag.into()));
            }
            Event::End(TagEnd::Link) => out.push(Event::InlineHtml("</a>".into())),
            Event::FootnoteReference(label) => {
                if !matches!(self.route, Route::Lesson(_)) {
                    self.refuse(span, "footnotes stand in lessons only", "say it in the text");
                } else if self.in_question {
                    // It is asked in reviews and quizzes, too, and an answer is read aloud.
                    self.refuse(
                        span,
                        "a footnote cannot stand in a question, which is also asked away from its lesson",
                        "say it in the text of the question or of its feedback",
                    );
                }
                let html = self.reference(&label.to_lowercase());
                out.push(Event::InlineHtml(html.into_string().into()));
            }
            Event::Start(Tag::TableHead) => {
                self.table.cell = 0;
                self.table.is_head = true;
                out.push(event.clone());
            }
            Event::Start(Tag::TableRow) => {
                self.table.cell = 0;
                self.table.is_head = false;
                out.push(event.clone());
            }
            Event::Start(Tag::TableCell) => {
                out.push(Event::InlineHtml(self.table.open_cell().into()))
            }
            Event::Start(Tag::Table(alignments)) => {
                let begins = out.len();
                self.table = Table { alignments: alignments.clone(), begins, ..Table::default() };
                // Its place is taken by the frame that has the table's name.
                out.push(Event::Html("".into()));
                out.push(Event::Start(Tag::Table(alignments.clone())));
            }
            Event::End(TagEnd::TableHead) => {
                let frame = self.table.frame(out);
                if let Some(place) = out.get_mut(self.table.begins) {
                    *place = Event::Html(frame.into());
                }
                out.push(event.clone());
            }
            Event::End(TagEnd::Table) => {
                out.push(Event::End(TagEnd::Table));
                out.push(Event::Html("</div>".into()));
            }
            // What is wider than the page is scrolled, also by keys.
            Event::Start(Tag::CodeBlock(_)) => {
                out.push(Event::Html("<pre tabindex=\"0\"><code>".into()));
            }
            Event::End(TagEnd::CodeBlock) => out.push(Event::Html("</code></pre>\n".into())),
            Event::Html(_) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => self.refuse(
                span,
                "raw HTML cannot stand in content",
                "use Markdown, or write `&lt;` for the character <",
            ),
            Event::Start(Tag::Image { .. }) => self.refuse(
                span,
                "a drawing stands in a paragraph of its own",
                "put an empty line before and after it; answers, titles and cells hold none",
            ),
            Event::TaskListMarker(_) => self.refuse(
                span,
                "a task list belongs in a question",
                "open a section of kind `choice`, or use a plain list",
            ),
            Event::Start(Tag::Heading { .. }) => self.refuse(
                span,
                "a heading cannot stand inside a list or quotation",
                "move it to the left margin",
            ),
            Event::Start(Tag::FootnoteDefinition(_)) => self.refuse(
                span,
                "a footnote is defined at the left margin",
                "move the definition out of the list or quotation",
            ),
            other => out.push(other.clone()),
        }
    }

    pub(crate) fn refuse(&mut self, span: &Range<usize>, message: &str, hint: &str) {
        self.faults.error(self.file.path, span.clone(), message).hint(hint);
    }

    /// The name that a statement or question has today; writing a former one is worth a warning.
    pub(crate) fn node_now<'n>(&mut self, name: &'n str, span: &Range<usize>) -> &'n str
    where
        'w: 'n,
    {
        self.symbols.now(Space::Node, name, (self.file.path, span.clone()), self.faults)
    }

    /// The opening tag of a link; a link that leads nowhere is a fault and writes a plain anchor.
    fn link(&mut self, link_type: LinkType, destination: &str, span: &Range<usize>) -> String {
        if link_type == LinkType::Email {
            self.refuse(span, "mail addresses cannot be linked", "write it as text");
            return "<a>".to_owned();
        }
        let renewed = self.symbols.renewed_link(destination, &self.route);
        if let Some(now) = &renewed {
            let place = self.place_of(destination, span);
            former::warn(self.file.path, place, destination, now, self.faults);
        }
        let destination = renewed.as_deref().unwrap_or(destination);
        match links::resolve(destination, &self.route, self.symbols) {
            Ok(link) => {
                let class = match &link.kind {
                    LinkKind::Inside => "",
                    LinkKind::Term(id) => {
                        if !self.terms.contains(id) {
                            self.terms.push(id.clone());
                        }
                        " class=\"term\""
                    }
                    LinkKind::Source(id) => {
                        self.cite(id);
                        " class=\"cite\""
                    }
                    LinkKind::Outside => " class=\"outside\" rel=\"noopener noreferrer\"",
                };
                format!("<a{class} href=\"{}\">", Html::escaped(&link.href))
            }
            Err((message, hint)) => {
                let place = self.place_of(destination, span);
                self.faults.error(self.file.path, place, message).hint_if(hint);
                "<a>".to_owned()
            }
        }
    }

    /// The bytes of `part` within `span`, or all of it.
    pub(crate) fn place_of(&self, part: &str, span: &Range<usize>) -> Range<usize> {
        let source = self.file.text.get(span.clone()).unwrap_or_default();
        match source.rfind(part) {
            Some(at) if !part.is_empty() => span.start + at..span.start + at + part.len(),
            _ => span.clone(),
        }
    }

    fn reference(&mut self, label: &str) -> Html {
        let known = self.numbers.get(label).copied();
        let number = known.unwrap_or(self.referenced.len() + 1);
        let id = known.is_none().then(|| format!("_ref-{number}"));
        if known.is_none() {
            self.referenced.push(label.to_owned());
            self.numbers.insert(label.to_owned(), number);
        }
        let href = Address::new(self.route.clone(), &format!("_note-{number}")).href(Form::Folder);
        html! { sup { a.note id=[id] href=(href) role="doc-noteref" { (number) } } }
    }
}

fn html_of(events: Vec<Event<'_>>) -> Html {
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events.into_iter());
    Html::made_elsewhere(html)
}
