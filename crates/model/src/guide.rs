//! A guide as a whole: its owners, its terms and the work it explains.

use serde::{Deserialize, Serialize};

use crate::{
    AtlasWords, Block, Critique, Form, Html, Id, Item, Lesson, ModelName, ModelPage, ModelWords,
    PackageWords, Piece, Plan, Plural, ReasonerWords, RebuildWords, ResultsWords, Route,
    SchemeWords, Source, State, Statement, TeachWords, TwiceWords, Words,
};

/// Everything a reader can see, in reading order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// Its name, under which the reader's record is kept; the same in all its languages.
    pub id: Id,
    /// The way from its pages to the root of the site, which all its languages share.
    pub root: String,
    /// BCP 47 language tag of the text, such as `en`.
    pub language: String,
    /// Writing direction of that language.
    pub direction: Direction,
    /// Name of the guide.
    pub title: String,
    /// One line below the title.
    pub tagline: String,
    /// One or two sentences for search engines and link previews.
    pub description: String,
    /// The work whose arguments the guide explains.
    pub work: Work,
    /// What stands on the home page.
    pub welcome: Vec<Block>,
    /// The question that it opens with, each choice with its answer; packs may go without.
    pub opening: Option<Html>,
    /// What readers call otherwise: the address of what they mean, and their words for it.
    pub also: Vec<(String, String)>,
    /// What readers may try on the argument, each with one press; packs may go without. Pages alone have it.
    #[serde(skip)]
    pub what_ifs: Vec<WhatIf>,
    /// What the guide is and is not, in its makers' words; packs may go without.
    pub about: Option<About>,
    /// Whose statements the guide reports, in the order of the legend.
    pub owners: Vec<Owner>,
    /// Lessons in reading order.
    pub lessons: Vec<Lesson>,
    /// The glossary, in the order of its files.
    pub terms: Vec<Term>,
    /// Sources that something in the guide cites or may cite, in the order of `sources.toml`.
    pub sources: Vec<Source>,
    /// What content called otherwise once, and what it is now. Readers come by such names: with what
    /// their browser remembers, and by links of others.
    pub former: Vec<(Piece, Piece)>,
    /// The states that the guide speaks of, in the order of their names; packs may go without.
    pub states: Vec<State>,
    /// The pages of models to play with, in the order in which models are offered; packs may go without.
    pub model_pages: Vec<ModelPage>,
    /// Plans for teaching lessons, in reading order; packs may go without. Pages alone have them.
    #[serde(skip)]
    pub plans: Vec<Plan>,
    /// Whether there is a page of the cases that lessons tell.
    pub has_cases: bool,
    /// Whether there is a page of the institutions that connect them.
    pub has_institutions: bool,
    /// Whether states and votes can be compared: there are two votes or more.
    pub has_votes: bool,
    /// Whether the states have pages.
    pub has_state_pages: bool,
    /// Whether there is a map of the states to draw.
    pub has_map: bool,
    /// The words of the interface.
    pub words: Words,
    /// The words of its pages about states.
    pub atlas: AtlasWords,
    /// The words of what reasons over the argument.
    pub reasoner_words: ReasonerWords,
    /// The words of frames and of the pages for teachers, which pages alone have.
    #[serde(skip)]
    pub teach: TeachWords,
    /// The words of the models to play with.
    pub models: ModelWords,
    /// The schemes of the argument's steps and what asks their questions. Like their words, pages alone
    /// have it.
    #[serde(skip)]
    pub critique: Critique,
    /// The words of schemes.
    #[serde(skip)]
    pub schemes: SchemeWords,
    /// The words of results and of the class page.
    #[serde(skip)]
    pub results: ResultsWords,
    /// The words of packages, which pages alone have.
    #[serde(skip)]
    pub packages: PackageWords,
    /// The words of verdicts that are asked for twice; pages alone have them.
    #[serde(skip)]
    pub twice: TwiceWords,
    /// The words in which an argument is rebuilt; a program of its own has them.
    #[serde(skip)]
    pub rebuild: RebuildWords,
    /// The plural rule of the language.
    pub plural: Plural,
}

/// Something to try on the argument: what if some of it does not hold?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// The question.
    pub ask: String,
    /// What is said beside what comes out, if anything is.
    pub then: Option<String>,
    /// The statements that are rejected together, all of them such that a reader judges.
    pub reject: Vec<Id>,
}

impl Guide {
    /// The lesson of that id and its place in the reading order, from 0.
    #[must_use]
    pub fn lesson(&self, id: &Id) -> Option<(usize, &Lesson)> {
        self.lessons.iter().enumerate().find(|(_, lesson)| lesson.id == *id)
    }

    /// The page of a model.
    #[must_use]
    pub fn model_page(&self, name: ModelName) -> Option<&ModelPage> {
        self.model_pages.iter().find(|page| page.name == name)
    }

    /// The plan of a lesson.
    #[must_use]
    pub fn plan(&self, lesson: &Id) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.lesson == *lesson)
    }

    /// The owner of that id and its place in the legend, from 0.
    #[must_use]
    pub fn owner(&self, id: &Id) -> Option<&Owner> {
        self.owners.iter().find(|owner| owner.id == *id)
    }

    /// The term of that id.
    #[must_use]
    pub fn term(&self, id: &Id) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == *id)
    }

    /// The pages that hold blocks, in reading order.
    pub fn pages(&self) -> impl Iterator<Item = (Route, &[Block])> {
        let about = self.about.iter().map(|about| (Route::About, about.blocks.as_slice()));
        let lessons = self.lessons.iter();
        let lessons =
            lessons.map(|lesson| (Route::Lesson(lesson.id.clone()), lesson.blocks.as_slice()));
        std::iter::once((Route::Home, self.welcome.as_slice())).chain(lessons).chain(about)
    }

    /// All statements with their pages, in reading order: one before those below it.
    pub fn statements(&self) -> impl Iterator<Item = (Route, &Statement)> {
        self.pages().flat_map(|(route, blocks)| {
            let mut found = Vec::new();
            collect_statements(blocks, &mut found);
            found.into_iter().map(move |statement| (route.clone(), statement))
        })
    }

    /// The statement of that id and its page.
    #[must_use]
    pub fn statement(&self, id: &Id) -> Option<(Route, &Statement)> {
        self.pages().find_map(|(route, blocks)| Some((route, statement_in(blocks, id)?)))
    }

    /// All questions with their lessons, in reading order. A bank may hold thousands, so nothing is
    /// copied on the way.
    pub fn items(&self) -> impl Iterator<Item = (&Lesson, &Item)> {
        self.lessons.iter().flat_map(|lesson| {
            lesson.blocks.iter().filter_map(move |block| match block {
                Block::Item(item) => Some((lesson, item)),
                _ => None,
            })
        })
    }

    /// The question of that id and its page.
    #[must_use]
    pub fn item(&self, id: &Id) -> Option<(Route, &Item)> {
        let (lesson, item) = self.items().find(|(_, item)| item.id == *id)?;
        Some((Route::Lesson(lesson.id.clone()), item))
    }

    /// What a piece is now that may have had that name once.
    #[must_use]
    pub fn now(&self, piece: Piece) -> Piece {
        let former = self.former.iter().find(|(old, _)| *old == piece);
        former.map_or(piece, |(_, now)| now.clone())
    }

    /// The address of the statement, question or term that has that name, or had it once.
    #[must_use]
    pub fn href_of(&self, id: &Id, form: Form) -> Option<String> {
        let kinds = [Piece::Statement, Piece::Item, Piece::Term];
        kinds.into_iter().find_map(|kind| self.now(kind(id.clone())).href(self, form))
    }

    /// The state of that id.
    #[must_use]
    pub fn state(&self, id: &Id) -> Option<&State> {
        self.states.iter().find(|state| state.id == *id)
    }

    /// The source of that id.
    #[must_use]
    pub fn source(&self, id: &Id) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }
}

fn collect_statements<'g>(blocks: &'g [Block], found: &mut Vec<&'g Statement>) {
    for block in blocks {
        if let Block::Statement(statement) = block {
            found.push(statement);
            collect_statements(&statement.blocks, found);
        }
    }
}

fn statement_in<'g>(blocks: &'g [Block], id: &Id) -> Option<&'g Statement> {
    blocks.iter().find_map(|block| match block {
        Block::Statement(statement) if statement.id == *id => Some(statement),
        Block::Statement(statement) => statement_in(&statement.blocks, id),
        _ => None,
    })
}

/// A page of its own about the guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Title, as plain text.
    pub title: String,
    /// First paragraph as plain text, for link previews.
    pub summary: String,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

/// Writing direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// The work a guide explains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// Its record among the sources.
    pub source: Id,
}

/// Somebody whose statements the guide reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// Name used in content.
    pub id: Id,
    /// Name shown to readers, as in "claimed by …".
    pub name: String,
    /// Shape and colour that stand for this owner everywhere.
    pub mark: OwnerMark,
    /// Whether this is the guide's own voice, which may speak without citing a source.
    pub own_voice: bool,
    /// Whether the explained work speaks here, whose premises a reader of its argument starts with.
    pub of_work: bool,
}

/// The marks of owners: a shape and, in the stylesheet, a colour of its own.
///
/// The set is closed because each has to be told apart from all others without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OwnerMark {
    /// A filled circle.
    Disc,
    /// A filled square.
    Square,
    /// A filled triangle.
    Triangle,
    /// A filled diamond.
    Diamond,
    /// A circle that is open inside.
    Ring,
    /// A cross of two strokes.
    Cross,
}

impl OwnerMark {
    /// All marks, in the order of the stylesheet.
    pub const ALL: [Self; 6] =
        [Self::Disc, Self::Square, Self::Triangle, Self::Diamond, Self::Ring, Self::Cross];

    /// The name used in `guide.toml` and in class names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Disc => "disc",
            Self::Square => "square",
            Self::Triangle => "triangle",
            Self::Diamond => "diamond",
            Self::Ring => "ring",
            Self::Cross => "cross",
        }
    }

    /// The mark of that name.
    #[must_use]
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.name() == name)
    }
}

/// An entry of the glossary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Its name in addresses and links.
    pub id: Id,
    /// The term itself, as plain text.
    pub title: String,
    /// Its definition.
    pub definition: Html,
    /// Sources of the definition.
    pub sources: Vec<Id>,
    /// Lessons that link to it, in reading order.
    pub used_in: Vec<Id>,
}
