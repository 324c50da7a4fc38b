//! The reader's record: what this browser remembers, as a versioned text.
//!
//! The text has a fact a line, beginning with the word for it:
//!
//! ```text
//! concord 1
//! theme dark
//! last states-matter
//! lesson states-matter one-message finished
//! answer q-first 2166136261 1 2 sure 20783 310 512 20786
//! at q-first 20783 43210
//! unsaid q-second 20783
//! stance reject=third&version=0123abcd
//! own own-1a2b3c4d.first.accept.In%20my%20words
//! ```
//!
//! An answer has the question and its version, the points and of how many, how sure the reader was,
//! and the [memory](Memory): day, stability, difficulty, and the day the question comes back. The second
//! of that day stands in a line of its own, which programs that do not know it leave as it is; so it names
//! the day, too, and counts only for an answer of that day. The same holds for an answer whose reader did
//! not say how sure they were: its line has `rather`, as it always had, and another line that this was not said.
//!
//! A stance on the argument is the text that stands in addresses, too
//! ([`stance_text`](crate::argument::stance_text)), with a version of its own.
//!
//! A statement of the reader's own is a text of [`own`](crate::own), which says what is a sound one; the record keeps
//! each as it is.
//!
//! Lines with other words belong to other features and are kept as they are. A text that is no
//! record is never overwritten silently: [`read`] says what it is, and the caller sets a damaged
//! one aside and leaves a newer one alone. (JSON would say the same; reading and writing it was
//! measured at 16 kB of the program, a sixth of what a reader may have to download.)

use std::{collections::BTreeMap, fmt::Write};

use concord_model::{Id, Item, Piece};

pub use crate::theme::Theme;
use crate::{
    review::{Confidence, Memory},
    scoring::Score,
};

/// The version that is written. A change of meaning gets a new number and a way to read the old.
pub const VERSION: u32 = 1;

/// What an answer's line has for a reader who did not say how sure they were.
const UNSAID: Confidence = Confidence::Rather;

/// The first word of every record.
const NAME: &str = "concord";

/// What a reader's browser remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Colours the reader chose.
    pub theme: Theme,
    /// Whether single keys are no shortcuts.
    pub shortcuts_off: bool,
    /// The lesson that was read last.
    pub last: Option<Id>,
    /// What is known of each lesson that was opened.
    pub lessons: BTreeMap<Id, LessonRecord>,
    /// What is known of each question that was answered.
    pub answers: BTreeMap<Id, AnswerRecord>,
    /// The day and the second of that day at which a question was answered, where that is known.
    pub(crate) seconds: BTreeMap<Id, (u32, u32)>,
    /// What the reader accepts of the argument, as text; none if they never said.
    pub stance: Option<String>,
    /// Statements of the reader's own, each as a text.
    pub own: Vec<String>,
    /// Lines of other features, in their order.
    pub(crate) other: Vec<String>,
}

/// What is known of a lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LessonRecord {
    /// The heading that was last at the top of the window.
    pub place: Option<Id>,
    /// Whether the reader said that they finished it.
    pub finished: bool,
}

/// The last answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerRecord {
    /// The version of the question that was answered.
    pub version: u32,
    /// What the answer was worth.
    pub score: Score,
    /// How sure the reader was, if they said so.
    pub confidence: Option<Confidence>,
    /// When it comes back.
    pub memory: Memory,
}

/// What a stored text turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    /// A record of this version.
    Record(Record),
    /// Written by a newer version of the guide: not to be touched.
    Newer,
    /// Not a record: to be set aside.
    Damaged,
}

/// Reads a stored text, whatever it holds.
#[must_use]
pub fn read(text: &str) -> Stored {
    // A line may have come through a system that ends it otherwise, more than once.
    let mut lines = text.lines().map(|line| line.trim_end_matches('\r'));
    let version = lines.next().and_then(|line| line.strip_prefix(NAME)?.trim().parse::<u64>().ok());
    match version {
        Some(version) if version > VERSION.into() => Stored::Newer,
        Some(version) if version == u64::from(VERSION) => {
            facts(lines).map_or(Stored::Damaged, Stored::Record)
        }
        _ => Stored::Damaged,
    }
}

/// Reads the lines after the first; `None` if one of them cannot be what it says it is.
fn facts<'t>(lines: impl Iterator<Item = &'t str>) -> Option<Record> {
    let (mut record, mut unsaid) = (Record::default(), Vec::new());
    for line in lines.filter(|line| !line.trim().is_empty()) {
        let mut words = line.split(' ');
        match words.next()? {
            "theme" => record.theme = Theme::from_name(words.next()?)?,
            "shortcuts" => match words.next()? {
                "off" => record.shortcuts_off = true,
                _ => return None,
            },
            "last" => record.last = Some(Id::new(words.next()?).ok()?),
            "lesson" => {
                let id = Id::new(words.next()?).ok()?;
                let place = match words.next()? {
                    "-" => None,
                    place => Some(Id::new(place).ok()?),
                };
                let finished = match words.next() {
                    None => false,
                    Some("finished") => true,
                    Some(_) => return None,
                };
                record.lessons.insert(id, LessonRecord { place, finished });
            }
            "answer" => {
                let id = Id::new(words.next()?).ok()?;
                record.answers.insert(id, answer(words)?);
            }
            "at" => {
                let id = Id::new(words.next()?).ok()?;
                let mut number = || words.next()?.parse().ok();
                record.seconds.insert(id, (number()?, number()?));
            }
            "unsaid" => {
                unsaid.push((Id::new(words.next()?).ok()?, words.next()?.parse().ok()?));
            }
            "stance" => {
                record.stance = Some(words.next()?.to_owned());
                if words.next().is_some() {
                    return None;
                }
            }
            // One that has more words is of a later version, and kept as it is.
            "own" => match (words.next(), words.next()) {
                (Some(own), None) if !own.is_empty() => {
                    if !record.own.iter().any(|other| other == own) {
                        record.own.push(own.to_owned());
                    }
                }
                _ => record.other.push(line.to_owned()),
            },
            _ => record.other.push(line.to_owned()),
        }
    }
    for (id, day) in unsaid {
        if let Some(answer) = record.answers.get_mut(&id)
            && answer.memory.answered == day
            && answer.confidence == Some(UNSAID)
        {
            answer.confidence = None;
        }
    }
    Some(record)
}

/// Reads the rest of an answer's line.
fn answer<'t>(mut words: impl Iterator<Item = &'t str>) -> Option<AnswerRecord> {
    let version = words.next()?.parse().ok()?;
    let score = Score { points: words.next()?.parse().ok()?, of: words.next()?.parse().ok()? };
    let confidence = Some(Confidence::from_name(words.next()?)?);
    let mut number = || words.next()?.parse().ok();
    let memory =
        Memory { answered: number()?, stability: number()?, difficulty: number()?, due: number()? };
    (words.next().is_none() && score.points <= score.of).then_some(AnswerRecord {
        version,
        score,
        confidence,
        memory,
    })
}

impl Record {
    /// The record as text, which [`read`] gives back unchanged.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = format!("{NAME} {VERSION}\ntheme {}\n", self.theme.name());
        if self.shortcuts_off {
            text.push_str("shortcuts off\n");
        }
        // Writing to a string cannot fail.
        if let Some(last) = &self.last {
            let _ = writeln!(text, "last {last}");
        }
        for (id, lesson) in &self.lessons {
            let place = lesson.place.as_ref().map_or("-", Id::as_str);
            let finished = if lesson.finished { " finished" } else { "" };
            let _ = writeln!(text, "lesson {id} {place}{finished}");
        }
        for (id, AnswerRecord { version, score, confidence, memory }) in &self.answers {
            let Score { points, of } = score;
            let Memory { answered, stability, difficulty, due } = memory;
            let _ = writeln!(
                text,
                "answer {id} {version} {points} {of} {} {answered} {stability} {difficulty} {due}",
                confidence.unwrap_or(UNSAID).name()
            );
            if confidence.is_none() {
                let _ = writeln!(text, "unsaid {id} {answered}");
            }
        }
        for (id, (day, second)) in &self.seconds {
            let _ = writeln!(text, "at {id} {day} {second}");
        }
        if let Some(stance) = &self.stance {
            let _ = writeln!(text, "stance {stance}");
        }
        for own in &self.own {
            let _ = writeln!(text, "own {own}");
        }
        for line in &self.other {
            let _ = writeln!(text, "{line}");
        }
        text
    }

    /// What is known of a lesson.
    #[must_use]
    pub fn lesson(&self, id: &Id) -> LessonRecord {
        self.lessons.get(id).cloned().unwrap_or_default()
    }

    /// The last answer to a question. An answer to another version of it is none.
    #[must_use]
    pub fn answer(&self, item: &Item) -> Option<&AnswerRecord> {
        self.answers.get(&item.id).filter(|answer| answer.version == item.version)
    }

    /// Puts what is known of pieces with former names under those of today. What is known of the same
    /// piece under its own name wins. What content dropped stays as it is and means nothing.
    pub fn follow(&mut self, former: &[(Piece, Piece)]) {
        for (old, now) in former {
            if let (Piece::Lesson(old), Piece::Lesson(now)) = (old, now) {
                if let Some(theirs) = self.lessons.remove(old) {
                    let own = self.lessons.entry(now.clone()).or_default();
                    own.finished |= theirs.finished;
                    own.place = own.place.take().or(theirs.place);
                }
                if self.last.as_ref() == Some(old) {
                    self.last = Some(now.clone());
                }
                continue;
            }
            if let (Piece::Item(old), Piece::Item(now)) = (old, now)
                && let Some(theirs) = self.answers.remove(old)
            {
                self.answers.entry(now.clone()).or_insert(theirs);
            }
            for lesson in
                self.lessons.values_mut().filter(|lesson| lesson.place.as_ref() == old.id())
            {
                lesson.place = now.id().cloned();
            }
        }
    }

    /// Notes an answer, and the second of its day.
    pub fn set_answer(&mut self, id: &Id, answer: AnswerRecord, second: u32) {
        self.answers.insert(id.clone(), answer);
        match second {
            0 => drop(self.seconds.remove(id)),
            _ => drop(self.seconds.insert(id.clone(), (answer.memory.answered, second))),
        }
    }

    /// Notes an answer from elsewhere unless there is one that is as late, or later; whether it did.
    pub fn add_answer(&mut self, id: &Id, answer: AnswerRecord, second: u32) -> bool {
        let own = self.answers.get(id).map(|own| own.memory.answered);
        let own = own.map(|day| match self.seconds.get(id) {
            Some(known) if known.0 == day => *known,
            _ => (day, 0),
        });
        let is_later = own.is_none_or(|own| own < (answer.memory.answered, second));
        if is_later {
            self.set_answer(id, answer, second);
        }
        is_later
    }

    /// Notes that the reader was at `place`, or at the beginning.
    pub fn set_place(&mut self, lesson: &Id, place: Option<Id>) {
        self.last = Some(lesson.clone());
        self.lessons.entry(lesson.clone()).or_default().place = place;
    }

    /// Notes that the reader finished a lesson, or took that back.
    pub fn set_finished(&mut self, lesson: &Id, finished: bool) {
        self.lessons.entry(lesson.clone()).or_default().finished = finished;
    }
}
