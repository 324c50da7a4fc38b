//! A lesson, how long it takes, and the page about the guide.

use concord_model::{About, Answer, Block, Html, Id, Interaction, Item, ItemPart, Lesson};
use pulldown_cmark::{Event, Tag, TagEnd};

use super::{blocks::blocks, length::hundredths};
use crate::{
    events::plain_text,
    html::Writer,
    outline::{Part, Section},
};

/// A lesson and the terms it links to, which the glossary shows.
pub(super) struct Lowered {
    pub(super) lesson: Lesson,
    pub(super) terms: Vec<Id>,
}

pub(super) fn lower<'a>(
    section: &Section<'a>,
    back: &str,
    writer: &mut Writer<'_, 'a>,
) -> Option<Lowered> {
    let summary = summary(section, "lesson", writer);
    let blocks = blocks(section, None, writer);
    let notes = writer.notes(back);
    let shown = blocks.iter().filter_map(|block| match block {
        Block::Item(item) if !item.later && !is_after(item) => Some(item),
        _ => None,
    });
    let shown: Vec<&Item> = shown.collect();
    let whole = |hundredths: usize| u32::try_from(hundredths / 100).unwrap_or(u32::MAX);
    let lesson = Lesson {
        id: section.id.clone()?,
        title: plain_text(&section.title),
        summary: summary?,
        words: whole(blocks.iter().map(words).sum()),
        question_words: whole(shown.iter().map(|item| question_words(item)).sum()),
        decisions: u32::try_from(shown.len()).unwrap_or(u32::MAX),
        blocks,
        notes,
        sources: std::mem::take(&mut writer.cited),
    };
    Some(Lowered { lesson, terms: std::mem::take(&mut writer.terms) })
}

/// The page about the guide.
pub(super) fn about<'a>(section: &Section<'a>, writer: &mut Writer<'_, 'a>) -> Option<About> {
    let summary = summary(section, "page", writer);
    let blocks = blocks(section, None, writer);
    Some(About { title: plain_text(&section.title), summary: summary?, blocks })
}

/// The opening paragraph without mark-up; that it is missing is a fault.
pub(super) fn summary(
    section: &Section<'_>,
    page: &str,
    writer: &mut Writer<'_, '_>,
) -> Option<String> {
    let summary = first_paragraph(section);
    if summary.is_none() {
        writer
            .faults
            .error(
                writer.file.path,
                section.span.clone(),
                format!("this {page} has no opening paragraph"),
            )
            .hint("write one below its title; it is shown in lists and previews too");
    }
    summary
}

fn first_paragraph(section: &Section<'_>) -> Option<String> {
    let Some(Part::Prose(events)) = section.parts.first() else { return None };
    let [(Event::Start(Tag::Paragraph), _), rest @ ..] = events.as_slice() else { return None };
    let end = rest.iter().position(|(event, _)| *event == Event::End(TagEnd::Paragraph))?;
    Some(plain_text(rest.get(..end)?)).filter(|text| !text.is_empty())
}

/// Hundredths of words that a reader meets in a question: its label, what it asks, all answers, and
/// what is said to the right one. Where each part of an answer is explained, all of that is met.
fn question_words(item: &Item) -> usize {
    let one_is_right = match &item.interaction {
        Interaction::Choice(answers) => feedback(answers),
        Interaction::Blank(written) => feedback(&written.answers),
        Interaction::Build { places, .. } => feedback(places.iter().map(|place| &place.answer)),
        Interaction::Point(pointed) => feedback(pointed.answers.iter().map(|point| &point.answer)),
        Interaction::Multiple(_)
        | Interaction::Match(_)
        | Interaction::Sort(_)
        | Interaction::Order(_)
        // Its statements are those of the lesson.
        | Interaction::Rebuild { .. } => None,
    };
    // What is to be written or pointed at is not read before.
    let answers_are_shown =
        !matches!(item.interaction, Interaction::Blank(_) | Interaction::Point(_));
    let parts = item.parts().into_iter().filter(|(part, _)| match part {
        ItemPart::Title | ItemPart::Stem => true,
        ItemPart::Answer => answers_are_shown,
        ItemPart::Feedback => one_is_right.is_none(),
        ItemPart::Hint => false,
    });
    parts.map(|(_, html)| html).chain(one_is_right).map(hundredths).sum()
}

/// Whether a question comes after the lesson and is no part of its time: an argument to rebuild.
fn is_after(item: &Item) -> bool {
    matches!(item.interaction, Interaction::Rebuild { .. })
}

/// What is said to the first answer that is right.
fn feedback<'i>(answers: impl IntoIterator<Item = &'i Answer>) -> Option<&'i Html> {
    answers.into_iter().find(|answer| answer.key).map(|answer| &answer.feedback)
}

/// Hundredths of words to read in a block. Questions are counted apart.
fn words(block: &Block) -> usize {
    match block {
        Block::Prose(html) => hundredths(html),
        Block::Heading(heading) => hundredths(&heading.title),
        Block::Statement(statement) => {
            hundredths(&statement.title) + statement.blocks.iter().map(words).sum::<usize>()
        }
        Block::Item(_) | Block::Atlas(_) | Block::Model(_) => 0,
    }
}
