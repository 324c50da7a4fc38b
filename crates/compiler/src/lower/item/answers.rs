//! Questions whose answers are a task list: each with its feedback in a quotation.

use std::ops::Range;

use concord_model::{Answer, Html, Written, compared};
use pulldown_cmark::Event;

use super::{
    feedback::{place_of, with_feedback},
    shape::has_box,
};
use crate::{
    events::{Events, list_items},
    html::Writer,
    same::{folded, seen},
};

/// What stands for every answer that the author did not foresee.
const OTHERWISE: [&str; 3] = ["…", "...", ". . ."];

/// An answer and where it stands.
pub(super) struct Found {
    pub(super) answer: Answer,
    pub(super) span: Range<usize>,
}

impl Found {
    /// Reports a fault of this answer.
    pub(super) fn fault(
        &self,
        writer: &mut Writer<'_, '_>,
        message: impl Into<String>,
        hint: &str,
    ) {
        writer.faults.error(writer.file.path, self.span.clone(), message).hint(hint);
    }
}

pub(super) fn choice<'a>(list: Events<'_, 'a>, writer: &mut Writer<'_, 'a>) -> Option<Vec<Answer>> {
    let answers = answers(list, writer)?;
    one_key(&answers, writer);
    report_alike(&answers, writer);
    Some(answers.into_iter().map(|found| found.answer).collect())
}

pub(super) fn multiple<'a>(
    list: Events<'_, 'a>,
    writer: &mut Writer<'_, 'a>,
) -> Option<Vec<Answer>> {
    let answers = answers(list, writer)?;
    some_key(&answers, writer);
    report_alike(&answers, writer);
    Some(answers.into_iter().map(|found| found.answer).collect())
}

/// Answers that readers cannot tell from each other.
fn report_alike(answers: &[Found], writer: &mut Writer<'_, '_>) {
    for (at, found) in answers.iter().enumerate() {
        let text = seen(&found.answer.text);
        if answers.iter().take(at).any(|other| seen(&other.answer.text) == text) {
            let message = format!("the answer `{text}` stands here twice");
            found.fault(writer, message, "say what tells one from the other, or take one out");
        }
    }
}

/// Accepted answers, typical mistakes, and `…` for all others.
pub(super) fn blank<'a>(list: Events<'_, 'a>, writer: &mut Writer<'_, 'a>) -> Option<Written> {
    let mut answers = answers(list, writer)?;
    some_key(&answers, writer);
    let otherwise = take_otherwise(&mut answers, writer)?;
    let mut known: Vec<(String, &Found)> = Vec::new();
    for found in &answers {
        let text = found.answer.text.text();
        let form = compared(&text, folded);
        if form.is_empty() {
            let hint = "an answer needs a letter, a digit or a sign such as `+` or `≥`";
            found.fault(writer, "nothing of this answer counts when it is compared", hint);
            continue;
        }
        // Two spellings of one answer are none too many; right and wrong at once, it cannot be judged.
        let is_other = |(known, other): &&(String, &Found)| {
            *known == form && other.answer.key != found.answer.key
        };
        if let Some((_, other)) = known.iter().find(is_other) {
            let before = other.answer.text.text();
            let message =
                format!("`{text}` and `{before}` are the same answer, right and wrong at once");
            let hint = "take one of them out; case, accents, spaces and punctuation do not matter";
            found.fault(writer, message, hint);
        }
        known.push((form, found));
    }
    Some(Written { answers: answers.into_iter().map(|found| found.answer).collect(), otherwise })
}

/// Takes what to say to all others out of the answers.
pub(super) fn take_otherwise(
    answers: &mut Vec<Found>,
    writer: &mut Writer<'_, '_>,
) -> Option<Html> {
    let is_otherwise = |found: &Found| OTHERWISE.contains(&found.answer.text.text().trim());
    let Some(place) = answers.iter().position(is_otherwise) else {
        let hint =
            "add a last answer `- [ ] …` with what to tell readers who answer something else";
        if let Some(last) = answers.last() {
            last.fault(writer, "this question does not say what to tell about other answers", hint);
        }
        return None;
    };
    let found = answers.remove(place);
    if found.answer.key {
        let hint = "write `- [ ] …`, and what is right with a `- [x]` of its own";
        found.fault(writer, "all other answers cannot be right", hint);
    }
    if let Some(second) = answers.iter().find(|found| is_otherwise(found)) {
        second.fault(writer, "all other answers stand here twice", "keep one `- [ ] …`");
    }
    answers.retain(|found| !is_otherwise(found));
    Some(found.answer.feedback)
}

/// Reports a question that has no right answer.
pub(super) fn some_key(answers: &[Found], writer: &mut Writer<'_, '_>) {
    if !answers.iter().any(|found| found.answer.key)
        && let Some(first) = answers.first()
    {
        let hint = "mark those that are with `- [x]`";
        first.fault(writer, "no answer of this question is right", hint);
    }
}

/// The answers of a task list; none if one of them cannot be read.
pub(super) fn answers<'a>(list: Events<'_, 'a>, writer: &mut Writer<'_, 'a>) -> Option<Vec<Found>> {
    let items = list_items(list);
    let mut answers = Vec::new();
    for item in &items {
        let span = place_of(item, writer);
        let key = item.iter().take(2).find_map(|(event, _)| match event {
            Event::TaskListMarker(checked) => Some(*checked),
            _ => None,
        });
        let Some(key) = key else {
            // What was meant as a box is reported as such.
            if !has_box(item, writer.file) {
                let text = writer.file.text.get(span.clone()).unwrap_or_default();
                writer
                    .faults
                    .error(writer.file.path, span, "this answer has no box")
                    .hint(format!("write `- [ ] {text}`, or `- [x]` if it is right"));
            }
            continue;
        };
        let Some((text, feedback)) = with_feedback(item, writer) else { continue };
        answers.push(Found { answer: Answer { text, feedback, key }, span });
    }
    if items.len() < 2 {
        let span = items.first().map(|item| place_of(item, writer)).unwrap_or_default();
        writer
            .faults
            .error(writer.file.path, span, "a question has at least two answers")
            .hint("add what readers may answer instead: `- [ ] …`, with its feedback");
        return None;
    }
    // An answer with a fault of its own is reported, and may have been the key.
    (answers.len() == items.len()).then_some(answers)
}

pub(super) fn one_key(answers: &[Found], writer: &mut Writer<'_, '_>) {
    let mut keys = answers.iter().filter(|found| found.answer.key);
    let hint = "mark exactly one answer with `- [x]`, or make the question a `.multiple`";
    match (keys.next(), keys.next()) {
        (Some(_), None) => {}
        (Some(_), Some(second)) => {
            second.fault(writer, "this question has one right answer already", hint);
        }
        (None, _) => some_key(answers, writer),
    }
}
