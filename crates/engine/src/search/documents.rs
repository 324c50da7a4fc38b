//! A guide as the documents that can be found, in one fixed order.

use concord_model::{
    Address, Block, Guide, Heading, Html, Id, Item, Route, Source, Statement, StatementKind,
};

use serde::{Deserialize, Serialize};

use super::plain::{one_line, plain};

/// Something that can be found, as plain text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Where it stands.
    pub address: Address,
    /// What it is.
    pub kind: DocumentKind,
    /// Its heading, sentence or name, in one line.
    pub title: String,
    /// What stands below that, in one line.
    pub text: String,
}

/// What a document is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DocumentKind {
    /// A lesson: its summary, what stands before its first heading, and its footnotes.
    Lesson,
    /// A plain heading with the prose below it, or the opening of a page that is no lesson.
    Section,
    /// A statement with its own explanation, and whose it is.
    Statement(StatementKind, Id),
    /// An entry of the glossary.
    Term,
    /// A record of a source.
    Source,
    /// A state of the community.
    State,
    /// A question: its label and what it asks. Of one that only quizzes ask, the address is the quiz, and
    /// its fragment the question.
    Question,
}

/// All documents of a guide: the home page, lessons with their questions, the page about the guide, terms,
/// sources, questions that no lesson shows, pages that answer, and states, each part before those below it.
///
/// The same guide always gives the same list; an [`Index`](super::Index) relies on that.
#[must_use]
pub fn documents(guide: &Guide) -> Vec<Document> {
    let mut walk = Walk { route: Route::Home, documents: Vec::new() };
    let home =
        walk.push(None, DocumentKind::Section, one_line(&guide.title), one_line(&guide.tagline));
    walk.blocks(home, &guide.welcome);
    for lesson in &guide.lessons {
        walk.route = Route::Lesson(lesson.id.clone());
        // Its summary is its first paragraph, so that is read where it stands.
        let at = walk.push(None, DocumentKind::Lesson, one_line(&lesson.title), String::new());
        walk.blocks(at, &lesson.blocks);
        for note in &lesson.notes {
            walk.append(at, note);
        }
    }
    if let Some(about) = &guide.about {
        walk.route = Route::About;
        let at = walk.push(None, DocumentKind::Section, one_line(&about.title), String::new());
        walk.blocks(at, &about.blocks);
    }
    walk.route = Route::Glossary;
    for term in &guide.terms {
        walk.push(
            Some(&term.id),
            DocumentKind::Term,
            one_line(&term.title),
            plain(&term.definition),
        );
    }
    walk.route = Route::Sources;
    for source in &guide.sources {
        walk.push(Some(&source.id), DocumentKind::Source, one_line(&source.title), facts(source));
    }
    walk.route = Route::Quiz;
    for (_, item) in guide.items().filter(|(_, item)| item.later) {
        walk.question(item);
    }
    let words = &guide.words;
    for (route, name, hint) in [
        (Route::Argument, words.argument_map(), words.argument_intro()),
        (Route::Quiz, words.quiz(), words.quiz_what()),
        (Route::Standing, words.standing(), words.review_how()),
        (Route::Whole, words.whole_guide(), words.whole_guide_hint()),
    ] {
        walk.route = route;
        walk.push(None, DocumentKind::Section, one_line(name), one_line(hint));
    }
    for state in guide.states.iter().filter(|_| guide.has_state_pages) {
        walk.route = Route::State(state.id.clone());
        walk.push(None, DocumentKind::State, one_line(&state.name), String::new());
    }
    walk.documents
}

/// What is known of a source, and what it says.
fn facts(source: &Source) -> String {
    let mut facts = source.by.clone();
    for fact in [Some(&source.date), source.symbol.as_ref()].into_iter().flatten() {
        facts.push_str(", ");
        facts.push_str(fact);
    }
    facts.push_str(". ");
    facts.push_str(&source.note);
    one_line(&facts)
}

struct Walk {
    /// The page that is read.
    route: Route,
    documents: Vec<Document>,
}

impl Walk {
    /// Adds a document of the page and tells its number.
    fn push(&mut self, id: Option<&Id>, kind: DocumentKind, title: String, text: String) -> usize {
        let fragment = id.map(|id| id.as_str().to_owned());
        let address = Address { route: self.route.clone(), fragment };
        self.documents.push(Document { address, kind, title, text });
        self.documents.len() - 1
    }

    /// Adds a question, without its answers, which a hit would give away.
    fn question(&mut self, item: &Item) {
        self.push(Some(&item.id), DocumentKind::Question, plain(&item.title), plain(&item.stem));
    }

    /// Adds to the text of a document.
    fn append(&mut self, document: usize, html: &Html) {
        if let Some(document) = self.documents.get_mut(document) {
            if !document.text.is_empty() {
                document.text.push(' ');
            }
            document.text.push_str(&plain(html));
        }
    }

    /// Adds what stands in the document `outer`: prose to the innermost heading above it.
    fn blocks(&mut self, outer: usize, blocks: &[Block]) {
        // Open headings by level, outermost first. A thematic break takes prose back to one.
        let mut open: Vec<(u8, usize)> = Vec::new();
        for block in blocks {
            match block {
                Block::Prose(html) => {
                    self.append(open.last().map_or(outer, |heading| heading.1), html);
                }
                Block::Heading(Heading { id, level, title }) => {
                    close(&mut open, *level);
                    let at =
                        self.push(Some(id), DocumentKind::Section, plain(title), String::new());
                    open.push((*level, at));
                }
                Block::Statement(Statement { id, kind, level, title, owner, blocks, .. }) => {
                    close(&mut open, *level);
                    let kind = DocumentKind::Statement(*kind, owner.clone());
                    let at = self.push(Some(id), kind, plain(title), String::new());
                    self.blocks(at, blocks);
                }
                Block::Item(item) => {
                    close(&mut open, item.level);
                    if !item.later {
                        self.question(item);
                    }
                }
                Block::Atlas(_) | Block::Model(_) => {}
            }
        }
    }
}

/// Closes the headings that one of this level ends.
fn close(open: &mut Vec<(u8, usize)>, level: u8) {
    while open.pop_if(|heading| heading.0 >= level).is_some() {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use concord_model::StatementKind;

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    fn prose(text: &str) -> Block {
        Block::Prose(Html::made_elsewhere(format!("<p>{text}</p>")))
    }

    fn heading(level: u8, name: &str) -> Block {
        Block::Heading(Heading { id: id(name), level, title: Html::made_elsewhere(name) })
    }

    fn statement(level: u8, name: &str, blocks: Vec<Block>) -> Block {
        Block::Statement(Statement {
            id: id(name),
            kind: StatementKind::Reply,
            level,
            title: Html::made_elsewhere(format!("{name} <em>is</em>")),
            short: None,
            owner: id("guide"),
            sources: Vec::new(),
            target: None,
            way: None,
            from: Vec::new(),
            scheme: None,
            follows: None,
            twice: false,
            asks: None,
            blocks,
        })
    }

    #[test]
    fn prose_belongs_to_what_it_stands_below() {
        let mut walk = Walk { route: Route::Glossary, documents: Vec::new() };
        let page = walk.push(None, DocumentKind::Lesson, "page".to_owned(), String::new());
        walk.blocks(
            page,
            &[
                prose("1"),
                heading(2, "a"),
                prose("2"),
                heading(3, "b"),
                prose("3"),
                statement(
                    3,
                    "c",
                    vec![prose("4"), statement(4, "d", vec![prose("5")]), prose("6")],
                ),
                prose("7"),
                statement(2, "e", vec![]),
                prose("8"),
            ],
        );
        let told: Vec<(Option<&str>, &str, &str)> = walk
            .documents
            .iter()
            .map(|one| (one.address.fragment.as_deref(), one.title.as_str(), one.text.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (None, "page", "1 8"),
                (Some("a"), "a", "2 7"),
                (Some("b"), "b", "3"),
                (Some("c"), "c is", "4 6"),
                (Some("d"), "d is", "5"),
                (Some("e"), "e is", ""),
            ]
        );
    }
}
