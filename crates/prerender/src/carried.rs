//! The guide as its program carries it: what questions, links and the reader's record need. The text
//! of pages is in their files, that of the search and of other programs in files of theirs.

use concord_model::{
    About, AtlasWords, Block, Guide, Html, Interaction, Item, Lesson, ModelPage, ModelWords,
    Places, ReasonerWords, Statement, Term, Thing,
};

pub(crate) fn carried(guide: &Guide) -> Guide {
    Guide {
        welcome: blocks(&guide.welcome),
        opening: None,
        also: Vec::new(),
        about: guide.about.as_ref().map(|about| About {
            title: about.title.clone(),
            summary: String::new(),
            blocks: Vec::new(),
        }),
        lessons: guide.lessons.iter().map(lesson).collect(),
        terms: guide.terms.iter().map(term).collect(),
        sources: Vec::new(),
        atlas: AtlasWords::default(),
        reasoner_words: ReasonerWords::default(),
        models: ModelWords::default(),
        model_pages: guide.model_pages.iter().map(without_text).collect(),
        ..guide.clone()
    }
}

/// A term as links and questions name it: its definition is the glossary's.
fn term(term: &Term) -> Term {
    Term { definition: Html::default(), sources: Vec::new(), used_in: Vec::new(), ..term.clone() }
}

fn lesson(lesson: &Lesson) -> Lesson {
    Lesson {
        summary: String::new(),
        blocks: blocks(&lesson.blocks),
        notes: Vec::new(),
        sources: Vec::new(),
        ..lesson.clone()
    }
}

/// The page of a model without its text.
fn without_text(page: &ModelPage) -> ModelPage {
    ModelPage { blocks: Vec::new(), about: Vec::new(), ..page.clone() }
}

/// An argument that is rebuilt is told by the program in which that is done; here it matters how many statements it has, and
/// which place is whose.
fn without_argument(interaction: &Interaction) -> Interaction {
    let Interaction::Rebuild { all, .. } = interaction else { return interaction.clone() };
    let thing =
        |thing: &Thing| Thing { text: Html::default(), feedback: Html::default(), ..*thing };
    let things = all.things.iter().map(thing).collect();
    Interaction::Rebuild {
        pieces: Vec::new(),
        all: Places { things, places: vec![Html::default(); all.places.len()] },
    }
}

/// Questions, which quizzes and the review ask anywhere, and the statements that they lead to, the conclusion of the home page
/// among them.
fn blocks(all: &[Block]) -> Vec<Block> {
    let kept = all.iter().filter_map(|block| match block {
        Block::Item(item) => Some(Block::Item(Item {
            interaction: without_argument(&item.interaction),
            ..item.clone()
        })),
        Block::Statement(own) => Some(Block::Statement(Statement {
            sources: Vec::new(),
            target: None,
            way: None,
            from: Vec::new(),
            blocks: blocks(&own.blocks),
            ..own.clone()
        })),
        Block::Prose(_) | Block::Heading(_) | Block::Atlas(_) | Block::Model(_) => None,
    });
    kept.collect()
}
