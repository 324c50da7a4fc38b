//! A lesson: prose, statements of an argument, and questions, in reading order.

use serde::{Deserialize, Serialize};

use crate::{Asks, Html, Id, Item, ModelName, Scheme, StatementKind, talk::Drawing};

/// A unit of reading that fits one sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    /// Its name in addresses and links.
    pub id: Id,
    /// Title, as plain text.
    pub title: String,
    /// First paragraph as plain text, for lists and link previews.
    pub summary: String,
    /// Words of prose that a reader reads.
    pub words: u32,
    /// Words that a reader meets in answering the questions it shows.
    pub question_words: u32,
    /// How often a reader decides in them: once a question. The argument to rebuild comes after the lesson.
    pub decisions: u32,
    /// What stands in it, in reading order.
    pub blocks: Vec<Block>,
    /// Footnotes in the order of their first reference; shown below the lesson.
    pub notes: Vec<Html>,
    /// Sources cited, in the order of their first mention.
    pub sources: Vec<Id>,
}

/// A piece of a lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// Paragraphs, lists, quotations, tables and figures between two headings.
    Prose(Html),
    /// A plain heading.
    Heading(Heading),
    /// A claim, premise, objection or reply, with what stands below it.
    Statement(Statement),
    /// A question.
    Item(Item),
    /// The map of states, placed at what it shows.
    Atlas(PlacedAtlas),
    /// A model to play with, placed at its settings.
    Model(PlacedModel),
}

/// The map of states in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedAtlas {
    /// The layer that it shows.
    pub layer: Id,
    /// Its drawing, if that is not the usual one.
    pub drawing: Option<Drawing>,
    /// The year that it shows, if that is not the last one.
    pub year: Option<u16>,
    /// The codes of states that are chosen, with commas, as an address has them.
    pub states: Option<String>,
    /// What stands below the drawing: legend, chosen states, source, the way to the map.
    pub text: Html,
}

/// A model to play with, in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedModel {
    /// The model.
    pub name: ModelName,
    /// Its settings, as a link has them.
    pub settings: String,
    /// What stands below it: the way to the model's page.
    pub text: Html,
}

/// A heading that opens no typed section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// Its name in fragments.
    pub id: Id,
    /// HTML heading level, 2 to 6.
    pub level: u8,
    /// Its text, with emphasis.
    pub title: Html,
}

/// A node of the argument, in one full sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Its name in the argument, in fragments and in links.
    pub id: Id,
    /// Its part in the argument.
    pub kind: StatementKind,
    /// HTML heading level, 2 to 6.
    pub level: u8,
    /// The sentence itself.
    pub title: Html,
    /// A few words for it, where there is no room for the sentence. Only the argument's own page needs
    /// them, which has them from its own file, so they are not in that of the guide.
    #[serde(skip)]
    pub short: Option<String>,
    /// Whose statement it is.
    pub owner: Id,
    /// Where its owner says it, or what it rests on.
    pub sources: Vec<Id>,
    /// What it supports, attacks or answers; `None` only for conclusions.
    pub target: Option<Id>,
    /// The way to its target that it is part of, or that it undercuts, if content names one.
    pub way: Option<Id>,
    /// What it follows from, all of them together: a step of its own, beside its premises.
    pub from: Vec<Id>,
    /// The scheme of the step that it is part of. Like the next two, the compiler makes the guide's
    /// critique of it, and no file holds it.
    #[serde(skip)]
    pub scheme: Option<Scheme>,
    /// The scheme of the step from what it follows from.
    #[serde(skip)]
    pub follows: Option<Scheme>,
    /// Whether readers are asked for a verdict on it twice. Like the former, pages alone have it.
    #[serde(skip)]
    pub twice: bool,
    /// Which question of a scheme it asks.
    #[serde(skip)]
    pub asks: Option<Asks>,
    /// Its explanation, and statements nested below it.
    pub blocks: Vec<Block>,
}

impl Statement {
    /// How many letters its few words have at most.
    pub const MOST_SHORT: usize = 40;

    /// A few words for it: those that it has, or the first ones of its sentence.
    #[must_use]
    pub fn label(&self) -> String {
        let short = self.short.clone();
        short.unwrap_or_else(|| Self::shortened(&self.title.text()))
    }

    /// The first words of a sentence, as many as there is room for.
    #[must_use]
    pub fn shortened(sentence: &str) -> String {
        if sentence.chars().count() <= Self::MOST_SHORT {
            return sentence.to_owned();
        }
        let first: String = sentence.chars().take(Self::MOST_SHORT - 1).collect();
        let is_cut =
            sentence.chars().nth(Self::MOST_SHORT - 1).is_some_and(|next| !next.is_whitespace());
        let words = first.rsplit_once(char::is_whitespace).filter(|_| is_cut);
        words.map_or(first.as_str(), |(words, _)| words).trim_end().to_owned() + "…"
    }
}

#[cfg(test)]
mod tests {
    use super::Statement;

    #[test]
    fn a_sentence_is_shortened_between_words() {
        assert_eq!(Statement::shortened("A short one"), "A short one");
        let forty = "a".repeat(Statement::MOST_SHORT);
        assert_eq!(Statement::shortened(&forty), forty);
        assert_eq!(
            Statement::shortened("Schools should start later in the day than now"),
            "Schools should start later in the day…"
        );
        let one = Statement::shortened(&"長".repeat(90));
        assert_eq!(one.chars().count(), Statement::MOST_SHORT);
    }
}
