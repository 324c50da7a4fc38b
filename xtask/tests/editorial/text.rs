//! HTML of the compiler as the text that a reader reads: one passage a paragraph, item or cell.

use std::ops::Range;

use concord_model::{Block, Html, ItemPart};
use roxmltree::{Document, Node};

/// What a passage is to its reader; rules differ by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// A paragraph, an item of a list, or a note.
    Prose,
    /// A cell of a table, which need not be a sentence.
    Cell,
    /// A plain heading or the label of a question.
    Heading,
    /// A statement's title, which is one full sentence.
    Statement,
    /// The few words that stand for it.
    Label,
    /// The question of an item.
    Stem,
    /// An answer to choose.
    Answer,
    /// What a reader is told who chose it.
    Feedback,
    /// What stands below a figure.
    Caption,
    /// What stands for a figure where it is not seen.
    Alternative,
}

/// Text without a break in it.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    /// The name of its page.
    pub(crate) page: String,
    /// The id of the nearest heading, statement, question or term above it.
    pub(crate) section: String,
    pub(crate) part: Part,
    /// The text, with single spaces.
    pub(crate) text: String,
    /// Bytes of it that are links, with their addresses.
    pub(crate) links: Vec<(Range<usize>, String)>,
}

impl Passage {
    /// A key for exemptions: it holds until somebody rewrites the words that it names.
    pub(crate) fn key(&self, about: &str) -> String {
        let words: Vec<&str> = about.split_whitespace().take(6).collect();
        format!("{}/{}: {}", self.page, self.section, words.join(" "))
    }
}

/// The passages of a page, gathered in reading order.
pub(crate) struct Places {
    page: String,
    pub(crate) section: String,
    pub(crate) passages: Vec<Passage>,
}

impl Places {
    pub(crate) fn new(page: String) -> Self {
        Self { page, section: "opening".to_owned(), passages: Vec::new() }
    }

    pub(crate) fn add(&mut self, part: Part, html: &Html) {
        self.passages.extend(passages(&self.page, &self.section, part, html));
    }

    pub(crate) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Prose(html) => self.add(Part::Prose, html),
                Block::Heading(heading) => {
                    self.section = heading.id.to_string();
                    self.add(Part::Heading, &heading.title);
                }
                Block::Statement(statement) => {
                    let around = std::mem::replace(&mut self.section, statement.id.to_string());
                    self.add(Part::Statement, &statement.title);
                    if let Some(short) = &statement.short {
                        self.add(Part::Label, &Html::escaped(short));
                    }
                    self.blocks(&statement.blocks);
                    self.section = around;
                }
                // What a map says is data, and its words are those of the interface.
                Block::Atlas(_) | Block::Model(_) => {}
                Block::Item(item) => {
                    let around = std::mem::replace(&mut self.section, item.id.to_string());
                    // An argument is rebuilt of what lessons say, and reasons for it are words of the interface.
                    let is_said_elsewhere = item.interaction.kind() == "rebuild";
                    for (part, html) in item.parts() {
                        let part = match part {
                            ItemPart::Answer | ItemPart::Feedback if is_said_elsewhere => continue,
                            ItemPart::Title => Part::Heading,
                            ItemPart::Stem | ItemPart::Hint => Part::Stem,
                            ItemPart::Answer => Part::Answer,
                            ItemPart::Feedback => Part::Feedback,
                        };
                        self.add(part, html);
                    }
                    self.section = around;
                }
            }
        }
    }
}

/// Compiled HTML as a tree. The compiler writes every tag closed and every attribute quoted, so
/// that a reader of XML reads it.
pub(crate) fn with_tree<T>(html: &Html, read: impl FnOnce(Node<'_, '_>) -> T) -> T {
    let wrapped = format!("<div>{}</div>", html.as_str());
    let tree = Document::parse(&wrapped)
        .unwrap_or_else(|error| panic!("this is no HTML of ours: {error}\n{wrapped}"));
    read(tree.root_element())
}

/// The passages of a piece of HTML.
pub(crate) fn passages(page: &str, section: &str, part: Part, html: &Html) -> Vec<Passage> {
    with_tree(html, |root| {
        let empty = Passage {
            page: page.to_owned(),
            section: section.to_owned(),
            part,
            text: String::new(),
            links: Vec::new(),
        };
        let mut reader = Reader { found: Vec::new(), open: empty.clone(), empty };
        reader.inside(root, part);
        reader.close(part);
        reader.found
    })
}

/// Reads a tree in order; whatever is no mark-up within a line ends the passage that is open.
struct Reader {
    found: Vec<Passage>,
    open: Passage,
    empty: Passage,
}

impl Reader {
    fn inside(&mut self, node: Node<'_, '_>, part: Part) {
        for child in node.children() {
            if let Some(text) = child.text().filter(|_| child.is_text()) {
                self.write(text);
            } else if child.is_element() {
                self.element(child, part);
            }
        }
    }

    fn element(&mut self, node: Node<'_, '_>, part: Part) {
        match node.tag_name().name() {
            // Numbers of footnotes and the ways back from them are no words of the text.
            "a" if matches!(node.attribute("class"), Some("note" | "back")) => {}
            "a" => {
                let start = self.next_byte();
                self.inside(node, part);
                let href = node.attribute("href").unwrap_or_default().to_owned();
                self.open.links.push((start..self.open.text.len(), href));
            }
            "em" | "strong" | "code" | "del" | "sup" | "span" => self.inside(node, part),
            "br" => self.write(" "),
            "svg" => {
                self.close(part);
                self.write(node.attribute("aria-label").unwrap_or_default());
                self.close(Part::Alternative);
            }
            "figcaption" => self.block(node, part, Part::Caption),
            "td" | "th" => self.block(node, part, Part::Cell),
            _ => self.block(node, part, part),
        }
    }

    fn block(&mut self, node: Node<'_, '_>, around: Part, part: Part) {
        self.close(around);
        self.inside(node, part);
        self.close(part);
    }

    /// The byte at which the next word will stand.
    fn next_byte(&self) -> usize {
        self.open.text.len()
    }

    fn write(&mut self, text: &str) {
        for c in text.chars() {
            let blank = c.is_whitespace();
            if !blank {
                self.open.text.push(c);
            } else if !self.open.text.is_empty() && !self.open.text.ends_with(' ') {
                self.open.text.push(' ');
            }
        }
    }

    fn close(&mut self, part: Part) {
        let mut passage = std::mem::replace(&mut self.open, self.empty.clone());
        passage.text.truncate(passage.text.trim_end().len());
        passage.part = part;
        if !passage.text.is_empty() {
            self.found.push(passage);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> Vec<(Part, String)> {
        let html = Html::made_elsewhere(html);
        let found = passages("page", "section", Part::Prose, &html);
        found.into_iter().map(|passage| (passage.part, passage.text)).collect()
    }

    #[test]
    fn paragraphs_items_and_cells_are_passages_of_their_own() {
        let html = "<p>One\n<em>two</em>.</p>\n<ul>\n<li>three\n<ul>\n<li>four</li>\n</ul>\n</li>\n\
                    </ul><table><thead><tr><th>five</th></tr></thead></table>";
        let expected = [
            (Part::Prose, "One two."),
            (Part::Prose, "three"),
            (Part::Prose, "four"),
            (Part::Cell, "five"),
        ];
        assert_eq!(read(html), expected.map(|(part, text)| (part, text.to_owned())));
    }

    #[test]
    fn figures_give_their_alternative_and_their_caption() {
        let html = "<figure class=\"figure\"><svg aria-label=\"Two bars.\"><text>a</text></svg>\
                    <figcaption>One hour.</figcaption></figure>\n";
        let expected = [(Part::Alternative, "Two bars."), (Part::Caption, "One hour.")];
        assert_eq!(read(html), expected.map(|(part, text)| (part, text.to_owned())));
    }

    #[test]
    fn numbers_of_footnotes_are_no_text_and_links_keep_their_place() {
        let html = Html::made_elsewhere(
            "<p>Late.<sup><a class=\"note\" href=\"#n\">1</a></sup> See <a href=\"x/\">it</a>.</p>"
                .to_owned(),
        );
        let [passage] = &passages("page", "section", Part::Prose, &html)[..] else { panic!() };
        assert_eq!(passage.text, "Late. See it.");
        assert_eq!(passage.links, [(10..12, "x/".to_owned())]);
        assert_eq!(passage.key("See it."), "page/section: See it.");
    }
}
